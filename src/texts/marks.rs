//! The words about marks: two pictures by which a genuine question is known.

use crate::model::notice::MarkShown;
use crate::model::{Handle, Mark};

use super::{Texts, text};

impl Texts {
    /// The line with the mark, in a question.
    pub(super) fn mark(&self, mark: &Mark) -> String {
        self.say("mark-line", &[text("mark", mark.as_str())])
    }

    /// Accepted; and what the mark of the new link is for.
    pub(super) fn linked(&self, handle: &Handle, mark: Option<&MarkShown>) -> String {
        let linked = self.about("linked", handle);
        mark.map_or_else(|| linked.clone(), |mark| format!("{linked}\n\n{}", self.mark_given(handle, mark)))
    }

    /// What a mark is for.
    pub(super) fn mark_given(&self, handle: &Handle, mark: &MarkShown) -> String {
        self.say("mark-given", &[text("handle", handle.as_str()), text("mark", mark.mark.as_str())])
    }
}
