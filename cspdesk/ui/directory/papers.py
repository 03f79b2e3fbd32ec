"""What is printed of the directory: lists, labels and envelopes of the rows that it shows."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cspdesk.i18n import N_, _
from cspdesk.ui import icons
from cspdesk.ui.meetings.paper_options import contact_options, sender, used_labels
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.preview import Option, open_preview

if TYPE_CHECKING:
    from datetime import date

    from cspdesk.db.directory import Query
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview.dialog import PreviewDialog

PAPERS = {
    "contacts": ("book-user", N_("Contact list")),
    "share": ("phone-off", N_("Contact list to share, without phone numbers")),
    "labels": ("tags", N_("Address labels")),
    "envelopes": ("mail", N_("Envelopes")),
}
"""Icon and title of each, by its name; 'share' is a contact list that leaves numbers off."""


def open_menu(button: QPushButton, choose: Callable[[str], object]) -> QMenu:
    """Open the menu of :data:`PAPERS` below a button, the first one chosen; Enter opens it."""
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    for name, (icon, title) in PAPERS.items():
        action = menu.addAction(icons.icon(icon, "text", 18, 0), _(title))
        action.triggered.connect(lambda _on=False, name=name: choose(name))
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(menu.actions()[0])
    return menu


def open_paper(
    desk: Desk, name: str, query: Query, parent: QWidget, *, of_people: bool
) -> PreviewDialog:
    """Open the preview of one of :data:`PAPERS`, of the rows that match ``query``.

    Args:
        desk: the services of the open workspace.
        name: which one.
        query: what the directory is searched and filtered by.
        parent: a widget of the page that asked.
        of_people: of people instead of institutions.
    """
    options: dict[str, Callable[[], list[Option]]] = {
        "contacts": contact_options,
        "share": functools.partial(contact_options, reach="nobody"),
        "labels": lambda: [used_labels()],
        "envelopes": lambda: [sender()],
    }
    day = today()
    return open_preview(
        desk,
        _(PAPERS[name][1]),
        functools.partial(_compose, name=name, query=query, of_people=of_people, on=day),
        parent,
        options=options[name](),
        file_name=f"{name}-{{language}} {day.isoformat()}",
    )


def _compose(
    store: Store,
    language: str,
    *,
    name: str,
    query: Query,
    of_people: bool,
    on: date,
    **options: object,
) -> Document:
    from cspdesk.paper.documents import compose_directory

    if name in ("labels", "envelopes"):
        options["to_institutions"] = not of_people
    else:
        name = "contacts"
    return compose_directory(store, name, language, query, of_people=of_people, on=on, **options)
