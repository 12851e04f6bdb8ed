//! What can go wrong between a bot and Telegram, to order.

use std::time::Duration;

/// One way in which a request goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 429 with `retry_after` in seconds; nothing happens.
    TooManyRequests {
        /// How long the bot is told to wait, in seconds.
        retry_after: u64,
    },
    /// 500 in Telegram's own words; nothing happens.
    ServerError,
    /// 502 with a page of HTML, as from a proxy; nothing happens.
    BadGateway,
    /// An answer `ok: false` with this code and description; nothing happens.
    Refused {
        /// The status and `error_code`.
        status: u16,
        /// The description.
        description: String,
    },
    /// No answer at all, for as long as the client cares to wait; nothing happens.
    Hang,
    /// The connection breaks before anything happens.
    CutBefore,
    /// The request does what it should, and the connection breaks before the answer.
    CutAfter,
    /// The request does what it should, and the answer is no JSON.
    Garbled,
    /// The request does what it should after this time.
    Slow(Duration),
}

impl Fault {
    /// This fault in the next request of any kind, once.
    pub fn once(self) -> Trouble {
        self.times(1)
    }

    /// This fault in the next `times` requests of any kind.
    pub fn times(self, times: u32) -> Trouble {
        Trouble { fault: self, method: None, chat: None, left: Some(times) }
    }

    /// This fault until [`Telegram::clear_troubles`](super::Telegram::clear_troubles).
    pub fn until_cleared(self) -> Trouble {
        Trouble { fault: self, method: None, chat: None, left: None }
    }
}

/// A fault, the requests it meets, and how many of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    fault: Fault,
    method: Option<String>,
    chat: Option<i64>,
    left: Option<u32>,
}

impl Trouble {
    /// Only in requests of this method.
    #[must_use]
    pub fn on(mut self, method: &str) -> Trouble {
        self.method = Some(method.to_owned());
        self
    }

    /// Only in requests for this chat.
    #[must_use]
    pub fn in_chat(mut self, chat: i64) -> Trouble {
        self.chat = Some(chat);
        self
    }

    fn meets(&self, method: &str, chat: Option<i64>) -> bool {
        self.method.as_ref().is_none_or(|mine| mine.eq_ignore_ascii_case(method))
            && self.chat.is_none_or(|mine| chat == Some(mine))
    }
}

/// Takes the first fault that meets this request, and counts it.
pub(super) fn take(troubles: &mut Vec<Trouble>, method: &str, chat: Option<i64>) -> Option<Fault> {
    let position = troubles.iter().position(|trouble| trouble.meets(method, chat))?;
    let trouble = troubles.get_mut(position)?;
    let fault = trouble.fault.clone();
    if let Some(left) = &mut trouble.left {
        *left = left.saturating_sub(1);
        if *left == 0 {
            troubles.remove(position);
        }
    }
    Some(fault)
}
