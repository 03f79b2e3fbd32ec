"""Qt's own texts that a person can meet here, listed so that the catalogs hold them.

Qt ships no Khmer. :class:`cspdesk.ui.language.GettextTranslator` looks these up by Qt's context;
ampersands are Qt's mnemonics and may be left out of a translation.
"""

from __future__ import annotations

from cspdesk.i18n import pgettext


def buttons() -> tuple[str, ...]:
    """Return the buttons of message boxes."""
    return (
        pgettext("QPlatformTheme", "OK"),
        pgettext("QPlatformTheme", "Save"),
        pgettext("QPlatformTheme", "Save All"),
        pgettext("QPlatformTheme", "Open"),
        pgettext("QPlatformTheme", "&Yes"),
        pgettext("QPlatformTheme", "&No"),
        pgettext("QPlatformTheme", "Abort"),
        pgettext("QPlatformTheme", "Retry"),
        pgettext("QPlatformTheme", "Ignore"),
        pgettext("QPlatformTheme", "Close"),
        pgettext("QPlatformTheme", "Cancel"),
        pgettext("QPlatformTheme", "Discard"),
        pgettext("QPlatformTheme", "Help"),
        pgettext("QPlatformTheme", "Apply"),
        pgettext("QPlatformTheme", "Reset"),
        pgettext("QPlatformTheme", "Restore Defaults"),
        pgettext("QDialogButtonBox", "OK"),
        pgettext("QMessageBox", "Show Details..."),
        pgettext("QMessageBox", "Hide Details..."),
    )


def field_menus() -> tuple[str, ...]:
    """Return the context menus of fields, numbers and scroll bars."""
    return (
        pgettext("QLineEdit", "&Undo"),
        pgettext("QLineEdit", "&Redo"),
        pgettext("QLineEdit", "Cu&t"),
        pgettext("QLineEdit", "&Copy"),
        pgettext("QLineEdit", "&Paste"),
        pgettext("QLineEdit", "Delete"),
        pgettext("QLineEdit", "Select All"),
        pgettext("QWidgetTextControl", "&Undo"),
        pgettext("QWidgetTextControl", "&Redo"),
        pgettext("QWidgetTextControl", "Cu&t"),
        pgettext("QWidgetTextControl", "&Copy"),
        pgettext("QWidgetTextControl", "Copy &Link Location"),
        pgettext("QWidgetTextControl", "&Paste"),
        pgettext("QWidgetTextControl", "Delete"),
        pgettext("QWidgetTextControl", "Select All"),
        pgettext("QAbstractSpinBox", "&Select All"),
        pgettext("QAbstractSpinBox", "&Step up"),
        pgettext("QAbstractSpinBox", "Step &down"),
        pgettext("QScrollBar", "Scroll here"),
        pgettext("QScrollBar", "Top"),
        pgettext("QScrollBar", "Bottom"),
        pgettext("QScrollBar", "Page up"),
        pgettext("QScrollBar", "Page down"),
        pgettext("QScrollBar", "Scroll up"),
        pgettext("QScrollBar", "Scroll down"),
    )


