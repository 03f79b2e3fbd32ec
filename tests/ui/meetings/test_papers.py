"""Every document of a meeting can be composed, in both languages, from an empty one on."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, invitations, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.meetings import ActionPoint, AgendaItem, Meeting, Presence
from cspdesk.models.people import Institution, Person
from cspdesk.paper.documents import DOCUMENTS
from cspdesk.paper.guests import invited
from cspdesk.ui.meetings.paper_options import options_of
from cspdesk.ui.meetings.papers import GROUPS, PAPERS, Paper, compose_paper, waiting_for
from cspdesk.ui.preview.options import OptionsPanel


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return meetings.add_meeting(store, Meeting(title_km="វេទិកា", on=date(2022, 12, 13)), [])


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_each_document_is_composed_with_its_options_even_when_nothing_is_there(
    store: Store, meeting: Meeting, qtbot: QtBot, paper: Paper, language: str
) -> None:
    panel = OptionsPanel(options_of(paper.name))
    qtbot.addWidget(panel)
    panel.retranslate()
    document = compose_paper(
        store, language, name=paper.name, meeting_id=meeting.id, **panel.values()
    )
    assert document.language == language
    assert document.blocks


def test_every_document_stands_in_one_group() -> None:
    offered = [paper.name for paper in PAPERS]
    assert sorted(offered) == sorted(set(DOCUMENTS) - {"letter", "request"})
    assert {paper.group for paper in PAPERS} == set(GROUPS)


def test_contacts_are_those_invited_institutions_without_a_person_last(
    store: Store, meeting: Meeting
) -> None:
    alone, staffed = (store.insert(Institution(name_km=n)) for n in ("ក", "ខ"))
    person = people.add_person(store, Person(name_km="សុខា"), staffed.id, "នាយក")
    came = people.add_person(store, Person(name_km="ដារា"))
    invitations.invite_all(store, meeting.id)
    attendance.mark(store, meeting.id, came.id)
    rows = invited(meetings.load_record(store, meeting.id))
    assert [(row.institution.id, row.person and row.person.id, row.position) for row in rows] == [
        (staffed.id, person.id, "នាយក"),
        (alone.id, None, ""),
    ]


def test_what_is_missing_is_said_until_it_is_there(store: Store, meeting: Meeting) -> None:
    def remarks() -> list[str]:
        record = meetings.load_record(store, meeting.id)
        return [paper.name for paper in PAPERS if waiting_for(paper.name, record)]

    assert remarks() == [paper.name for paper in PAPERS]
    person = people.add_person(store, Person(name_km="សុខា"))
    attendance.invite_person(store, meeting.id, person.id)
    assert remarks() == ["attended", "minutes", "followup"]
    attendance.mark(store, meeting.id, person.id, Presence.PRESENT)
    meetings.append(store, AgendaItem(meeting_id=meeting.id, title="ក", decision="ខ"))
    meetings.append(store, ActionPoint(meeting_id=meeting.id, text="គ"))
    assert remarks() == []
