//! Updates that wait to be fetched, and the rules of `getUpdates`.
//!
//! The rules are those of the Bot API server's own source: an offset confirms all before it, the same offset
//! within half a second gets one update, a hurried one waits three seconds, a newer poll ends the older one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::request::{Outcome, Parameters, Refusal};
use super::state::State;

/// The longest a long poll may last, in seconds.
const LONGEST_POLL: i64 = 50;
/// How long an update waits to be fetched, in milliseconds.
const UPDATE_LIFETIME: i64 = 24 * 60 * 60 * 1000;
/// How long a press waits to be fetched, in milliseconds.
pub(super) const PRESS_LIFETIME: i64 = 150 * 1000;
/// The kinds that are delivered only when they are asked for by name.
const ONLY_WHEN_ASKED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

const WEBHOOK_IS_SET: &str = "Conflict: can't use getUpdates method while webhook is active; \
                              use deleteWebhook to delete the webhook first";
const ENDED_BY_WEBHOOK: &str = "Conflict: terminated by setWebhook request";
const ENDED_BY_OTHER_POLL: &str = "Conflict: terminated by other getUpdates request; \
                                   make sure that only one bot instance is running";

/// The queue of updates and who reads from it.
pub(super) struct Inbox {
    next_id: u32,
    queue: VecDeque<Queued>,
    delivered: BTreeMap<u32, Value>,
    repeats: Vec<Value>,
    allowed: Option<BTreeSet<String>>,
    webhook: Option<String>,
    /// The poll that may be answered; all earlier ones are over.
    current_poll: u64,
    last_poll: Option<(i64, Instant)>,
    /// How long a second of the polling rules lasts.
    pub(super) second: Duration,
}

struct Queued {
    id: u32,
    update: Value,
    since: i64,
    lifetime: i64,
}

/// A poll that was begun.
pub(super) struct Poll {
    number: u64,
    offset: i64,
    limit: usize,
    pub(super) until: Instant,
}

impl Inbox {
    pub(super) fn new() -> Inbox {
        Inbox {
            next_id: 500_001,
            queue: VecDeque::new(),
            delivered: BTreeMap::new(),
            repeats: Vec::new(),
            allowed: None,
            webhook: None,
            current_poll: 0,
            last_poll: None,
            second: Duration::from_secs(1),
        }
    }

    /// Queues an update of a kind that the bot asked for.
    fn queue(&mut self, kind: &str, body: Value, now: i64) -> Option<u32> {
        let is_wanted = match &self.allowed {
            Some(kinds) => kinds.contains(kind),
            None => !ONLY_WHEN_ASKED.contains(&kind),
        };
        if !is_wanted {
            return None;
        }
        let lifetime = if kind == "callback_query" { PRESS_LIFETIME } else { UPDATE_LIFETIME };
        let mut update = json!({ "update_id": self.next_id });
        update[kind] = body;
        Some(self.append(update, now, lifetime))
    }

    /// Queues whatever is given; where it is an object without an id, it gets one.
    pub(super) fn queue_raw(&mut self, mut update: Value, now: i64) -> u32 {
        let id = self.next_id;
        if let Some(fields) = update.as_object_mut() {
            fields.entry("update_id").or_insert(json!(id));
        }
        self.append(update, now, UPDATE_LIFETIME)
    }

