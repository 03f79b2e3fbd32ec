"""Fields that save as they are typed: no Save button, nothing lost, nothing waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from cspdesk.khmer.text import INVISIBLE, clean
from cspdesk.ui.widgets.dates import DateField, TimeField
from cspdesk.ui.widgets.suggest_field import SuggestField

PAUSE_MS = 600
LONGEST_S = 1.4
"""Somebody who types without a pause is saved this long after the first unsaved key."""

_NOTHING = object()
_LEFT = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FieldBinding(QObject):
    """Ties a field to one field of one record.

    Saves 600 ms after the last key, at most 2 s after the first, at once when the cursor leaves,
    and on :meth:`flush`. Knows QLineEdit, QPlainTextEdit, QTextEdit, QComboBox (its data),
    QCheckBox, QSpinBox, and every field with ``value_changed``, ``value`` and ``set_value``
    (DateField, TimeField).

    Args:
        field: what is typed into.
        check: gets the value; returns a translated complaint, or '' where it is fine. What does
            not pass is not saved and keeps its complaint on screen.

    Signals:
        complained(str): the complaint, or '' when it is gone.
        edited(): the person changed the field.
    """

    complained = Signal(str)
    edited = Signal()

    def __init__(self, field: QWidget, check: Callable[[Any], str] | None = None) -> None:
        super().__init__(field)
        self._field = field
        self._check = check
        self._save: Callable[[Any], object] | None = None
        self._key: object = _NOTHING
        self._saved: Any = None
        self._dirty_since = 0.0
        self._loading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        _changed_signal(field).connect(self._on_changed)
        if isinstance(field, SuggestField):
            field.picked.connect(self._on_changed)
        field.installEventFilter(self)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet handed to ``save``."""
        return bool(self._dirty_since)

    @property
    def value(self) -> Any:
        """What the field holds now, saved or not."""
        return _value(self._field)

    def load(self, value: Any, save: Callable[[Any], object], key: object) -> None:
        """Show a record's value.

        Args:
            value: what the record has.
            save: gets the new value; queue a write there. Bind the record's id into it, because
                it may be called for this record while the next one is loaded.
            key: the record's id. Loading the same record again keeps what is being typed.
        """
        if key == self._key and self.dirty:
            self._save = save
            return
        self.flush()
        # What is stored was cleaned: a space just typed at the end is no reason to write anew.
        same = key == self._key and _cleaned(_value(self._field)) == _cleaned(value)
        self._key, self._save, self._saved = key, save, value
        if not same:
            self._show(value)

    def unload(self) -> None:
        """Save what is typed and forget the record; the field is emptied."""
        self.flush()
        self._key, self._save = _NOTHING, None
        self._show(None)

    def flush(self) -> None:
        """Hand what is typed to ``save`` now."""
        self._timer.stop()
        if not self.dirty or self._save is None:
            return
        value = _value(self._field)
        if self._complaint(value):
            return
        self._dirty_since = 0.0
        if value != self._saved:
            self._saved = value
            self._save(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() is Qt.FocusReason.OtherFocusReason and isinstance(
                self._field, QLineEdit
            ):
                # Typing goes on behind what is there.
                self._field.end(False)
        elif event.type() == QEvent.Type.FocusOut:
            # After the field itself has read the event: a date is tidied first.
            QTimer.singleShot(0, self, self.flush)
            if isinstance(event, QFocusEvent) and event.reason() in _LEFT:
                QTimer.singleShot(0, self, self._show_beginning)
        return super().eventFilter(watched, event)

    def _show_beginning(self) -> None:
        # Tab selects a whole text and so leaves the end of a long one in sight.
        if isinstance(self._field, QLineEdit) and not self._field.hasFocus():
            self._field.home(False)

    def _show(self, value: Any) -> None:
        self._loading = True
        _show(self._field, value)
        self._loading = False
        self._dirty_since = 0.0
        self.complained.emit("")

    def _on_changed(self, *_news: object) -> None:
        if self._loading or self._save is None:
            return
        now = time.monotonic()
        self._dirty_since = self._dirty_since or now
        self._complaint(_value(self._field))
        self.edited.emit()
        if now - self._dirty_since > LONGEST_S:
            self.flush()
        else:
            self._timer.start()

    def _complaint(self, value: Any) -> str:
        found = self._check(value) if self._check else ""
        if not found and isinstance(self._field, DateField | TimeField):
            found = "" if self._field.is_valid() else _unreadable(self._field)
        self.complained.emit(found)
        return found


def mark_invalid(field: QWidget, invalid: bool) -> bool:
    """Dress a field whose value is not taken, or undress it; return whether that is news."""
    if bool(field.property("invalid")) == invalid:
        return False
    field.setProperty("invalid", invalid)
    field.style().unpolish(field)
    field.style().polish(field)
    return True


def _is_cut(field: QLineEdit) -> bool:
    """Whether a line is longer than its field, of which the end would be in sight."""
    return field.fontMetrics().horizontalAdvance(field.text()) > field.width() - 20


def _cleaned(value: Any) -> Any:
    return INVISIBLE.sub("", clean(value)) if isinstance(value, str) else value


def _unreadable(field: QWidget) -> str:
    from cspdesk.i18n import _

    if isinstance(field, DateField):
        return _("Type the date as 13/12/2022.")
    return _("Type the time as 08:30.")


def _changed_signal(field: Any) -> Any:
    if hasattr(field, "value_changed"):
        return field.value_changed
    if isinstance(field, QLineEdit):
        return field.textEdited
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.textChanged
    if isinstance(field, QComboBox):
        return field.activated
    if isinstance(field, QCheckBox):
        return field.toggled
    if isinstance(field, QSpinBox):
        return field.valueChanged
    raise TypeError(type(field).__name__)


def _value(field: Any) -> Any:
    if hasattr(field, "value_changed"):
        return field.value()
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentData()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    raise TypeError(type(field).__name__)


def _show(field: Any, value: Any) -> None:
    if hasattr(field, "value_changed"):
        field.set_value(value)
    elif isinstance(field, QLineEdit):
        field.setText(value or "")
        if not field.hasFocus() and _is_cut(field):
            field.home(False)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(value or "")
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox):
        field.setValue(value or 0)
