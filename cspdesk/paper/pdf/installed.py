"""Fonts that are installed on this computer, found by the name of their family."""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

_HINTS = re.compile("kh|muol|moul|battambang|siemreap", re.IGNORECASE)
"""Only files whose name has one of these are opened: a computer may have a thousand fonts."""
_NAME_RECORD = struct.Struct(">6H")
_FAMILY = 1
_MACINTOSH = 1
_LARGEST_DIRECTORY = 1 << 16


def font_folders() -> list[Path]:
    """Return the folders where this kind of computer keeps fonts, this person's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = os.environ.get("WINDIR", r"C:\Windows")
        return [Path(local, "Microsoft", "Windows", "Fonts"), Path(windows, "Fonts")]
    if sys.platform == "darwin":
        shared = [Path("/Library/Fonts"), Path("/System/Library/Fonts")]
        return [home / "Library" / "Fonts", *shared]
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    common = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    shared = [Path(folder, "fonts") for folder in common.split(":") if folder]
    return [Path(own, "fonts"), home / ".fonts", *shared]


def find_fonts(families: Sequence[str]) -> list[Path]:
    """Return the installed TrueType files of ``families``, the first family's files first.

    A file is known by the family in its name table, or where that cannot be read by its own name.
    """
    found: dict[str, list[Path]] = {_key(family): [] for family in families}
    for path in _candidates():
        key = _key(_family(path) or path.stem)
        if key in found and path not in found[key]:
            found[key].append(path)
    return [path for paths in found.values() for path in paths]


def _candidates() -> Iterator[Path]:
    for folder in font_folders():
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.lower().endswith(".ttf") and _HINTS.search(name):
                    yield Path(parent, name)


def _key(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _family(path: Path) -> str:
    """Return the family that a font file says it is of (OpenType, name table), or ''."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            directory = file.read(16 * struct.unpack_from(">H", head, 4)[0])
            for at in range(0, len(directory), 16):
                tag, _checksum, offset, length = struct.unpack_from(">4sIII", directory, at)
                if tag == b"name":
                    file.seek(offset)
                    return _family_of(file.read(min(length, _LARGEST_DIRECTORY)))
    except (OSError, struct.error, UnicodeError):
        return ""
    return ""


def _family_of(table: bytes) -> str:
    count, strings = struct.unpack_from(">HH", table, 2)
    for at in range(count):
        platform, _encoding, _language, name, length, offset = _NAME_RECORD.unpack_from(
            table, 6 + _NAME_RECORD.size * at
        )
        if name == _FAMILY:
            text = table[strings + offset : strings + offset + length]
            return text.decode("mac_roman" if platform == _MACINTOSH else "utf-16-be")
    return ""
