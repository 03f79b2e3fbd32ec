"""What a new meeting of a kind starts with: its title, its agenda and its usual times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from cspdesk.i18n import LANGUAGES, N_, catalog_for
from cspdesk.models.meetings import MeetingKind

USUAL_START = time(8, 0)
USUAL_END = time(11, 30)

_TITLES: Mapping[MeetingKind, str] = {
    MeetingKind.PARTNERSHIP_FORUM: N_(
        "Forum on Partnership between the Provincial Administration and Civil Society Organisations"
    ),
    MeetingKind.PROVINCIAL_QUARTERLY: N_("Quarterly network meeting"),
    MeetingKind.DM_NETWORK: N_("District/Municipality network meeting"),
    MeetingKind.REFLECTION: N_("Reflection and consultation meeting"),
    MeetingKind.ANNUAL: N_("Annual meeting of civil society organisations"),
    MeetingKind.ADVOCACY: N_("Advocacy meeting"),
    MeetingKind.INTEGRATION_WORKSHOP: N_(
        "District integration workshop on the three-year rolling investment programme"
    ),
    MeetingKind.TRAINING: N_("Training"),
    MeetingKind.OTHER: "",
}

_WELCOME = N_("Welcome and opening remarks")
_APPROVE = N_("Review and approval of the draft minutes of the previous meeting")
_ACTIONS = N_("Progress of the actions agreed at the previous meeting")
_ISSUES = N_("Issues, requests and suggestions raised by members")
_CONCLUSION = N_("Conclusion and closing remarks")

# Councils and networks approve the minutes of the last meeting first, as published minutes of
# councils do; the forum's four points are those of the partnership forum of 2022.
_AGENDAS: Mapping[MeetingKind, Sequence[str]] = {
    MeetingKind.PARTNERSHIP_FORUM: (
        N_("Welcome remarks and opening of the forum"),
        N_(
            "Presentation on cooperation between the provincial administration and civil society"
            " organisations"
        ),
        N_(
            "Challenges, requests and suggestions raised, and the responses of the provincial"
            " administration"
        ),
        N_("Conclusion and closing of the forum"),
    ),
    MeetingKind.PROVINCIAL_QUARTERLY: (
        _APPROVE,
        _WELCOME,
        _ACTIONS,
        N_("Reports of the district and municipality networks"),
        _ISSUES,
        N_("Plan for the next quarter"),
        _CONCLUSION,
    ),
    MeetingKind.DM_NETWORK: (
        _APPROVE,
        _WELCOME,
        _ACTIONS,
        _ISSUES,
        N_("Responses of the district or municipal administration"),
        _CONCLUSION,
    ),
    MeetingKind.REFLECTION: (
        _WELCOME,
        N_("Good practices"),
        N_("Challenges and opportunities"),
        N_("Common recommendations"),
        _CONCLUSION,
    ),
    MeetingKind.ANNUAL: (
        _WELCOME,
        N_("Report on the results of the year"),
        N_("Discussion of achievements and challenges"),
        N_("Plan for the next year"),
        _CONCLUSION,
    ),
    MeetingKind.ADVOCACY: (
        N_("Introduction of participants"),
        N_("Presentation of the issues and evidence"),
        N_("Discussion and responses"),
        N_("Agreed points and next steps"),
    ),
    MeetingKind.INTEGRATION_WORKSHOP: (
        _WELCOME,
        N_("Presentation of the priority projects of the communes and sangkats"),
        N_("Activities and support offered by civil society organisations"),
        N_("Discussion and agreement on the projects"),
        _CONCLUSION,
    ),
    MeetingKind.TRAINING: (
        N_("Welcome remarks and objectives of the training"),
        N_("Training sessions"),
        N_("Evaluation of the training and closing remarks"),
    ),
    MeetingKind.OTHER: (_WELCOME, N_("Discussion"), _CONCLUSION),
}


def agenda_template(kind: MeetingKind) -> list[str]:
    """Return the usual agenda of a kind of meeting, as English source texts in order."""
    return list(_AGENDAS[kind])


def default_title(kind: MeetingKind, language: str) -> str:
    """Return the usual title of a kind in 'km' or 'en'; '' for ``OTHER``, which has none."""
    return catalog_for(language).gettext(_TITLES[kind])


def in_language(title: str, language: str) -> str:
    """Return a template's title in 'km' or 'en', whichever it was made in; others as they are."""
    for agenda in _AGENDAS.values():
        for source in agenda:
            if any(catalog_for(known).gettext(source) == title for known in LANGUAGES):
                return catalog_for(language).gettext(source)
    return title
