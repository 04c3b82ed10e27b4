//! The keyring of this computer: the Secret Service on Linux and BSD, under a neutral name.
//!
//! Refuses keyrings that forget at logout, and trusts nothing it has not read back. Elsewhere no
//! keyring answers, and the key goes to a key file; whoever asked is told so.

#[cfg(all(
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
mod service {
    use std::collections::HashMap;

    use dbus_secret_service::{EncryptionType, Error, Item, SecretService};
    use zeroize::Zeroizing;

    use crate::StoreError;
    use crate::key::Key;

    /// How long a person is given to unlock their keyring, in seconds.
    const PROMPT_SECONDS: u64 = 120;
    /// What a person sees in the list of their keyring.
    const LABEL: &str = "Notes";

    /// Keeps a key under a name, and reads it back.
    pub(in crate::key) fn put(entry: &str, key: &Key) -> Result<(), StoreError> {
        let write = || {
            let service = connect()?;
            // The default collection lasts; the one named "session" is gone at logout.
            let collection = service.get_default_collection()?;
            collection
                .ensure_unlocked()
                .or_else(|_| collection.unlock())?;
            collection.create_item(
                LABEL,
                attributes(entry),
                key.as_slice(),
                true,
                "application/octet-stream",
            )?;
            Ok(())
        };
        write().map_err(silent)?;
        if *get(entry)? == **key {
            Ok(())
        } else {
            Err(StoreError::KeyringSilent(
                "it gave back another key".to_owned(),
            ))
        }
    }

    /// Gives the key of a name.
    pub(in crate::key) fn get(entry: &str) -> Result<Key, StoreError> {
        let read = || {
            let service = connect()?;
            let secret = find(&service, entry)?
                .map(|item| item.get_secret())
                .transpose()?;
            Ok(secret.map(Zeroizing::new))
        };
        let secret = read().map_err(silent)?.ok_or(StoreError::KeyringEmpty)?;
        let key = secret
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::KeyringEmpty)?;
        Ok(Zeroizing::new(key))
    }

    /// Takes the key of a name away.
    pub(in crate::key) fn remove(entry: &str) -> Result<(), StoreError> {
        let take_away = || {
            let service = connect()?;
            find(&service, entry)?.map_or(Ok(()), |item| item.delete())
        };
        take_away().map_err(silent)
    }

    /// The bus is a socket of this user's own, so the key crosses it as it is: a program that can
    /// listen there can also ask the keyring.
    fn connect() -> Result<SecretService, Error> {
        SecretService::connect_with_max_prompt_timeout(EncryptionType::Plain, PROMPT_SECONDS)
    }

    fn find<'s>(service: &'s SecretService, entry: &str) -> Result<Option<Item<'s>>, Error> {
        let found = service.search_items(attributes(entry))?;
        if let Some(item) = found.unlocked.into_iter().next() {
            return Ok(Some(item));
        }
        let locked = found.locked.into_iter().next();
        if let Some(item) = &locked {
            item.unlock()?;
        }
        Ok(locked)
    }

    fn attributes(entry: &str) -> HashMap<&str, &str> {
        HashMap::from([("application", "notes"), ("entry", entry)])
    }

    fn silent(error: Error) -> StoreError {
        StoreError::KeyringSilent(match error {
            Error::Dbus(error) => error.name().unwrap_or("no answer").to_owned(),
            other => other.to_string(),
        })
    }
}

#[cfg(not(all(
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
)))]
mod service {
    use crate::StoreError;
    use crate::key::Key;

    pub(in crate::key) fn put(_: &str, _: &Key) -> Result<(), StoreError> {
        Err(silent())
    }

    pub(in crate::key) fn get(_: &str) -> Result<Key, StoreError> {
        Err(silent())
    }

    pub(in crate::key) fn remove(_: &str) -> Result<(), StoreError> {
        Err(silent())
    }

    fn silent() -> StoreError {
        StoreError::KeyringSilent("no keyring is known for this system".to_owned())
    }
}

pub(super) use service::{get, put, remove};
