"""The application's style sheet. Sizes are points (px where a line must stay one pixel thin).

Qt style sheets know no line height; a fixed height would cut Khmer, so only least heights are
set. Where a rule touches a widget it says border, ground, focus and disabled together, because
Fusion then leaves the whole drawing to the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from cspdesk.paths import shipped

_SHEET = Template("""
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 700; }
QLabel[role="figure"] { font-size: ${figure}pt; font-weight: 700; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { color: $muted; font-size: ${caption}pt; }
QLabel[role="error"] { color: $danger; font-size: ${caption}pt; }
QLabel[role="warning"] { color: $warn; font-size: ${caption}pt; }
QLabel[role="paper"] { background: #ffffff; color: #5b6675; border: 1px solid $line;
    border-radius: 6px; font-size: ${caption}pt; }

QLabel[role="danger-strong"] { color: $danger; font-size: ${caption}pt; font-weight: 700; }
QLabel[role="warn-strong"] { color: $warn; font-size: ${caption}pt; font-weight: 700; }

QFrame[role="group"] { background: $bg; border: none; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="block"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="block"][active="true"] { border: 2px solid $primary; }
QFrame[role="step"] { background: $card; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="step"]:hover { background: $hover; }
QFrame[role="step"][current="true"] { background: $selection; }
QFrame[role="rule"] { background: $hairline; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="toast"] { background: $card; border: 1px solid $muted; border-radius: 8px; }
QFrame[role="banner"] { background: $warn_soft; border: none; border-radius: 6px; }

QPushButton, QCheckBox, QRadioButton, QComboBox { outline: none; }
QPushButton { background: $card; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 3px 14px; min-height: 28px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $primary; }
QPushButton:focus { border: 2px solid $primary; padding: 2px 13px; }
QPushButton:disabled { color: $muted; background: $bg; border-color: $hairline; }
QPushButton::menu-indicator { width: 0; }
QPushButton[kind="primary"], QPushButton[kind="huge"] { background: $primary; color: $on_primary;
    border: 1px solid $primary; font-weight: 700; }
QPushButton[kind="huge"], QPushButton[kind="large"] { font-size: ${section}pt;
    min-height: 44px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="huge"]:hover { background: $primary_hover; }
QPushButton[kind="primary"]:focus, QPushButton[kind="huge"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="huge"]:disabled {
    background: $neutral_soft; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="link"] { background: transparent; color: $primary; border: 2px solid transparent;
    padding: 2px 6px; text-align: left; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border: 2px solid $primary; padding: 2px 6px; }
QPushButton[kind="link"]:disabled { color: $muted; }
QPushButton[kind="icon"] { background: transparent; border: 2px solid transparent; padding: 0;
    min-width: 32px; min-height: 32px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:checked { background: $selection; }
QPushButton[kind="icon"]:focus { border: 2px solid $primary; padding: 0; }
QPushButton[kind="filter"] { border-radius: 16px; font-size: ${caption}pt; min-height: 30px;
    padding: 1px 12px; }
QPushButton[kind="filter"]:checked { background: $selection; border: 1px solid $primary;
    font-weight: 700; }
QPushButton[kind="filter"]:focus { border: 2px solid $primary; padding: 0 11px; }
QPushButton[kind="warn"] { background: $warn_soft; color: $warn; border: 1px solid $warn_soft;
    border-radius: 16px; font-size: ${caption}pt; min-height: 30px; padding: 1px 10px; }
QPushButton[kind="warn"]:hover { border-color: $warn; }
QPushButton[kind="warn"]:focus { border: 2px solid $warn; padding: 0 9px; }
QPushButton[kind="warn"]:disabled { background: $neutral_soft; color: $muted; }
QFrame[role="segments"] { background: $neutral_soft; border: none; border-radius: 8px; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent;
    color: $muted; padding: 2px 12px; min-height: 28px; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $card; color: $text; border: 1px solid $line;
    font-weight: 700; }
QPushButton[kind="segment"]:focus { border: 2px solid $primary; padding: 1px 11px; }
QPushButton[kind="tab"] { background: transparent; border: none; border-radius: 0;
    border-bottom: 3px solid transparent; color: $muted; padding: 3px 14px 0 14px;
    min-height: 38px; }
QPushButton[kind="tab"]:hover { color: $text; }
QPushButton[kind="tab"]:checked { color: $text; border-bottom: 3px solid $primary;
    font-weight: 700; }
QPushButton[kind="tab"]:focus { background: $hover; border-bottom: 3px solid $primary; }
QPushButton[kind="nav"] { background: transparent; border: 2px solid transparent; padding: 0 10px;
    text-align: left; min-height: 34px; }
QPushButton[kind="nav"]:hover { background: $hover; }
QPushButton[kind="nav"]:checked { background: $selection; font-weight: 700; }
QPushButton[kind="nav"]:focus { border: 2px solid $primary; padding: 0 10px; }
QPushButton[kind="nav"][collapsed="true"] { padding: 0; text-align: center; }
QFrame[role="sidebar"] { background: $card; border: none; border-right: 1px solid $line; }
QFrame[role="status"] { background: $card; border: none; border-top: 1px solid $line; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox { background: $card; color: $text;
    border: 1px solid $line; border-radius: 6px; padding: 3px 8px;
    selection-background-color: $primary; selection-color: $on_primary;
    placeholder-text-color: $muted; }
QLineEdit, QSpinBox, QComboBox { min-height: 28px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {
    border: 2px solid $primary; padding: 2px 7px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 1px solid $danger; }
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus {
    border: 2px solid $danger; }
QLineEdit:disabled, QLineEdit:read-only, QTextEdit:disabled, QPlainTextEdit:disabled,
QSpinBox:disabled, QComboBox:disabled { background: $bg; color: $muted; }
QPlainTextEdit[role="bare"], QPlainTextEdit[role="bare"]:focus,
QPlainTextEdit[role="bare"]:read-only { background: transparent; color: $text; border: none;
    padding: 0; }
QPlainTextEdit[role="heading"], QPlainTextEdit[role="heading"]:focus,
QPlainTextEdit[role="heading"]:read-only { background: transparent; color: $text; border: none;
    padding: 0; font-size: ${section}pt; font-weight: 700; }
QLineEdit[role="search"] { padding-left: 34px; min-height: 30px; }
QLineEdit[role="search"]:focus { padding-left: 33px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: $card; color: $text;
    border: 1px solid $line; selection-background-color: $selection; selection-color: $text;
    outline: none; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 30px; }
QCheckBox:focus, QRadioButton:focus { background: $hover; }
QCheckBox::indicator { width: 16px; height: 16px; border: 2px solid $muted; border-radius: 4px;
    background: $card; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $primary; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary;
    image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $muted; border-color: $muted; }
QRadioButton::indicator { width: 16px; height: 16px; border: 2px solid $muted;
    border-radius: 10px; background: $card; }
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: $primary; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 6px solid $primary; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; border: none;
    width: 26px; }
QSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }

QTableView, QListView, QTreeView { background: $card; color: $text; border: 1px solid $line;
    border-radius: 8px; outline: none; gridline-color: $hairline; }
QTableView:focus, QListView:focus { border: 1px solid $primary; }
QTableView[role="bare"], QListView[role="bare"] { border: none; border-radius: 0; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; font-size: ${caption}pt;
    font-weight: 600; border: none; border-bottom: 1px solid $line; padding: 6px 12px; }
QTableCornerButton::section { background: transparent; border: none; }

QMenu { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 12px; border-radius: 4px; }
QMenu::icon { left: 8px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="canvas"] { background: transparent;
    border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $neutral_soft; border: none; border-radius: 4px; min-height: 8px;
    max-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
""")


def style_sheet(colours: Mapping[str, str], body: int, *, dark: bool) -> str:
    """Return the sheet for ``colours`` (token name to '#rrggbb') and a body size in points."""
    scheme = "dark" if dark else "light"
    drawings = {
        name: shipped("resources", "icons", f"{name}-{scheme}.svg").as_posix()
        for name in ("arrow", "tick", "spin-up")
    }
    return _SHEET.substitute(
        colours,
        title=body + 5,
        figure=body + 11,
        section=body + 2,
        caption=body - 1,
        arrow=drawings["arrow"],
        tick=drawings["tick"],
        up=drawings["spin-up"],
    )
