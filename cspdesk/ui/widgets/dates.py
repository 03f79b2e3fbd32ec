"""Fields for dates and times: typed freely in either script, moved with the arrow keys."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cspdesk.ui.typed import parse_date, parse_time, typed_date, typed_time


class _TypedField(QLineEdit):
    """A line that reads as a value; it is rewritten in one form when the cursor leaves.

    Signals:
        value_changed(): the value is another one; not emitted while the text reads as nothing.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._on_edited)

    def is_valid(self) -> bool:
        """Whether the text is empty or reads as a value."""
        return not self.text().strip() or self._read() is not None

    def _read(self) -> date | time | None:
        raise NotImplementedError

    def _write(self, value: date | time | None) -> None:
        raise NotImplementedError

    def _step(self, steps: int) -> date | time:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and not self.isReadOnly():
            self._write(self._step(step))
            self.value_changed.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        value = self._read()
        if value is not None:
            self._write(value)
        super().focusOutEvent(event)

    def _on_edited(self, _text: str) -> None:
        self.value_changed.emit()


class DateField(_TypedField):
    """A local date. ↑ and ↓ move by days."""

    def value(self) -> date | None:
        """Return the date, or None while the text is empty or no date."""
        return parse_date(self.text(), _today())

    def set_value(self, day: date | None) -> None:
        """Show a date; nothing is emitted."""
        self._write(day)

    def _read(self) -> date | None:
        return self.value()

    def _write(self, value: date | time | None) -> None:
        self.setText(typed_date(value if isinstance(value, date) else None))

    def _step(self, steps: int) -> date:
        day = self.value()
        return _today() if day is None else day + timedelta(days=steps)


class TimeField(_TypedField):
    """A time of the day. ↑ and ↓ move by quarters of an hour."""

    def value(self) -> time | None:
        """Return the time, or None while the text is empty or no time."""
        return parse_time(self.text())

    def set_value(self, moment: time | None) -> None:
        """Show a time; nothing is emitted."""
        self._write(moment)

    def _read(self) -> time | None:
        return self.value()

    def _write(self, value: date | time | None) -> None:
        self.setText(typed_time(value if isinstance(value, time) else None))

    def _step(self, steps: int) -> time:
        moment = self.value() or time(8)
        minutes = (moment.hour * 60 + moment.minute + 15 * steps) % (24 * 60)
        return time(minutes // 60, minutes % 60)


def _today() -> date:
    return datetime.now().astimezone().date()
