"""What may be chosen about each document."""

from __future__ import annotations

from collections.abc import Callable

from cspdesk.i18n import _, pgettext
from cspdesk.ui.preview import ChecksOption, ChoiceOption, CountOption, Option, SwitchOption

_MOST_BLANK_ROWS = 200
_MOST_BLANK_CARDS = 500


def options_of(name: str, *, over: bool = False) -> list[Option]:
    """Return the options of a document of ``paper.documents`` about a meeting.

    ``over`` says that the meeting lies in the past: its lists begin as attended.
    """
    made: dict[str, Callable[[], list[Option]]] = {
        "attendance": _attendance,
        "attended": lambda: [_phones_and_ages(), _by_kind()],
        "institutions": lambda: _institutions(over=over),
        "contacts": contact_options,
        "followup": _followup,
        "badges": lambda: [_who(), _works(), _blank_cards()],
        "place-cards": lambda: [_who(), _works()],
        "labels": lambda: [_who(), _addressed(), used_labels()],
        "envelopes": lambda: [_who(), _addressed(), sender()],
    }
    return made[name]() if name in made else []


def contact_options(reach: str = "everybody") -> list[Option]:
    """Return what may be chosen about a contact list; ``reach`` is whose numbers it begins with."""
    from cspdesk.paper.contacts import COLUMNS, USUAL

    return [
        ChoiceOption(
            "reach",
            lambda: _("Phone numbers and addresses"),
            [
                ("everybody", lambda: _("Of people and institutions")),
                ("institutions", lambda: _("Of institutions only")),
                ("nobody", lambda: _("None: a copy to share")),
            ],
            reach,
            idle={"nobody": ("phones", "telegram")},
        ),
        ChecksOption(
            "columns",
            lambda: _("Columns"),
            [(name, _said(title)) for name, title in COLUMNS.items()],
            USUAL,
        ),
    ]


def used_labels() -> Option:
    """Return how many labels of the first sheet are gone."""
    from cspdesk.paper.post import LABELS

    return CountOption("used", lambda: _("Labels already used on the sheet"), 0, LABELS - 1)


def sender() -> Option:
    """Return whether the sender stands on an envelope."""
    return SwitchOption("sender", lambda: _("Sender"), value=True)


def _said(title: str) -> Callable[[], str]:
    return lambda: _(title)


def _attendance() -> list[Option]:
    from cspdesk.paper.attendance import BLANK_ROWS
    from cspdesk.paper.sheet_columns import MOST_DAYS

    return [
        CountOption("days", lambda: _("Days"), 1, MOST_DAYS, least=1),
        SwitchOption("half_days", lambda: _("Sign mornings and afternoons"), value=False),
        SwitchOption("names", lambda: _("Names of those invited"), value=True),
        *_blank_rows(BLANK_ROWS),
        _phones_and_ages(),
    ]


def _blank_rows(rows: int) -> list[Option]:
    return [
        CountOption("blank_rows", lambda: _("Blank rows for walk-ins"), rows, _MOST_BLANK_ROWS),
        SwitchOption("fill_page", lambda: _("Fill the last page with blank rows"), value=True),
    ]


def _institutions(*, over: bool) -> list[Option]:
    from cspdesk.paper.institutions import BLANK_ROWS

    choices = [(False, lambda: _("To be signed")), (True, lambda: _("As attended"))]
    return [
        ChoiceOption(
            "attended",
            lambda: pgettext("document", "Sheet"),
            choices,
            over,
            idle={True: ("blank_rows", "fill_page")},
        ),
        *_blank_rows(BLANK_ROWS),
        SwitchOption("phones", lambda: _("Phone number"), value=True),
    ]


def _followup() -> list[Option]:
    choices = [(False, lambda: _("Of this meeting")), (True, lambda: _("Of all meetings"))]
    return [ChoiceOption("everything", lambda: _("Actions"), choices, False), room_to_write()]


def room_to_write() -> Option:
    """Return whether a follow-up table has a column to be filled by hand."""
    return SwitchOption("room_to_write", lambda: _("A column to write the progress"), value=True)


def _phones_and_ages() -> Option:
    return SwitchOption("phones", lambda: _("Phone numbers and ages"), value=True)


def _by_kind() -> Option:
    return SwitchOption("by_kind", lambda: _("Summary by kind of institution"), value=True)


def _who() -> Option:
    choices = [(False, lambda: _("Those invited")), (True, lambda: _("Those who came"))]
    return ChoiceOption("present", lambda: _("For whom"), choices, False)


def _works() -> Option:
    return SwitchOption("institution", lambda: _("Position and institution"), value=True)


def _blank_cards() -> Option:
    return CountOption("blank", lambda: _("Blank badges for walk-ins"), 0, _MOST_BLANK_CARDS)


def _addressed() -> Option:
    choices = [(False, lambda: _("People")), (True, lambda: _("Institutions"))]
    return ChoiceOption("to_institutions", lambda: _("Addressed to"), choices, False)
