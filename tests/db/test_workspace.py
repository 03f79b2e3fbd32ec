"""A new workspace is made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cspdesk.db import vault, workspace
from cspdesk.db.store import Store
from cspdesk.errors import DiskFull


def test_key_code_and_store_belong_together(tmp_path: Path) -> None:
    store, code = workspace.make(tmp_path, "ទឹកភ្លៀង")
    store.close()
    Store.open(tmp_path, vault.unlock_with_recovery(tmp_path, code)).close()


def test_a_full_disk_leaves_nothing_behind_and_one_can_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(folder: Path, _key: bytes) -> Store:
        (folder / "desk.db").write_bytes(b"half")
        raise DiskFull("The disk is full", "No room.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "create", no_room)
        with pytest.raises(DiskFull):
            workspace.make(tmp_path, "ទឹកភ្លៀង")
    assert not vault.exists(tmp_path)
    workspace.make(tmp_path, "ទឹកភ្លៀង")[0].close()


def test_a_workspace_that_is_there_is_left_alone(tmp_path: Path) -> None:
    workspace.make(tmp_path, "ទឹកភ្លៀង")[0].close()
    with pytest.raises(FileExistsError):
        workspace.make(tmp_path, "other")
    vault.unlock(tmp_path, "ទឹកភ្លៀង")
