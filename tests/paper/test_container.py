from __future__ import annotations

import io

import pypdf

from cspdesk.paper.pdf.container import stream, write


def packed(count: int) -> list[bytes]:
    """A catalog, its pages, an information dictionary, a stream, and many small objects."""
    first = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Title(x)>>",
        stream("/Kind/Plain", b"endstream\nendobj", compressed=False),
        stream("", bytes(5000)),
    ]
    return [*first, *(f"<</Number {number}>>".encode() for number in range(count))]


def test_objects_are_found_by_their_numbers() -> None:
    objects = packed(1200)
    reader = pypdf.PdfReader(io.BytesIO(write(objects, root=1, info=3)), strict=True)
    assert reader.root_object["/Pages"]["/Count"] == 0
    assert reader.metadata is not None
    assert reader.metadata.title == "x"
    assert reader.get_object(4).get_data() == b"endstream\nendobj"  # type: ignore[union-attr]
    assert reader.get_object(5).get_data() == bytes(5000)  # type: ignore[union-attr]
    numbers = [reader.get_object(6 + number)["/Number"] for number in range(1200)]  # type: ignore[index]
    assert numbers == list(range(1200))


def test_many_small_objects_take_little_room() -> None:
    assert len(write(packed(1200), root=1, info=3)) < 12_000


def test_the_name_of_a_file_is_made_of_its_content() -> None:
    def name(count: int) -> object:
        reader = pypdf.PdfReader(io.BytesIO(write(packed(count), root=1, info=3)))
        return reader.trailer["/ID"][0]

    assert name(1) == name(1) != name(2)
