"""The power goes while somebody types: at most the last two seconds are lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from cspdesk.db import check, meetings, vault
from cspdesk.db.store import Store
from cspdesk.models.meetings import Meeting
from tests.e2e import typist

PASSPHRASE = "river lotus market"
LOST_S = 2.0
LETTERS = 200
"""Typed before the end: four seconds and more, so that twice two seconds have to be safe."""


def test_kill_9_loses_at_most_the_last_two_seconds(tmp_path: Path) -> None:
    key, _code = vault.create(tmp_path, PASSPHRASE)
    store = Store.create(tmp_path, key)
    meeting = meetings.add_meeting(store, Meeting(title_en="Forum"), ["Roads"])
    store.close()

    heard = type_until_killed(tmp_path, meeting.id)
    killed = heard[-1][0]
    safe = max(letters for when, letters in heard if when <= killed - LOST_S)
    assert safe > 0

    store = Store.open(tmp_path, vault.unlock(tmp_path, PASSPHRASE))
    written = meetings.load_record(store, meeting.id).agenda[0].discussion
    problems = check.faults(store)
    store.close()
    # What is stored has no space at its end.
    assert typist.text(LETTERS).startswith(written)
    assert len(written) >= len(typist.text(safe).rstrip()), (written, safe)
    assert problems == []


def type_until_killed(workspace: Path, meeting_id: str) -> list[tuple[float, int]]:
    """Let a desk of its own type, and kill it in the middle; return when it had how much."""
    heard = []
    root = Path(__file__).parents[2]
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "tests.e2e.typist", str(workspace), PASSPHRASE, meeting_id],
        cwd=root,
        env=os.environ | {"CSPDESK_WORKSPACE": str(workspace), "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        text=True,
    ) as desk:
        assert desk.stdout is not None
        for line in desk.stdout:
            heard.append((time.monotonic(), int(line)))
            if heard[-1][1] >= LETTERS:
                desk.kill()
                break
    assert len(heard) == LETTERS, f"only {len(heard)} letters were typed"
    return heard
