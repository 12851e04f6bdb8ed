//! The languages against each other: none lacks anything, and each counts, measures and quotes as its people do.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use twofa_bridge::model::notice::{Again, Notice, Progress, Question};
use twofa_bridge::model::record::{ChallengeKind, CodeKind};
use twofa_bridge::model::{Handle, Language, Name};
use twofa_bridge::texts::{Role, Texts};

use super::{NOON, all_texts, bella, everything, name, question, question_ends, status, texts, visible};

/// The longest label of a button: longer ones are cut on a narrow phone.
const LONGEST_LABEL: usize = 32;

/// The longest label of three in a row.
const LONGEST_OF_THREE: usize = 14;

/// The longest text that Telegram shows in answer to a pressed button.
const LONGEST_TOAST: usize = 200;

/// The longest description of a command that a menu shows on one or two lines; Telegram takes 256.
const LONGEST_DESCRIPTION: usize = 64;

fn file(language: Language) -> String {
    let path = format!("{}/src/texts/{}.ftl", env!("CARGO_MANIFEST_DIR"), language.tag());
    std::fs::read_to_string(path).unwrap()
}

/// What a message is made of, apart from its words.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Parts {
    variables: BTreeSet<String>,
    quoted: BTreeSet<String>,
}

/// Each message of a file and its parts.
fn messages(language: Language) -> BTreeMap<String, Parts> {
    let resource = parser::parse(file(language)).unwrap();
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut parts = Parts::default();
        if let Some(pattern) = &message.value {
            collect(pattern, &mut parts);
        }
        let twice = messages.insert(message.id.name.clone(), parts);
        assert!(twice.is_none(), "{language:?} says {} twice", message.id.name);
    }
    messages
}

