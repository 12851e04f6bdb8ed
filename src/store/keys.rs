//! The keys: one in a file of its own, kept out of the data directory, that seals one for each generation of the store.
//!
//! Records are sealed with the generation's key, and that key with the key file's. So whoever takes the data directory,
//! the journal or a backup has nothing without the key file; and to destroy the sealed key of a generation is to destroy
//! whatever of it still lies on the disk, which a database that only ever appends cannot do by itself.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};
use tracing::warn;
use zeroize::Zeroizing;

use super::Error;
use super::directory::{self, cannot};

/// How long a key is, in bytes.
const KEY: usize = 32;

/// How long the random part before each sealed text is, in bytes: long enough to be drawn at random each time.
pub(super) const NONCE: usize = 24;

/// By how much sealing lengthens a text, nonce included, in bytes.
pub(super) const OVERHEAD: usize = NONCE + 16;

/// How each line of a key file begins; the key follows in base64.
const PREFIX: &str = "2fbk1:";

/// The longest key file that is read, in bytes: a few lines.
const MOST_KEY_FILE: u64 = 4_096;

/// What a key is recognised by, without telling anything of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fingerprint(pub(super) [u8; 8]);

/// A key that seals and opens. Wiped when dropped.
pub(super) struct Key(Zeroizing<[u8; KEY]>);

impl Key {
    fn generate() -> Result<Self, Error> {
        let mut bytes = Zeroizing::new([0; KEY]);
        random(&mut bytes[..])?;
        Ok(Self(bytes))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.0).into())
    }

    /// A nonce and the sealed text. It opens only with the same key and the same context.
    pub(super) fn seal(&self, context: &[u8], text: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; NONCE];
        random(&mut nonce)?;
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: text, aad: context });
        let sealed = sealed.map_err(|_| Error::unwritable(&"a record is too long to be sealed"))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// The text, if this key sealed it for this context and nobody changed it.
    pub(super) fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let text = self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: context });
        text.ok().map(Zeroizing::new)
    }

    fn fingerprint(&self) -> Fingerprint {
        let hash =
            Sha256::new().chain_update(b"twofa-bridge key fingerprint").chain_update(&self.0[..]).finalize();
        let mut print = [0; 8];
        print.copy_from_slice(&hash[..8]);
        Fingerprint(print)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(••••)")
    }
}

fn random(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|error| Error::unwritable(&error))
}

/// Which store, which generation of it, and that generation's key, sealed with the key file's. It stands in the
/// store's header, and at the beginning of each journal and each backup, so that the key file opens any of them alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sealing {
    /// Drawn at random when the store is founded.
    pub(super) store: [u8; 16],
    /// Counted from 1.
    pub(super) generation: u32,
    master: Fingerprint,
    wrapped: [u8; OVERHEAD + KEY],
}

impl Sealing {
    /// How long it is on disk, in bytes.
    pub(super) const BYTES: usize = 16 + 4 + 8 + OVERHEAD + KEY;

    /// A new key for a generation of a store.
    pub(super) fn make(store: [u8; 16], generation: u32, keys: &KeyFile) -> Result<(Self, Key), Error> {
        let master = keys.current();
        let key = Key::generate()?;
        let sealed = master.seal(&Self::context(&store, generation), &key.0[..])?;
        let mut wrapped = [0; OVERHEAD + KEY];
        wrapped.copy_from_slice(&sealed);
        Ok((Self { store, generation, master: master.fingerprint(), wrapped }, key))
    }

    /// The number of a new store.
    pub(super) fn new_store() -> Result<[u8; 16], Error> {
        let mut store = [0; 16];
        random(&mut store)?;
        Ok(store)
    }

