//! Secrets: inline, from a file of their own, or from the environment. What is said about one never holds it, and
//! never holds the path of its file before that file was read either: a token pasted into the wrong key is one.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use ::config::{Value, ValueKind};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::bounds::{
    INTAKE_TOKEN_CHARACTERS_MIN, SECRET_BYTES_MAX, TOKEN_ID_DIGITS, TOKEN_SECRET_CHARACTERS,
};
use super::keys::variable_for;
use super::reader::{Reader, kind};
use super::remark::Place;

/// What a secret must look like: nothing, or what is wrong with it, in words that do not repeat it.
pub(super) type Shape = fn(&str) -> Option<String>;

/// `123456789:` and 35 more characters.
pub(super) fn bot_token(secret: &str) -> Option<String> {
    let text = "not a bot token; copy the whole line that @BotFather gave, digits, colon and all";
    let Some((id, rest)) = secret.split_once(':') else { return Some(text.to_owned()) };
    let right = TOKEN_ID_DIGITS.contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_digit())
        && TOKEN_SECRET_CHARACTERS.contains(&rest.len())
        && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    (!right).then(|| text.to_owned())
}

/// Anything that can stand in a header.
pub(super) fn api_key(secret: &str) -> Option<String> {
    let right = secret.bytes().all(|byte| byte.is_ascii_graphic());
    (!right).then(|| "holds a space or another character that no key has; copy the key alone".to_owned())
}

/// Anything that can stand in a header and cannot be guessed.
pub(super) fn intake_token(secret: &str) -> Option<String> {
    if secret.len() < INTAKE_TOKEN_CHARACTERS_MIN {
        return Some(format!(
            "shorter than {INTAKE_TOKEN_CHARACTERS_MIN} characters; make one with: openssl rand -hex 32"
        ));
    }
    api_key(secret)
}

impl Reader<'_> {
    /// A secret that there must be. `example` is the name of a file that could hold it.
    pub(super) fn required_secret(&mut self, key: &str, shape: Shape, example: &str) -> Option<SecretString> {
        let file_key = format!("{key}_file");
        if self.value(key).is_none() && self.value(&file_key).is_none() {
            let name = file_key.rsplit('.').next().unwrap_or_default().to_owned();
            let text = format!("missing; write {name} = \"{example}\", or set {}", variable_for(key));
            self.missing(key, text);
            return None;
        }
        self.secret(key, shape)
    }

    /// A secret that there may be. Within a layer it may be given once; the environment wins over the file.
    pub(super) fn secret(&mut self, key: &str, shape: Shape) -> Option<SecretString> {
        let file_key = format!("{key}_file");
        let inline = self.value(key);
        let by_file = self.value(&file_key);
        match (inline, by_file) {
            (None, None) => None,
            (Some(value), None) => self.inline_secret(key, &value, shape),
            (None, Some(value)) => self.secret_from_file(&file_key, &value, shape),
            (Some(value), Some(path)) => match (self.place(key), self.place(&file_key)) {
                (Place::Variable(_), Place::Line(..)) => self.inline_secret(key, &value, shape),
                (Place::Line(..), Place::Variable(_)) => self.secret_from_file(&file_key, &path, shape),
                _ => {
                    self.problem(key, format!("given twice, here and by {file_key}; remove one of them"));
                    None
                }
            },
        }
    }

    /// The file that a secret was read from, if it was.
    pub(super) fn file_of_secret(&mut self, key: &str) -> Option<PathBuf> {
        let file_key = format!("{key}_file");
        let path = self.value(&file_key)?;
        let is_inline = self.value(key).is_some() && !matches!(self.place(&file_key), Place::Variable(_));
        let path = self.text_of(&file_key, &path)?;
        (!is_inline).then(|| self.folder.join(path.as_str()))
    }

    fn inline_secret(&mut self, key: &str, value: &Value, shape: Shape) -> Option<SecretString> {
        let secret = self.text_of(key, value)?;
        if let (Place::Line(..), Some((file, mode))) = (self.place(key), self.open_file.clone()) {
            self.warning(key, others_may_read(&file, mode));
        }
        self.checked(key, &secret, shape)
    }

    fn secret_from_file(&mut self, key: &str, value: &Value, shape: Shape) -> Option<SecretString> {
        let path = self.text_of(key, value)?;
        let path = self.folder.join(path.as_str());
        match read(&path) {
            Ok((secret, mode)) => {
                if let Some(mode) = mode {
                    self.warning(key, others_may_read(&path, mode));
                }
                let secret = secret.trim_end_matches(['\r', '\n']);
                self.checked(key, secret, shape)
            }
            Err(reason) => {
                let folder = if self.folder.as_os_str().is_empty() {
                    "the folder the bridge was started in".to_owned()
                } else {
                    self.folder.display().to_string()
                };
                let inline = key.strip_suffix("_file").unwrap_or(key);
                self.problem(
                    key,
                    format!(
                        "cannot read the file it names: {reason}; a relative path starts at {folder}, \
                         and the secret itself belongs in {inline}"
                    ),
                );
                None
            }
        }
    }

    /// The text of a secret or of its file's path. Anything else is a problem that names the kind alone.
    fn text_of(&mut self, key: &str, value: &Value) -> Option<Zeroizing<String>> {
        if let ValueKind::String(text) = &value.kind {
            return Some(Zeroizing::new(text.clone()));
        }
        self.problem(key, format!("expected a text, found {}; put it in double quotes", kind(value)));
        None
    }

    fn checked(&mut self, key: &str, secret: &str, shape: Shape) -> Option<SecretString> {
        let wrong = if secret.trim().is_empty() {
            Some("empty; put the secret there".to_owned())
        } else if secret.len() > SECRET_BYTES_MAX {
            Some(format!("longer than {SECRET_BYTES_MAX} bytes, so not the secret"))
        } else {
            shape(secret)
        };
        match wrong {
            Some(text) => {
                self.problem(key, text);
                None
            }
            None => Some(SecretString::from(secret)),
        }
    }
}

/// A file's text, and its mode if others than its owner may read or write it. The reason is the system's, which does
/// not name the path.
fn read(path: &Path) -> Result<(Zeroizing<String>, Option<u32>), String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mode = file.metadata().ok().and_then(|metadata| open_mode(&metadata));
    let mut bytes = Zeroizing::new(Vec::with_capacity(SECRET_BYTES_MAX + 1));
    let most = u64::try_from(SECRET_BYTES_MAX).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|_| "it is not text".to_owned())?;
    Ok((Zeroizing::new(text.to_owned()), mode))
}

/// The permission bits of a file, if they let others than its owner read or write it.
#[cfg(unix)]
pub(super) fn open_mode(metadata: &std::fs::Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;

    /// Everything that a group and the rest of the world may do with a file.
    const OTHERS: u32 = 0o077;
    let mode = metadata.permissions().mode() & 0o777;
    (mode & OTHERS != 0).then_some(mode)
}

/// Elsewhere than on Unix there are no permission bits to judge.
#[cfg(not(unix))]
pub(super) fn open_mode(_metadata: &std::fs::Metadata) -> Option<u32> {
    None
}

fn others_may_read(path: &Path, mode: u32) -> String {
    let path: PathBuf = path.to_owned();
    format!("others may read the secret (mode {mode:04o}); run: chmod 600 '{}'", path.display())
}
