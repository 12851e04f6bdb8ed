//! One look at an attempt: everything the account API shows of it at that moment.

use serde::{Deserialize, Serialize};

use super::web_link::UnusableLink;
use super::{AccountId, AttemptId, WebLink};

/// The state of an attempt at the account API. Any state may follow any that is not final.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttemptState {
    /// The API works.
    Pending,
    /// Somebody must confirm on a phone or a page.
    AwaitingMobileSession,
    /// A code was sent by SMS.
    NeedsOtp,
    /// The authenticator app's code is wanted.
    NeedsAppOtp,
    /// A code can be sent by email, once that is asked for.
    NeedsEmail,
    /// A face check is wanted.
    NeedsFaceOtp,
    /// The last code was wrong; another of the same kind is wanted.
    #[serde(rename = "wrong_2fa_code_retry")]
    Wrong2faCodeRetry,
    /// Signed in.
    CompletedSuccess,
    /// Over without success.
    CompletedFailed,
    /// A state that this version does not know.
    Unknown(String),
}

impl AttemptState {
    /// The longest unknown state that is kept, in characters.
    pub const MOST_UNKNOWN: usize = 64;

    /// Reads the API's word.
    pub fn parse(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "awaiting_mobile_session" => Self::AwaitingMobileSession,
            "needs_otp" => Self::NeedsOtp,
            "needs_app_otp" => Self::NeedsAppOtp,
            "needs_email" => Self::NeedsEmail,
            "needs_face_otp" => Self::NeedsFaceOtp,
            "wrong_2fa_code_retry" => Self::Wrong2faCodeRetry,
            "completed_success" => Self::CompletedSuccess,
            "completed_failed" => Self::CompletedFailed,
            other => Self::Unknown(readable(other)),
        }
    }

    /// The API's word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::AwaitingMobileSession => "awaiting_mobile_session",
            Self::NeedsOtp => "needs_otp",
            Self::NeedsAppOtp => "needs_app_otp",
            Self::NeedsEmail => "needs_email",
            Self::NeedsFaceOtp => "needs_face_otp",
            Self::Wrong2faCodeRetry => "wrong_2fa_code_retry",
            Self::CompletedSuccess => "completed_success",
            Self::CompletedFailed => "completed_failed",
            Self::Unknown(word) => word,
        }
    }
}

/// A word of the API that we do not know, if it looks like the name of a state. Anything else is not repeated to
/// people or in the log: an answer may hold what was sent.
fn readable(word: &str) -> String {
    let is_name = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.len() <= AttemptState::MOST_UNKNOWN
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_name || word.is_empty() { word.to_owned() } else { "unreadable".to_owned() }
}

/// A link as the API showed it: missing, usable, or not fit to be shown.
pub type ShownLink = Option<Result<WebLink, UnusableLink>>;

/// What one look at an attempt brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot {
    /// Which attempt.
    pub attempt: AttemptId,
    /// Its state.
    pub state: AttemptState,
    /// The account it signed in to; present once it is done.
    pub account: Option<AccountId>,
    /// Where the face check is made. The API's guide names it, its schema does not.
    pub face_link: ShownLink,
    /// Where a verification page is.
    pub page_link: ShownLink,
    /// What to open on the phone.
    pub phone_link: ShownLink,
    /// The email address with most of it hidden, as the API shows it, cut to [`Snapshot::MOST_HINT`].
    pub email_mask: Option<String>,
    /// A hint about where the code went; its values are not documented.
    pub otp_channel: Option<String>,
}

impl Snapshot {
    /// The longest hint that is kept, in characters.
    pub const MOST_HINT: usize = 64;
}
