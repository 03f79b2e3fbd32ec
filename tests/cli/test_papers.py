from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

import click
import pytest
from pypdf import PdfReader

from cspdesk.cli.papers import print_
from cspdesk.db import meetings, vault
from cspdesk.db.store import Store
from cspdesk.models.letters import Letter
from cspdesk.models.meetings import Meeting
from cspdesk.paper.documents import DOCUMENTS
from tests.cli.conftest import SECRET, Run, listed


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize("document", ["attendance", "attended", "minutes", "contacts"])
def test_each_document_is_written_in_each_language(
    sample: Run, tmp_path: Path, document: str
) -> None:
    for language in ("km", "en"):
        path = tmp_path / f"{language}.pdf"
        result = sample("print", document, "--lang", language, "--output", path)
        assert result.exit_code == 0, result.stderr
        assert result.stdout == f"{path}\n"
    assert text_of(tmp_path / "km.pdf") != text_of(tmp_path / "en.pdf")


def test_the_meeting_may_be_chosen(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    held = listed(sample("list", "meetings", "--json"))
    forum = next(meeting for meeting in held if meeting["on"] == "2022-12-13")
    assert sample("print", "minutes", "--lang", "en", "--output", path).exit_code == 0
    assert "Thma Koul" in text_of(path)
    chosen = ("--meeting", forum["id"], "--lang", "en", "--output", path)
    assert sample("print", "minutes", *chosen).exit_code == 0
    assert "2022" in text_of(path)
    assert sample("print", "contacts", *chosen).exit_code == 0
    assert "Forum on Partnership" in text_of(path)


def test_what_cannot_be_printed_is_told(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    unknown = sample("print", "minutes", "--meeting", "x", "--output", path)
    assert unknown.exit_code == 1
    assert "There is no meeting x." in unknown.stderr
    nowhere = sample("print", "contacts", "--output", tmp_path / "no" / "out.pdf")
    assert nowhere.exit_code == 1
    assert "could not be written" in nowhere.stderr
    assert not path.exists()


def test_an_empty_workspace_has_no_minutes(made: Run, tmp_path: Path) -> None:
    result = made("print", "minutes", "--output", tmp_path / "out.pdf")
    assert result.exit_code == 1
    assert "There is no meeting yet" in result.stderr
    assert made("print", "contacts", "--output", tmp_path / "out.pdf").exit_code == 0


OTHERS = ("institutions", "followup", "badges", "place-cards", "labels", "envelopes")


def test_every_document_has_a_name_here() -> None:
    (argument,) = [p for p in print_.params if isinstance(p, click.Argument)]
    assert isinstance(argument.type, click.Choice)
    assert sorted(argument.type.choices) == sorted(DOCUMENTS)


def test_the_other_documents_are_written_too(sample: Run, tmp_path: Path) -> None:
    for name in OTHERS:
        path = tmp_path / f"{name}.pdf"
        assert sample("print", name, "--output", path).exit_code == 0
        assert path.read_bytes().startswith(b"%PDF")


def test_letters_are_written_as_pdf_and_as_word_file(sample: Run, tmp_path: Path) -> None:
    for name in ("invitation", "request", "letter"):
        for suffix in (".pdf", ".docx"):
            path = tmp_path / f"{name}{suffix}"
            result = sample("print", name, "--lang", "en", "--output", path)
            assert result.exit_code == 0, result.stderr
            assert path.stat().st_size > 5000
    assert "Invitation to" in text_of(tmp_path / "invitation.pdf")


def test_any_text_is_set_under_the_letterhead(sample: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes("\ufeffសូមជម្រាបជូន\r\n\r\nSecond.\r\n".encode())
    words = ("--text", tmp_path / "text.txt", "--subject", "Our thanks", "--to", "Mr Sok")
    path = tmp_path / "out.pdf"
    result = sample("print", "letter", *words, "--to", "Chair", "--lang", "en", "--output", path)
    assert result.exit_code == 0, result.stderr
    said = text_of(path)
    for part in ("សូមជម្រាបជូន", "Second.", "Our thanks", "Mr Sok", "Chair", "Network of NGOs"):
        assert part in said


def test_a_paragraph_without_a_space_is_printed_whole(sample: Run, tmp_path: Path) -> None:
    text = "ក្រុមប្រឹក្សា" * 2500
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "out.pdf"
    result = sample("print", "letter", "--text", tmp_path / "text.txt", "--output", path)
    assert result.exit_code == 0, result.stderr
    assert text_of(path).count("ប្រឹក្សា") > 2400


def test_a_letter_that_was_written_is_printed_in_its_language(sample: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder, vault.unlock(folder, SECRET))
    store.insert(Letter(language="en", subject="Kept letter", body="As typed."))
    store.close()
    rows = listed(sample("list", "letters", "--json"))
    (row,) = [row for row in rows if row["subject"] == "Kept letter"]
    assert row["meeting"] is None
    path = tmp_path / "out.pdf"
    result = sample("print", "letter", "--letter", row["id"], "--output", path)
    assert result.exit_code == 0, result.stderr
    assert "As typed." in text_of(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"caf\xe9", "not a plain text in UTF-8"),
        (b"a\x00b\x07", "not a plain text in UTF-8"),
        (b" \n", "no text in text.txt"),
        (None, "no file called text.txt"),
    ],
)
def test_a_text_that_cannot_be_read_is_told(
    made: Run, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "text.txt").write_bytes(content)
    path = tmp_path / "out.pdf"
    result = made("print", "letter", "--text", tmp_path / "text.txt", "--output", path)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("minutes", "--subject", "x"),
        ("invitation", "--to", "x"),
        ("letter", "--letter", "x"),
        ("request", "--letter", "x"),
        ("letter", "--meeting", "x"),
    ],
)
def test_what_makes_no_sense_is_told(made: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = made("print", *words, "--output", tmp_path / "out.pdf")
    assert result.exit_code == 1
    assert "Error: " in result.stderr
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("name", ["out.odt", "out", "folder.pdf"])
def test_a_place_that_is_none_is_told(made: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    result = made("print", "contacts", "--output", tmp_path / name)
    assert result.exit_code == 1
    assert result.stderr
    assert not (tmp_path / name).is_file()


def test_characters_that_no_font_has_are_told(sample: Run, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("សួស្ដី 😀", encoding="utf-8")
    result = sample("print", "letter", "--text", odd, "--output", tmp_path / "out.pdf")
    assert result.exit_code == 0
    assert result.stderr.endswith("boxes stand for them: 😀\n")
    word = sample("print", "letter", "--text", odd, "--output", tmp_path / "out.docx")
    assert word.stderr == ""


def test_bytes_that_are_no_text_are_no_id_and_print_as_a_mark(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    not_utf8 = "\udcff\udcfe"
    for options in (("minutes", "--meeting", not_utf8), ("letter", "--letter", not_utf8)):
        result = sample("print", *options, "--output", path)
        assert result.exit_code == 1
        assert "There is no" in result.stderr
    assert sample("search", not_utf8).exit_code == 0
    assert sample("print", "letter", "--subject", not_utf8, "--output", path).exit_code == 0
    assert "\ufffd" in text_of(path)


def test_a_meeting_in_the_trash_is_not_printed(sample: Run, tmp_path: Path) -> None:
    chosen = listed(sample("list", "meetings", "--json"))[0]["id"]
    folder = tmp_path / "data"
    with closing(Store.open(folder, vault.unlock(folder, SECRET))) as store:
        meetings.move_to_trash(store, Meeting, chosen)
    result = sample("print", "minutes", "--meeting", chosen, "--output", tmp_path / "out.pdf")
    assert result.exit_code == 1
    assert "There is no meeting" in result.stderr


def test_an_invitation_is_to_the_next_meeting(sample: Run, tmp_path: Path) -> None:
    today = datetime.now().astimezone().date().isoformat()
    coming = [m for m in listed(sample("list", "meetings", "--json")) if m["on"] >= today]
    following = min(coming, key=lambda meeting: meeting["on"])
    made = []
    for options in ((), ("--meeting", following["id"])):
        path = tmp_path / f"{len(made)}.pdf"
        assert sample("print", "invitation", *options, "--output", path).exit_code == 0
        made.append(path.read_bytes())
    assert made[0] == made[1]
