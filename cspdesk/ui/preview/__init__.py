"""Seeing a document before it is printed, printing it, and saving it as PDF.

Importing this costs nothing; Qt's PDF parts are loaded when the first preview opens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from cspdesk.ui.preview.options import (
    ChecksOption,
    ChoiceOption,
    CountOption,
    Option,
    SwitchOption,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview.dialog import PreviewDialog

__all__ = [
    "ChecksOption",
    "ChoiceOption",
    "CountOption",
    "Option",
    "SwitchOption",
    "open_preview",
]


def open_preview(
    desk: Desk,
    title: str,
    make: Callable[..., Document],
    parent: QWidget,
    *,
    language: str | None = None,
    options: Sequence[Option] = (),
    file_name: str = "",
    on_printed: Callable[[], Any] | None = None,
    then: str = "",
) -> PreviewDialog:
    """Show a document as it will be printed, over the window of ``parent``.

    Args:
        desk: the services of the open workspace.
        title: the document's name, translated.
        make: ``make(store, language)`` composes the document on the store's worker; with
            ``options`` it also gets each option's value by the option's name.
        parent: a widget of the page that asked.
        language: 'km' or 'en' to begin with; None takes the interface's.
        options: what the person may change about the document.
        file_name: stem of the proposed file name, with '{language}' where the language of the
            document stands ('minutes-{language} 2022-12-13'), else at its end; '' takes the title.
        on_printed: called once the document was sent to a printer.
        then: 'print' or 'save' goes on to that as soon as the pages are drawn.
    """
    from cspdesk.i18n import current_language
    from cspdesk.ui.preview.dialog import PreviewDialog
    from cspdesk.ui.preview.drawing import prepare

    dialog = PreviewDialog(
        desk,
        title,
        make,
        parent.window(),
        language=language or current_language(),
        options=options,
        file_name=file_name,
        on_printed=on_printed,
        then=then,
    )
    dialog.open()
    desk.runner.submit_pure(prepare, owner=dialog)  # meanwhile the store's worker composes
    dialog.begin()
    return dialog
