"""Slowing down guesses: five wrong tries are free, then each costs a longer wait."""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path

from cspdesk.errors import DeskError, TooManyTries
from cspdesk.files import write_whole
from cspdesk.i18n import N_

FREE = 5
FIRST_WAIT = 30
LONGEST_WAIT = 15 * 60


class Tries:
    """Wrong tries at one workspace, kept in a file so that a restart does not forget them."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tries.json"
        try:
            known = json.loads(self._path.read_bytes())
            self._count, self._until = int(known["count"]), float(known["until"])
        except (OSError, ValueError, KeyError, TypeError):
            self._count, self._until = 0, 0.0

    def check(self) -> None:
        """Raise :class:`TooManyTries` while there is time to wait."""
        seconds = self.pause()
        if seconds > 0:
            raise TooManyTries(
                N_("Too many wrong tries"),
                N_("Unlocking is paused after {count} wrong tries."),
                N_("Wait {seconds} seconds, then try again, or use the recovery sheet."),
                count=self._count,
                seconds=seconds,
            )

    def failed(self) -> int:
        """Note a wrong try; return how many are left before unlocking slows down."""
        self._count += 1
        self._until = time.time() + self._wait()
        try:
            known = json.dumps({"count": self._count, "until": self._until})
            write_whole(self._path, known.encode(), private=True)
        except DeskError:
            time.sleep(2)  # a disk that takes no notes must not make guessing fast
        return max(0, FREE - self._count)

    def pause(self) -> int:
        """Return how many seconds there are to wait now.

        A clock set back never makes the wait longer than it was when it began.
        """
        return max(0, min(round(self._until - time.time()), self._wait()))

    def forget(self) -> None:
        """Start anew after a right try."""
        with contextlib.suppress(OSError):  # a folder that takes no writes has its own message
            self._path.unlink()

    def _wait(self) -> int:
        if self._count < FREE:
            return 0
        doublings = min(self._count - FREE, 20)
        return min(FIRST_WAIT << doublings, LONGEST_WAIT)
