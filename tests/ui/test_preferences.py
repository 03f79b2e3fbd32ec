from __future__ import annotations

from pathlib import Path

import pytest

from cspdesk.ui.preferences import Preferences, load, save


def test_what_was_chosen_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    chosen = Preferences(language="km", theme="dark", text_size=13, digits="khmer", geometry="AAA")
    save(chosen, path)
    assert load(path) == chosen


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'"km"', b"\xff\xfe", b"null"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert load(path) == Preferences()


def test_values_that_are_not_offered_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "km", "text_size": 90, "theme": ["dark"], "lock_minutes": -1}')
    assert load(path) == Preferences(language="km")
