"""What can go wrong, said so that a facilitator knows what to do next.

Only errors that a person can act on are a :class:`DeskError`. Everything else is a bug: it
reaches the excepthook, the log and the crash dialog. Texts are marked with ``N_`` where they are
raised and translated where they are shown, so that no layer below the interface needs a language.
"""

from __future__ import annotations


class DeskError(Exception):
    """Something the person in front of the screen can understand and act on.

    Args:
        title: what happened, a few words without a full stop.
        message: one or two sentences; may hold ``{name}`` fields filled from ``fields``.
        hint: what to do next; may hold the same fields.
        fields: values for the fields in ``message`` and ``hint``, shown as they are.

    All three texts are English source texts (marked with ``N_``): translate first, then format.
    """

    def __init__(self, title: str, message: str, hint: str = "", **fields: object) -> None:
        super().__init__(title)
        self.title = title
        self.message = message
        self.hint = hint
        self.fields = fields

    def __str__(self) -> str:
        parts = (self.title, self.message.format(**self.fields), self.hint.format(**self.fields))
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


class WrongPassphrase(DeskError):
    """The passphrase or recovery code does not open this workspace."""


class TooManyTries(DeskError):
    """Unlocking is slowed down; ``fields['seconds']`` is how long to wait."""


class StoreDamaged(DeskError):
    """The store or its key file cannot be read although the passphrase may be right."""


class NewerVersion(DeskError):
    """The store was written by a newer cspdesk; it is left untouched."""


class DiskFull(DeskError):
    """There is no room left; nothing half-written stays behind."""


class DiskUnwritable(DeskError):
    """A file or the store cannot be written now: the disk is gone, read-only or failing."""


class StoreBusy(DeskError):
    """Another cspdesk has this workspace open."""


class UnreadableFile(DeskError):
    """A file given by the user cannot be read as what it should be."""


class PaperError(DeskError):
    """A document cannot be made as asked (a font that is missing or cannot be embedded)."""
