//! Who may hand over attempts: whoever shows the intake token.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The scheme of RFC 6750. Names of schemes are case-insensitive.
const SCHEME: &[u8] = b"bearer ";

/// What the intake token is recognised by: its SHA-256.
pub(super) struct IntakeToken([u8; 32]);

impl IntakeToken {
    pub(super) fn new(token: &SecretString) -> Self {
        Self(Sha256::digest(token.expose_secret().as_bytes()).into())
    }

    /// Whether a request shows the token, in exactly one `Authorization` header.
    ///
    /// Hashes are compared, and in constant time, so that an answer's time tells neither how much of a guess is
    /// right nor how long the token is.
    pub(super) fn is_shown_in(&self, headers: &HeaderMap) -> bool {
        let mut shown = headers.get_all(AUTHORIZATION).iter();
        let (Some(credentials), None) = (shown.next(), shown.next()) else { return false };
        let Some((scheme, token)) = credentials.as_bytes().split_at_checked(SCHEME.len()) else {
            return false;
        };
        if !scheme.eq_ignore_ascii_case(SCHEME) {
            return false;
        }
        let shown: [u8; 32] = Sha256::digest(token.trim_ascii_start()).into();
        self.0.ct_eq(&shown).into()
    }
}

impl std::fmt::Debug for IntakeToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IntakeToken(••••)")
    }
}
