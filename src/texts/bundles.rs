//! The Fluent files, read: one bundle for each language.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::Unreadable;
use crate::model::Language;

/// The file of a language.
pub(super) fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("en.ftl"),
        Language::Spanish => include_str!("es.ftl"),
        Language::Portuguese => include_str!("pt-BR.ftl"),
        Language::French => include_str!("fr.ftl"),
        Language::German => include_str!("de.ftl"),
        Language::Italian => include_str!("it.ftl"),
        Language::Romanian => include_str!("ro.ftl"),
        Language::Russian => include_str!("ru.ftl"),
        Language::Ukrainian => include_str!("uk.ftl"),
        Language::Polish => include_str!("pl.ftl"),
    }
}

/// The bundles of all languages.
pub(super) struct Bundles(Vec<(Language, FluentBundle<FluentResource>)>);

impl Bundles {
    /// Reads all files.
    pub(super) fn read() -> Result<Self, Unreadable> {
        Language::ALL
            .into_iter()
            .map(|language| Ok((language, read(language)?)))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The bundle of a language.
    pub(super) fn of(&self, language: Language) -> Option<&FluentBundle<FluentResource>> {
        self.0.iter().find(|(it, _)| *it == language).map(|(_, bundle)| bundle)
    }
}

fn read(language: Language) -> Result<FluentBundle<FluentResource>, Unreadable> {
    let unreadable = |why: String| Unreadable(format!("{}.ftl: {why}", language.tag()));
    let resource = FluentResource::try_new(file(language).to_owned())
        .map_err(|(_, errors)| unreadable(format!("{errors:?}")))?;
    let tag: LanguageIdentifier = language
        .tag()
        .parse()
        .map_err(|error: unic_langid::LanguageIdentifierError| unreadable(error.to_string()))?;
    // The plural forms are those of the bundle's language.
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.add_resource(resource).map_err(|errors| unreadable(format!("{errors:?}")))?;
    Ok(bundle)
}
