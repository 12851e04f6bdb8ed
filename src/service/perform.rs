//! From what the switchboard orders to calls of the adapters.

use tokio::time::sleep;
use tracing::{Instrument as _, info_span};

use super::{LANDS_WITHIN, Service, convert, log};
use crate::account_api;
use crate::account_api::budget::Interest;
use crate::model::trail::Query;
use crate::model::{AttemptId, DispatchId, EndpointId, OfferWord, UpdateId, WebLink};
use crate::switchboard::command::{self, Command, Note, Submission};
use crate::switchboard::event::{Event, Trouble};
use crate::telegram::{Button, Outgoing, Say, Show};
use crate::texts::{Does, Rendered};

/// What the document with what is stored about a person is called.
const DATA_NAME: &str = "my-data.json";

/// The longest text that Telegram shows in answer to a pressed button, in characters.
const MOST_TOAST: usize = 200;

impl Service {
    /// Sets a command going.
    pub(super) fn perform(&mut self, command: Command) {
        match command {
            // The loop has taken it out and handed it to the store.
            Command::Save(_) => {}
            Command::Show(show) => self.show(show),
            Command::Say(say) => self.say(say),
            Command::HandOver(document) => self.hand_over(&document),
            Command::Delete { at, message, update } => {
                let ticket = self.ticket();
                self.settling.entry(update).or_default().pending += 1;
                self.deleting.insert(ticket, (at, update));
                self.outbox.put(Outgoing::Delete { ticket, at, message });
            }
            Command::AnswerPress { query, notice, language } => {
                let texts = self.texts.in_language(language);
                let text = notice.map(|notice| texts.render(&notice, None).text);
                let text = text.map(|text| text.chars().take(MOST_TOAST).collect());
                self.outbox.put(Outgoing::Answer { query, text });
            }
            Command::Look { attempt, request, awaited, hazard, seen_at } => {
                let api = self.api.clone();
                let interest = Interest {
                    changes_per_hour: hazard.0,
                    seen_at: seen_at.map(|seen_at| self.clock.instant(seen_at)),
                };
                let span = info_span!("attempt", attempt.id = %attempt);
                self.calls.spawn(
                    async move {
                        let seen = if awaited {
                            api.look_now(&attempt).await
                        } else {
                            api.look(&attempt, interest).await
                        };
                        let result = seen.map_err(|error| convert::trouble(&error));
                        Some(Event::Seen { attempt, request, result })
                    }
                    .instrument(span),
                );
            }
            Command::Submit { attempt, request, answer, recorded_first: _ } => {
                self.submit(attempt, request, answer);
            }
            Command::TriggerEmail { attempt, request } => {
                self.changing_calls += 1;
                let api = self.api.clone();
                let span = info_span!("attempt", attempt.id = %attempt);
                self.calls.spawn(
                    async move {
                        let result = api.send_email(&attempt).await.map_err(|error| convert::trouble(&error));
                        Some(Event::EmailTriggered { attempt, request, result })
                    }
                    .instrument(span),
                );
            }
            Command::Reauthenticate { account, request } => {
                self.changing_calls += 1;
                let api = self.api.clone();
                self.calls.spawn(async move {
                    let result = api.reauthenticate(&account).await.map_err(|error| convert::trouble(&error));
                    Some(Event::Reauthenticated { account, request, result })
                });
            }
            Command::LookAtAccount { account, request } => {
                let api = self.api.clone();
                self.calls.spawn(async move {
                    let result = match api.look_at_account(&account).await {
                        Err(account_api::Error::Busy) => None,
                        seen => Some(seen.map_err(|error| convert::trouble(&error))),
                    };
                    Some(Event::AccountSeen { account, request, result })
                });
            }
            Command::ListAccounts => {
                let api = self.api.clone();
                self.calls.spawn(async move {
                    let listed = api.accounts().await;
                    if let Err(error) = &listed {
                        tracing::warn!("The accounts cannot be listed: {error}");
                    }
                    Some(Event::Listed(listed.map_err(|error| convert::trouble(&error))))
                });
            }
            Command::Recall { ticket, query } => self.recall(ticket, query),
            Command::Respond { ticket, response } => {
                if let Some(ask) = self.asks.remove(&ticket) {
                    // Whoever asked may have gone.
                    let _ = ask.send(response);
                }
            }
            Command::Deliver { to, id, document } => self.deliver(to, id, document),
            Command::Publish(record) => {
                if let Some(feed) = &self.shared.feed {
                    feed.publish(&record);
                }
            }
            Command::Settle(update) => self.decided(update),
            Command::Note(Note::KeyRefused) => self.key_refused(),
            Command::SetMenu { person, menu } => self.menus.order((person, menu)),
            Command::Note(note) => log::note(&note),
        }
    }

