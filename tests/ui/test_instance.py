from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cspdesk.ui.instance import Instance


def test_a_second_start_calls_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    home = QObject()
    first, second = Instance(tmp_path, home), Instance(tmp_path, home)
    assert not first.hand_over()
    first.listen()
    with qtbot.waitSignal(first.called):
        assert second.hand_over()
    first.close()
    assert not second.hand_over()


def test_another_workspace_is_another_window(tmp_path: Path, qtbot: QtBot) -> None:
    home = QObject()
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    first = Instance(one, home)
    first.listen()
    assert not Instance(other, home).hand_over()
    first.close()


def test_a_sign_left_by_a_crash_hinders_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "window.pid").write_text("1")
    instance = Instance(tmp_path)
    assert not instance.hand_over()
    instance.listen()
    instance.close()
    assert not (tmp_path / "window.pid").exists()


def test_a_folder_that_takes_no_sign_stops_no_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "window.pid").mkdir()
    instance = Instance(tmp_path)
    instance.listen()
    instance.close()
