"""What this computer remembers about how its person likes the desk.

Kept as JSON beside the workspace and readable before unlocking, so nothing here is about people
or meetings.
"""

from __future__ import annotations

import dataclasses
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cspdesk.i18n import LANGUAGES
from cspdesk.paths import preferences_file

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark")
TEXT_SIZES = (11, 12, 13)
DIGITS = ("arabic", "khmer")
LOCK_MINUTES = (0, 5, 10, 15, 30, 60)


@dataclass(frozen=True)
class Preferences:
    """Choices of this computer. ``language`` '' is not yet chosen (first run).

    ``text_size`` is the body size in points; ``lock_minutes`` 0 never locks by itself;
    ``geometry`` is Qt's saved window geometry in base64.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 11
    digits: str = "arabic"
    sidebar_collapsed: bool = False
    lock_minutes: int = 15
    geometry: str = ""

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Preferences:
        """Take what is known and allowed from ``values``; the default stands for the rest."""
        allowed: dict[str, tuple[object, ...]] = {
            "language": ("", *LANGUAGES),
            "theme": THEMES,
            "text_size": TEXT_SIZES,
            "digits": DIGITS,
            "sidebar_collapsed": (False, True),
            "lock_minutes": LOCK_MINUTES,
        }
        taken = {name: values[name] for name in allowed if values.get(name) in allowed[name]}
        geometry = values.get("geometry")
        return cls(**taken, geometry=geometry if isinstance(geometry, str) else "")


def load(path: Path | None = None) -> Preferences:
    """Read the preferences; a missing or damaged file gives the defaults."""
    path = path or preferences_file()
    try:
        values = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError):
        _log.info("preferences could not be read, defaults are used")
        return Preferences()
    return Preferences.from_json(values) if isinstance(values, dict) else Preferences()


def save(preferences: Preferences, path: Path | None = None) -> None:
    """Write the preferences whole or not at all.

    A full disk is no reason to stop work over a window's size: it is logged, not raised.
    """
    path = path or preferences_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(dataclasses.asdict(preferences), indent=1), "utf-8")
        draft.replace(path)
    except OSError:
        _log.warning("preferences could not be saved")
