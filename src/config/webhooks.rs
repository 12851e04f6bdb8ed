//! `[[webhooks]]`: where the agency's system is told what happens.

use ::config::ValueKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Url;
use secrecy::SecretString;

use super::bounds::{WEBHOOK_KEY_BYTES, WEBHOOKS_MAX};
use super::reader::Reader;

/// `[[webhooks]]`: one endpoint.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where it is: https, or a loopback address.
    pub url: Url,
    /// What messages to it are signed with: `whsec_` and a key in base64.
    pub secret: SecretString,
}

/// `whsec_` and a key of a length that the specification allows.
fn webhook_secret(secret: &str) -> Option<String> {
    let key = secret.strip_prefix("whsec_").and_then(|key| STANDARD.decode(key).ok());
    let is_right = key.is_some_and(|key| WEBHOOK_KEY_BYTES.contains(&key.len()));
    (!is_right).then(|| {
        "not whsec_ and a key of 24 to 64 bytes in base64; make one with: echo whsec_$(openssl rand -base64 32)"
            .to_owned()
    })
}

impl Reader<'_> {
    pub(super) fn webhooks(&mut self) -> Vec<Webhook> {
        let Some(ValueKind::Array(elements)) = self.value("webhooks").map(|value| value.kind) else {
            return Vec::new();
        };
        if !elements.iter().all(|element| matches!(element.kind, ValueKind::Table(_))) {
            // The walk over the file has said so.
            return Vec::new();
        }
        if elements.len() > WEBHOOKS_MAX {
            self.problem(
                "webhooks",
                format!("lists {} endpoints, and {WEBHOOKS_MAX} is the most", elements.len()),
            );
        }
        let mut webhooks: Vec<Webhook> = Vec::new();
        for index in 0..elements.len() {
            let (url_key, secret_key) =
                (format!("webhooks[{index}].url"), format!("webhooks[{index}].secret"));
            let url = self.webhook_url(index, &url_key);
            let secret = self.webhook_secret(index, &secret_key);
            if let Some(url) = &url
                && webhooks.iter().any(|webhook| webhook.url == *url)
            {
                self.problem(&url_key, "listed twice; remove one of the two");
            }
            if let (Some(url), Some(secret)) = (url, secret) {
                webhooks.push(Webhook { url, secret });
            }
        }
        webhooks
    }

    /// What is said about an address does not repeat it: it may hold a secret.
    fn webhook_url(&mut self, index: usize, key: &str) -> Option<Url> {
        let example = "\"https://host.example/twofa\"";
        if self.value(key).is_none() {
            let place = self.place(&format!("webhooks[{index}]"));
            self.remarks.problem(
                key,
                place,
                format!("missing; write url = {example} under this [[webhooks]]"),
            );
            return None;
        }
        let text = self.text(key, "a URL in quotes", example)?;
        let wrong = match Url::parse(text.trim()) {
            Ok(url) if !matches!(url.scheme(), "https" | "http") || !url.has_host() => {
                "neither https:// nor http://"
            }
            Ok(url) if url.scheme() == "http" && !super::sections::is_loopback(&url) => {
                "plain http would show others what happens; write https://, or a loopback address"
            }
            Ok(url) => return Some(url),
            Err(_) => "not a URL",
        };
        self.problem(key, format!("{wrong}; write url = {example}"));
        None
    }

    fn webhook_secret(&mut self, index: usize, key: &str) -> Option<SecretString> {
        if self.value(key).is_none() && self.value(&format!("{key}_file")).is_none() {
            let place = self.place(&format!("webhooks[{index}]"));
            let text = "missing; write secret_file = \"webhook.secret\" under this [[webhooks]]";
            self.remarks.problem(key, place, text);
            return None;
        }
        self.secret(key, webhook_secret)
    }
}
