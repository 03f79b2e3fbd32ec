from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cspdesk.models.counts import Counts
from cspdesk.ui.checkin.figures import Figures
from cspdesk.ui.theme import Theme
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.words import Words


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.apply("light", 11)
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("size", [11, 12, 13])
def test_all_figures_are_in_sight_on_a_small_screen(qtbot: QtBot, theme: Theme, size: int) -> None:
    theme.apply("light", size)
    figures = Figures(Words(lambda: "arabic"))
    qtbot.addWidget(figures)
    figures.show_counts(Counts(156, 170, 4, 66, 300), [])
    figures.resize(figures.width(), 410)
    figures.show()
    panel = figures.findChild(ScrollPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() == 0)
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