    /// The generation's key.
    pub(super) fn unwrap(&self, keys: &KeyFile) -> Result<Key, Error> {
        let wrong = || Error::WrongKey { path: keys.path.clone() };
        let master = keys.keys.iter().find(|key| key.fingerprint() == self.master).ok_or_else(wrong)?;
        let context = Self::context(&self.store, self.generation);
        let text = master.open(&context, &self.wrapped).ok_or_else(wrong)?;
        let mut key = Zeroizing::new([0; KEY]);
        if text.len() != KEY {
            return Err(wrong());
        }
        key.copy_from_slice(&text);
        Ok(Key(key))
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        [&self.store[..], &self.generation.to_be_bytes(), &self.master.0, &self.wrapped].concat()
    }

    pub(super) fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let (store, rest) = take(bytes);
        let (generation, rest) = take(rest);
        let (master, rest) = take(rest);
        let (wrapped, _) = take(rest);
        Self { store, generation: u32::from_be_bytes(generation), master: Fingerprint(master), wrapped }
    }

    fn context(store: &[u8; 16], generation: u32) -> Vec<u8> {
        [b"key of generation ", &generation.to_be_bytes()[..], store].concat()
    }
}

/// The first bytes, and the rest. What is missing is zero, which the lengths of [`Sealing`] rule out.
fn take<const N: usize>(bytes: &[u8]) -> ([u8; N], &[u8]) {
    bytes.split_first_chunk().map_or(([0; N], &[]), |(first, rest)| (*first, rest))
}

/// The key file: the current key, and while keys are being changed the one before it.
#[derive(Debug)]
pub(super) struct KeyFile {
    path: PathBuf,
    /// At least one; the current one first.
    keys: Vec<Key>,
}

impl KeyFile {
    /// Reads the file; none if there is none.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Error> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(cannot("open the key file", path, error)),
        };
        let mut text = Zeroizing::new(String::new());
        let metadata = file.metadata().map_err(|error| cannot("read the key file", path, error))?;
        let unreadable = || Error::KeyUnreadable { path: path.to_owned() };
        match file.take(MOST_KEY_FILE).read_to_string(&mut text) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(unreadable()),
            Err(error) => return Err(cannot("read the key file", path, error)),
        }
        if metadata.permissions().mode() & 0o077 != 0 {
            warn!("Others may read the key file {path}; chmod 600 {path}", path = path.display());
        }
        let keys: Option<Vec<Key>> = text.lines().map(parse).collect();
        let keys = keys.filter(|keys| !keys.is_empty()).ok_or_else(unreadable)?;
        Ok(Some(Self { path: path.to_owned(), keys }))
    }

    /// What a new file is to hold; see [`KeyFile::write`].
    pub(super) fn draw(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_owned(), keys: vec![Key::generate()?] })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn current(&self) -> &Key {
        &self.keys[0]
    }

    /// Begins to use a new key; the one before stays in the file until [`KeyFile::forget_old`].
    pub(super) fn begin_new(&mut self) -> Result<(), Error> {
        self.keys.insert(0, Key::generate()?);
        self.write()
    }

    /// Destroys all keys but the current one.
    pub(super) fn forget_old(&mut self) -> Result<(), Error> {
        if self.keys.len() > 1 {
            self.keys.truncate(1);
            self.write()?;
        }
        Ok(())
    }

    /// Destroys the keys before the current one, should a change of keys have been broken off after everything was
    /// sealed with that.
    pub(super) fn forget_unused(&mut self, sealing: &Sealing) -> Result<(), Error> {
        if self.current().fingerprint() == sealing.master { self.forget_old() } else { Ok(()) }
    }

    /// Makes or replaces the file, readable for its owner alone.
    pub(super) fn write(&self) -> Result<(), Error> {
        let mut text = Zeroizing::new(String::new());
        for key in &self.keys {
            text.push_str(PREFIX);
            text.push_str(&Zeroizing::new(STANDARD.encode(&key.0[..])));
            text.push('\n');
        }
        replace(&self.path, text.as_bytes()).map_err(|error| cannot("write the key file", &self.path, error))
    }
}

pub(super) fn parse(line: &str) -> Option<Key> {
    let bytes = Zeroizing::new(STANDARD.decode(line.strip_prefix(PREFIX)?.trim_end()).ok()?);
    let mut key = Zeroizing::new([0; KEY]);
    if bytes.len() != KEY {
        return None;
    }
    key.copy_from_slice(&bytes);
    Some(Key(key))
}

