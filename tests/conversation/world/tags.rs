//! Tags are random; in a transcript they are numbered in the order of their appearance.

use std::collections::BTreeMap;

use twofa_bridge::model::notice::{CheckSaid, Ending, Progress, Question, ReadyQuestion, Status};
use twofa_bridge::model::{Handle, Mark, Notice, Seed, Tag, Timestamp};

/// Tags are random, so each is replaced by a number that tells which attempt it is, in the order of their appearance.
#[derive(Default)]
pub(super) struct Tags {
    known: BTreeMap<(Handle, Tag), (Tag, Option<Timestamp>)>,
    given: u8,
    marks: Vec<Mark>,
}

impl Tags {
    fn get(&mut self, handle: &Handle, tag: Tag, started_at: Option<Timestamp>) -> Tag {
        let key = (handle.clone(), tag);
        if let Some((given, known)) = self.known.get(&key)
            && (started_at.is_none() || known.is_none() || *known == started_at)
        {
            let given = *given;
            let known = started_at.or(*known);
            self.known.insert(key, (given, known));
            return given;
        }
        self.given += 1;
        let given = Tag(10 + self.given);
        self.known.insert(key, (given, started_at));
        given
    }

    /// Marks are random, too: each is replaced by another one, in the order of their appearance.
    fn mark(&mut self, mark: &mut Mark) {
        let at = self.marks.iter().position(|known| known == mark).unwrap_or_else(|| {
            self.marks.push(mark.clone());
            self.marks.len() - 1
        });
        *mark = Seed([1; 32]).mark(u32::try_from(at).unwrap());
    }

    fn replace_marks(&mut self, notice: &mut Notice) {
        match notice {
            Notice::Question(Question { mark, .. })
            | Notice::Ready(ReadyQuestion { mark, .. })
            | Notice::ReadyAgain { mark, .. }
            | Notice::Check(CheckSaid::Question { mark, .. }) => {
                if let Some(mark) = mark {
                    self.mark(mark);
                }
            }
            Notice::Linked { mark: Some(shown), .. } | Notice::MarkGiven { mark: shown, .. } => {
                self.mark(&mut shown.mark);
            }
            Notice::MyAccounts { links, quiet: _ } => {
                links.iter_mut().filter_map(|link| link.mark.as_mut()).for_each(|mark| self.mark(mark));
            }
            _ => {}
        }
    }

    pub(super) fn normal(&mut self, notice: &Notice) -> Notice {
        let mut notice = notice.clone();
        self.replace_marks(&mut notice);
        if let Notice::Question(it) = &mut notice {
            it.tag = self.get(&it.handle, it.tag, Some(it.started_at));
        } else if let Notice::Ready(it) = &mut notice {
            it.tag = self.get(&it.handle, it.tag, None);
        } else if let Notice::Status(it) = &mut notice {
            it.tag = self.get(&it.handle, it.tag, begun(it));
        } else if let Notice::Open { attempts, .. } = &mut notice {
            for it in attempts {
                it.tag = self.get(&it.handle, it.tag, begun(it));
            }
        } else if let Notice::Board(board) = &mut notice {
            for it in board.lines.iter_mut().filter_map(|line| line.open.as_mut()) {
                it.tag = self.get(&it.handle, it.tag, begun(it));
            }
        } else if let Notice::WhichAccount { choices } = &mut notice {
            for (handle, tag) in choices {
                *tag = self.get(handle, *tag, None);
            }
        } else if let Notice::QuestionEnded { handle, tag, .. }
        | Notice::QuestionRepeated { handle, tag }
        | Notice::NotMeAlert { handle, tag, .. }
        | Notice::ReadyEnded { handle, tag, .. }
        | Notice::AlreadyAsked { handle, tag }
        | Notice::AlreadyOpen { handle, tag } = &mut notice
        {
            *tag = self.get(handle, *tag, None);
        }
        notice
    }
}

/// When a sign-in began; none while it waits until somebody is ready, and keeps its tag when it begins.
fn begun(status: &Status) -> Option<Timestamp> {
    match &status.progress {
        Progress::AskingReady { .. }
        | Progress::ReadyTooOften { .. }
        | Progress::ReadyQuiet { .. }
        | Progress::Postponed { .. }
        | Progress::Ended { ending: Ending::NotNow { .. } | Ending::NobodyReady, .. } => None,
        _ => Some(status.started_at),
    }
}
