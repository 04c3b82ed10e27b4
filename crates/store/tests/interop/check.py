"""Opens a record of ours with other people's programs, and lets ours open what they wrote.

Argon2 by argon2-cffi, the key file by libsodium (PyNaCl), the record by SQLCipher 4 over OpenSSL.

Run:  python3 -m venv v && v/bin/pip install sqlcipher3-wheels argon2-cffi pynacl &&
      v/bin/python crates/store/tests/interop/check.py
Needs cargo. Refuses real records: the one it opens is made in a throw-away folder.
"""

import os
import subprocess
import sys
import tempfile

import argon2.low_level as argon2
import nacl.bindings as sodium
import sqlcipher3.dbapi2 as sqlcipher

PASSPHRASE = "слова and words"
NOTES = ["first", "второй 🧊", "third"]


def run(step, folder):
    command = ["cargo", "run", "--quiet", "--package", "store", "--example", "interop", "--"]
    done = subprocess.run([*command, step, folder, PASSPHRASE], capture_output=True, check=True)
    return done.stdout.decode().splitlines()


def data_key(path):
    """Takes the data key out of the key file, as docs/decisions/0005-key.md describes it."""
    with open(path, encoding="ascii") as file:
        text = file.read()
    about, nonce_line, wrapped_line = text[: text.index("nonce ")], *text.splitlines()[-2:]
    fields = dict(line.split(" ", 1) for line in about.splitlines())
    memory, passes, lanes = map(int, fields["argon2id"].split())
    outer = argon2.hash_secret_raw(
        PASSPHRASE.encode(),
        bytes.fromhex(fields["salt"]),
        passes,
        memory,
        lanes,
        32,
        argon2.Type.ID,
    )
    nonce, wrapped = (bytes.fromhex(line.split(" ")[1]) for line in (nonce_line, wrapped_line))
    open_it = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt
    return open_it(wrapped, about.encode(), nonce, outer)


def connect(path, key):
    connection = sqlcipher.connect(path)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def notes(connection):
    return [words for (words,) in connection.execute("SELECT words FROM note ORDER BY fact")]


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.join(folder, "data")
        run("make", folder)
        record = os.path.join(folder, "notes.db")
        key = data_key(os.path.join(folder, "notes.key"))
        theirs = connect(record, key)
        version, provider = (
            theirs.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("cipher_version", "cipher_provider")
        )
        assert provider != "rustcrypto", provider
        assert theirs.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert theirs.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert notes(theirs) == NOTES, notes(theirs)
        theirs.execute("UPDATE note SET words = 'written by the other' WHERE words = 'first'")
        theirs.commit()
        theirs.close()
        found = run("read", folder)
        assert found == ["written by the other", *NOTES[1:]], found
        try:
            notes(connect(record, bytes(32)))
        except sqlcipher.DatabaseError:
            print(f"ok: SQLCipher {version} over {provider} and our program read each other")
        else:
            sys.exit("a wrong key opened the record")


main()
