"""A preview of a document whose length is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cspdesk.db.store import Store
from cspdesk.paper.blocks import Document, Page, Paragraph
from cspdesk.ui.desk import Desk
from cspdesk.ui.preview import CountOption, open_preview
from cspdesk.ui.preview.dialog import PreviewDialog


def compose(store: Store, language: str, lines: int = 3) -> Document:
    text = "សេចក្តីសម្រេច" if language == "km" else "A decision"
    blocks = [Paragraph(f"{text} {n}", space_after=40) for n in range(lines)]
    return Document("Minutes", language, blocks, Page(landscape=True))


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot) -> Callable[..., PreviewDialog]:
    window = QWidget()
    window.resize(1093, 614)
    qtbot.addWidget(window)

    def show(make: Callable[..., Document] = compose, **more: object) -> PreviewDialog:
        more.setdefault("options", [CountOption("lines", lambda: "Lines", 3, 60)])
        more.setdefault("language", "en")
        dialog = open_preview(desk, "Minutes", make, window, **more)  # type: ignore[arg-type]
        qtbot.waitExposed(dialog)
        return dialog

    return show
