//! What goes over the wire: where to, with which key, which bodies, and how answers are read off it.

use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Response, Url};
use secrecy::{ExposeSecret, SecretString};
use tracing::debug;
use zeroize::Zeroizing;

use super::error::{Error, SetupError};
use super::{MOST_ANSWER, Submission, answers};
use crate::model::Code;

/// Refuses an address that would show the key to others or cannot be built upon.
pub(super) fn check_base(url: &Url) -> Result<(), SetupError> {
    let is_bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none()
        && !url.cannot_be_a_base();
    let host = url.host_str().filter(|_| is_bare).ok_or(SetupError::NotABase)?;
    let is_loopback = host == "localhost"
        || host
            .trim_matches(['[', ']'])
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback());
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback => Ok(()),
        _ => Err(SetupError::NotHttps),
    }
}

/// The header with the key, marked so that it does not print. The HTTP client keeps it for good, unwiped.
pub(super) fn authorization(key: &SecretString) -> Result<HeaderValue, SetupError> {
    let key = key.expose_secret();
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(SetupError::NotAKey);
    }
    let bearer = Zeroizing::new(format!("Bearer {key}"));
    let mut header = HeaderValue::from_str(&bearer).map_err(|_| SetupError::NotAKey)?;
    header.set_sensitive(true);
    Ok(header)
}

/// The body that hands in an answer. Written by hand, so that no serialiser's buffer keeps the code: a code is digits
/// and needs no escaping.
pub(super) fn submission_body(submission: Submission<'_>) -> Zeroizing<Vec<u8>> {
    match submission {
        Submission::Code(code) => {
            let (before, after) = (br#"{"code":""#, br#""}"#);
            // Of the final size from the start: growing would leave a copy behind.
            let mut body = Zeroizing::new(Vec::with_capacity(before.len() + Code::MOST + after.len()));
            body.extend_from_slice(before);
            body.extend_from_slice(code.expose().as_bytes());
            body.extend_from_slice(after);
            body
        }
        Submission::FaceDone => Zeroizing::new(br#"{"selfie_verification_completed":true}"#.to_vec()),
    }
}

/// Reads the body of an answer, and stops when it is longer than [`MOST_ANSWER`].
pub(super) async fn body(mut response: Response) -> Result<Zeroizing<Vec<u8>>, Error> {
    let status = Some(response.status().as_u16());
    let mut body = Zeroizing::new(Vec::new());
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > MOST_ANSWER => return Err(Error::Malformed),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) => {
                debug!("An answer of the account API broke off: {}", chain(&error.without_url()));
                return Err(Error::Lost { status });
            }
        }
    }
}

/// The waiting time that the header gives, in seconds or as a date. A date is compared with the answer's own, so that
/// our clock need not agree with the API's.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return answers::retry_after(seconds.into());
    }
    let moment = |date: &str| jiff::fmt::rfc2822::parse(date).ok().map(|date| date.timestamp());
    let answered = moment(headers.get(DATE)?.to_str().ok()?)?;
    answers::retry_after(moment(text)?.duration_since(answered).as_secs_f64())
}

/// An error and what caused it, in one line.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |line, cause| format!("{line}: {cause}"))
}