    /// Passes an answer on.
    fn submit(&mut self, attempt: AttemptId, request: u64, answer: Submission) {
        self.changing_calls += 1;
        let api = self.api.clone();
        let span = info_span!("attempt", attempt.id = %attempt);
        self.calls.spawn(
            async move {
                let judged = match &answer {
                    Submission::Code(code) => api.submit(&attempt, account_api::Submission::Code(code)).await,
                    Submission::FaceDone => api.submit(&attempt, account_api::Submission::FaceDone).await,
                };
                let result = judged.map_err(|error| convert::trouble(&error));
                if matches!(result, Err(Trouble::Lost)) {
                    sleep(LANDS_WITHIN).await;
                }
                Some(Event::Judged { attempt, request, result })
            }
            .instrument(span),
        );
    }

    /// Tells an endpoint something. A stop does not wait for it: what was not taken goes again after the next start.
    fn deliver(&mut self, to: EndpointId, id: DispatchId, document: String) {
        let webhooks = self.webhooks.clone();
        let now = self.clock.now();
        self.calls.spawn(async move {
            let delivered = webhooks.deliver(&to, &id.to_string(), now, document).await;
            if let Err(error) = &delivered {
                tracing::info!(endpoint.id = %to, event.id = %id, "Event {id} was not delivered: {error}");
            }
            Some(Event::Delivered { to, id, is_taken: delivered.is_ok() })
        });
    }

    fn show(&mut self, show: command::Show) {
        let command::Show { post, revision, to, edit, notice, offer, link, language, urgent, silent } = show;
        let rendered = self.texts.in_language(language).render(&notice, None);
        let keyboard = keyboard(&rendered, offer.as_ref(), link.as_ref());
        self.outbox.put(Outgoing::Show(Show {
            post,
            revision,
            to,
            edit,
            text: rendered.text,
            keyboard,
            urgent,
            protect: urgent,
            silent,
        }));
    }

    /// Has the store read entries of the audit trail.
    fn recall(&mut self, ticket: u64, query: Query) {
        let read = self.store.recall(query);
        self.calls.spawn(async move {
            let entries = read.await.ok()?.inspect_err(|error| {
                tracing::error!("The audit trail cannot be read: {error}");
            });
            Some(Event::Recalled { ticket, entries: entries.ok() })
        });
    }

    /// Sends somebody what is stored about them.
    fn hand_over(&mut self, document: &command::HandOver) {
        let command::HandOver { to, data, update } = document;
        // Text and numbers always become JSON.
        let bytes = serde_json::to_vec_pretty(data).unwrap_or_default();
        let ticket = self.say_for(Some(*update));
        let name = DATA_NAME.to_owned();
        self.outbox.put(Outgoing::Document { ticket, to: *to, name, bytes });
    }

    /// A ticket for something that is said, and until which an update is not settled.
    fn say_for(&mut self, update: Option<UpdateId>) -> u64 {
        let ticket = self.ticket();
        if let Some(update) = update
            && let Some(settling) = self.settling.get_mut(&update)
        {
            settling.pending += 1;
            self.saying.insert(ticket, Some(update));
        }
        ticket
    }

    fn say(&mut self, say: command::Say) {
        let command::Say { to, notice, offer, word, reply_to, language, update } = say;
        let rendered = self.texts.in_language(language).render(&notice, word.as_ref());
        let keyboard = keyboard(&rendered, offer.as_ref(), None);
        let ticket = self.say_for(update);
        let text = rendered.text;
        self.outbox.put(Outgoing::Say(Say {
            ticket,
            to,
            text,
            keyboard,
            reply_to,
            urgent: false,
            // An invitation is there to be passed on.
            protect: false,
        }));
    }
}

/// The buttons under a message: choices carry the offer's word, which is looked up when they are pressed.
fn keyboard(rendered: &Rendered, offer: Option<&OfferWord>, link: Option<&WebLink>) -> Vec<Vec<Button>> {
    let rows = rendered.buttons.iter().map(|row| {
        row.iter()
            .filter_map(|button| {
                let label = button.label.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
                match button.does {
                    Does::Choose(choice) => {
                        let data = format!("{}.{}", offer?.0, choice.letter());
                        Some(Button::Press { label, data })
                    }
                    Does::Open => Some(Button::Open { label, link: link?.clone() }),
                }
            })
            .collect::<Vec<_>>()
    });
    rows.filter(|row| !row.is_empty()).collect()
}