/// Replaces a file (mode 0600) so that after a crash it is the old one or the new one, and has it reach the disk.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays one, and what it leads to is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let new = directory::with_ending(path, "new");
    // A crash may have left one, with who knows what mode.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&new, path));
    if let Err(error) = written {
        // What is half written is of no use; the error that counts is the first.
        _ = fs::remove_file(&new);
        return Err(error);
    }
    directory::sync_parent(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_file() -> (tempfile::TempDir, KeyFile) {
        let dir = tempfile::tempdir().unwrap();
        let file = KeyFile::draw(&dir.path().join("store.key")).unwrap();
        file.write().unwrap();
        (dir, file)
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_context_alone() {
        let key = Key::generate().unwrap();
        let sealed = key.seal(b"here", b"hello").unwrap();
        assert_eq!(sealed.len(), OVERHEAD + 5);
        assert_ne!(sealed, key.seal(b"here", b"hello").unwrap(), "each nonce is another");
        assert_eq!(key.open(b"here", &sealed).unwrap()[..], b"hello"[..]);
        assert!(key.open(b"there", &sealed).is_none());
        assert!(Key::generate().unwrap().open(b"here", &sealed).is_none());
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(key.open(b"here", &changed).is_none(), "byte {index}");
            assert!(key.open(b"here", &sealed[..index]).is_none(), "{index} bytes");
        }
    }

    #[test]
    fn a_key_file_is_made_for_its_owner_alone_and_read_again() {
        let (_dir, file) = key_file();
        assert_eq!(fs::metadata(&file.path).unwrap().permissions().mode() & 0o777, 0o600);
        let (sealing, key) = Sealing::make([7; 16], 3, &file).unwrap();
        let again = KeyFile::read(&file.path).unwrap().unwrap();
        let bytes = sealing.to_bytes();
        let same = Sealing::from_bytes(bytes.as_slice().try_into().unwrap());
        assert_eq!(same, sealing);
        assert_eq!(same.unwrap(&again).unwrap().0, key.0);
        assert_eq!(format!("{key:?}"), "Key(••••)");
    }

    #[test]
    fn a_changed_key_opens_the_old_until_the_old_is_forgotten() {
        let (_dir, mut file) = key_file();
        let (old, _) = Sealing::make([7; 16], 1, &file).unwrap();
        file.begin_new().unwrap();
        let (new, _) = Sealing::make([7; 16], 2, &file).unwrap();
        let mut file = KeyFile::read(&file.path).unwrap().unwrap();
        assert!(old.unwrap(&file).is_ok() && new.unwrap(&file).is_ok());
        file.forget_old().unwrap();
        let file = KeyFile::read(&file.path).unwrap().unwrap();
        assert!(matches!(old.unwrap(&file), Err(Error::WrongKey { .. })));
        assert!(new.unwrap(&file).is_ok());
    }

    #[test]
    fn what_is_no_key_file_is_told_and_not_shown() {
        let (_dir, file) = key_file();
        let whole = fs::read_to_string(&file.path).unwrap();
        let short = format!("{PREFIX}c2hvcnQ=\n");
        let other = whole.replace(PREFIX, "2fbk9:");
        for text in ["", "\n", "hello", &short, &other, &whole[..whole.len() - 4], &format!("{whole}x")] {
            fs::write(&file.path, text).unwrap();
            let error = KeyFile::read(&file.path).unwrap_err();
            assert!(matches!(error, Error::KeyUnreadable { .. }), "{text:?}: {error}");
            assert!(!error.to_string().contains("hello"), "{error}");
        }
        fs::write(&file.path, [0xff, 0xfe]).unwrap();
        assert!(matches!(KeyFile::read(&file.path), Err(Error::KeyUnreadable { .. })));
        fs::remove_file(&file.path).unwrap();
        assert!(matches!(KeyFile::read(&file.path), Ok(None)));
    }
}
