"""The way that a smoke test goes through the window, and what it finds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.cli import process
from cspdesk.i18n import LANGUAGES

if TYPE_CHECKING:
    from types import TracebackType

    from cspdesk.app import Built
    from cspdesk.db.store import Store
    from cspdesk.ui.tour import Stop, Tour

_UNLOCK = "unlock"
_OF_A_MEETING = ("checkin", "minutes")


@dataclass
class Report:
    """What a walk found; ``home`` is the memory held with the first page, ``peak`` the most ever."""

    window_ms: float = 0.0
    unlock_ms: float = 0.0
    pages_ms: dict[str, dict[str, float]] = field(default_factory=dict)
    documents_ms: dict[str, float] = field(default_factory=dict)
    home_memory_mib: float = 0.0
    peak_memory_mib: float = 0.0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Data:
    """The workspace to walk through, and its key where a demo is still to be put into it."""

    folder: Path
    passphrase: str
    key: bytes | None = None


class Walk:
    """The stops of the walk, and what was found at them."""

    tour: Tour

    def __init__(self, built: Built, data: Data, output: Path, prepared: float) -> None:
        self.report = Report()
        self._built = built
        self._data = data
        self._output = output
        self._prepared = prepared
        self._meeting = ""

    def stops(self) -> Iterator[Stop]:
        """Yield the stops; each is asked for when the one before it has settled."""
        from cspdesk.paper.documents import DOCUMENTS
        from cspdesk.ui.pages import PAGES
        from cspdesk.ui.tour import Stop

        desk = self._built.desk
        if self._data.key is not None:
            yield Stop("demo", partial(self._make_demo, self._data.key))
        yield Stop(_UNLOCK, self._unlock)
        self.report.home_memory_mib, _most = process.mebibytes()
        yield Stop("meeting", self._look_for_meeting)
        for language in LANGUAGES:
            # Not the preference, which belongs to whoever uses this data.
            yield Stop(f"language {language}", partial(self._built.language.switch, language))
            for page in PAGES:
                what = {"meeting": self._meeting} if page.name in _OF_A_MEETING else {}
                yield Stop(
                    f"page {language} {page.name}", partial(desk.navigate, page.name, **what)
                )
        for name, document in DOCUMENTS.items():
            if self._meeting or not document.of_meeting:
                yield Stop(f"document {name}", partial(self._print, name))

    def on_painted(self) -> None:
        self.report.window_ms = process.milliseconds_alive() - self._prepared

    def on_reached(self, stop: str, milliseconds: float) -> None:
        match stop.split():
            case ["unlock"]:
                self.report.unlock_ms = milliseconds
            case ["page", language, page]:
                self.report.pages_ms.setdefault(language, {})[page] = milliseconds
            case ["document", name]:
                self.report.documents_ms[name] = milliseconds

    def on_failed(self, stop: str, text: str) -> None:
        self.report.failures.append(f"{stop}: {text}")
        if stop == _UNLOCK:
            self.tour.stop()

    def on_fault(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """Note a bug, and show it where somebody can mend it."""
        sys.__excepthook__(kind, error, where)
        self.tour.fail(error if isinstance(error, Exception) else RuntimeError(kind.__name__))

    def _make_demo(self, key: bytes) -> None:
        desk = self._built.desk
        desk.runner.submit(
            partial(_make_demo, self._data.folder, key), owner=desk, on_error=self.tour.fail
        )

    def _unlock(self) -> None:
        from cspdesk.ui.unlock import open_with_passphrase

        desk = self._built.desk
        opening = partial(open_with_passphrase, self._data.folder, self._data.passphrase)
        desk.adopt(opening, owner=desk, on_error=self.tour.fail)

    def _look_for_meeting(self) -> None:
        from cspdesk.db.meetings import latest_held

        desk = self._built.desk
        desk.read(
            latest_held,
            owner=desk,
            on_done=lambda found: setattr(self, "_meeting", found.id if found else ""),
            on_error=self.tour.fail,
        )

    def _print(self, name: str) -> None:
        from cspdesk.paper.documents import DOCUMENTS, compose
        from cspdesk.paper.writing import write

        def write_one(store: Store) -> None:
            meeting = self._meeting if DOCUMENTS[name].of_meeting else ""
            write(compose(store, name, meeting, "km"), self._output / f"{name}.pdf")

        desk = self._built.desk
        desk.read(write_one, owner=desk, on_done=lambda _nothing: None, on_error=self.tour.fail)


def _make_demo(folder: Path, key: bytes) -> None:
    from datetime import datetime

    from cspdesk.db.store import Store
    from cspdesk.exchange import sample

    store = Store.create(folder, key)
    try:
        sample.load(store, datetime.now().astimezone().date())
    finally:
        store.close()
