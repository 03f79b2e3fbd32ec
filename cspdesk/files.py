"""Writing files so that a power cut or a full disk leaves the old file or the new one, whole."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from cspdesk.errors import DeskError, DiskFull, DiskUnwritable
from cspdesk.i18n import N_

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def disk_error(error: OSError, path: Path) -> DeskError:
    """Return what to tell the person when writing ``path`` failed with ``error``."""
    if error.errno in _FULL:
        return DiskFull(
            N_("The disk is full"),
            N_("There is no room left to write {file}. Nothing was lost."),
            N_("Delete files that you no longer need or choose another disk, then try again."),
            file=path.name,
        )
    return DiskUnwritable(
        N_("The file could not be written"),
        N_("{file} could not be written: {reason}."),
        N_(
            "Close it in other programs, check that the disk is not read-only, or choose another folder."
        ),
        file=str(path),
        reason=error.strerror or type(error).__name__,
    )


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write ``data`` to ``path``: temporary file beside it, flushed to the disk, then renamed.

    Args:
        path: target; its folder must exist.
        data: the whole content.
        private: readable by this user only.

    Raises:
        DiskFull: there is no room; the old file is untouched and nothing is left behind.
        DiskUnwritable: the folder is gone, read-only, or the file is open elsewhere.
    """
    temporary: Path | None = None
    try:
        if path.exists() and not os.access(path, os.W_OK):
            # A rename would replace even what somebody made read-only.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise disk_error(error, path) from error
    finally:
        # Also where somebody stopped the program.
        if temporary is not None:
            temporary.unlink(missing_ok=True)