fn collect(pattern: &Pattern<String>, parts: &mut Parts) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, parts),
            Expression::Select { selector, variants } => {
                collect_inline(selector, parts);
                for variant in variants {
                    collect(&variant.value, parts);
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<String>, parts: &mut Parts) {
    match inline {
        InlineExpression::VariableReference { id } => {
            parts.variables.insert(id.name.clone());
        }
        InlineExpression::MessageReference { id, .. } => {
            parts.quoted.insert(id.name.clone());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                collect_inline(argument, parts);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => {}
    }
}

#[test]
fn no_language_lacks_a_message_a_variable_or_a_button_or_has_one_too_many() {
    let english = messages(Language::English);
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let theirs = messages(language);
        for (id, parts) in &english {
            match theirs.get(id) {
                None => wrong.push(format!("{language:?} lacks {id}")),
                Some(other) if other != parts => {
                    wrong.push(format!("{language:?}, {id}: {other:?}, in English {parts:?}"));
                }
                Some(_) => {}
            }
        }
        let surplus = theirs.keys().filter(|id| !english.contains_key(*id));
        wrong.extend(surplus.map(|id| format!("{language:?} has {id}, which English has not")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_offers_the_same_buttons_in_every_language() {
    let does = |texts: &Texts, notice: &Notice| {
        let rows = texts.render(notice, None).buttons.into_iter();
        rows.map(|row| row.into_iter().map(|button| button.does).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let english = texts();
    for (language, texts) in all_texts() {
        for notice in everything() {
            assert_eq!(does(&texts, &notice), does(&english, &notice), "{language:?}");
        }
    }
}

/// The marks between which a language quotes.
fn quotes(language: Language) -> (char, char) {
    match language {
        Language::English | Language::Portuguese => ('“', '”'),
        Language::German => ('„', '“'),
        Language::Romanian | Language::Polish => ('„', '”'),
        Language::Spanish
        | Language::French
        | Language::Italian
        | Language::Russian
        | Language::Ukrainian => ('«', '»'),
    }
}

#[test]
fn what_is_quoted_is_a_button_by_its_very_label() {
    const MARKS: [char; 6] = ['“', '”', '„', '«', '»', '"'];
    for language in Language::ALL {
        let (open, close) = quotes(language);
        for line in file(language).lines().filter(|line| !line.starts_with('#')) {
            let mut rest = line;
            while let Some(at) = rest.find(MARKS) {
                assert!(rest[at..].starts_with(open), "{language:?} quotes otherwise: {line}");
                let quote = &rest[at + open.len_utf8()..];
                let end = quote.find(MARKS).unwrap_or_else(|| panic!("{language:?} ends no quote: {line}"));
                assert!(quote[end..].starts_with(close), "{language:?} quotes otherwise: {line}");
                let quoted = quote[..end].trim();
                // What the platform calls a state is the only other thing that is quoted.
                let is_label = quoted.starts_with("{ button-") && quoted.ends_with(" }");
                assert!(is_label || quoted == "{ $state }", "{language:?} quotes words: {line}");
                rest = &quote[end + close.len_utf8()..];
            }
        }
    }
}

#[test]
fn what_is_quoted_in_a_message_is_a_button_that_exists() {
    for language in Language::ALL {
        let messages = messages(language);
        for (id, parts) in &messages {
            for quoted in &parts.quoted {
                assert!(messages.contains_key(quoted), "{language:?}, {id}: no {quoted}");
            }
        }
    }
}

#[test]
fn typography_is_that_of_print() {
    for language in Language::ALL {
        for line in file(language).lines().filter(|line| !line.starts_with('#')) {
            assert!(!line.contains(['\'', '\t']), "{language:?}: {line}");
            assert!(!line.contains("..."), "{language:?}: {line}");
            assert!(!line.ends_with(' ') && !line.trim_start().contains("  "), "{language:?}: {line}");
            if language == Language::French {
                // A mark of two parts would go to the next line alone.
                let is_loose = ["« ", " »", " :", " ;", " ?", " !"].iter().any(|mark| line.contains(mark));
                assert!(!is_loose, "{line}");
            }
        }
    }
}

fn tries(texts: &Texts, tries_left: u32) -> String {
    let again = Some(Again::Wrong { tries_left });
    let question = Question { again, ..question(CodeKind::App.into()) };
    let said = visible(&texts.render(&Notice::Question(question), None).text);
    said.lines().next().unwrap_or_default().to_owned()
}

fn revoked(texts: &Texts, count: u64) -> String {
    visible(&texts.render(&Notice::InvitationsRevoked { handle: bella(), count }, None).text)
}

#[test]
fn numbers_are_followed_by_the_form_that_the_language_wants() {
    // What follows 1, 2, 5, 21 and 22 tries.
    let forms: [(Language, [&str; 5]); 10] = [
        (Language::English, ["one try left", "2 tries", "5 tries", "21 tries", "22 tries"]),
        (Language::Spanish, ["un intento", "2 intentos", "5 intentos", "21 intentos", "22 intentos"]),
        (
            Language::Portuguese,
            ["uma tentativa", "2 tentativas", "5 tentativas", "21 tentativas", "22 tentativas"],
        ),
        (Language::French, ["1 essai.", "2 essais", "5 essais", "21 essais", "22 essais"]),
        (Language::German, ["einen Versuch", "2 Versuche", "5 Versuche", "21 Versuche", "22 Versuche"]),
        (Language::Italian, ["un tentativo", "2 tentativi", "5 tentativi", "21 tentativi", "22 tentativi"]),
        (
            Language::Romanian,
            ["o încercare", "2 încercări", "5 încercări", "21 de încercări", "22 de încercări"],
        ),
        (
            Language::Russian,
            [
                "осталась 1 попытка",
                "осталось 2 попытки",
                "осталось 5 попыток",
                "осталась 21 попытка",
                "осталось 22 попытки",
            ],
        ),
        (
            Language::Ukrainian,
            [
                "залишилася 1 спроба",
                "залишилося 2 спроби",
                "залишилося 5 спроб",
                "залишилася 21 спроба",
                "залишилося 22 спроби",
            ],
        ),
        (Language::Polish, ["jedna próba", "2 próby", "5 prób", "21 prób", "22 próby"]),
    ];
    assert_eq!(forms.each_ref().map(|(language, _)| *language), Language::ALL);
    for (language, expected) in forms {
        let texts = texts().in_language(language);
        for (count, form) in [1, 2, 5, 21, 22].into_iter().zip(expected) {
            let said = tries(&texts, count);
            assert!(said.contains(form), "{language:?}, {count}: {said}");
        }
    }
}

#[test]
fn nothing_and_many_are_counted_right_too() {
    for (language, none, many) in [
        (Language::English, "no open", "22 invitations"),
        (Language::Portuguese, "Não havia", "22 convites"),
        (Language::Romanian, "Nu exista", "22 de invitații"),
        (Language::Russian, "не было", "22 приглашения к"),
        (Language::Ukrainian, "не було", "22 запрошення до @bella більше не працюють"),
        (Language::Polish, "Nie było", "22 zaproszenia"),
    ] {
        let texts = texts().in_language(language);
        assert!(revoked(&texts, 0).contains(none), "{}", revoked(&texts, 0));
        assert!(revoked(&texts, 22).contains(many), "{}", revoked(&texts, 22));
    }
}

#[test]
fn durations_and_moments_are_written_as_people_write_them() {
    let forms: [(Language, [&str; 3], &str, &str); 10] = [
        (Language::English, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "2026-11-22 14:05 UTC"),
        (Language::Spanish, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "22/11/2026, 14:05 UTC"),
        (Language::Portuguese, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "22/11/2026, 14:05 UTC"),
        (Language::French, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "22/11/2026 14:05 UTC"),
        (
            Language::German,
            ["42 Sek.", "1 Min. 12 Sek.", "1 Std. 1 Min."],
            "14:05 UTC",
            "22.11.2026, 14:05 UTC",
        ),
        (Language::Italian, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "22/11/2026, 14:05 UTC"),
        (Language::Romanian, ["42 s", "1 min 12 s", "1 h 1 min"], "14:05 UTC", "22.11.2026, 14:05 UTC"),
        (Language::Russian, ["42 с", "1 мин 12 с", "1 ч 1 мин"], "14:05 UTC", "22.11.2026, 14:05 UTC"),
        (Language::Ukrainian, ["42 с", "1 хв 12 с", "1 год 1 хв"], "14:05 UTC", "22.11.2026, 14:05 UTC"),
        (Language::Polish, ["42 s", "1 min 12 s", "1 godz. 1 min"], "14:05 UTC", "22.11.2026, 14:05 UTC"),
    ];
    assert_eq!(forms.each_ref().map(|(language, ..)| *language), Language::ALL);
    for (language, durations, time, date) in forms {
        let texts = texts().in_language(language);
        let say = |notice: &Notice| visible(&texts.render(notice, None).text);
        for (seconds, form) in [42, 72, 3_660].into_iter().zip(durations) {
            let said = say(&Notice::ReauthLimit { handle: bella(), seconds });
            assert!(said.contains(form), "{language:?}: {said}");
        }
        let app = ChallengeKind::Code(CodeKind::App);
        let at = say(&Notice::Status(status(Progress::AskedTooOften { kind: app, until: NOON }, None)));
        assert!(at.contains(time) && !at.contains("2026"), "{language:?}: {at}");
        let until = say(&Notice::InvitationMade { handle: bella(), expires_at: NOON });
        assert!(until.contains(date), "{language:?}: {until}");
    }
}

#[test]
fn what_telegram_would_cut_is_short_enough() {
    let longest = Handle::parse(&"w".repeat(Handle::MOST)).unwrap();
    let toasts = [
        Notice::ButtonExpired,
        Notice::Noted,
        Notice::EmailAskedFor,
        Notice::EmailCooldown { seconds: 3_600 },
        Notice::TellingTheApi,
        Notice::StillChecking { handle: longest.clone() },
        Notice::InvitationsRevoked { handle: longest, count: 21 },
    ];
    for (language, texts) in all_texts() {
        for notice in &toasts {
            let said = texts.render(notice, None).text;
            assert!(said.chars().count() <= LONGEST_TOAST, "{language:?}: {said}");
        }
        for row in everything().iter().flat_map(|notice| texts.render(notice, None).buttons) {
            let longest = if row.len() > 2 { LONGEST_OF_THREE } else { LONGEST_LABEL / row.len().min(2) };
            for button in &row {
                let label = visible(&button.label);
                // Two stand side by side if they fit; the first may take more than half.
                let most = if row.len() == 2 { longest + 6 } else { longest };
                assert!(label.chars().count() <= most, "{language:?}: {label}");
            }
        }
        for role in [Role::Creator, Role::Manager, Role::Group] {
            for (_, says) in texts.commands(role) {
                assert!((3..=LONGEST_DESCRIPTION).contains(&says.chars().count()), "{language:?}: {says}");
            }
        }
    }
}

#[test]
fn buttons_of_one_message_cannot_be_confused() {
    for (language, texts) in all_texts() {
        for notice in everything() {
            let rows = texts.render(&notice, None).buttons;
            let labels: Vec<String> = rows.into_iter().flatten().map(|button| button.label).collect();
            let different: BTreeSet<&String> = labels.iter().collect();
            assert_eq!(labels.len(), different.len(), "{language:?}: {labels:?}");
        }
    }
}

/// Names as strangers may give them: right to left, with overrides, with ends of isolation that they never began.
const HOSTILE: [&str; 6] = [
    "سارة",
    "שרה לוי",
    "\u{202e}ecila",
    "\u{2069}\u{2069} (Acme)",
    "Bel\nla\r\n/stop @bella",
    "\u{2067}Bella\u{200f}\u{061c}",
];

#[test]
fn a_name_from_outside_stays_in_its_place_in_every_language() {
    for (language, texts) in all_texts() {
        for raw in HOSTILE {
            let notices = [
                Notice::InvitationAccepted { handle: bella(), name: name(raw) },
                Notice::CreatorUnreachable { handle: bella(), name: name(raw) },
                Notice::LinksEnded { handle: bella(), names: vec![name(raw), name("Ann")] },
            ];
            for notice in notices {
                let said = texts.render(&notice, None).text;
                assert_isolated(&said, &format!("{language:?}, {raw:?}: {said:?}"));
                assert!(!said.contains('\n'), "{language:?}, {raw:?}: {said:?}");
                assert!(said.contains(Name::new(raw).as_str()), "{language:?}, {raw:?}: {said:?}");
            }
        }
    }
}

#[test]
fn everything_that_is_filled_in_is_isolated() {
    for (language, texts) in all_texts() {
        for notice in everything() {
            let said = texts.render(&notice, None).text;
            assert_isolated(&said, &format!("{language:?}: {said:?}"));
        }
    }
    for (language, texts) in all_texts() {
        for notice in question_ends() {
            let said = texts.render(&notice, None).text;
            assert!(said.contains("\u{2068}bella\u{2069}"), "{language:?}: {said:?}");
        }
    }
}

/// Isolations are closed as often as they are opened and none is closed before; no other mark steers the direction.
fn assert_isolated(said: &str, why: &str) {
    let mut depth = 0_i32;
    for c in said.chars() {
        match c {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => {
                let steers = matches!(
                    c,
                    '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}'
                );
                assert!(!steers, "{why}");
                assert!(!c.is_control() || c == '\n', "{why}");
            }
        }
        assert!(depth >= 0, "{why}");
    }
    assert_eq!(depth, 0, "{why}");
}
