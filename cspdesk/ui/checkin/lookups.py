"""Answers what the check-in's forms ask while they are typed into."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cspdesk.i18n import current_language
from cspdesk.models.people import Person, display_name
from cspdesk.ui.checkin import jobs

if TYPE_CHECKING:
    from cspdesk.db.people import PersonRow
    from cspdesk.ui.checkin.details import DetailsForm
    from cspdesk.ui.checkin.walk_in import WalkInForm
    from cspdesk.ui.desk import Desk


class Lookups(QObject):
    """Offers institutions to both forms, and tells the walk-in's who is known already."""

    def __init__(
        self,
        desk: Desk,
        walk_in: WalkInForm,
        details: DetailsForm,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._walk_in = walk_in
        walk_in.twin_asked.connect(self._find_twin)
        for form in (walk_in, details):
            form.institutions_wanted.connect(functools.partial(self._offer, form))

    def _offer(self, form: WalkInForm | DetailsForm, text: str) -> None:
        self._desk.read(
            functools.partial(jobs.offer_institutions, text=text, language=current_language()),
            owner=form,
            on_done=form.offer_institutions,
        )

    def _find_twin(self, person: Person) -> None:
        self._desk.read(
            functools.partial(jobs.find_twin, person=person),
            owner=self,
            on_done=functools.partial(self._show_twin, person),
        )

    def _show_twin(self, asked: Person, twin: PersonRow | None) -> None:
        works = twin.institution if twin else None
        phones = twin.person.phones[:1] if twin else ()
        details = (display_name(works, current_language()) if works else "", *phones)
        known = twin.person if twin else None
        self._walk_in.show_twin(asked, known, " · ".join(filter(None, details)))
