"""The import of the contact list that facilitators keep today."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution
from cspdesk.ui.desk import Desk
from cspdesk.ui.imports import jobs
from cspdesk.ui.imports.import_view import ImportView
from cspdesk.ui.messages import SaveState
from cspdesk.ui.runner import Cancelled

LIST = Path(__file__).parents[2] / "data" / "npdp-contact-list.xlsx"


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> ImportView:
    made = ImportView(desk)
    qtbot.addWidget(made)
    made.resize(1118, 660)
    made.retranslate()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _enter(view: ImportView, bot: QtBot) -> None:
    focused = view.focusWidget()
    assert focused is not None
    bot.keyClick(focused, Qt.Key.Key_Return)


def _import(view: ImportView, path: Path, bot: QtBot) -> None:
    view.start(path)
    for _step in ("sheet", "columns", "preview"):
        _enter(view, bot)


def _fields(view: ImportView) -> list[str]:
    return [combo.currentText() for combo in view.columns_step.combos]


def test_enter_walks_through_to_66_and_66(view: ImportView, store: Store, qtbot: QtBot) -> None:
    view.start(LIST)
    assert view.sheet_step.header() == 5
    assert view.sheet_step.grid.currentIndex().row() == 5
    _enter(view, qtbot)
    assert view.step() is view.columns_step
    assert _fields(view)[:3] == ["No.", "Organization", "Organization in Latin letters"]
    _enter(view, qtbot)
    assert view.step() is view.preview_step
    assert people.count(store) == (0, 0)
    view.preview_step.filter.choose("changes")
    remarks = [
        view.preview_step.table.model().index(row, 4).data()
        for row in range(view.preview_step.table.model().rowCount())
    ]
    assert any(text.startswith("K7: ") for text in remarks)
    _enter(view, qtbot)
    assert view.done_step.sentence() == "66 institutions, 66 people added"
    assert people.count(store) == (66, 66)


def test_the_same_list_again_changes_nothing_and_says_so(
    view: ImportView, store: Store, qtbot: QtBot
) -> None:
    _import(view, LIST, qtbot)
    _import(view, LIST, qtbot)
    assert view.done_step.sentence() == "Nothing changed: everything was already here."
    assert people.count(store) == (66, 66)


def test_undo_takes_the_whole_import_back(
    view: ImportView, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    _import(view, LIST, qtbot)
    desk.undo()
    assert people.count(store) == (0, 0)


def test_another_row_and_other_columns_can_be_chosen_and_are_remembered(
    view: ImportView, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("x,y\nwho,what\nSok Chanthy,VSG\n", "utf-8")
    view.start(path)
    view.sheet_step.grid.selectRow(1)
    _enter(view, qtbot)
    assert not view.next_button.isEnabled()
    first, second = view.columns_step.combos
    for combo, text in ((first, "Contact person"), (second, "Organization")):
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())
    _enter(view, qtbot)
    _enter(view, qtbot)
    (institution,) = store.find(Institution)
    assert institution.name_latin == "VSG"
    view.start(path)
    view.sheet_step.grid.selectRow(1)
    _enter(view, qtbot)
    assert _fields(view) == ["Contact person", "Organization"]


def test_going_back_step_by_step_writes_nothing(
    view: ImportView, store: Store, qtbot: QtBot
) -> None:
    view.start(LIST)
    view.go_on()
    view.go_on()
    for step in (view.columns_step, view.sheet_step, view.file_step):
        view.back()
        assert view.step() is step
    with qtbot.waitSignal(view.finished):
        view.back()
    assert people.count(store) == (0, 0)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(64), b""])
def test_a_file_that_is_no_list_is_explained(
    view: ImportView, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    view.start(path)
    assert view.step() is view.file_step
    assert view.file_step.complaint().count("list.xlsx") == 1


def test_a_cancelled_import_leaves_the_store_as_it_was(
    view: ImportView, desk: Desk, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(*_job: object) -> None:
        raise Cancelled

    real = jobs.apply_import
    view.start(LIST)
    view.go_on()
    view.go_on()
    monkeypatch.setattr(jobs, "apply_import", lambda store, plan, _r: real(store, plan, cancelled))
    view.go_on()
    assert view.step() is view.preview_step
    assert view.next_button.isEnabled()
    assert people.count(store) == (0, 0)
    assert desk.messages.save_state is SaveState.SAVED


def test_every_step_fits_a_small_window(view: ImportView, qtbot: QtBot) -> None:
    view.start(LIST)
    for _step in range(4):
        assert view.minimumSizeHint().width() <= 997
        assert view.minimumSizeHint().height() <= 556
        view.go_on()
