//! What goes out: everything that is sent, edited, deleted or answered, through one queue.
//!
//! The queue keeps the order within a chat, merges the edits of a post, lets questions overtake status lines, and
//! keeps to Telegram's limits; `queue` holds these rules and is pure. Here its jobs become calls, and their outcomes
//! reports. It knows nothing of what is said.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, mpsc};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::client::{Client, Error, Placed};
use crate::model::{Address, ChatId, MessageId, PostId, TelegramTime, WebLink};

mod call;
mod chat;
mod places;
mod queue;
mod rate;

use queue::{Next, Queue, Task};

/// How many reports wait to be read; then sending waits.
pub const REPORTS_MOST: usize = 1_024;

/// Something to be done in Telegram.
#[derive(Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// A message through all its edits: sends it, or edits it. Repeated until its fate is known.
    Show(Show),
    /// A message that is sent once, as well as it goes; never repeated if it may have arrived.
    Say(Say),
    /// A file that is sent once. In every other way it is a [`Say`].
    Document {
        /// Names it in the report, which is that of a [`Say`].
        ticket: u64,
        /// Where it is sent.
        to: Address,
        /// What it is called, with its ending.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// Deletes a message, before anything else in its chat.
    Delete {
        /// Names it in the report.
        ticket: u64,
        /// Where it stands.
        at: Address,
        /// Which.
        message: MessageId,
    },
    /// Answers a press, so that the button stops spinning: before everything else, and never repeated.
    Answer {
        /// What the press was called.
        query: String,
        /// What is shown for a moment; cut to 200 characters.
        text: Option<String>,
    },
}

/// A revision of a post. Of several that wait, the newest is shown; one that is older than what is shown, or is
/// being shown, is ignored without a report.
///
/// A post is one message: while the outbox knows where it stands, a revision without `edit` edits it too. To say
/// something anew, take another post.
#[derive(Clone, PartialEq, Eq)]
pub struct Show {
    /// Of which post.
    pub post: PostId,
    /// Counts up.
    pub revision: u32,
    /// Where it is sent.
    pub to: Address,
    /// The message to edit, if it was sent before.
    pub edit: Option<MessageId>,
    /// What it says, plain; cut to 4096 characters.
    pub text: String,
    /// Rows of buttons.
    pub keyboard: Vec<Vec<Button>>,
    /// Whether it overtakes what is not.
    pub urgent: bool,
    /// Whether Telegram keeps it from being forwarded and saved.
    pub protect: bool,
    /// Whether it arrives without a sound.
    pub silent: bool,
}

/// A message that is said once.
#[derive(Clone, PartialEq, Eq)]
pub struct Say {
    /// Names it in the report.
    pub ticket: u64,
    /// Where it is sent.
    pub to: Address,
    /// What it says, plain; cut to 4096 characters.
    pub text: String,
    /// Rows of buttons.
    pub keyboard: Vec<Vec<Button>>,
    /// The message that it quotes, if that still exists.
    pub reply_to: Option<MessageId>,
    /// Whether it overtakes what is not.
    pub urgent: bool,
    /// Whether Telegram keeps it from being forwarded and saved.
    pub protect: bool,
}

/// A button under a message.
#[derive(Clone, PartialEq, Eq)]
pub enum Button {
    /// Comes back as a press.
    Press {
        /// What it says.
        label: String,
        /// What comes back, 1 to 64 bytes.
        data: String,
    },
    /// Opens a page. The bot does not learn of it.
    Open {
        /// What it says.
        label: String,
        /// The page.
        link: WebLink,
    },
}

/// What became of something outgoing. Each `Show` that is not overtaken by a newer revision, each `Say`, each
/// `Document` and each `Delete` gets one in the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Report {
    /// This revision stands in the chat.
    Shown {
        /// Of which post.
        post: PostId,
        /// Which revision.
        revision: u32,
        /// In which message.
        message: MessageId,
        /// When it was sent or edited, by Telegram's clock; `None` if the message already said this and Telegram
        /// therefore did not say.
        date: Option<TelegramTime>,
    },
    /// This revision does not, and will not.
    NotShown {
        /// Of which post.
        post: PostId,
        /// Which revision.
        revision: u32,
        /// Why.
        why: Why,
    },
    /// It stands in the chat.
    Said {
        /// Its ticket.
        ticket: u64,
    },
    /// It does not, or nobody knows.
    NotSaid {
        /// Its ticket.
        ticket: u64,
        /// Why.
        why: Why,
    },
    /// There is no such message any more.
    Deleted {
        /// Its ticket.
        ticket: u64,
    },
    /// The message is still there, as far as anybody knows.
    NotDeleted {
        /// Its ticket.
        ticket: u64,
        /// Why.
        why: Why,
    },
    /// A group has another number. What was for it goes there already; this can be told more than once.
    Moved {
        /// The old number.
        from: ChatId,
        /// The new one.
        to: ChatId,
    },
}

/// Why something did not happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The chat does not take messages from the bot.
    ChatGone,
    /// The message to edit was deleted, or can no longer be edited.
    MessageGone,
    /// Telegram rejects it, and would again.
    Rejected,
    /// Telegram could not be reached for too long, or its answer was lost.
    Unknown,
    /// Too much waits already.
    Full,
}

