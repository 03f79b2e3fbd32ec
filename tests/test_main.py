"""One command: the window without a word, the work of a command with one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def start(*words: str) -> subprocess.CompletedProcess[str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-m", "cspdesk", *words],
        capture_output=True, text=True, env=environment, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("words", [[], ["--data-dir", "x"], ["--data-dir=x"]])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_the_window_is_asked_for_without_a_command(words: list[str]) -> None:
    run = start(*words)
    assert run.returncode == 1
    assert "There is no screen to open a window on" in run.stderr


def test_a_command_needs_no_screen(tmp_path: Path) -> None:
    run = start("check", "--data-dir", str(tmp_path))
    assert run.returncode == 1
    assert "There is no workspace" in run.stderr
    assert start("--version").returncode == 0


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for words in (["--data-dir", str(tmp_path / "file")], ["--data-dir="], ["--workspace", "x"]):
        run = start(*words)
        assert run.returncode == 1
        assert run.stderr.strip()
        assert "Traceback" not in run.stderr
