from __future__ import annotations

from pytestqt.qtbot import QtBot

from cspdesk.db.store import Store
from cspdesk.models.letters import Letter
from cspdesk.models.meetings import Meeting
from cspdesk.models.people import Institution
from cspdesk.ui.desk import Desk
from cspdesk.ui.pages.trash_page import TrashPage


def test_a_deleted_record_is_found_and_brought_back(desk: Desk, store: Store, qtbot: QtBot) -> None:
    kept = store.insert(Institution(name_km="អង្គការ VSG"))
    lost = store.insert(Meeting(title_en="Partnership Forum"))
    for record in (kept, lost):
        store.delete(type(record), record.id)
    page = TrashPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page.model.rowCount() == 2
    qtbot.keyClicks(page.field, "forum")
    assert [row.text for row in page.model.rows()] == ["Partnership Forum"]
    page.table.move(1)
    page.restore.click()
    assert store.get(Meeting, lost.id) == store.find(Meeting)[0]
    page.field.clear()
    page.field.searched.emit("")
    assert [row.text for row in page.model.rows()] == ["អង្គការ VSG"]


def test_a_deleted_letter_is_told_by_its_subject(desk: Desk, store: Store, qtbot: QtBot) -> None:
    letter = store.insert(Letter(subject="Thanks"))
    store.delete(Letter, letter.id)
    page = TrashPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert [page.model.data(page.model.index(0, column)) for column in (0, 1)] == [
        "Thanks",
        "Letter",
    ]
    page.table.move(1)
    page.restore.click()
    assert store.find(Letter) == [letter]
