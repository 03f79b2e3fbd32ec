"""Khmer OS is used where the computer has it and may embed it; else the desk's own faces print."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from fontTools.ttLib import TTFont

from cspdesk import paths
from cspdesk.paper.blocks import Document, Heading, Paragraph
from cspdesk.paper.pdf import fontsets, installed, render
from cspdesk.paper.pdf.fontsets import available, font_set, problem
from cspdesk.paper.pdf.installed import find_fonts

KHMER_OS = "khmer-os"
BODY, HEADING = "Khmer OS Battambang", "Khmer OS Muol Light"


def shipped(name: str) -> Path:
    return paths.shipped("resources", "fonts", f"{name}.ttf")


def install(folder: Path, family: str, name: str, source: str = "CspdeskSans-Regular") -> Path:
    """Put a font that says it is of ``family`` into a folder."""
    font = TTFont(shipped(source))
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = family
    folder.mkdir(parents=True, exist_ok=True)
    font.save(folder / name)
    return folder / name


@pytest.fixture(autouse=True)
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer with one folder of fonts, which is empty."""
    monkeypatch.setattr(installed, "font_folders", lambda: [tmp_path / "fonts"])
    fontsets._khmer_os.cache_clear()
    yield tmp_path / "fonts"
    fontsets._khmer_os.cache_clear()


def embedded(pdf: bytes) -> set[str]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    fonts = [font for page in pages for font in page["/Resources"]["/Font"].values()]
    return {str(font.get_object()["/BaseFont"])[8:] for font in fonts}


def sample(fonts: str) -> Document:
    return Document("x", "km", [Heading("ចំណងជើង"), Paragraph("អត្ថបទ អ៊ីមែល…")], fonts=fonts)


def test_without_khmer_os_the_desks_own_faces_print_and_the_reason_is_told() -> None:
    assert available() == ["battambang"]
    error = problem(KHMER_OS)
    assert error is not None
    assert BODY in str(error)
    assert render(sample(KHMER_OS)) == render(sample("battambang"))


def test_fonts_that_are_installed_meanwhile_are_used(fonts: Path) -> None:
    assert problem(KHMER_OS) is not None
    install(fonts / "truetype", BODY, "khmer body.ttf")
    assert HEADING in str(problem(KHMER_OS))
    install(fonts / "deep" / "er", HEADING, "KhmerOSmuollight.TTF")
    assert problem(KHMER_OS) is None
    assert available() == ["battambang", KHMER_OS]
    assert {"khmerbody", "KhmerOSmuollight"} <= embedded(render(sample(KHMER_OS)))


def test_siemreap_serves_where_battambang_is_not_installed(fonts: Path) -> None:
    install(fonts, "Khmer OS Siemreap", "KhmerOSsiemreap.ttf")
    install(fonts, HEADING, "KhmerOSmuollight.ttf")
    assert font_set(KHMER_OS).text.main.name == "KhmerOSsiemreap"


def test_the_family_counts_not_the_name_of_the_file(fonts: Path) -> None:
    other = install(fonts, "Khmer OS Content", "KhmerOSbattambang.ttf")
    right = install(fonts, BODY, "khmer_1.ttf")
    assert other.exists()
    assert find_fonts([BODY]) == [right]


def test_a_font_that_cannot_be_used_is_named_and_another_copy_serves(fonts: Path) -> None:
    install(fonts, HEADING, "KhmerOSmuollight.ttf")
    (fonts / "KhmerOSbattambang.ttf").write_bytes(b"OTTO" + bytes(900))
    assert "TrueType" in str(problem(KHMER_OS))
    assert embedded(render(sample(KHMER_OS))) == embedded(render(sample("battambang")))
    install(fonts / "z", BODY, "KhmerOSbattambang-2.ttf")
    assert problem(KHMER_OS) is None


