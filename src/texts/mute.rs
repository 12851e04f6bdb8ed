//! The words about whether what a manager has not asked for makes a sound.

use crate::model::notice::MuteSaid;

use super::{Texts, text};

impl Texts {
    /// What is said to a manager about that.
    pub(super) fn mute(&self, said: MuteSaid) -> String {
        match said {
            MuteSaid::On { until: Some(until) } => self.say("mute-until", &[text("time", &self.date(until))]),
            MuteSaid::On { until: None } => self.plain("mute-on"),
            MuteSaid::Off => self.plain("mute-off"),
            MuteSaid::NotDuration => self.plain("mute-not-duration"),
        }
    }
}
