"""One line of text in a list, with the letters that match a search on a coloured ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine

from cspdesk.khmer.fold import Span, joined_spans
from cspdesk.khmer.search import found_in
from cspdesk.ui import theme

_LEFT = Qt.AlignmentFlag.AlignLeft
_ELLIPSIS = "…"
_ROUND = 3.0


def draw_line(
    painter: QPainter,
    room: QRect,
    text: str,
    typed: str = "",
    searched: Sequence[str] = (),
    *,
    side: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Draw ``text`` on one line in the painter's font and ink, cut with … where it is too long.

    The grounds are drawn first and the text then as a whole, so that no cluster is torn and no
    letter stands elsewhere than without a search.

    Args:
        painter: draws; its font and pen stay as they are.
        room: where; the line is centred from top to bottom.
        text: the line.
        typed: what is searched for; '' highlights nothing.
        searched: the parts of ``text`` that a search looks into.
        side: AlignLeft or AlignRight.
    """
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    kept = len(shown) if shown == text else len(shown) - len(_ELLIPSIS)
    spans = [span for span in _spans(text, typed, searched) if span[0] < kept]
    if spans:
        offset = 0.0
        if side & Qt.AlignmentFlag.AlignRight:
            offset = room.width() - painter.fontMetrics().horizontalAdvance(shown)
        for left, width in _grounds(painter, shown, spans, kept):
            place = QRectF(room.left() + offset + left, room.top(), width, room.height())
            _draw_ground(painter, place)
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)


def units(text: str, at: int) -> int:
    """Return an offset into ``text`` as Qt counts it: letters past U+FFFF are two units there."""
    return at + sum(letter > "\uffff" for letter in text[:at])


def edge(line: QTextLine, at: int) -> float:
    """Return the left edge of what follows offset ``at`` of a line, in pixels."""
    # PySide returns the offset as well, which its stubs do not know.
    answer: Any = line.cursorToX(at)
    return float(answer[0])


def _spans(text: str, typed: str, searched: Sequence[str]) -> list[Span]:
    spans: list[Span] = []
    for part in searched if typed else ():
        at = text.find(part)
        if at >= 0:
            spans += [(at + start, at + end) for start, end in found_in(part, typed)]
    return joined_spans(spans)


def _grounds(
    painter: QPainter, shown: str, spans: list[Span], kept: int
) -> list[tuple[float, float]]:
    """Return left edge and width of each part, as far as it is not cut."""
    layout = QTextLayout(shown, painter.font(), painter.device())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    edges = [[edge(line, units(shown, min(at, kept))) for at in span] for span in spans]
    return [(left, right - left) for left, right in edges]


def _draw_ground(painter: QPainter, place: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().color("found"))
    painter.drawRoundedRect(place.adjusted(-1, 1, 1, -1), _ROUND, _ROUND)
    painter.restore()
