from __future__ import annotations

from cspdesk.paper.pdf.flow import Piece, paginate
from cspdesk.paper.pdf.ink import Ink


def draw(ink: Ink, x: float, y: float) -> None:
    """Stand for what is seen."""


def counts(pieces: list[Piece], height: float) -> list[int]:
    return [len(page.placed) for page in paginate(pieces, height)]


def test_pieces_fill_pages_in_order() -> None:
    assert counts([Piece(10, draw)] * 25, 100) == [10, 10, 5]


def test_an_empty_document_has_one_page() -> None:
    assert counts([], 100) == [0]


def test_a_glued_chain_moves_as_a_whole() -> None:
    heading = Piece(10, draw, glued=True)
    assert counts([*[Piece(10, draw)] * 9, heading, Piece(10, draw)], 100) == [9, 2]


def test_a_chain_taller_than_a_page_is_split() -> None:
    assert counts([Piece(40, draw, glued=True)] * 6, 100) == [2, 2, 2]


def test_room_before_a_piece_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([Piece(100, draw), Piece(10, draw, above=20)], 100)
    assert pages[1].placed[0][0] == 0


def test_room_after_a_piece_may_fall_off_the_page() -> None:
    assert counts([Piece(95, draw, after=50), Piece(10, draw)], 100) == [1, 1]


def test_a_header_is_repeated_on_each_page() -> None:
    header = Piece(20, draw)
    rows = [Piece(20, draw, header=header)] * 7
    pages = paginate([Piece(20, draw, glued=True), *rows], 100)
    assert [page.placed[0][1] is header for page in pages] == [False, True]
    assert [len(page.placed) for page in pages] == [5, 4]


def test_empty_height_makes_no_page() -> None:
    space = Piece(0, after=50)
    assert counts([Piece(100, draw, after=20), space], 100) == [2]
    assert counts([space, Piece(60, draw, glued=True), Piece(30, draw)], 100) == [2]
    assert counts([Piece(90, draw), space, Piece(60, draw)], 100) == [2, 1]
