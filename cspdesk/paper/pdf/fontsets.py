"""The sets of faces that a document can be set in.

Battambang and Moul come with the desk. Khmer OS, which offices are used to, is taken from the
computer; it has no bold face, so that Battambang's, drawn by the same hand, serves in its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cspdesk import paths
from cspdesk.errors import PaperError
from cspdesk.i18n import N_
from cspdesk.models.organisation import FONTS
from cspdesk.paper.pdf.fonts import Face, Family
from cspdesk.paper.pdf.installed import find_fonts
from cspdesk.paper.pdf.typeset import Style

_KHMER_OS = FONTS[1]
_KHMER_OS_BODY = ("Khmer OS Battambang", "Khmer OS Siemreap")
_KHMER_OS_HEADING = ("Khmer OS Muol Light", "Khmer OS Muol")
_SMALLEST, _LARGEST = 0.01, 1000.0
"""Sizes of type in points; what is no number is the smallest."""


@dataclass(frozen=True)
class FontSet:
    """Faces of running text, of emphasis, and of headings."""

    text: Family
    strong: Family
    title: Family

    def body(self, size: float = 11.0, *, bold: bool = False) -> Style:
        """Return the style of running text and tables; bold letters are as high as the others."""
        text, size = self.text, _clamped(size)
        leading, middle = round(size * text.leading, 2), text.middle
        if not bold:
            return Style(text, size, leading, middle)
        scale = text.letter_height / self.strong.letter_height
        return Style(self.strong, size * scale, leading, middle / scale)

    def heading(self, size: float = 11.5) -> Style:
        """Return the style of titles and headings."""
        title, size = self.title, _clamped(size)
        return Style(title, size, round(size * title.leading, 2), title.middle)


def _clamped(size: float) -> float:
    return min(max(_SMALLEST, size), _LARGEST)


def font_set(name: str = FONTS[0]) -> FontSet:
    """Return the set ``name``, one of ``FONTS``; the first one where that cannot be used here.

    Raises:
        PaperError: a font that ships with the desk is missing.
    """
    if name == _KHMER_OS:
        try:
            return _khmer_os()
        except PaperError:
            return _battambang()
    return _battambang()


def problem(name: str) -> PaperError | None:
    """Tell why the set ``name`` cannot be used on this computer; None where it can."""
    try:
        if name == _KHMER_OS:
            _khmer_os()
    except PaperError as error:
        return error
    return None


def available() -> list[str]:
    """Return the names of the sets that can be used on this computer."""
    return [name for name in FONTS if problem(name) is None]


@lru_cache(maxsize=1)
def code() -> Family:
    """Return the face of codes that people copy by hand."""
    return Family([shipped_face("CspdeskSans-SemiBold")])


@lru_cache(maxsize=16)
def shipped_face(name: str, *, only_khmer: bool = False) -> Face:
    """Return a face that ships with the desk, by the name of its file."""
    return Face(paths.shipped("resources", "fonts", f"{name}.ttf"), only_khmer=only_khmer)


@lru_cache(maxsize=1)
def _battambang() -> FontSet:
    sans, sans_bold = shipped_face("CspdeskSans-Regular"), shipped_face("CspdeskSans-Bold")
    return FontSet(
        Family([shipped_face("Battambang-Regular"), sans]),
        Family([shipped_face("Battambang-Bold"), sans_bold]),
        Family([shipped_face("Moul-Regular"), sans_bold]),
    )


# Not kept where it fails: the fonts may be installed while the desk is open.
@lru_cache(maxsize=1)
def _khmer_os() -> FontSet:
    body = _first_usable(_KHMER_OS_BODY)
    # Latin letters of Muol Light are thin: headings have those of the desk's bold face.
    heading = _first_usable(_KHMER_OS_HEADING, only_khmer=True)
    sans, sans_bold = shipped_face("CspdeskSans-Regular"), shipped_face("CspdeskSans-Bold")
    return FontSet(
        Family([body, shipped_face("Battambang-Regular"), sans]),
        Family([shipped_face("Battambang-Bold", only_khmer=True), sans_bold]),
        Family([heading, sans_bold]),
    )


def _first_usable(families: tuple[str, ...], *, only_khmer: bool = False) -> Face:
    problem = PaperError(
        N_("A font is missing"),
        N_("{font} is not installed on this computer."),
        N_("Install it, or choose another font."),
        font=families[0],
    )
    for path in find_fonts(families):
        try:
            return Face(path, only_khmer=only_khmer)
        except PaperError as error:
            problem = error
    raise problem
