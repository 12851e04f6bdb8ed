//! Tells endpoints of the agency's system what has happened, as [Standard Webhooks](https://www.standardwebhooks.com)
//! describes it: a POST with an id, a time and a signature over both and the body.
//!
//! It knows nothing of what is told, and tries once: whoever calls tries again. An address may hold a secret of its own,
//! so it is never printed; an endpoint appears by a hash of it.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, StatusCode, Url, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::model::{EndpointId, Timestamp};

/// How long a connection may take to be made.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// How long an endpoint may take to answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(15);

/// What each secret begins with; the key follows in base64.
pub const SECRET_PREFIX: &str = "whsec_";

/// Why an endpoint has not taken something.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Error {
    /// There is no such endpoint any more.
    #[error("the endpoint is not configured")]
    Unknown,
    /// There was no connection, or no answer in time.
    #[error("the endpoint does not answer; check the address and the network")]
    Unreachable,
    /// It answered with something else than a success.
    #[error("the endpoint answers {0} in place of 2xx")]
    Refused(u16),
}

/// An endpoint as it is configured.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Where it is.
    pub url: Url,
    /// What messages to it are signed with: `whsec_` and a key in base64.
    pub secret: SecretString,
}

impl Endpoint {
    /// What it is recognised by.
    pub fn id(&self) -> EndpointId {
        let hash = Sha256::digest(self.url.as_str().as_bytes());
        let start = hash.first_chunk().map_or(0, |start| u64::from_be_bytes(*start));
        EndpointId(format!("{start:016x}"))
    }
}

/// The key in a secret; none if it is no secret of this kind.
pub fn key_of(secret: &str) -> Option<Zeroizing<Vec<u8>>> {
    STANDARD.decode(secret.strip_prefix(SECRET_PREFIX)?).ok().map(Zeroizing::new)
}

/// What a message is signed with, as the header has it.
pub fn signature(key: &[u8], id: &str, seconds: i64, body: &str) -> String {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

/// Speaks to all endpoints.
#[derive(Clone)]
pub struct Webhooks {
    client: Client,
    endpoints: BTreeMap<EndpointId, Endpoint>,
}

impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks").field("endpoints", &self.endpoints.keys()).finish_non_exhaustive()
    }
}

impl Webhooks {
    /// Speaks to these endpoints.
    ///
    /// # Panics
    ///
    /// If the TLS back end cannot start, which would be a defect of the build.
    pub fn new(endpoints: impl IntoIterator<Item = Endpoint>) -> Self {
        let client = Client::builder()
            .user_agent(concat!("twofa-bridge/", env!("CARGO_PKG_VERSION")))
            // What is told is for this endpoint and for nobody that it points to, nor for one in between.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(CONNECT_WITHIN)
            .timeout(ANSWER_WITHIN)
            .build()
            .expect("the TLS back end is compiled in");
        Self { client, endpoints: endpoints.into_iter().map(|it| (it.id(), it)).collect() }
    }

    /// Tells an endpoint something. Only a 2xx says that it has taken it.
    pub async fn deliver(
        &self,
        to: &EndpointId,
        id: &str,
        now: Timestamp,
        body: String,
    ) -> Result<(), Error> {
        let endpoint = self.endpoints.get(to).ok_or(Error::Unknown)?;
        let key = key_of(endpoint.secret.expose_secret()).ok_or(Error::Unknown)?;
        let seconds = now.0.div_euclid(1_000);
        let request = self
            .client
            .post(endpoint.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds)
            .header("webhook-signature", signature(&key, id, seconds, &body))
            .body(body);
        // The error holds the address.
        let status = request.send().await.map_err(|_| Error::Unreachable)?.status();
        if status.is_success() { Ok(()) } else { Err(refused(status)) }
    }
}

fn refused(status: StatusCode) -> Error {
    Error::Refused(status.as_u16())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_signed_as_in_the_example_of_the_specification() {
        let key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let (id, seconds) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330);
        let signed = signature(&key, id, seconds, r#"{"test": 2432232314}"#);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn an_endpoint_is_recognised_without_its_address() {
        let endpoint = |url: &str| Endpoint { url: url.parse().unwrap(), secret: "whsec_c2VjcmV0".into() };
        let one = endpoint("https://host.example/hook?key=secret");
        assert_eq!(one.id(), endpoint("https://host.example/hook?key=secret").id());
        assert_ne!(one.id(), endpoint("https://host.example/hook?key=other").id());
        assert_eq!(one.id().0.len(), 16);
        let shown = format!("{:?}", Webhooks::new([one]));
        assert!(!shown.contains("secret") && !shown.contains("host.example"), "{shown}");
    }
}
