"""Whatever is typed, in whatever block and face, a document comes out of it."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import (
    Block,
    Card,
    CardLine,
    Cards,
    Chart,
    Code,
    Column,
    Document,
    Heading,
    Letterhead,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Title,
)
from cspdesk.paper.pdf import render

KHMER = st.characters(min_codepoint=0x1780, max_codepoint=0x17FF)
SYMBOLS = st.characters(min_codepoint=0x19E0, max_codepoint=0x19FF)
SIGNS = st.sampled_from("\u17d2\u17d2\u200b\u200c\u200d\u2060\u25cc\ufe0f \u00a0\t\n0a.។ៗ")
PICTURED = st.sampled_from("😀👩🏻🇰🇭\ue000\uf8ff\U000f0000\U0010ffff\u0301漢مש\x00\ud83d")
TEXTS = st.text(st.one_of(KHMER, KHMER, SYMBOLS, SIGNS, PICTURED), max_size=60)


def every_block(text: str, other: str) -> list[Block]:
    line = CardLine(text, 14, heading=True)
    return [
        Letterhead([text], other, text, other),
        Title(text, other, [text]),
        Heading(other),
        Paragraph(text, align="justify", indent=12.7),
        Paragraph(other, bold=True, align="right"),
        NumberedList([(text, other), (other, text)], bold_labels=True),
        Table(
            [Column(text, 30, keep_together=True), Column(other), Column("", 8)],
            [(text, other, text), (other, text, other)],
            spare=[(text,)],
            totals=[other],
        ),
        Chart(text, [other, text], [(text, [1, 2]), (other, [3])], [text, other]),
        Cards(60, 40, [Card([line, CardLine(other)], [CardLine(text)])], cut=True, folded=True),
        Signatures(Signature([text], other, 9, [text]), Signature([other], text, 9, [other])),
        Code(text, [other, text]),
    ]


def pages(text: str, other: str, fonts: str) -> int:
    page = Page(footer=text + "{page}", code=other)
    document = Document(text, "km", every_block(text, other), page, author=other, fonts=fonts)
    return len(pypdf.PdfReader(io.BytesIO(render(document))).pages)


@pytest.mark.parametrize("fonts", FONTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, other=TEXTS)
def test_any_characters_are_drawn_in_every_block(fonts: str, text: str, other: str) -> None:
    assert pages(text, other, fonts) >= 1


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("text", ["ក", "\u17d2", "ស្ត្រី", "a", "😀", "\ue000", "។"])
def test_ten_thousand_characters_without_a_space_are_drawn(text: str, fonts: str) -> None:
    whole = (text * 10_000)[:10_000]
    document = Document("x", "km", [Paragraph(whole, align="justify"), Heading("x")], fonts=fonts)
    assert len(pypdf.PdfReader(io.BytesIO(render(document))).pages) >= 1


@pytest.mark.parametrize("fonts", FONTS)
def test_three_thousand_characters_fit_every_block(fonts: str) -> None:
    assert pages("ក្រុំស្ត្រី " * 300, "x" * 3000, fonts) > 2
