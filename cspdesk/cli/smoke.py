"""One walk through the real window: every page in both languages, every document. For packagers.

The times are those of a person in front of it: from the start of the process to the window, from
the click on a page to its contents. What a smoke test alone needs, such as the temporary demo, is
not in them.
"""

from __future__ import annotations

import dataclasses
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from cspdesk.cli import process
from cspdesk.cli.options import as_json, named_folder, passphrase, show, unlocked, workspace_in
from cspdesk.cli.walk import Data, Report, Walk
from cspdesk.paths import DATA_DIR

_SECRET = "a demo of a moment"  # noqa: S105 (of fictional data that is gone a moment later)


@click.command()
@unlocked
@as_json
def smoke(data_dir: Path | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Open the real window, visit every page in both languages, print every document.

    Without --data-dir on a temporary demo. Nothing of the data or the preferences is changed.
    """
    began = time.perf_counter()
    with _data(named_folder(data_dir), passphrase_file) as data:
        os.environ[DATA_DIR] = str(data.folder)
        report = _walk(data, (time.perf_counter() - began) * 1000)
    show({"ok": not report.failures, **_rounded(report)}, _told(report), as_json=as_json)
    if report.failures:
        raise click.ClickException("\n".join(report.failures))


@contextmanager
def _data(given: Path | None, passphrase_file: Path | None) -> Iterator[Data]:
    from cspdesk.db import vault

    if given is not None:
        yield Data(workspace_in(given), passphrase(passphrase_file))
        return
    with tempfile.TemporaryDirectory(prefix="cspdesk-", ignore_cleanup_errors=True) as name:
        # The demo comes after the window, whose time and memory are measured.
        key, _code = vault.create(Path(name), _SECRET)
        yield Data(Path(name), _SECRET, key)


def _walk(data: Data, prepared: float) -> Report:
    """Open the window and go through it; ``prepared`` milliseconds so far it did not need."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, screens)):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        # That platform complains about every window that it has no size hints to give to.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from PySide6.QtWidgets import QApplication

    from cspdesk.app import build
    from cspdesk.ui.tour import Tour

    app = QApplication(["cspdesk"])
    built = build(app, data.folder)
    with tempfile.TemporaryDirectory(prefix="cspdesk-", ignore_cleanup_errors=True) as output:
        walk = Walk(built, data, Path(output), prepared)
        walk.tour = tour = Tour(built.window, built.desk, walk.stops())
        tour.painted.connect(walk.on_painted)
        tour.reached.connect(walk.on_reached)
        tour.failed.connect(walk.on_failed)
        # Not quit(), which closes the window, which keeps its size as this person's wish.
        tour.ended.connect(partial(app.exit, 0))
        before, sys.excepthook = sys.excepthook, walk.on_fault
        built.window.show()
        app.exec()
        built.window.hide()
        built.desk.close()
        built.desk.runner.shutdown()
        sys.excepthook = before
    _now, walk.report.peak_memory_mib = process.mebibytes()
    return walk.report


def _rounded(report: Report) -> dict[str, object]:
    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {name: plain(inner) for name, inner in value.items()}
        return round(value, 1) if isinstance(value, float) else value

    return {name: plain(value) for name, value in dataclasses.asdict(report).items()}


def _told(report: Report) -> Iterator[str]:
    yield f"{report.window_ms:7.0f} ms  window"
    yield f"{report.unlock_ms:7.0f} ms  unlocking and the first page"
    for language, pages in report.pages_ms.items():
        for page, milliseconds in pages.items():
            yield f"{milliseconds:7.0f} ms  {page} ({language})"
    for name, milliseconds in report.documents_ms.items():
        yield f"{milliseconds:7.0f} ms  {name}.pdf"
    yield f"{report.home_memory_mib:7.0f} MiB with the first page, {report.peak_memory_mib:.0f} at most"
    if not report.failures:
        yield "Everything works."
