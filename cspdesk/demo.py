"""A sample workspace with its documents and pictures, for a first look without a screen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.errors import DeskError
from cspdesk.i18n import LANGUAGES, N_

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document

PASSPHRASE = "sample"  # noqa: S105 (printed on the screen: all data is fictional)
_PAGES = ("home", "meetings", "directory")


def _sheet(store: Store, meeting: str, language: str) -> Document:
    from cspdesk.db.meetings import load_record
    from cspdesk.paper.attendance import compose

    return compose(load_record(store, meeting), language, attended=False)


def _attended(store: Store, meeting: str, language: str) -> Document:
    from cspdesk.db.meetings import load_record
    from cspdesk.paper.attendance import compose

    return compose(load_record(store, meeting), language, attended=True)


def _minutes(store: Store, meeting: str, language: str) -> Document:
    from cspdesk.db.meetings import load_record
    from cspdesk.paper.minutes import compose

    return compose(load_record(store, meeting), language)


def _contacts(store: Store, _meeting: str, language: str) -> Document:
    from cspdesk.db.people import contact_rows
    from cspdesk.db.settings import get_organisation
    from cspdesk.paper.contacts import compose

    return compose(contact_rows(store), get_organisation(store), language)


DOCUMENTS: Mapping[str, Callable[[Store, str, str], Document]] = {
    "attendance": _sheet,
    "attended": _attended,
    "minutes": _minutes,
    "contacts": _contacts,
}
"""The documents by the names of the command line: (store, meeting id, language) to blocks."""


def make(output: Path, today: date, tell: Callable[[str], None]) -> None:
    """Write ``output``/workspace, its documents in both languages, and pictures of the window.

    A workspace that an earlier demonstration left there is made anew.

    Raises:
        DeskError: something else lies there; it is left alone.
    """
    workspace = output / "workspace"
    _clear(workspace)
    _fill(workspace, output, today, tell)
    _take_pictures(workspace, output, tell)
    tell(f"Workspace: {workspace} (passphrase: {PASSPHRASE})")


def _clear(workspace: Path) -> None:
    """Remove an earlier demonstration, known by the passphrase that nobody else has."""
    from cspdesk.db import vault

    if not workspace.exists():
        return
    try:
        vault.unlock(workspace, PASSPHRASE)
    except DeskError as error:
        raise DeskError(
            N_("There is other data in this folder"),
            N_("{folder} was not made by an earlier demonstration. It was left as it is."),
            N_("Choose another folder."),
            folder=str(workspace),
        ) from error
    shutil.rmtree(workspace)


def _fill(workspace: Path, output: Path, today: date, tell: Callable[[str], None]) -> None:
    from cspdesk.db import vault
    from cspdesk.db.meetings import list_meetings
    from cspdesk.db.store import Store
    from cspdesk.exchange import sample
    from cspdesk.paper.pdf import render_to

    key, _code = vault.create(workspace, PASSPHRASE)
    store = Store.create(workspace, key)
    sample.load(store, today)
    forum = next(row.meeting.id for row in list_meetings(store) if row.counts.total > 20)
    for name, compose in DOCUMENTS.items():
        for language in LANGUAGES:
            path = output / f"{name}-{language}.pdf"
            render_to(compose(store, forum, language), path)
            tell(str(path))
    store.close()


def _take_pictures(workspace: Path, output: Path, tell: Callable[[str], None]) -> None:
    """Open the window on the workspace without a screen and save pictures of its pages."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform complains about every window that it has no size hints to give to.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    os.environ["CSPDESK_WORKSPACE"] = str(workspace)
    from PySide6.QtWidgets import QApplication

    from cspdesk.app import build
    from cspdesk.ui.runner import InlineRunner
    from cspdesk.ui.unlock import open_with_passphrase

    app = QApplication(["cspdesk"])
    built = build(app, workspace, InlineRunner())
    built.window.show()
    opened = partial(open_with_passphrase, workspace, PASSPHRASE)
    built.desk.adopt(opened, owner=built.desk, on_error=_reraise)
    for language in LANGUAGES:
        built.window.speak(language)
        for page in _PAGES:
            built.desk.navigate(page)
            app.sendPostedEvents()
            path = output / f"window-{page}-{language}.png"
            built.window.grab().save(str(path))
            tell(str(path))
    built.window.close()
    built.desk.close()
    built.desk.runner.shutdown()


def _reraise(error: Exception) -> None:
    raise error
