"""Texts to WordprocessingML: cleaned, in runs with every font said, in paragraphs.

Word chooses the complex-script font, size and weight for Khmer, and only where a run says that it
is of that kind (ECMA-376 part 1, section 17.3.2.7); so each run names all of them. Nothing is put
between the words: Word and LibreOffice know where Khmer lines break, and what was typed is copied
as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from cspdesk.paper.blocks import Align
from cspdesk.paper.docx.fonts import LATIN, Face
from cspdesk.paper.pdf.typeset import split_lines

# Marks without ink that some programs show as boxes, and what XML forbids.
_DROPPED = re.compile("[\u2060\ufeff\ufffe\uffff]")
_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
# Battambang and Moul stack ៊ and an upper vowel on អ (google/fonts issue 9382).
_STACKED = "អ\u17ca[\u17b7-\u17ba\u17be][\u17b4-\u17d1\u17d3]*"
_LETTERS = "A-Za-z\xaa\xb5\xba\xc0-\u024f\u1e00-\u1eff"
_TOKEN = re.compile(f"{_STACKED}|[{_LETTERS}]+|.", re.DOTALL)
_COVERED = re.compile("[ -~\xa0\xab\xbb\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d]*")
_ALIGNED = {"left": "left", "center": "center", "right": "right", "justify": "both"}
# Lines stand as far apart as the font says: Word would cut ink off at less, and LibreOffice's first
# lines would be uneven.
_SINGLE = 240
_LEADING = 1.807
"""Distance of lines that Battambang, Moul and nearly Khmer OS ask for, in sizes."""
_LONGEST = 31_680
"""Twips (22 inches): the most that Word takes for a length."""
_LARGEST_SIZE = 3276
"""Half points: the largest letters of Word."""


@dataclass(frozen=True)
class Type:
    """How text looks: its face, its size in points."""

    face: Face
    size: float
    bold: bool = False
    color: str = ""

    @property
    def leading(self) -> float:
        """Points between two lines, as Word spaces them."""
        return self.size * _LEADING


@dataclass(frozen=True)
class Flow:
    """How a paragraph stands: style, sides and room in points, what it stays with.

    ``first`` is of the first line beside ``left``: below 0 it hangs, with a tab stop at ``left``.
    ``exact`` is the height of each line whatever stands in it; in the ``middle`` of a line stand
    texts beside a picture. ``border`` and ``tabs`` are XML.
    """

    style: str = "Normal"
    align: Align = "left"
    above: float = 0.0
    below: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    exact: float = 0.0
    keep_next: bool = False
    new_page: bool = False
    middle: bool = False
    border: str = ""
    tabs: str = ""


def twips(points: float) -> int:
    """Return a length of points as Word writes it, no longer than it takes."""
    return max(-_LONGEST, min(_LONGEST, round(points * 20)))


def lines_of(text: str) -> list[str]:
    """Clean a text and split it at its line ends; what cannot be printed is gone."""
    return [_DROPPED.sub("", line) for line in split_lines(text)]


def one_line(text: str) -> str:
    """Clean a text and join its lines by spaces."""
    return " ".join(lines_of(text))


def runs(text: str, kind: Type) -> str:
    """Return the runs of a text; its line ends break the line."""
    broken = run("<w:br/>", kind)
    return broken.join(
        "".join(_run_of(part, kind, name) for part, name in _parts(line, kind.face))
        for line in lines_of(text)
    )


def run(content: str, kind: Type, name: str = "", *, khmer: bool = False) -> str:
    """Return one run around ``content``, which is XML; ``name`` is of another font."""
    return f"<w:r>{_properties(kind, name, khmer=khmer)}{content}</w:r>"


def paragraph(content: str, flow: Flow, kind: Type) -> str:
    """Return a paragraph around ``content``, runs of XML.

    Its mark has the type ``kind``: the mark takes part in the height of the last line.
    """
    keep = "<w:keepNext/>" if flow.keep_next else ""
    border = f"<w:pBdr>{flow.border}</w:pBdr>" if flow.border else ""
    tab = f'<w:tab w:val="left" w:pos="{twips(flow.left)}"/>' if flow.first < 0 else ""
    tabs = f"<w:tabs>{tab}{flow.tabs}</w:tabs>" if tab or flow.tabs else ""
    new_page = "<w:pageBreakBefore/>" if flow.new_page else ""
    middle = '<w:textAlignment w:val="center"/>' if flow.middle else ""
    line = max(1, twips(flow.exact)) if flow.exact else _SINGLE
    rule = "exact" if flow.exact else "auto"
    side = "hanging" if flow.first < 0 else "firstLine"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{flow.style}"/>{keep}{new_page}{border}{tabs}'
        f'<w:spacing w:before="{twips(flow.above)}" w:after="{twips(flow.below)}"'
        f' w:line="{line}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{twips(flow.left)}" w:right="{twips(flow.right)}"'
        f' w:{side}="{twips(abs(flow.first))}"/>'
        f'<w:jc w:val="{_ALIGNED[flow.align]}"/>{middle}{_properties(kind)}</w:pPr>{content}</w:p>'
    )


def empty(height: float, kind: Type, *, keep_next: bool = False) -> str:
    """Return an empty paragraph ``height`` points high."""
    return paragraph("", Flow(exact=max(1.0, height), keep_next=keep_next), kind)


def _run_of(part: str, kind: Type, name: str) -> str:
    content = f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>'
    return run(content, kind, name, khmer=_KHMER.search(part) is not None)


def _parts(line: str, face: Face) -> Iterator[tuple[str, str]]:
    """Split a line by the name of the font that has its letters."""
    tokens = [(_font(token, face), token) for token in _TOKEN.findall(line)]
    for name, group in groupby(tokens, key=lambda pair: pair[0]):
        yield "".join(token for _, token in group), name


def _font(token: str, face: Face) -> str:
    if len(token) > 1 and _KHMER.match(token):
        return face.mender or face.name
    return face.name if _COVERED.fullmatch(token) else LATIN


def _properties(kind: Type, name: str = "", *, khmer: bool = False) -> str:
    font = escape(name or kind.face.name)
    size = min(max(1, round(kind.size * 2)), _LARGEST_SIZE)
    bold = "<w:b/><w:bCs/>" if kind.bold else ""
    color = f'<w:color w:val="{kind.color}"/>' if kind.color else ""
    complex_script = "<w:cs/>" if khmer else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'{bold}{color}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'{complex_script}<w:lang w:val="en-US" w:bidi="km-KH"/></w:rPr>'
    )
