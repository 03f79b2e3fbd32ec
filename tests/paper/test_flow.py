from __future__ import annotations

from cspdesk.paper.pdf.flow import Piece, paginate


def counts(pieces: list[Piece], height: float) -> list[int]:
    return [len(page.placed) for page in paginate(pieces, height)]


def test_pieces_fill_pages_in_order() -> None:
    assert counts([Piece(10)] * 25, 100) == [10, 10, 5]


def test_an_empty_document_has_one_page() -> None:
    assert counts([], 100) == [0]


def test_a_glued_chain_moves_as_a_whole() -> None:
    heading = Piece(10, glued=True)
    assert counts([*[Piece(10)] * 9, heading, Piece(10)], 100) == [9, 2]


def test_a_chain_taller_than_a_page_is_split() -> None:
    assert counts([Piece(40, glued=True)] * 6, 100) == [2, 2, 2]


def test_room_before_a_piece_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([Piece(100), Piece(10, above=20)], 100)
    assert pages[1].placed[0][0] == 0


def test_room_after_a_piece_may_fall_off_the_page() -> None:
    assert counts([Piece(95, after=50), Piece(10)], 100) == [1, 1]


def test_a_header_is_repeated_on_each_page() -> None:
    header = Piece(20)
    rows = [Piece(20, header=header)] * 7
    pages = paginate([Piece(20, glued=True), *rows], 100)
    assert [page.placed[0][1] is header for page in pages] == [False, True]
    assert [len(page.placed) for page in pages] == [5, 4]
