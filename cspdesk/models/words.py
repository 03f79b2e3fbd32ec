"""The word for each value that a record may hold, as English source text.

One place for the interface, the documents and the command line: translate where it is shown,
``_(word(meeting.kind))`` on the screen, ``catalog.gettext(word(...))`` on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cspdesk.i18n import N_
from cspdesk.models.letters import Asking, LetterKind
from cspdesk.models.meetings import MeetingKind, MeetingStatus, NoteKind, Presence, Sector
from cspdesk.models.people import InstitutionKind, Sex

# One mapping an enumeration: members of different ones with the same value are equal as keys.
_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    MeetingKind: {
        MeetingKind.PARTNERSHIP_FORUM: N_("Partnership Forum"),
        MeetingKind.PROVINCIAL_QUARTERLY: N_("Quarterly network meeting"),
        MeetingKind.DM_NETWORK: N_("District/Municipality network meeting"),
        MeetingKind.REFLECTION: N_("Reflection and consultation meeting"),
        MeetingKind.ANNUAL: N_("Annual meeting"),
        MeetingKind.ADVOCACY: N_("Advocacy meeting"),
        MeetingKind.INTEGRATION_WORKSHOP: N_("Three-year rolling programme integration workshop"),
        MeetingKind.TRAINING: N_("Training"),
        MeetingKind.OTHER: N_("Other"),
    },
    MeetingStatus: {
        MeetingStatus.PLANNED: N_("Planned"),
        MeetingStatus.HELD: N_("Held"),
        MeetingStatus.POSTPONED: N_("Postponed"),
        MeetingStatus.CANCELLED: N_("Cancelled"),
    },
    Presence: {
        Presence.INVITED: N_("Invited"),
        Presence.APOLOGISED: N_("Excused"),
        Presence.PRESENT: N_("Present"),
        Presence.ABSENT: N_("Absent"),
        Presence.DELEGATE_SENT: N_("Sent a delegate"),
    },
    NoteKind: {
        NoteKind.ISSUE: N_("Issue"),
        NoteKind.GOOD_PRACTICE: N_("Good practice"),
        NoteKind.CHALLENGE: N_("Challenge"),
        NoteKind.OPPORTUNITY: N_("Opportunity"),
        NoteKind.RECOMMENDATION: N_("Recommendation"),
    },
    Sector: {
        Sector.NONE: "",
        Sector.ECONOMIC: N_("Economic"),
        Sector.SOCIAL: N_("Social"),
        Sector.ENVIRONMENT: N_("Natural resources and environment"),
        Sector.ADMINISTRATION: N_("Administrative services and security"),
        Sector.GENDER: N_("Gender"),
    },
    InstitutionKind: {
        InstitutionKind.NGO: N_("NGO"),
        InstitutionKind.CBO: N_("CBO"),
        InstitutionKind.ASSOCIATION: N_("Association"),
        InstitutionKind.NETWORK: N_("Network"),
        InstitutionKind.ADMINISTRATION: N_("Administration"),
        InstitutionKind.LINE_OFFICE: N_("Technical office"),
        InstitutionKind.COUNCIL: N_("Council"),
        InstitutionKind.PRIVATE: N_("Private sector"),
        InstitutionKind.MEDIA: N_("Media"),
        InstitutionKind.OTHER: N_("Other"),
    },
    LetterKind: {
        LetterKind.INVITATION: N_("Invitation letter"),
        LetterKind.REQUEST: N_("Request letter"),
        LetterKind.FREE: N_("Other letter"),
    },
    Asking: {
        Asking.PERMISSION: N_("Permission to hold the meeting"),
        Asking.VENUE: N_("Use of the venue"),
        Asking.PARTICIPATION: N_("Taking part in the meeting"),
    },
    Sex: {
        Sex.WOMAN: N_("Female"),
        Sex.MAN: N_("Male"),
        Sex.NOT_RECORDED: N_("Not recorded"),
    },
}


def word(member: StrEnum) -> str:
    """Return the English source text for a member of one of the enumerations of ``models``.

    '' for ``Sector.NONE``: a sector that is not chosen has no word.

    Raises:
        KeyError: the member belongs to another enumeration.
    """
    return _WORDS[type(member)][member]
