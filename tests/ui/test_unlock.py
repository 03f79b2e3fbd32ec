from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.app import Built
from cspdesk.db import tries
from cspdesk.ui.unlock import UnlockPage
from tests.ui.walks import PASSPHRASE, walk_first_run

pytestmark = pytest.mark.usefixtures("fast_key")


def page_of(built: Built) -> UnlockPage:
    page = built.window.gate
    assert isinstance(page, UnlockPage)
    return page


def try_to_unlock(built: Built, passphrase: str) -> str:
    """Type a passphrase and press Enter; return the complaint, '' when the desk is open."""
    if built.window.gate is None:
        return ""
    card = page_of(built).passphrase
    card.field.line.setText(passphrase)
    card.field.line.returnPressed.emit()
    return "" if built.window.gate is None else card.complaint.plain_text()


def test_the_right_passphrase_opens_the_desk(
    start: Callable[[], Built], unlock_page: Callable[[Built], None]
) -> None:
    built = start()
    unlock_page(built)
    assert try_to_unlock(built, PASSPHRASE) == ""
    assert built.window.shell is not None
    assert built.window.shell.isVisible()


def test_each_trouble_has_its_own_message(
    start: Callable[[], Built], unlock_page: Callable[[Built], None], tmp_path: Path
) -> None:
    built = start()
    unlock_page(built)
    folder = tmp_path / "desk"
    vault = {path: path.read_bytes() for path in folder.glob("vault*.json")}
    said = {"wrong": try_to_unlock(built, "not this one")}
    for path in vault:
        path.write_bytes(b"{}")
    said["key file"] = try_to_unlock(built, PASSPHRASE)
    for path, whole in vault.items():
        path.write_text(json.dumps({**json.loads(whole), "format": 99}))
    said["newer"] = try_to_unlock(built, PASSPHRASE)
    for path, whole in vault.items():
        path.write_bytes(whole)
    store = (folder / "desk.db").read_bytes()
    (folder / "desk.db").write_bytes(b"\0" * len(store))
    for leftover in folder.glob("desk.db-*"):
        leftover.unlink()
    said["data file"] = try_to_unlock(built, PASSPHRASE)
    assert all(said.values())
    assert len(set(said.values())) == len(said)
    (folder / "desk.db").write_bytes(store)
    assert try_to_unlock(built, PASSPHRASE) == ""


def test_the_tries_that_are_left_are_told(
    start: Callable[[], Built], unlock_page: Callable[[Built], None]
) -> None:
    built = start()
    unlock_page(built)
    assert "4 tries are left" in try_to_unlock(built, "no")
    assert "3 tries are left" in try_to_unlock(built, "no")


def test_after_five_wrong_tries_the_button_counts_down(
    start: Callable[[], Built],
    unlock_page: Callable[[Built], None],
    tmp_path: Path,
) -> None:
    built = start()
    unlock_page(built)
    for _n in range(tries.FREE):
        try_to_unlock(built, "no")
    card = page_of(built).passphrase
    assert not card.go.isEnabled()
    assert "30" in card.go.text()
    assert "paused" in card.complaint.plain_text()
    assert try_to_unlock(built, PASSPHRASE) != ""
    waited = {"count": tries.FREE, "until": time.time() - 1}
    (tmp_path / "desk" / "tries.json").write_text(json.dumps(waited))
    page_of(built).show_recovery()
    page_of(built).show_passphrase()
    for _second in range(tries.FIRST_WAIT):
        card.tick()
    assert try_to_unlock(built, PASSPHRASE) == ""


def test_the_recovery_code_opens_the_desk_and_sets_a_new_passphrase(
    start: Callable[[], Built],
) -> None:
    built = start()
    code = walk_first_run(built)
    built.window.lock()
    page_of(built).show_recovery()
    card = page_of(built).recovery
    assert card is not None
    card.code.field.setText("0000-" * 8 + "0000")
    for line in (card.passphrase.first.line, card.passphrase.second.line):
        line.setText("a new long passphrase")
    card.go.click()
    assert card.complaint.isVisible()
    card.code.field.setText(code.lower().replace("-", " "))
    card.go.click()
    assert built.window.gate is None
    built.window.lock()
    assert try_to_unlock(built, PASSPHRASE) != ""
    assert try_to_unlock(built, "a new long passphrase") == ""


def test_esc_leads_back_from_the_recovery_code_and_forgets_it(
    start: Callable[[], Built], unlock_page: Callable[[Built], None], qtbot: QtBot
) -> None:
    built = start()
    unlock_page(built)
    page = page_of(built)
    page.show_recovery()
    assert page.recovery is not None
    page.recovery.code.field.setText("0000")
    qtbot.keyClick(page.recovery.code.field, Qt.Key.Key_Escape)
    assert page.passphrase.isVisible()
    assert page.recovery.code.field.text() == ""


def test_locking_leaves_nothing_of_the_passphrase_in_the_window(
    start: Callable[[], Built], unlock_page: Callable[[Built], None]
) -> None:
    built = start()
    unlock_page(built)
    try_to_unlock(built, PASSPHRASE)
    built.window.lock()
    assert page_of(built).passphrase.field.text() == ""
