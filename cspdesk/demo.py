"""A sample workspace with its documents and pictures, for a first look without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from cspdesk.errors import DeskError
from cspdesk.i18n import LANGUAGES, N_
from cspdesk.paths import DATA_DIR

PASSPHRASE = "sample"  # noqa: S105 (printed on the screen: all data is fictional)
_PAGES = ("home", "meetings", "directory")
_BEFORE_A_MEETING = ("invitation", "request")
_ALSO_WORD = ("minutes", "letter")
_LETTER = {
    "km": {
        "subject": "ការអរគុណចំពោះការចូលរួម",
        "addressee": "លោក លោកស្រី តំណាងស្ថាប័នសមាជិក",
        "text": "បណ្ដាញយើងខ្ញុំសូមថ្លែងអំណរគុណយ៉ាងជ្រាលជ្រៅ ចំពោះការចូលរួមរបស់លោក លោកស្រី"
        "ក្នុងវេទិកាស្ដីពីភាពជាដៃគូ។\n\nកំណត់ហេតុនៃវេទិកានេះ មានភ្ជាប់មកជាមួយលិខិតនេះ។",
    },
    "en": {
        "subject": "Thanks for taking part",
        "addressee": "The representatives of our members",
        "text": "We thank you warmly for taking part in the partnership forum.\n\n"
        "The minutes of the forum are attached to this letter.",
    },
}
_OWN_FILES = ("vault*.json", "desk.db*", "tries.json", "replica", "preferences.json", "window.pid")


def make_workspace(folder: Path, passphrase: str, today: date, scale: int = 1) -> None:
    """Make a workspace with the sample in ``folder``.

    One that an earlier demonstration left there is made anew.

    Args:
        folder: made where there is none; other files in it are left alone.
        passphrase: what will unlock it.
        today: around which the latest meetings lie.
        scale: how many times as many people and meetings.

    Raises:
        DeskError: other data lies there; it is left as it is.
    """
    from cspdesk.db import workspace
    from cspdesk.exchange import sample

    _clear(folder)
    store, _code = workspace.make(folder, passphrase)
    try:
        sample.load(store, today, scale)
    finally:
        store.close()


def _clear(folder: Path) -> None:
    """Remove an earlier demonstration, known by the passphrase that nobody else has."""
    from cspdesk.db import vault

    if not vault.exists(folder):
        return
    try:
        vault.unlock(folder, PASSPHRASE)
    except DeskError as error:
        raise DeskError(
            N_("There is other data in this folder"),
            N_("{folder} was not made by an earlier demonstration. It was left as it is."),
            N_("Choose another folder."),
            folder=str(folder),
        ) from error
    for pattern in _OWN_FILES:
        for path in folder.glob(pattern):
            path.unlink()


def print_documents(folder: Path, passphrase: str, output: Path) -> Iterator[Path]:
    """Write every document in both languages; yield each file.

    Those of a meeting are of the largest one; letters before a meeting are about the next one.
    Lists and labels are those of the network. Minutes and letters are Word files as well.
    """
    from cspdesk.db import vault
    from cspdesk.db.meetings import latest_held, list_meetings, next_meeting
    from cspdesk.db.store import Store
    from cspdesk.paper.documents import DOCUMENTS, compose
    from cspdesk.paper.writing import write

    store = Store.open(folder, vault.unlock(folder, passphrase))
    try:
        forum = max(list_meetings(store), key=lambda row: row.counts.total).meeting
        today = datetime.now().astimezone().date()
        coming = next_meeting(store, today)
        plan = coming.meeting if coming else latest_held(store) or forum
        for name, document in DOCUMENTS.items():
            of = plan if name in _BEFORE_A_MEETING else forum
            meeting_id = of.id if document.of_meeting else ""
            for language in LANGUAGES:
                options = _LETTER[language] if name == "letter" else {}
                made = compose(store, name, meeting_id, language, **options)
                for suffix in (".pdf", ".docx") if name in _ALSO_WORD else (".pdf",):
                    path = output / f"{name}-{language}{suffix}"
                    write(made, path)
                    yield path
    finally:
        store.close()


def take_pictures(folder: Path, passphrase: str, output: Path) -> Iterator[Path]:
    """Open the window on the workspace without a screen; yield each picture of a page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform complains about every window that it has no size hints to give to.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    os.environ[DATA_DIR] = str(folder)
    from PySide6.QtWidgets import QApplication

    from cspdesk.app import build
    from cspdesk.ui.runner import InlineRunner
    from cspdesk.ui.unlock import open_with_passphrase

    app = QApplication(["cspdesk"])
    built = build(app, folder, InlineRunner())
    built.window.show()
    opening = partial(open_with_passphrase, folder, passphrase)
    built.desk.adopt(opening, owner=built.desk, on_error=_reraise)
    for language in LANGUAGES:
        # Not the preference, which would stay in the workspace.
        built.language.switch(language)
        for page in _PAGES:
            built.desk.navigate(page)
            app.sendPostedEvents()
            path = output / f"window-{page}-{language}.png"
            built.window.grab().save(str(path))
            yield path
    built.window.hide()
    built.desk.close()
    built.desk.runner.shutdown()


def _reraise(error: Exception) -> None:
    raise error
