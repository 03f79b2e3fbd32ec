"""Files are written whole, or what was there stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cspdesk.errors import DiskUnwritable
from cspdesk.files import write_whole


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    for data in (b"old", b"new"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_what_somebody_made_read_only_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(b"signed")
    path.chmod(0o444)
    # The superuser may write everywhere.
    monkeypatch.setattr(os, "access", lambda file, _mode: file.stat().st_mode & 0o200)
    with pytest.raises(DiskUnwritable):
        write_whole(path, b"other")
    assert path.read_bytes() == b"signed"
    assert list(tmp_path.iterdir()) == [path]


def test_a_program_that_is_stopped_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "out.pdf", b"data")
    assert not list(tmp_path.iterdir())