def file_dialog() -> tuple[str, ...]:
    """Return the texts of Qt's own dialog for files (where the system has none)."""
    return (
        pgettext("QFileDialog", "&Look in:"),
        pgettext("QFileDialog", "Directory:"),
        pgettext("QFileDialog", "File &name:"),
        pgettext("QFileDialog", "Files of &type:"),
        pgettext("QFileDialog", "&Open"),
        pgettext("QFileDialog", "Open"),
        pgettext("QFileDialog", "&Choose"),
        pgettext("QFileDialog", "&Save"),
        pgettext("QFileDialog", "Save As"),
        pgettext("QFileDialog", "&Rename"),
        pgettext("QFileDialog", "&Delete"),
        pgettext("QFileDialog", "&New Folder"),
        pgettext("QFileDialog", "New Folder"),
        pgettext("QFileDialog", "Create New Folder"),
        pgettext("QFileDialog", "Show &hidden files"),
        pgettext("QFileDialog", "Back"),
        pgettext("QFileDialog", "Forward"),
        pgettext("QFileDialog", "Parent Directory"),
        pgettext("QFileDialog", "List View"),
        pgettext("QFileDialog", "Detail View"),
        pgettext("QFileDialog", "Find Directory"),
        pgettext("QFileDialog", "Recent Places"),
        pgettext("QFileDialog", "Remove"),
        pgettext("QFileDialog", "All Files (*)"),
        pgettext("QFileDialog", "All files (*)"),
        pgettext("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
        pgettext(
            "QFileDialog",
            "%1\nFile not found.\nPlease verify the correct file name was given.",
        ),
        pgettext(
            "QFileDialog",
            "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        ),
        pgettext("QFileSystemModel", "Name"),
        pgettext("QFileSystemModel", "Size"),
        pgettext("QFileSystemModel", "Kind"),
        pgettext("QFileSystemModel", "Type"),
        pgettext("QFileSystemModel", "Date Modified"),
        pgettext("QFileSystemModel", "Computer"),
    )


def print_dialog() -> tuple[str, ...]:
    """Return the texts of Qt's print dialog (Linux; Windows and macOS show their own)."""
    return (
        pgettext("QPrintDialog", "Print"),
        pgettext("QPrintDialog", "&Print"),
        pgettext("QPrintDialog", "&Options >>"),
        pgettext("QPrintDialog", "&Options <<"),
        pgettext("QPrintDialog", "All Pages"),
        pgettext("QPrintDialog", "Odd Pages"),
        pgettext("QPrintDialog", "Even Pages"),
        pgettext("QPrintDialog", "Print to File (PDF)"),
        pgettext("QPrintDialog", "Print To File ..."),
        pgettext("QPrintDialog", "Local file"),
        pgettext("QPrintDialog", "Write PDF file"),
        pgettext("QPrintDialog", "%1 already exists.\nDo you want to overwrite it?"),
        pgettext("QPrintDialog", "The 'From' value cannot be greater than the 'To' value."),
        pgettext("QPrintWidget", "Printer"),
        pgettext("QPrintWidget", "&Name:"),
        pgettext("QPrintWidget", "P&roperties"),
        pgettext("QPrintWidget", "Location:"),
        pgettext("QPrintWidget", "Preview"),
        pgettext("QPrintWidget", "Type:"),
        pgettext("QPrintWidget", "Output &file:"),
        pgettext("QPrintSettingsOutput", "Copies"),
        pgettext("QPrintSettingsOutput", "Copies:"),
        pgettext("QPrintSettingsOutput", "Collate"),
        pgettext("QPrintSettingsOutput", "Reverse"),
        pgettext("QPrintSettingsOutput", "Print range"),
        pgettext("QPrintSettingsOutput", "Print all"),
        pgettext("QPrintSettingsOutput", "Pages from"),
        pgettext("QPrintSettingsOutput", "to"),
        pgettext("QPrintSettingsOutput", "Pages"),
        pgettext("QPrintSettingsOutput", "Current Page"),
        pgettext("QPrintSettingsOutput", "Selection"),
        pgettext("QPrintSettingsOutput", "Page &Set:"),
        pgettext("QPrintSettingsOutput", "Options"),
        pgettext("QPrintSettingsOutput", "Output Settings"),
        pgettext("QPrintSettingsOutput", "Color Mode"),
        pgettext("QPrintSettingsOutput", "Color"),
        pgettext("QPrintSettingsOutput", "Grayscale"),
        pgettext("QPrintSettingsOutput", "Double Sided Printing"),
        pgettext("QPrintSettingsOutput", "Off"),
        pgettext("QPrintSettingsOutput", "Long side binding"),
        pgettext("QPrintSettingsOutput", "Short side binding"),
        pgettext("QPrintPropertiesWidget", "Page"),
        pgettext("QPrintPropertiesWidget", "Advanced"),
        pgettext("QPageSetupWidget", "Page Layout"),
        pgettext("QPageSetupWidget", "Page size:"),
        pgettext("QPageSetupWidget", "Paper"),
        pgettext("QPageSetupWidget", "Paper source:"),
        pgettext("QPageSetupWidget", "Width:"),
        pgettext("QPageSetupWidget", "Height:"),
        pgettext("QPageSetupWidget", "Orientation"),
        pgettext("QPageSetupWidget", "Portrait"),
        pgettext("QPageSetupWidget", "Landscape"),
        pgettext("QPageSetupWidget", "Reverse portrait"),
        pgettext("QPageSetupWidget", "Reverse landscape"),
        pgettext("QPageSetupWidget", "Margins"),
        pgettext("QPageSetupWidget", "Pages &per sheet:"),
        pgettext("QPageSetupWidget", "Page &order:"),
    )
