"""Types into the minutes of a meeting without ever pausing, and says how far it is, to be killed.

Arguments: the workspace, its passphrase, the meeting's id. Each line of output is a number of
letters that the field has by then. ``text(n)`` is what those letters are.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cspdesk.app import Built, build
from cspdesk.ui.unlock import open_with_passphrase

EVERY_MS = 20
AT_MOST_MS = 60_000
_SENTENCE = "The commune will mend the road to the school before the rain. "


def text(letters: int) -> str:
    """Return the first ``letters`` letters that are typed."""
    return (_SENTENCE * (letters // len(_SENTENCE) + 1))[:letters]


class Typist:
    """Waits for the page of the minutes, then types a letter every 20 ms."""

    def __init__(self, built: Built, meeting: str) -> None:
        self._built, self._meeting = built, meeting
        self._typed = 0
        self._clock = QTimer()
        self._clock.setInterval(EVERY_MS)
        self._clock.timeout.connect(self.type)

    def begin(self) -> None:
        self._built.desk.navigate("minutes", meeting=self._meeting)
        self._clock.start()

    def type(self) -> None:
        field = QApplication.focusWidget()
        if not isinstance(field, QPlainTextEdit) or field.isReadOnly():
            return
        if field.toPlainText() != text(self._typed):
            raise SystemExit(f"the field says {field.toPlainText()!r}")
        self._typed += 1
        QTest.keyClick(field, text(self._typed)[-1])
        sys.stdout.write(f"{self._typed}\n")
        sys.stdout.flush()


def main(workspace: str, passphrase: str, meeting: str) -> None:
    app = QApplication([])
    built = build(app, Path(workspace))
    built.window.show()
    built.window.activateWindow()
    typist = Typist(built, meeting)
    built.desk.opened.connect(typist.begin)
    built.desk.adopt(
        partial(open_with_passphrase, Path(workspace), passphrase),
        owner=built.desk,
        on_error=sys.exit,
    )
    QTimer.singleShot(AT_MOST_MS, app.quit)  # nobody has killed it: do not stay for ever
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
