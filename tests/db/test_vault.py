"""The key: passphrase, recovery code, wrong tries, and damaged key files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cspdesk.db import tries, vault
from cspdesk.db.store import Store
from cspdesk.errors import NewerVersion, StoreDamaged, TooManyTries, WrongPassphrase

PASSPHRASE = "ទឹកភ្លៀង នៅ បាត់ដំបង"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY", 8 * 1024 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)


def test_passphrase_and_recovery_code_open_the_same_store(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, PASSPHRASE)
    assert len(key) == 32
    assert vault.unlock(tmp_path, PASSPHRASE) == key
    assert vault.unlock_with_recovery(tmp_path, code) == key
    assert [len(group) for group in code.split("-")] == [4] * 9


def test_a_recovery_code_may_be_typed_as_people_type(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, PASSPHRASE)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert vault.is_code(typed)
    assert vault.unlock_with_recovery(tmp_path, typed) == key


def test_a_typing_error_in_the_code_is_seen_at_once() -> None:
    code = vault.make_code()
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    assert not vault.is_code(wrong)


def test_the_space_bar_of_khmer_keyboards_makes_no_difference(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, "ភាសាខ្មែរ")
    assert vault.unlock(tmp_path, "ភាសា\u200bខ្មែរ") == key


def test_a_wrong_passphrase_says_how_many_tries_are_left(tmp_path: Path) -> None:
    vault.create(tmp_path, PASSPHRASE)
    with pytest.raises(WrongPassphrase) as caught:
        vault.unlock(tmp_path, "wrong")
    assert caught.value.fields["left"] == 4


def test_after_five_wrong_tries_one_waits_also_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(tries.time, "time", lambda: now)
    key, _code = vault.create(tmp_path, PASSPHRASE)
    for _n in range(5):
        with pytest.raises(WrongPassphrase):
            vault.unlock(tmp_path, "wrong")
    with pytest.raises(TooManyTries) as caught:
        vault.unlock(tmp_path, PASSPHRASE)
    assert caught.value.fields["seconds"] == 30
    now += 31
    assert vault.unlock(tmp_path, PASSPHRASE) == key
    assert not (tmp_path / "tries.json").exists()


def test_a_clock_set_back_never_locks_out_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(tries.time, "time", lambda: now)
    vault.create(tmp_path, PASSPHRASE)
    for _n in range(5):
        with pytest.raises(WrongPassphrase):
            vault.unlock(tmp_path, "wrong")
    now -= 365 * 24 * 3600
    with pytest.raises(TooManyTries) as caught:
        vault.unlock(tmp_path, PASSPHRASE)
    assert caught.value.fields["seconds"] == 30


def test_changing_the_passphrase_keeps_key_and_recovery(tmp_path: Path) -> None:
    key, code = vault.create(tmp_path, PASSPHRASE)
    vault.set_passphrase(tmp_path, key, "new one")
    assert vault.unlock(tmp_path, "new one") == key
    assert vault.unlock_with_recovery(tmp_path, code) == key
    with pytest.raises(WrongPassphrase):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_new_recovery_sheet_makes_the_old_one_void(tmp_path: Path) -> None:
    key, old = vault.create(tmp_path, PASSPHRASE)
    new = vault.make_code()
    assert vault.unlock_with_recovery(tmp_path, old) == key
    vault.set_recovery_code(tmp_path, key, new)
    assert vault.unlock_with_recovery(tmp_path, new) == key
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_recovery(tmp_path, old)


def test_a_damaged_key_file_is_saved_by_its_copy(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, PASSPHRASE)
    (tmp_path / "vault.json").write_bytes(b"{ half")
    assert vault.unlock(tmp_path, PASSPHRASE) == key


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"format": 1, "slots": {}}'])
def test_two_damaged_key_files_are_named(tmp_path: Path, content: bytes) -> None:
    vault.create(tmp_path, PASSPHRASE)
    for name in ("vault.json", "vault.copy.json"):
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreDamaged):
        vault.unlock(tmp_path, PASSPHRASE)


def test_data_without_its_key_file_is_no_new_workspace(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, PASSPHRASE)
    Store.create(tmp_path, key).close()
    kept = (tmp_path / "vault.json").read_bytes()
    for name in ("vault.json", "vault.copy.json"):
        (tmp_path / name).unlink()
    assert vault.exists(tmp_path)
    with pytest.raises(FileExistsError):
        vault.create(tmp_path, PASSPHRASE)
    with pytest.raises(StoreDamaged, match=r"Copy vault\.json from a backup"):
        vault.unlock(tmp_path, PASSPHRASE)
    (tmp_path / "vault.json").write_bytes(kept)
    assert vault.unlock(tmp_path, PASSPHRASE) == key


def test_a_newer_key_file_is_refused(tmp_path: Path) -> None:
    vault.create(tmp_path, PASSPHRASE)
    known = json.loads((tmp_path / "vault.json").read_bytes())
    (tmp_path / "vault.json").write_text(json.dumps({**known, "format": 9}))
    with pytest.raises(NewerVersion):
        vault.unlock(tmp_path, PASSPHRASE)


def test_no_workspace_is_made_over_another(tmp_path: Path) -> None:
    vault.create(tmp_path, PASSPHRASE)
    with pytest.raises(FileExistsError):
        vault.create(tmp_path, PASSPHRASE)


def test_the_right_passphrase_opens_where_old_tries_cannot_be_forgotten(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, PASSPHRASE)
    (tmp_path / "tries.json").mkdir()
    assert vault.unlock(tmp_path, PASSPHRASE) == key
