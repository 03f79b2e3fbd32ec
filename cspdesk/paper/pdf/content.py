"""The operators that draw one page (ISO 32000-1, annex A), in PDF's coordinates.

What stays as it was set before is not set again: files stay small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

_SQUARE = 2
"""Line ends that reach half their width further: corners of tables close."""
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r"})
"""What does not stand for itself in a string (ISO 32000-1, 7.3.4.2)."""

Shown = tuple[str, str]
"""The name of a font and a code in it, ready to stand in a string."""


@dataclass(frozen=True)
class Run:
    """Codes with the marked content that they are, '' where it is open already."""

    mark: str
    shown: Sequence[Shown]


def shown(font: str, code: int) -> Shown:
    """Return a two-byte code as it stands in a string."""
    return font, "".join(map(chr, divmod(code, 256))).translate(_ESCAPED)


class Content:
    """One page as it is drawn."""

    def __init__(self) -> None:
        self._operators: list[str] = []
        self._pen = self._gap = 0.0
        self._font = ("", 0.0)

    def source(self) -> bytes:
        """Return the content stream."""
        return "\n".join(self._operators).encode("latin-1")

    def begin(self, mark: str) -> None:
        """Open marked content: a tag with its properties, or without them."""
        self._operators.append(_begun(mark))

    def end(self) -> None:
        """Close the marked content that is open."""
        self._operators.append("EMC")

    def text(self, runs: Sequence[Run], size: float, x: float, y: float, gap: float) -> None:
        """Draw runs of text from (x, y), with ``gap`` points more after each code."""
        operators = ["BT"]
        if gap != self._gap:
            operators.append(f"{gap:.4f} Tc" if gap else "0 Tc")
            self._gap = gap
        operators.append(f"{x:.2f} {y:.2f} Td")
        for run in runs:
            if run.mark:
                operators.append(_begun(run.mark))
            for font, codes in groupby(run.shown, key=itemgetter(0)):
                if (font, size) != self._font:
                    operators.append(f"/{font} {size:.2f} Tf")
                    self._font = font, size
                operators.append(f"({''.join(code for _, code in codes)})Tj")
            if run.mark:
                operators.append("EMC")
        operators.append("ET")
        self._operators.append(" ".join(operators))

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        """Draw a straight line."""
        self._take_pen(width)
        self._operators.append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def grid(self, x: float, y: float, edges: Sequence[float], height: float, width: float) -> None:
        """Draw lines around cells side by side; (x, y) is their lower left corner.

        Drawn from its own corner, each row of a table says the same.
        """
        self._take_pen(width)
        sides = [f"{edge:.2f} 0 m {edge:.2f} {height:.2f} l" for edge in edges]
        ends = [f"0 {at:.2f} m {edges[-1]:.2f} {at:.2f} l" for at in (0.0, height)]
        self._operators.append(" ".join([f"q 1 0 0 1 {x:.2f} {y:.2f} cm", *sides, *ends, "S Q"]))

    def box(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a box; grey 0 is black, 1 white."""
        area = f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re f"
        self._operators.append(f"{grey:g} g {area} 0 g" if grey else area)

    def picture(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture of the page's resources into a box."""
        self._operators.append(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q")

    def turn(self, x: float, y: float) -> None:
        """Turn all that follows by 180 degrees around (x, y), until :meth:`turn_back`."""
        self._operators.append(f"q -1 0 0 -1 {2 * x:.2f} {2 * y:.2f} cm")

    def turn_back(self) -> None:
        """Draw upright again."""
        self._operators.append("Q")
        # Lines and text that follow set again what was set before the turn.
        self._pen, self._gap, self._font = -1.0, -1.0, ("", 0.0)

    def _take_pen(self, width: float) -> None:
        if width != self._pen:
            self._operators.append(f"{width:g} w {_SQUARE} J")
            self._pen = width


def _begun(mark: str) -> str:
    return f"{mark} BDC" if "<<" in mark else f"{mark} BMC"
