from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from cspdesk.paths import shipped
from cspdesk.ui import icons

SOURCE = "\n".join(path.read_text("utf-8") for path in shipped("ui").rglob("*.py"))
SHIPPED = {path.stem for path in shipped("resources", "icons").glob("*.svg")}
DRAWN_BY_THE_STYLE_SHEET = re.compile(r"(arrow|tick|spin-up)-(light|dark)$")


def test_every_icon_named_is_there() -> None:
    named = re.findall(r"(?:icon=|IconButton\(|NavButton\(|set_icon\()\"([a-z0-9-]+)\"", SOURCE)
    assert {*named} - SHIPPED == set()


def test_every_icon_there_is_named() -> None:
    unused = {name for name in SHIPPED if f'"{name}"' not in SOURCE}
    assert {name for name in unused if not DRAWN_BY_THE_STYLE_SHEET.match(name)} == set()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_an_icon_is_drawn_in_its_colour_for_each_screen(qapp: QApplication, ratio: float) -> None:
    drawn = icons.pixmap("house", "#ff0000", 20, ratio)
    assert drawn.width() == round(20 * ratio)
    image = drawn.toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all((ink.red() > 240, ink.green() < 15) == (True, True) for ink in inked)
