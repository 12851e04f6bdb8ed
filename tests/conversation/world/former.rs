//! Records as the first version wrote them: without what was added since.

use serde_json::{Value, json};

/// Members that were added since, by the record or the part of one that has them.
const ADDED_TO_ASKED: [&str; 3] = ["maybe_since", "postponed", "own_times"];

/// Rewrites a record.
pub(super) fn write(record: &mut Value) {
    for (kind, member) in
        [("Link", "mark"), ("Attempt", "nudged_at"), ("Person", "quiet"), ("Person", "muted")]
    {
        if let Some(record) = record.get_mut(kind).and_then(Value::as_object_mut) {
            assert!(record.remove(member).is_some(), "{member} is no member any more");
        }
    }
    let Some(stage) = record.pointer_mut("/Attempt/stage") else { return };
    for (kind, place) in [("asking", ""), ("checking", "/0")] {
        if let Some(challenge) = stage.pointer_mut(&format!("/{kind}{place}")) {
            write_challenge(challenge);
        }
    }
    if let Some(answer) = stage.pointer_mut("/checking/1") {
        assert!(answer.as_object_mut().unwrap().remove("submissions").is_some());
    }
}

/// *Later* of one person held for everybody.
fn write_challenge(challenge: &mut Value) {
    let mut postponed = Value::Null;
    for asked in challenge["asked"].as_array_mut().unwrap() {
        let asked = asked.as_object_mut().unwrap();
        if asked["postponed"].is_number() {
            postponed = json!([asked["person"], asked["postponed"]]);
        }
        for member in ADDED_TO_ASKED {
            assert!(asked.remove(member).is_some(), "{member} is no member any more");
        }
    }
    challenge["postponed"] = postponed;
}
