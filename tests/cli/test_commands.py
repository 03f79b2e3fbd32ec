from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cspdesk.cli.commands import main
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"], ["list"], ["list", "cats"], ["print", "minutes"], ["search"], ["import"],
        ["import", "contacts", "nowhere.xlsx"], ["check", "--passphrase", "x"], ["init"],
        ["demo", "--scale", "0"], ["--data-dir"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_mistyped_is_told_and_ends_with_1(words: list[str]) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert result.stderr.strip()
    assert result.stdout == ""


def test_help_and_version_end_with_0() -> None:
    for words in (["--help"], ["--version"], ["print", "--help"], ["import", "--help"]):
        assert CliRunner().invoke(main, words).exit_code == 0
    told = CliRunner().invoke(main, ["--help"]).stdout
    for command in ("init", "demo", "import", "list", "search", "print", "check", "smoke"):
        assert f"\n  {command} " in told


def test_the_options_may_stand_before_the_command(made: Run, tmp_path: Path) -> None:
    where = ["--data-dir", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "secret")]
    assert CliRunner().invoke(main, [*where, "check"]).exit_code == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    arguments = ["init", "--organisation", "A", "--data-dir", str(tmp_path / "file" / "data")]
    result = CliRunner().invoke(main, arguments, env={"CSPDESK_PASSPHRASE": "x"})
    assert result.exit_code == 1
    assert "file" in result.stderr
    assert "Traceback" not in result.stderr
