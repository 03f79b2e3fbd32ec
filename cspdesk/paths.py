"""Where things lie: what ships with the desk, what belongs to this computer, and the workspace."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
APP_NAME = "cspdesk"
DATA_DIR = "CSPDESK_DATA_DIR"
"""The variable that names another folder for the data."""


def shipped(*parts: str) -> Path:
    """Return the path of something that ships with the desk ('resources', 'fonts', ...).

    In an installed desk the folders lie inside the package, in a checkout beside it.
    """
    inside = _PACKAGE.joinpath(*parts)
    return inside if inside.exists() else _PACKAGE.parent.joinpath(*parts)


def default_workspace() -> Path:
    """Return the folder of this person's workspace; ``CSPDESK_DATA_DIR`` overrides it."""
    given = os.environ.get(DATA_DIR)
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def preferences_file() -> Path:
    """Return where this computer keeps language, theme and text size: readable before unlocking."""
    given = os.environ.get(DATA_DIR)
    if given:
        return Path(given) / "preferences.json"
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "preferences.json"
