"""The key to the store, wrapped twice: by the passphrase and by the recovery code.

The store's key is 32 random bytes. ``vault.json`` holds it in two slots, each a NaCl secret box:
one under Argon2id of the passphrase (RFC 9106; 64 MiB and 3 passes, so that laptops of 4 GB
unlock in well under a second), one under a 160-bit recovery code that needs no stretching.
Changing the passphrase rewraps one slot; the store is never rewritten.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from cspdesk.db.tries import Tries
from cspdesk.errors import NewerVersion, StoreDamaged, WrongPassphrase
from cspdesk.files import write_whole
from cspdesk.i18n import N_

FORMAT = 1
MEMORY = 64 * 1024 * 1024
PASSES = 3
_NAMES = ("vault.json", "vault.copy.json")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


def exists(folder: Path) -> bool:
    """Return whether ``folder`` holds a workspace, also one that has lost its key file.

    A new key must never be made beside data of another: it would hide that a key file is missing.
    """
    return any((folder / name).exists() for name in (*_NAMES, "desk.db"))


def create(folder: Path, passphrase: str) -> tuple[bytes, str]:
    """Make the key of a new workspace; return it and the recovery code to print."""
    if exists(folder):
        raise FileExistsError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    key = secrets.token_bytes(32)
    code = make_code()
    slots = {"passphrase": _wrap_passphrase(key, passphrase), "recovery": _wrap_code(key, code)}
    _save(folder, slots)
    return key, code


def unlock(folder: Path, passphrase: str) -> bytes:
    """Return the store's key.

    Raises:
        WrongPassphrase: with ``fields['left']`` tries before unlocking slows down, and
            ``fields['seconds']`` to wait now (0 while tries are left).
        TooManyTries: with ``fields['seconds']`` to wait.
        StoreDamaged, NewerVersion: the key file cannot be read or is of a newer cspdesk.
    """
    slot = _load(folder)["passphrase"]
    tries = Tries(folder)
    tries.check()
    key = _open_box(_stretch(passphrase, slot), slot["box"])
    if key is None:
        raise WrongPassphrase(
            N_("The passphrase is wrong"),
            N_("This passphrase does not open your data. Nothing was changed."),
            N_("Check the keyboard's language and Caps Lock, or use the recovery code."),
            left=tries.failed(),
            seconds=tries.pause(),
        )
    tries.forget()
    return key


def unlock_with_recovery(folder: Path, code: str) -> bytes:
    """Return the store's key for a recovery code, typed in any grouping and either case."""
    slot = _load(folder)["recovery"]
    tries = Tries(folder)
    tries.check()
    letters = _letters(code)
    key = _open_box(_code_key(letters), slot["box"]) if is_code(code) else None
    if key is None:
        raise WrongPassphrase(
            N_("The recovery code is wrong"),
            N_("This recovery code does not open your data. Nothing was changed."),
            N_("Type all nine groups from the recovery sheet, one after the other."),
            left=tries.failed(),
            seconds=tries.pause(),
        )
    tries.forget()
    return key


def set_passphrase(folder: Path, key: bytes, passphrase: str) -> None:
    """Make ``passphrase`` the one that opens the workspace from now on."""
    _save(folder, {**_load(folder), "passphrase": _wrap_passphrase(key, passphrase)})


def set_recovery_code(folder: Path, key: bytes, code: str) -> None:
    """Make ``code`` the one that opens the workspace; the old sheet opens only older backups."""
    _save(folder, {**_load(folder), "recovery": _wrap_code(key, code)})


def is_code(text: str) -> bool:
    """Return whether ``text`` is a whole recovery code: its check group fits (typing errors)."""
    letters = _letters(text)
    return len(letters) == 36 and letters[32:] == _check_group(letters[:32])


def make_code() -> str:
    """Return a fresh recovery code; it opens nothing before :func:`set_recovery_code`."""
    letters = "".join(secrets.choice(_ALPHABET) for _n in range(32))
    letters += _check_group(letters)
    return "-".join(letters[start : start + 4] for start in range(0, 36, 4))


def _letters(code: str) -> str:
    known = code.upper().translate(str.maketrans("OIL", "011"))
    return "".join(letter for letter in known if letter in _ALPHABET)


def _check_group(letters: str) -> str:
    digest = int.from_bytes(hashlib.sha256(b"cspdesk/code/1" + letters.encode()).digest()[:3])
    return "".join(_ALPHABET[digest >> shift & 31] for shift in (0, 5, 10, 15))


def _wrap_passphrase(key: bytes, passphrase: str) -> dict[str, Any]:
    salt = b64encode(secrets.token_bytes(16)).decode()
    slot: dict[str, Any] = {"kdf": "argon2id", "salt": salt, "memory": MEMORY, "passes": PASSES}
    slot["box"] = _close_box(_stretch(passphrase, slot), key)
    return slot


def _wrap_code(key: bytes, code: str) -> dict[str, Any]:
    return {"box": _close_box(_code_key(_letters(code)), key)}


def _stretch(passphrase: str, slot: dict[str, Any]) -> bytes:
    """Stretch a passphrase; one typed on another keyboard (zero-width spaces) is the same."""
    from nacl import pwhash

    plain = unicodedata.normalize("NFC", passphrase).translate(
        dict.fromkeys((0x200B, 0x200C, 0x200D, 0xFEFF))
    )
    stretched: bytes = pwhash.argon2id.kdf(
        32,
        plain.encode(),
        b64decode(slot["salt"]),
        opslimit=slot["passes"],
        memlimit=slot["memory"],
    )
    return stretched


def _code_key(letters: str) -> bytes:
    return hashlib.blake2b(letters.encode(), digest_size=32, person=b"cspdesk/rec/1").digest()


def _close_box(wrapping: bytes, key: bytes) -> str:
    from nacl.secret import SecretBox

    return b64encode(SecretBox(wrapping).encrypt(key)).decode()


def _open_box(wrapping: bytes, box: str) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return bytes(SecretBox(wrapping).decrypt(b64decode(box)))
    except CryptoError:
        return None


def _save(folder: Path, slots: dict[str, Any]) -> None:
    body = json.dumps(slots, sort_keys=True)
    whole = {"format": FORMAT, "slots": slots, "sha256": hashlib.sha256(body.encode()).hexdigest()}
    for name in reversed(_NAMES):
        write_whole(folder / name, json.dumps(whole, indent=1).encode(), private=True)


def _load(folder: Path) -> dict[str, Any]:
    """Return the slots from the key file, or from its copy where the first is damaged."""
    for name in _NAMES:
        try:
            whole = json.loads((folder / name).read_bytes())
            if whole["format"] > FORMAT:
                raise NewerVersion(
                    N_("This data is from a newer cspdesk"),
                    N_("A newer version of cspdesk has written this data. It was left as it is."),
                    N_("Install the newer version on this computer, then open it again."),
                )
            slots: dict[str, Any] = whole["slots"]
            body = json.dumps(slots, sort_keys=True)
            if hashlib.sha256(body.encode()).hexdigest() == whole["sha256"]:
                return slots
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise StoreDamaged(
        N_("The key file is damaged"),
        N_("vault.json in {folder} cannot be read, so the data cannot be unlocked."),
        N_(
            "Copy vault.json from a backup into this folder, or ask your network's office for help."
        ),
        folder=str(folder),
    )