    fn append(&mut self, update: Value, now: i64, lifetime: i64) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        self.queue.push_back(Queued { id, update, since: now, lifetime });
        id
    }

    /// Delivers an update again, whether it was confirmed or not.
    pub(super) fn repeat(&mut self, id: u32) -> bool {
        let queued = self.queue.iter().find(|queued| queued.id == id).map(|queued| &queued.update);
        let Some(update) = self.delivered.get(&id).or(queued).cloned() else {
            return false;
        };
        self.repeats.push(update);
        true
    }

    /// Goes on with another id, as after a week in which nothing came: nothing waits then.
    pub(super) fn restart_ids(&mut self, next: u32) {
        self.queue.clear();
        self.next_id = next;
    }

    pub(super) fn make_older(&mut self, by: i64) {
        for queued in &mut self.queue {
            queued.since -= by;
        }
    }

    pub(super) fn unconfirmed(&self, now: i64) -> Vec<u32> {
        self.queue.iter().filter(|queued| queued.lives_at(now)).map(|queued| queued.id).collect()
    }

    /// What `getWebhookInfo` tells.
    pub(super) fn webhook_json(&self) -> serde_json::Value {
        serde_json::json!({
            "url": self.webhook.clone().unwrap_or_default(),
            "has_custom_certificate": false,
            "pending_update_count": 0,
        })
    }

    pub(super) fn set_webhook(&mut self, url: &str) {
        self.webhook = Some(url.to_owned()).filter(|url| !url.is_empty());
        self.current_poll += 1;
    }

    pub(super) fn delete_webhook(&mut self, drop_pending: bool) {
        self.webhook = None;
        if drop_pending {
            self.queue.clear();
        }
    }

    fn confirm(&mut self, offset: i64) -> i64 {
        let tail = i64::from(self.next_id);
        let head = self.queue.front().map_or(tail, |queued| i64::from(queued.id));
        let from = if offset < 0 { (tail + offset).max(head) } else { offset };
        // An offset beyond all ids confirms nothing: ids may have begun anew.
        if from == 0 || from > tail {
            return head;
        }
        while let Some(confirmed) = self.queue.pop_front_if(|queued| i64::from(queued.id) < from) {
            self.delivered.insert(confirmed.id, confirmed.update);
        }
        from
    }
}

impl Queued {
    fn lives_at(&self, now: i64) -> bool {
        now - self.since <= self.lifetime
    }
}

impl State {
    /// Queues an update of a kind that the bot asked for; `None` if it did not.
    pub(super) fn queue_update(&mut self, kind: &str, body: Value) -> Option<u32> {
        self.inbox.queue(kind, body, self.clock.milliseconds())
    }

    /// Ends the poll before, confirms, and says what this one may have and until when.
    pub(super) fn begin_poll(&mut self, parameters: &Parameters) -> Result<Poll, Refusal> {
        let inbox = &mut self.inbox;
        if inbox.webhook.is_some() {
            return Err(Refusal::new(409, WEBHOOK_IS_SET));
        }
        let offset = parameters.integer("offset").unwrap_or(0);
        let mut limit = parameters.integer("limit").unwrap_or(100).clamp(1, 100);
        let mut timeout = parameters.integer("timeout").unwrap_or(0).clamp(0, LONGEST_POLL);
        if let Some(kinds) = parameters.list("allowed_updates") {
            let kinds: BTreeSet<String> =
                kinds.iter().filter_map(Value::as_str).map(str::to_lowercase).collect();
            inbox.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
        }

        let now = Instant::now();
        let second = inbox.second;
        if let Some((_, before)) = inbox.last_poll.filter(|(last_offset, _)| *last_offset == offset) {
            if timeout < 3 && now < before + second * 3 {
                timeout = 3;
            }
            if now < before + second / 2 {
                limit = 1;
            }
        }
        inbox.last_poll = Some((offset, now));
        inbox.current_poll += 1;
        Ok(Poll {
            number: inbox.current_poll,
            offset: inbox.confirm(offset),
            limit: usize::try_from(limit).unwrap_or(1),
            until: now + second * u32::try_from(timeout).unwrap_or(0),
        })
    }

    /// The answer to a poll, or `None` while there is nothing to answer.
    pub(super) fn answer_poll(&mut self, poll: &Poll) -> Option<Outcome> {
        let now = self.clock.milliseconds();
        let inbox = &mut self.inbox;
        if inbox.webhook.is_some() {
            return Some(Err(Refusal::new(409, ENDED_BY_WEBHOOK)));
        }
        if inbox.current_poll != poll.number {
            return Some(Err(Refusal::new(409, ENDED_BY_OTHER_POLL)));
        }
        inbox.queue.retain(|queued| queued.lives_at(now));
        let mut updates: Vec<Value> = std::mem::take(&mut inbox.repeats);
        let waiting = inbox.queue.iter().filter(|queued| i64::from(queued.id) >= poll.offset);
        updates.extend(waiting.take(poll.limit).map(|queued| queued.update.clone()));
        if updates.is_empty() && Instant::now() < poll.until {
            return None;
        }
        Some(Ok(Value::Array(updates)))
    }
}