// What is said to people holds links, names and reasons: only the numbers print.

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show(show) => show.fmt(f),
            Self::Say(say) => say.fmt(f),
            Self::Document { ticket, to, .. } => {
                f.debug_struct("Document").field("ticket", ticket).field("to", to).finish_non_exhaustive()
            }
            Self::Delete { ticket, at, message } => f
                .debug_struct("Delete")
                .field("ticket", ticket)
                .field("at", at)
                .field("message", message)
                .finish(),
            Self::Answer { .. } => f.write_str("Answer(••••)"),
        }
    }
}

impl fmt::Debug for Show {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Show")
            .field("post", &self.post)
            .field("revision", &self.revision)
            .field("to", &self.to)
            .field("edit", &self.edit)
            .field("urgent", &self.urgent)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Say")
            .field("ticket", &self.ticket)
            .field("to", &self.to)
            .field("urgent", &self.urgent)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Button {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Press { .. } => "Press(••••)",
            Self::Open { .. } => "Open(••••)",
        })
    }
}

/// The sending side of the bot. When the receiver that came with it ends, so has the sending.
pub struct Outbox {
    shared: Arc<Shared>,
    /// Weak, so that the reports end with the task.
    reports: mpsc::WeakSender<Report>,
    /// One task; it ends when this is dropped.
    sending: JoinSet<()>,
}

/// What `put` and the sending task both touch.
struct Shared {
    queue: Mutex<Queue>,
    changed: Notify,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Whoever panicked with the lock has ended the task, and that ends the program.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outbox {
    /// Begins to send what is put in.
    pub fn start(client: Client) -> (Self, mpsc::Receiver<Report>) {
        Self::begin(client, None)
    }

    /// The same where a process before this one may have sent until `before`: Telegram counts what that one did, so this
    /// one takes its limits to be used up by then. A person is written to a second later at the earliest, and a group
    /// 3.1 s.
    pub fn start_after(client: Client, before: Instant) -> (Self, mpsc::Receiver<Report>) {
        Self::begin(client, Some(before))
    }

    fn begin(client: Client, before: Option<Instant>) -> (Self, mpsc::Receiver<Report>) {
        let (report, reports) = mpsc::channel(REPORTS_MOST);
        let shared = Arc::new(Shared { queue: Mutex::new(Queue::new(before)), changed: Notify::new() });
        let weak = report.downgrade();
        let mut sending = JoinSet::new();
        sending.spawn(send_all(client, Arc::clone(&shared), report));
        (Self { shared, reports: weak, sending }, reports)
    }

    /// Takes something to be done; never waits. If too much waits already, the report says `Full`.
    pub fn put(&self, outgoing: Outgoing) {
        let refused = self.shared.queue().put(Instant::now(), outgoing);
        self.shared.changed.notify_one();
        if let Some(report) = refused {
            if let Report::NotSaid { .. } = report {
                // Anybody can bring this about by writing fast.
                tracing::debug!("Too many answers wait for a chat; one was dropped");
            } else {
                tracing::error!("Too much waits to be sent to Telegram; something was dropped");
            }
            if let Some(reports) = self.reports.upgrade() {
                // If the reports are not read either, there is nobody to tell.
                let _ = reports.try_send(report);
            }
        }
    }

    /// How much waits or is under way.
    pub fn depth(&self) -> usize {
        self.shared.queue().depth()
    }

    /// Sends what is urgent, deletes and answers, as far as that goes until `deadline`; then drops the rest. The
    /// reports must be read meanwhile.
    ///
    /// # Panics
    ///
    /// If the sending has panicked.
    pub async fn close(mut self, deadline: Instant) {
        self.shared.queue().close();
        self.shared.changed.notify_one();
        if let Ok(Some(Err(ended))) = timeout_at(deadline, self.sending.join_next()).await
            && ended.is_panic()
        {
            std::panic::resume_unwind(ended.into_panic());
        }
    }
}

/// The one task: takes from the queue what may go, and puts back what became of it.
async fn send_all(client: Client, shared: Arc<Shared>, reports: mpsc::Sender<Report>) {
    // Bounded by the queue, which lets only so many go at once.
    let mut calls: JoinSet<(Task, Result<Option<Placed>, Error>)> = JoinSet::new();
    loop {
        let wake = loop {
            let next = shared.queue().take(Instant::now());
            match next {
                Next::Go(task) => {
                    let client = client.clone();
                    calls.spawn(async move {
                        let result = call::perform(&client, &task).await;
                        (task, result)
                    });
                }
                Next::Wait(until) => break until,
                Next::Closed => return,
            }
        };
        tokio::select! {
            Some(done) = calls.join_next() => {
                let (task, result) = match done {
                    Ok(done) => done,
                    // Calls are cancelled only together with this task.
                    Err(ended) => std::panic::resume_unwind(ended.into_panic()),
                };
                let told = shared.queue().finish(Instant::now(), task, result);
                for report in told {
                    // Whoever does not want to know any more still wants it sent.
                    let _ = reports.send(report).await;
                }
            }
            () = shared.changed.notified() => {}
            () = sleep_until(wake.unwrap_or_else(Instant::now)), if wake.is_some() => {}
        }
    }
}
