//! What each key may hold. `config.example.toml` says the same in words.

use std::ops::RangeInclusive;
use std::time::Duration;

/// Requests to the account API, per minute.
pub const REQUESTS_PER_MINUTE: RangeInclusive<u32> = 1..=100_000;
/// Wrong codes per attempt.
pub const WRONG_CODES_MAX: RangeInclusive<u32> = 1..=10;
/// Questions per person and hour.
pub const QUESTIONS_PER_HOUR: RangeInclusive<u32> = 1..=1000;
/// Reauthentications per account and hour.
pub const REAUTHS_PER_HOUR: RangeInclusive<u32> = 1..=60;
/// Reauthentications per account and day.
pub const REAUTHS_PER_DAY: RangeInclusive<u32> = 1..=500;
/// Fewest digits of a code. With fewer than three, every second number in a message would be a code.
pub const CODE_DIGITS_MIN: RangeInclusive<u32> = 3..=16;
/// Most digits of a code. The account API takes no more than 16 characters.
pub const CODE_DIGITS_MAX: RangeInclusive<u32> = 4..=16;

/// How long a question lives.
pub const QUESTION_LIFETIME: RangeInclusive<Duration> = Duration::from_secs(30)..=Duration::from_hours(1);
/// When a question is repeated; must also be shorter than its life.
pub const QUESTION_REPEAT_AFTER: RangeInclusive<Duration> = Duration::from_secs(10)..=Duration::from_hours(1);
/// How long it may be answered whether somebody is ready.
pub const READY_LIFETIME: RangeInclusive<Duration> = Duration::from_mins(1)..=Duration::from_hours(24);
/// Where people are asked one after the other, after how long the next is.
pub const ASK_NEXT_AFTER: RangeInclusive<Duration> = Duration::from_secs(10)..=Duration::from_hours(1);
/// Pause between two reauthentications of an account.
pub const REAUTH_INTERVAL: RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_hours(24);
/// How long an attempt is watched.
pub const ATTEMPT_LIFETIME: RangeInclusive<Duration> = Duration::from_mins(1)..=Duration::from_hours(24);
/// How long an invitation may be accepted.
pub const INVITATION_LIFETIME: RangeInclusive<Duration> =
    Duration::from_mins(1)..=Duration::from_hours(30 * 24);
/// Pause between two emails for an attempt.
pub const EMAIL_COOLDOWN: RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_hours(1);
/// Sign-ins of one command that are open at once.
pub const REAUTHS_AT_ONCE: RangeInclusive<u32> = 1..=50;
/// Pause between two looks at an attempt.
pub const PACE: RangeInclusive<Duration> = Duration::from_millis(100)..=Duration::from_mins(10);
/// Pause between two looks at an account.
pub const SESSION_CHECK: RangeInclusive<Duration> = Duration::from_mins(15)..=Duration::from_hours(24);

/// Days that an entry of the audit trail is kept.
pub const AUDIT_KEEP_DAYS: RangeInclusive<u32> = 1..=3_650;
/// Entries of the audit trail.
pub const AUDIT_ENTRIES_MAX: RangeInclusive<u32> = 1_000..=200_000;

/// Digits before the colon of a bot token: a numeric Telegram id.
pub const TOKEN_ID_DIGITS: RangeInclusive<usize> = 1..=16;
/// Characters after the colon of a bot token. Telegram hands out 35 and promises no length.
pub const TOKEN_SECRET_CHARACTERS: RangeInclusive<usize> = 30..=64;
/// Shortest intake token, in characters: what cannot be guessed over a network.
pub const INTAKE_TOKEN_CHARACTERS_MIN: usize = 16;
/// Longest secret, in bytes. A larger file is some other file.
pub const SECRET_BYTES_MAX: usize = 4096;
/// Longest agency name, in characters: it stands in every question.
pub const AGENCY_NAME_CHARACTERS_MAX: usize = 64;
/// Bytes of the key that a webhook's messages are signed with, as Standard Webhooks has it.
pub const WEBHOOK_KEY_BYTES: RangeInclusive<usize> = 24..=64;
/// Most webhooks.
pub const WEBHOOKS_MAX: usize = 8;
/// Most managers, and most chats.
pub const IDS_MAX: usize = 1000;
/// Largest numeric id at Telegram, which promises at most 52 significant bits.
pub const TELEGRAM_ID_MAX: i64 = (1 << 52) - 1;
/// Longest account id, in characters.
pub const ACCOUNT_ID_CHARACTERS_MAX: usize = 128;
/// Longest handle, in characters, without the `@`.
pub const HANDLE_CHARACTERS_MAX: usize = 64;
