from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from cspdesk.cli.commands import main
from tests.cli.conftest import SECRET, Run


def test_the_variable_opens_it_and_a_wrong_passphrase_does_not(made: Run, tmp_path: Path) -> None:
    check = ["check", "--data-dir", str(tmp_path / "data")]
    assert CliRunner().invoke(main, check, env={"CSPDESK_PASSPHRASE": SECRET}).exit_code == 0
    refused = CliRunner().invoke(main, check, env={"CSPDESK_PASSPHRASE": "another"})
    assert refused.exit_code == 1
    assert "The passphrase is wrong" in refused.stderr


def test_the_file_goes_before_the_variable_whatever_ends_its_line(
    made: Run, tmp_path: Path
) -> None:
    secret = tmp_path / "other"
    secret.write_bytes("\ufeff".encode() + SECRET.encode() + b"\r\nnot this\r\n")
    arguments = ["check", "--data-dir", str(tmp_path / "data"), "--passphrase-file", str(secret)]
    assert CliRunner().invoke(main, arguments, env={"CSPDESK_PASSPHRASE": "x"}).exit_code == 0


def test_without_a_terminal_nobody_is_asked(made: Run, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--data-dir", str(tmp_path / "data")], input="x\n")
    assert result.exit_code == 1
    assert "CSPDESK_PASSPHRASE" in result.stderr


def test_an_empty_or_unreadable_passphrase_is_told(made: Run, tmp_path: Path) -> None:
    for content, told in ((b"\n", "empty"), (b"\xff\xfe\x00", "UTF-8")):
        (tmp_path / "secret").write_bytes(content)
        result = made("check")
        assert result.exit_code == 1
        assert told in result.stderr


def test_a_variable_that_is_no_text_is_told(made: Run, tmp_path: Path) -> None:
    env = {"CSPDESK_PASSPHRASE": "\udcff"}
    result = CliRunner().invoke(main, ["--data-dir", str(tmp_path / "data"), "check"], env=env)
    assert result.exit_code == 1
    assert "UTF-8" in result.stderr


def test_the_variable_names_the_data(made: Run, tmp_path: Path) -> None:
    env = {"CSPDESK_DATA_DIR": str(tmp_path / "data"), "CSPDESK_PASSPHRASE": SECRET}
    assert CliRunner().invoke(main, ["check"], env=env).exit_code == 0
    env["CSPDESK_DATA_DIR"] = str(tmp_path / "nowhere")
    result = CliRunner().invoke(main, ["check"], env=env)
    assert result.exit_code == 1
    assert "There is no workspace" in result.stderr
    assert not (tmp_path / "nowhere").exists()
