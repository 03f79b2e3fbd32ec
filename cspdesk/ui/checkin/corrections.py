"""Saves what the forms beside the check-in's list say."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cspdesk.db import attendance, meetings
from cspdesk.i18n import _
from cspdesk.khmer.text import clean_line
from cspdesk.models import phones
from cspdesk.models.meetings import Headcount
from cspdesk.models.people import Person, Sex

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.checkin.details import DetailsForm
    from cspdesk.ui.checkin.headcounts import HeadcountForm

Change = Callable[..., None]


class Corrections(QObject):
    """Ties the details form and the head counts to the store.

    Args:
        change: queues a write: ``change(job, undo=...)``.
        meeting_id: answers whose attendance it is.
        details, counts: the forms.
    """

    def __init__(
        self,
        change: Change,
        meeting_id: Callable[[], str],
        details: DetailsForm,
        counts: HeadcountForm,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._change = change
        self._meeting_id = meeting_id
        self._counts = counts
        details.sex_chosen.connect(self._on_sex_chosen)
        details.name_typed.connect(self._on_name_typed)
        details.phone_typed.connect(self._on_phone_typed)
        details.work_typed.connect(self._on_work_typed)
        counts.saved.connect(self._on_count_saved)
        counts.deleted.connect(self._on_count_deleted)

    def _on_sex_chosen(self, person_id: str, sex: Sex) -> None:
        self._change(functools.partial(set_sex, person_id=person_id, sex=sex))

    def _on_name_typed(self, person_id: str, names: dict[str, str]) -> None:
        self._change(functools.partial(set_names, person_id=person_id, names=names))

    def _on_phone_typed(self, person_id: str, text: str) -> None:
        self._change(functools.partial(set_phones, person_id=person_id, text=text))

    def _on_work_typed(self, person_id: str, institution: str | None, position: str | None) -> None:
        self._change(
            functools.partial(
                attendance.correct_work,
                meeting_id=self._meeting_id(),
                person_id=person_id,
                institution=institution,
                position=position if position is None else clean_line(position),
            )
        )

    def _on_count_saved(self, count: Headcount) -> None:
        self._change(
            functools.partial(attendance.set_headcount, headcount=count),
            undo=_("Head count saved."),
        )
        self._counts.begin(self._meeting_id())

    def _on_count_deleted(self, count_id: str) -> None:
        self._change(
            functools.partial(meetings.move_to_trash, kind=Headcount, record_id=count_id),
            undo=_("Head count deleted."),
        )


def read_phones(text: str) -> tuple[str, ...]:
    """Return the phone numbers typed into one field, as they are stored."""
    return tuple(phones.normalise(part).text for part in phones.split(text))


def set_sex(store: Store, person_id: str, sex: Sex) -> None:
    """Record somebody's sex."""
    store.update(Person, person_id, sex=sex)


def set_names(store: Store, person_id: str, names: dict[str, str]) -> None:
    """Save a name as typed, without what cannot be seen."""
    for field, text in names.items():
        store.update(Person, person_id, **{field: clean_line(text)})


def set_phones(store: Store, person_id: str, text: str) -> None:
    """Save the phones typed into one field."""
    store.update(Person, person_id, phones=read_phones(text))
