from __future__ import annotations

from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.fact import Fact


def test_a_fact_that_is_not_known_takes_no_room(qtbot: QtBot) -> None:
    fact = Fact("clock")
    qtbot.addWidget(fact)
    fact.set("08:00–11:30")
    assert not fact.isHidden()
    assert fact.text() == "08:00–11:30"
    fact.set("")
    assert fact.isHidden()


def test_a_long_fact_is_cut_not_wide(qtbot: QtBot) -> None:
    fact = Fact("map-pin")
    qtbot.addWidget(fact)
    fact.set("សាលាខេត្តបាត់ដំបង " * 20)
    assert fact.minimumSizeHint().width() < 100
