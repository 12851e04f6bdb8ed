//! How the simulated API behaves where the real one's behaviour is not documented: one switch for each open question.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The scopes the bridge needs, and has unless a test says otherwise.
const SCOPES: [&str; 4] = ["accounts:read", "accounts:write", "me:read", "usage:read"];

/// Every choice, with the likeliest answer as its default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// How long an attempt is `pending` before its first step, in milliseconds; 0: not at all.
    pub pending_ms: u64,
    /// How long an attempt is `pending` after a right code, in milliseconds; 0: not at all.
    pub pending_after_code_ms: u64,
    /// What a wrong code answers.
    pub wrong_code: WrongCode,
    /// How many wrong codes end an attempt.
    pub max_wrong: u32,
    /// How often authenticator codes turn over, in milliseconds; none: never.
    pub authenticator_period_ms: Option<u64>,
    /// A finished face check moves on only when the client says that it is finished.
    pub face_check_needs_report: bool,
    /// What an expired attempt looks like.
    pub expiry: Expiry,
    /// When attempts expire by themselves, in milliseconds after their start; none: never.
    pub attempt_lifetime_ms: Option<u64>,
    /// What stands in `polling_url`.
    pub polling_url: PollingUrl,
    /// Optional members that are null are left out.
    pub nulls_left_out: bool,
    /// Where the link to the face check stands.
    pub face_link: FaceLink,
    /// Where the link to the confirmation on the phone stands.
    pub phone_link: PhoneLink,
    /// Whether links can be used at all.
    pub link_quality: LinkQuality,
    /// The origin of links for people, such as `https://verify.sandbox.example`.
    pub link_origin: String,
    /// What stands in `otp_channel`; none: `sms`, `app` or `email`, as the step has it.
    pub otp_channel: Option<Value>,
    /// What stands in `next_actions`; none: what the step allows.
    pub next_actions: Option<Value>,
    /// What `send-email-to-creator` answers.
    pub email_answer: EmailAnswer,
    /// What surrounds the list of accounts.
    pub accounts_shape: AccountsShape,
    /// The member that holds an account's id in the list.
    pub account_id_member: AccountIdMember,
    /// The member that holds an account's handle in the list.
    pub handle_member: HandleMember,
    /// Every answer has members that nobody described.
    pub extra_members: bool,
    /// What the key may do; a call whose scope is not among these answers 403.
    pub scopes: Vec<String>,
    /// Every call is redirected to this origin, with its path.
    pub redirect_to: Option<String>,
    /// The status of such a redirect: 302 lets clients turn to GET, 307 lets them send the code along.
    pub redirect_status: u16,
    /// How often the API may be called.
    pub limits: Limits,
}

impl Default for Switches {
    fn default() -> Switches {
        Switches {
            pending_ms: super::script::SHORT_PENDING_MS,
            pending_after_code_ms: 0,
            wrong_code: WrongCode::Retry,
            max_wrong: 5,
            authenticator_period_ms: None,
            face_check_needs_report: true,
            expiry: Expiry::NotFound,
            attempt_lifetime_ms: None,
            polling_url: PollingUrl::Relative,
            nulls_left_out: false,
            face_link: FaceLink::FaceVerification,
            phone_link: PhoneLink::Phone,
            link_quality: LinkQuality::Usable,
            link_origin: "https://verify.sandbox.example".to_owned(),
            otp_channel: None,
            next_actions: None,
            email_answer: EmailAnswer::Attempt,
            accounts_shape: AccountsShape::Data,
            account_id_member: AccountIdMember::Id,
            handle_member: HandleMember::Username,
            extra_members: false,
            scopes: SCOPES.map(str::to_owned).to_vec(),
            redirect_to: None,
            redirect_status: 302,
            limits: Limits::default(),
        }
    }
}

impl Switches {
    /// The same with one scope more.
    #[must_use]
    pub fn with_scope(mut self, scope: &str) -> Switches {
        self.scopes.push(scope.to_owned());
        self
    }

    /// The same without one scope.
    #[must_use]
    pub fn without_scope(mut self, scope: &str) -> Switches {
        self.scopes.retain(|one| one != scope);
        self
    }
}

/// What a wrong code answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrongCode {
    /// 200 with the state `wrong_2fa_code_retry`.
    Retry,
    /// A 400 problem; looks then show `wrong_2fa_code_retry`.
    ProblemAndRetry,
    /// A 400 problem; looks then show what they showed before.
    ProblemOnly,
}

/// What an expired attempt looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expiry {
    /// 404, as if there had never been one.
    NotFound,
    /// The state `completed_failed`.
    Failed,
    /// 410.
    Gone,
}

/// What stands in `polling_url`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollingUrl {
    /// A path.
    Relative,
    /// A URL of this server.
    Absolute,
    /// A URL of another origin, such as `http://127.0.0.1:9999`, where a key must not go.
    Foreign(String),
    /// Null, or nothing.
    Missing,
}

/// Where the link to the face check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaceLink {
    /// In `face_verification_url`, as the vendor's guide has it.
    FaceVerification,
    /// In `verification_page_url`, as the vendor's schema suggests.
    VerificationPage,
    /// In `phone_url` alone.
    Phone,
    /// Nowhere.
    Missing,
}

/// Where the link to the confirmation on the phone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneLink {
    /// In `phone_url`.
    Phone,
    /// In `verification_page_url` alone.
    VerificationPage,
    /// Nowhere.
    Missing,
}

/// Whether links for people can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkQuality {
    /// A plain `https` URL.
    Usable,
    /// The scheme is `http`.
    PlainHttp,
    /// There is a user name and a password in it, which hide where it really leads.
    WithCredentials,
    /// No URL at all.
    NotAnAddress,
}

/// What `send-email-to-creator` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailAnswer {
    /// The attempt.
    Attempt,
    /// `{"message": …}`.
    Message,
    /// 204 and no body.
    NoContent,
}

/// What surrounds the list of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountsShape {
    /// Nothing: the answer is an array.
    Array,
    /// `{"data": […]}`.
    Data,
    /// `{"accounts": […]}`.
    Accounts,
}

/// The member that holds an account's id in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountIdMember {
    /// `id`.
    Id,
    /// `account_id`.
    AccountId,
}

/// The member that holds an account's handle in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandleMember {
    /// `username`.
    Username,
    /// `handle`.
    Handle,
    /// `name`.
    Name,
}

/// How often the API may be called. A limit that is not set is not enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Calls of the organisation in a window.
    pub org: Option<u32>,
    /// Reads for one account in a window.
    pub account_reads: Option<u32>,
    /// Writes for one account in a window.
    pub account_writes: Option<u32>,
    /// The length of the sliding window, in milliseconds: a minute, unless a test is in a hurry.
    pub window_ms: u64,
    /// New attempts of the organisation in an hour.
    pub attempts_per_hour: Option<u32>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            org: None,
            account_reads: None,
            account_writes: None,
            window_ms: 60_000,
            attempts_per_hour: None,
        }
    }
}
