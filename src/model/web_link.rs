//! Links that the account API gives us to hand on: a face check, a page to confirm on.

use std::fmt;

use reqwest::Url;
use zeroize::Zeroizing;

/// A link that may be shown to a person: `https`, with a host, without credentials in it.
///
/// It opens somebody's verification, so it is treated as a secret: it does not print and is never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct WebLink(Zeroizing<String>);

/// Why a link from the account API is not shown to anybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum UnusableLink {
    /// It cannot be read as an absolute URL, or is longer than [`WebLink::MOST`].
    #[error("the link is not a URL")]
    NotAUrl,
    /// Its scheme is not `https`.
    #[error("the link is not https")]
    NotHttps,
    /// A user name or a password stands in it.
    #[error("the link carries credentials")]
    Credentials,
}

impl WebLink {
    /// The longest link that is handed on, in bytes.
    pub const MOST: usize = 2_048;

    /// Takes a link from the account API.
    pub fn parse(text: &str) -> Result<Self, UnusableLink> {
        if text.len() > Self::MOST {
            return Err(UnusableLink::NotAUrl);
        }
        let url = Url::parse(text).map_err(|_| UnusableLink::NotAUrl)?;
        if url.scheme() != "https" {
            return Err(UnusableLink::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(UnusableLink::Credentials);
        }
        Ok(Self(Zeroizing::new(url.into())))
    }

    /// The link, for the button that opens it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for WebLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebLink(••••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_without_credentials_is_shown() {
        assert!(WebLink::parse("https://verify.example/f?s=1").is_ok());
        assert_eq!(WebLink::parse("http://verify.example/"), Err(UnusableLink::NotHttps));
        assert_eq!(WebLink::parse("javascript:alert(1)"), Err(UnusableLink::NotHttps));
        assert_eq!(WebLink::parse("tg://resolve?domain=x"), Err(UnusableLink::NotHttps));
        assert_eq!(WebLink::parse("https://a:b@verify.example/"), Err(UnusableLink::Credentials));
        assert_eq!(WebLink::parse("/relative"), Err(UnusableLink::NotAUrl));
    }

    #[test]
    fn a_link_does_not_print() {
        let link = WebLink::parse("https://verify.example/secret");
        assert_eq!(format!("{link:?}"), "Ok(WebLink(••••))");
    }
}
