//! What a simulated attempt does: its steps, in order. Knows nothing of time, HTTP or accounts.

use std::str::FromStr;

/// How long `pending` lasts in scripts that do not say, in milliseconds.
pub(super) const SHORT_PENDING_MS: u64 = 30;

/// The steps of one attempt. When the last one is done, the attempt is `completed_success`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The steps, in the order in which the attempt takes them.
    pub steps: Vec<Step>,
}

/// One step of an attempt: what it shows, and what moves it on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `pending`, until this much time has passed and at least one look has shown it.
    Pending {
        /// The least time, in milliseconds.
        for_ms: u64,
    },
    /// `needs_otp`, until the right code comes.
    Sms,
    /// `needs_app_otp`, until the right code comes.
    App,
    /// `needs_email`: there is no code before `send-email-to-creator`, and a new one after each.
    Email,
    /// `needs_face_otp`, until the face check is finished and the client has said so.
    Face,
    /// `awaiting_mobile_session`, until it is confirmed on the phone.
    Phone,
    /// A state this version of the API description does not know; only `advance` moves it on.
    Unknown(String),
    /// `completed_failed`, for good.
    Fail,
    /// `completed_success` with the account the attempt was started for.
    Succeed,
    /// `completed_success` with another account: somebody signed in to the wrong one.
    SucceedAs(String),
}

/// A word that names no step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no step: use pending, sms, app, email, face, phone, fail, succeed, succeed_as:ACCOUNT or state:ANYTHING"
)]
pub struct UnknownStep(pub String);

impl Script {
    /// One code from an SMS.
    pub fn sms() -> Script {
        Script::chain([Step::Sms])
    }

    /// One code from an authenticator app.
    pub fn app() -> Script {
        Script::chain([Step::App])
    }

    /// One code from an email, which must be asked for.
    pub fn email() -> Script {
        Script::chain([Step::Email])
    }

    /// One face check.
    pub fn face() -> Script {
        Script::chain([Step::Face])
    }

    /// One confirmation on the phone.
    pub fn phone() -> Script {
        Script::chain([Step::Phone])
    }

    /// Several steps, one after the other.
    pub fn chain(steps: impl IntoIterator<Item = Step>) -> Script {
        Script { steps: steps.into_iter().collect() }
    }

    /// Done before anybody was asked, in the very first answer.
    pub fn immediate_success() -> Script {
        Script::chain([Step::Succeed])
    }

    /// Works for a moment and fails without having asked anybody.
    pub fn fails() -> Script {
        Script::chain([Step::Pending { for_ms: SHORT_PENDING_MS }, Step::Fail])
    }
}

impl Step {
    /// The state an attempt shows in this step.
    pub fn state(&self) -> &str {
        match self {
            Step::Pending { .. } => "pending",
            Step::Sms => "needs_otp",
            Step::App => "needs_app_otp",
            Step::Email => "needs_email",
            Step::Face => "needs_face_otp",
            Step::Phone => "awaiting_mobile_session",
            Step::Unknown(state) => state,
            Step::Fail => "completed_failed",
            Step::Succeed | Step::SucceedAs(_) => "completed_success",
        }
    }

    /// Nothing comes after this step.
    pub fn is_final(&self) -> bool {
        matches!(self, Step::Fail | Step::Succeed | Step::SucceedAs(_))
    }

    /// This step waits for a code.
    pub(super) fn asks_for_code(&self) -> bool {
        matches!(self, Step::Sms | Step::App | Step::Email)
    }

    /// The step that shows this state; any other state is an unknown one.
    pub(super) fn showing(state: &str) -> Step {
        match state {
            "pending" => Step::Pending { for_ms: SHORT_PENDING_MS },
            "needs_otp" => Step::Sms,
            "needs_app_otp" => Step::App,
            "needs_email" => Step::Email,
            "needs_face_otp" => Step::Face,
            "awaiting_mobile_session" => Step::Phone,
            "completed_failed" => Step::Fail,
            "completed_success" => Step::Succeed,
            other => Step::Unknown(other.to_owned()),
        }
    }
}

impl FromStr for Step {
    type Err = UnknownStep;

    fn from_str(word: &str) -> Result<Step, UnknownStep> {
        if let Some(state) = word.strip_prefix("state:") {
            return Ok(Step::Unknown(state.to_owned()));
        }
        if let Some(account) = word.strip_prefix("succeed_as:") {
            return Ok(Step::SucceedAs(account.to_owned()));
        }
        match word {
            "pending" => Ok(Step::Pending { for_ms: SHORT_PENDING_MS }),
            "sms" => Ok(Step::Sms),
            "app" => Ok(Step::App),
            "email" => Ok(Step::Email),
            "face" => Ok(Step::Face),
            "phone" => Ok(Step::Phone),
            "fail" => Ok(Step::Fail),
            "succeed" => Ok(Step::Succeed),
            other => Err(UnknownStep(other.to_owned())),
        }
    }
}
