"""What an installation fetches: known files, from wherever the reader's pip is set to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def locked() -> dict[str, str]:
    """Return the lock's entry of each package, with its hashes."""
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    return {entry.split("==")[0]: entry for entry in entries}


def test_the_lock_names_no_host_and_no_folder() -> None:
    assert not re.search(r"://|^-|find-links|\bfile:", LOCK, re.MULTILINE)


def test_every_locked_package_has_a_hash() -> None:
    assert not [name for name, entry in locked().items() if "--hash=sha256:" not in entry]


def test_everything_that_the_desk_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = {re.split(r"[<>=! ;\[]", requirement)[0].lower() for requirement in wanted}
    assert names <= locked().keys()