@pytest.mark.parametrize("harm", ["no rules", "forbidden", "cut off"])
def test_fonts_without_rules_or_rights_or_whole_outlines_are_refused(
    fonts: Path, harm: str
) -> None:
    install(fonts, HEADING, "KhmerOSmuollight.ttf")
    path = install(fonts, BODY, "KhmerOSbattambang.ttf")
    font = TTFont(path)
    if harm == "no rules":
        del font["GSUB"]
        font.save(path)
    elif harm == "forbidden":
        font["OS/2"].fsType = 2
        font.save(path)
    else:
        path.write_bytes(path.read_bytes()[:-60_000])
    error = problem(KHMER_OS)
    assert error is not None
    assert "KhmerOSbattambang" in str(error)
    assert render(sample(KHMER_OS))


def test_what_a_font_lacks_comes_from_the_desks_own(fonts: Path) -> None:
    install(fonts, BODY, "KhmerOSbattambang.ttf", source="Moul-Regular")
    install(fonts, HEADING, "KhmerOSmuollight.ttf", source="Moul-Regular")
    family = font_set(KHMER_OS).text
    assert [family.faces[family.rank(text)].name for text in "កa…“–é"] == [
        *["KhmerOSbattambang"] * 2,
        *["CspdeskSans-Regular"] * 4,
    ]


def test_bold_letters_are_as_high_as_the_others(fonts: Path) -> None:
    install(fonts, BODY, "KhmerOSbattambang.ttf", source="Moul-Regular")
    install(fonts, HEADING, "KhmerOSmuollight.ttf", source="Moul-Regular")
    fonts_used = font_set(KHMER_OS)
    plain, bold = fonts_used.body(10), fonts_used.body(10, bold=True)
    heights = [style.size * style.family.letter_height for style in (plain, bold)]
    assert heights[0] == pytest.approx(heights[1])
    assert bold.size > 10
    assert bold.leading == plain.leading
    assert bold.middle * bold.size == pytest.approx(plain.middle * plain.size)


def test_ink_stays_in_its_line_in_every_set(fonts: Path) -> None:
    install(fonts, BODY, "KhmerOSbattambang.ttf", source="Moul-Regular")
    install(fonts, HEADING, "KhmerOSmuollight.ttf")
    for name in ("battambang", KHMER_OS):
        used = font_set(name)
        for style in (used.body(), used.body(bold=True), used.heading()):
            bottom, top = style.family.main.extent(("ខៀ", "យឺ", "ញ្ចូ", "ក្បួ", "ស្ត្រី"))
            drop = style.leading / 2 + style.middle * style.size
            assert top * style.size <= drop
            assert -bottom * style.size <= style.leading - drop


def test_threads_with_different_fonts_do_not_disturb_each_other(fonts: Path) -> None:
    install(fonts, BODY, "KhmerOSbattambang.ttf")
    install(fonts, HEADING, "KhmerOSmuollight.ttf", source="Moul-Regular")
    expected = {name: render(sample(name)) for name in ("battambang", KHMER_OS)}
    found: list[bool] = []

    def work(name: str) -> None:
        found.extend(render(sample(name)) == expected[name] for _ in range(5))

    threads = [threading.Thread(target=work, args=(name,)) for name in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 10


def test_the_real_khmer_os_fonts_are_taken(monkeypatch: pytest.MonkeyPatch, fonts: Path) -> None:
    monkeypatch.undo()
    if len(find_fonts([BODY])) + len(find_fonts([HEADING])) < 2:
        pytest.skip("Khmer OS is not installed")
    fontsets._khmer_os.cache_clear()
    used = font_set(KHMER_OS)
    assert "KhmerOS" in used.text.main.name.replace(" ", "")
    assert used.body().leading > font_set().body().leading
    assert used.body(bold=True).size > used.body().size


def test_settings_can_ask_without_the_drawing_library() -> None:
    program = (
        "import sys; from cspdesk.paper.pdf import fontsets; fontsets.available();"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


def test_folders_of_this_person_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fonts: Path
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(tmp_path / "own"))
    folder = installed.font_folders()[0]
    mine = install(folder, BODY, "KhmerOSbattambang.ttf")
    assert find_fonts([BODY])[0] == mine
