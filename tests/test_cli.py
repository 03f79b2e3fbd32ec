"""The desk without a window: the same work, a message and 1 where it cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cspdesk.cli import main
from cspdesk.db import vault


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY", 8 * 1024 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.delenv("CSPDESK_PASSPHRASE", raising=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A workspace made with the passphrase in the file beside it."""
    (tmp_path / "secret").write_text("ទឹកភ្លៀង secret\n", encoding="utf-8")
    made = ran(tmp_path, "init", "--name-en", "Network")
    assert made.exit_code == 0, made.output
    return tmp_path


def ran(folder: Path, command: str, *arguments: str) -> Result:
    where = ("--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "secret"))
    return CliRunner().invoke(main, [command, *where, *arguments])


def test_a_list_comes_in_and_is_printed(data: Path) -> None:
    (data / "list.csv").write_text("Organization,Contact person,Sex\nOrg A,Sok,M\n", "utf-8")
    assert "Added 1 institutions and 1 people" in ran(data, "import", str(data / "list.csv")).output
    assert "Nothing changed" in ran(data, "import", str(data / "list.csv")).output
    printed = ran(data, "print", "contacts", "--output", str(data / "list.pdf"))
    assert printed.exit_code == 0
    assert (data / "list.pdf").read_bytes().startswith(b"%PDF")
    assert "whole" in ran(data, "check").output


def test_the_variable_opens_it_and_a_wrong_passphrase_does_not(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["check", "--data-dir", str(data / "data")]
    monkeypatch.setenv("CSPDESK_PASSPHRASE", "ទឹកភ្លៀង secret")
    assert CliRunner().invoke(main, arguments).exit_code == 0
    monkeypatch.setenv("CSPDESK_PASSPHRASE", "another")
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 1
    assert "The passphrase is wrong" in refused.output


def test_a_new_passphrase_is_asked_for_twice(tmp_path: Path) -> None:
    arguments = ["init", "--data-dir", str(tmp_path / "data")]
    assert CliRunner().invoke(main, arguments, input="a b\na c\na b\na b\n").exit_code == 0
    assert CliRunner().invoke(main, ["check", *arguments[1:]], input="a b\n").exit_code == 0


def test_the_passphrase_is_never_on_the_command_line(data: Path) -> None:
    assert ran(data, "check", "--passphrase", "x").exit_code == 2


def test_a_meeting_that_is_not_there_is_told(data: Path) -> None:
    told = ran(data, "print", "minutes", "--meeting", "x", "--output", str(data / "a.pdf"))
    assert told.exit_code == 1
    assert "There is no meeting x." in told.output
