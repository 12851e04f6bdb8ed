//! What a bot may ask about chats and their members.

use serde_json::json;

use super::request::{Outcome, Parameters, Refusal};
use super::state::{BOT_ID, State};

impl State {
    /// A chat that the bot knows: a group that it is in, or a person who has written to it.
    pub(super) fn get_chat(&self, parameters: &Parameters) -> Outcome {
        let chat = self.chat_of(parameters)?;
        if self.people.get(&chat).is_some_and(|person| !person.has_started) {
            return Err(Refusal::bad_request("chat not found"));
        }
        let mut json = self.chat_json(chat);
        json["accent_color_id"] = json!(0);
        json["max_reaction_count"] = json!(11);
        Ok(json)
    }

    /// What somebody is in a group.
    pub(super) fn get_chat_member(&self, parameters: &Parameters) -> Outcome {
        let chat = self.chat_of(parameters)?;
        let user = parameters.integer("user_id").unwrap_or(0);
        let Some(group) = self.groups.get(&chat) else {
            return Err(Refusal::bad_request("member list is inaccessible"));
        };
        if user == BOT_ID {
            let bot = json!({ "id": BOT_ID, "is_bot": true, "first_name": super::state::BOT_NAME });
            if group.bot_may_delete {
                return Ok(json!({ "user": bot, "status": "administrator", "can_delete_messages": true }));
            }
            return Ok(json!({ "user": bot, "status": "member" }));
        }
        if !group.members.contains(&user) {
            return Err(Refusal::bad_request("member not found"));
        }
        Ok(json!({ "user": self.user(user), "status": "member" }))
    }
}
