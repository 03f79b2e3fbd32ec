"""Charts of horizontal bars whose parts are told apart in grey, by a copier too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cspdesk.paper.blocks import Chart
from cspdesk.paper.pdf.flow import Draw, Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.structure import Element
from cspdesk.paper.pdf.styles import Area, draw_line, text_pieces, together
from cspdesk.paper.pdf.typeset import Line, Style, typeset, wrap

_SIZE = 9.5
_BAR = 12.0
_GAP = 5.0
_SPACE = 5.0
_AFTER = 8.0
_LABELS, _VALUES = 0.36, 0.25
"""Most that labels and values may take of the width."""
_SMALLEST = 0.75
_OUTLINE, _HATCH, _AXIS = 0.4, 0.4, 0.7
_HATCH_STEP = 3.2
_LEGEND_GAP = 14.0
_LARGEST = 1e100

Fill = Callable[[Ink, float, float, float, float], None]
"""Fills a box of (x, y, width, height)."""


def chart_pieces(chart: Chart, area: Area) -> list[Piece]:
    """Return title, legend and bars, kept on one page unless they are taller than it.

    Numbers below zero, and what is no number, have bars of no length. Without labels there is no
    chart.
    """
    if not chart.labels:
        return []
    style = area.fonts.body(_SIZE)
    figure = Element("Figure", alt=_said(chart))
    pieces = [*text_pieces(chart.title, area.fonts.body(bold=True), area.width)]
    if len(chart.series) > 1:
        pieces += _legend([name for name, _ in chart.series], style, area.width, figure)
    if pieces:
        pieces[-1] = replace(pieces[-1], after=_SPACE)
    pieces += _bars(chart, style, area, figure)
    return together(pieces, after=_AFTER)


@dataclass(frozen=True)
class _Frame:
    """Where labels, bars and values of a chart stand, from its left, in points."""

    axis: float
    """Bars begin here; labels end a space before it."""
    length: float
    """Of the longest bar; values stand a space behind their bars."""


def _said(chart: Chart) -> str:
    """Return what the bars show, for who cannot see them."""
    said = []
    for at, label in enumerate(chart.labels):
        parts = zip(chart.series, _parts(chart, at), strict=True)
        named = ", ".join(f"{name} {number:g}".strip() for (name, _), number in parts)
        value = chart.values[at] if at < len(chart.values) else ""
        said.append(f"{label}: {value} ({named})" if value else f"{label}: {named}")
    return "; ".join(said)


def _bars(chart: Chart, style: Style, area: Area, figure: Element) -> list[Piece]:
    """Return a piece a bar; a label that is taller than a page goes on below its bar."""
    width = area.width
    room = width * _LABELS
    labels = [wrap(label, style, room) for label in chart.labels]
    values = [_fitted(text, style, width * _VALUES) for text in chart.values[: len(labels)]]
    values += [Line([], style)] * (len(labels) - len(values))
    axis = max(line.width for lines in labels for line in lines) + _SPACE
    last = max(value.width for value in values)
    frame = _Frame(axis, max(1.0, width - axis - (last + _SPACE if last else 0.0)))
    numbers = [_parts(chart, at) for at in range(len(labels))]
    longest = max(map(sum, numbers)) or 1.0
    pieces = []
    most = max(1, int((area.height - _GAP) // style.leading))
    for label, value, parts in zip(labels, values, numbers, strict=True):
        lengths = [part / longest * frame.length for part in parts]
        for start in range(0, len(label), most):
            lines = label[start : start + most]
            height = max(_BAR, len(lines) * style.leading) + _GAP
            bar = (value, lengths) if start == 0 else (Line([], style), [])
            pieces.append(Piece(height, _bar(lines, *bar, frame, height), element=figure))
    return pieces


def _bar(
    lines: Sequence[Line], value: Line, lengths: Sequence[float], frame: _Frame, height: float
) -> Draw:
    leading = value.style.leading

    def draw(ink: Ink, x: float, y: float) -> None:
        top = y + (height - len(lines) * leading) / 2
        for number, line in enumerate(lines):
            draw_line(ink, line, x, top + number * leading, frame.axis - _SPACE, "right")
        pen = x + frame.axis
        for number, length in enumerate(lengths):
            if length:
                shown = max(length, _SMALLEST)
                _FILLS[number % len(_FILLS)](ink, pen, y + (height - _BAR) / 2, shown, _BAR)
                pen += length
        draw_line(ink, value, pen + _SPACE, y + (height - leading) / 2, value.width, "left")
        ink.rule(x + frame.axis, y, x + frame.axis, y + height, _AXIS)

    return draw


def _parts(chart: Chart, at: int) -> list[float]:
    return [_number(numbers[at]) if at < len(numbers) else 0.0 for _, numbers in chart.series]


def _number(value: float) -> float:
    """Return what of a number can be drawn: nothing below zero, nothing without end."""
    return float(min(value, _LARGEST)) if value > 0 else 0.0


def _fitted(text: str, style: Style, room: float) -> Line:
    line = typeset(text, style)
    return line if line.width <= room else typeset(text, style.scaled(room / line.width))


def _legend(names: Sequence[str], style: Style, width: float, figure: Element) -> list[Piece]:
    """Return names with their fills, as many on a line as fit."""
    swatch = _BAR + _SPACE
    rows: list[list[tuple[float, int, Line]]] = [[]]
    pen = 0.0
    for number, name in enumerate(names):
        line = _fitted(name, style, max(1.0, width - swatch))
        if rows[-1] and pen + swatch + line.width > width:
            rows.append([])
            pen = 0.0
        rows[-1].append((pen, number, line))
        pen += swatch + line.width + _LEGEND_GAP
    return [Piece(style.leading, _legend_row(row), element=figure) for row in rows]


def _legend_row(row: Sequence[tuple[float, int, Line]]) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        for left, number, line in row:
            leading = line.style.leading
            box = (x + left, y + (leading - _BAR) / 2 + 1.5, _BAR, _BAR - 3.0)
            _FILLS[number % len(_FILLS)](ink, *box)
            draw_line(ink, line, x + left + _BAR + _SPACE, y, line.width, "left")

    return draw


def _grey(shade: float) -> Fill:
    def fill(ink: Ink, x: float, y: float, width: float, height: float) -> None:
        ink.box(x, y, width, height, shade)
        ink.grid(x, y, (0.0, width), height, _OUTLINE)

    return fill


def _hatched(ink: Ink, x: float, y: float, width: float, height: float) -> None:
    start = _HATCH_STEP / 2
    while start < width + height:
        # A stroke rises from (start, bottom) or from the right edge, and ends at the top or left.
        low, high = max(0.0, start - width), min(start, height)
        ink.rule(x + start - low, y + low, x + start - high, y + high, _HATCH)
        start += _HATCH_STEP
    ink.grid(x, y, (0.0, width), height, _OUTLINE)


def _striped(ink: Ink, x: float, y: float, width: float, height: float) -> None:
    for number in range(1, 4):
        at = y + height * number / 4
        ink.rule(x, at, x + width, at, _HATCH)
    ink.grid(x, y, (0.0, width), height, _OUTLINE)


_FILLS: Sequence[Fill] = (_grey(0.35), _grey(0.88), _hatched, _grey(0.62), _striped, _grey(1.0))
"""From one to the next both grey and pattern change."""
