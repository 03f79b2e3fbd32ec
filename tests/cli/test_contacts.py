from __future__ import annotations

from pathlib import Path

import pytest

from cspdesk.paths import shipped
from tests.cli.conftest import Run, listed

LIST = shipped("resources", "sample", "npdp-contact-list.xlsx")


def test_a_dry_run_tells_what_would_happen_and_changes_nothing(made: Run) -> None:
    would = listed(made("import", "contacts", LIST, "--dry-run", "--json"))
    assert (would["institutions_new"], would["people_new"]) == (66, 66)
    assert would["dry_run"]
    assert would["issues"]
    assert "Would add 66 institutions" in made("import", "contacts", LIST, "--dry-run").stdout
    assert listed(made("list", "institutions", "--json")) == []


def test_a_list_comes_in_once(made: Run) -> None:
    first = listed(made("import", "contacts", LIST, "--json"))
    assert (first["institutions_new"], first["people_new"]) == (66, 66)
    assert not first["nothing_changed"]
    assert listed(made("import", "contacts", LIST, "--dry-run", "--json"))["nothing_changed"]
    again = made("import", "contacts", LIST)
    assert "Nothing changes" in again.stdout
    assert "notice, " in again.stderr
    assert len(listed(made("list", "people", "--json"))) == 66


@pytest.mark.parametrize(
    ("name", "content"),
    [("list.xlsx", b"no workbook"), ("empty.csv", b""), ("odd.csv", b"1;2;3\n4;5;6\n")],
)
def test_what_cannot_be_read_is_told(made: Run, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    result = made("import", "contacts", tmp_path / name)
    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stdout == ""
