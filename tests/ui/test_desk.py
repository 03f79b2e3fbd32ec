from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions

from cspdesk.db.settings import get_organisation, set_organisation
from cspdesk.db.store import Store
from cspdesk.errors import DeskError, DiskFull
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution
from cspdesk.ui.desk import Desk
from cspdesk.ui.messages import Notice, SaveState


@pytest.fixture
def notices(desk: Desk) -> list[Notice]:
    seen: list[Notice] = []
    desk.messages.noticed.connect(seen.append)
    return seen


def test_a_change_is_told_with_its_tables_before_its_result(desk: Desk) -> None:
    heard: list[object] = []
    desk.data_changed.connect(heard.append)
    desk.change(
        lambda store: store.insert(Institution(name_km="ក")).name_km,
        owner=desk,
        on_done=heard.append,
    )
    assert heard == [frozenset({"institution"}), "ក"]


def test_a_change_offers_undo_and_undo_takes_it_back(desk: Desk, notices: list[Notice]) -> None:
    desk.change(lambda store: store.insert(Institution(name_km="ក")), owner=desk, undo="Added.")
    assert notices[0].text == "Added."
    assert notices[0].undo is not None
    notices[0].undo()
    left: list[list[Institution]] = []
    desk.read(lambda store: store.find(Institution), owner=desk, on_done=left.append)
    assert left == [[]]


def test_undo_with_nothing_to_undo_says_so(desk: Desk, notices: list[Notice]) -> None:
    desk.undo()
    assert "nothing" in notices[0].text


def test_what_a_full_disk_did_not_take_is_saved_in_order_once_there_is_room(
    desk: Desk, notices: list[Notice]
) -> None:
    full = True

    def name(text: str, store: Store) -> None:
        if full:
            raise DiskFull("The disk is full", "No room for {name}.", name=text)
        set_organisation(store, Organisation(text, ""))

    for text in ("ក", "ខ", "គ"):
        desk.change(partial(name, text), owner=desk)
    assert [(n.kind, n.detail) for n in notices] == [("danger", "No room for ក.")]
    assert desk.messages.save_state is SaveState.FAILED
    desk.save_unsaved()
    assert len(notices) == 1
    full = False
    desk.save_unsaved()
    assert desk.messages.save_state is SaveState.SAVED
    known: list[Organisation] = []
    desk.read(get_organisation, owner=desk, on_done=known.append)
    assert known[0].name_km == "គ"
    assert [n.text for n in notices[1:]] == ["Everything is saved again."]


def test_a_later_write_never_overtakes_one_that_the_disk_did_not_take(desk: Desk) -> None:
    room = 0

    def name(text: str, store: Store) -> None:
        if len(text) > room:
            raise DiskFull("The disk is full", "No room for {name}.", name=text)
        set_organisation(store, Organisation(text, ""))

    for text in ("a long name", "short"):
        desk.change(partial(name, text), owner=desk)
    room = 6
    desk.save_unsaved()
    assert desk.has_unsaved()
    assert desk.messages.save_state is SaveState.FAILED
    room = 60
    desk.save_unsaved()
    assert not desk.has_unsaved()
    known: list[Organisation] = []
    desk.read(get_organisation, owner=desk, on_done=known.append)
    assert known[0].name_km == "short"


def test_a_failed_write_that_no_disk_is_to_blame_for_is_not_repeated(
    desk: Desk, notices: list[Notice]
) -> None:
    tries: list[int] = []

    def fail(_store: Store) -> None:
        tries.append(1)
        raise DeskError("Title", "Message.")

    desk.change(fail, owner=desk)
    assert desk.messages.save_state is SaveState.FAILED
    desk.change(lambda store: set_organisation(store, Organisation("ក", "A")), owner=desk)
    assert desk.messages.save_state is SaveState.SAVED
    assert len(tries) == len(notices) == 1


def test_a_known_trouble_can_be_taken_by_who_asked(desk: Desk, notices: list[Notice]) -> None:
    def fail(_store: Store) -> None:
        raise DeskError("Title", "Message.")

    errors: list[Exception] = []
    desk.read(fail, owner=desk, on_done=pytest.fail, on_error=errors.append)
    assert isinstance(errors[0], DeskError)
    assert notices == []


def test_a_page_that_is_gone_hears_nothing_but_others_do(desk: Desk) -> None:
    page, heard = QObject(), []
    desk.data_changed.connect(heard.append)

    def change(store: Store) -> None:
        set_organisation(store, Organisation("ក", "A"))
        page.deleteLater()

    desk.change(change, owner=page)
    assert heard == [frozenset({"setting"})]


def test_reading_a_locked_desk_is_dropped(desk: Desk) -> None:
    desk.close()
    with capture_exceptions() as caught:
        desk.read(get_organisation, owner=desk, on_done=pytest.fail)
    assert caught == []
