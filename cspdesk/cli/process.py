"""What the system knows of this process: when it was started, and the most memory it had."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_LOADED = time.monotonic()
_PROC = Path("/proc/self")


def milliseconds_alive() -> float:
    """Return how long ago this process was started; where nobody knows, this module was loaded."""
    if _PROC.exists():
        # proc(5): field 22 is the start in ticks since boot; the name before may hold spaces.
        fields = (_PROC / "stat").read_text("utf-8").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
    return (time.monotonic() - _LOADED) * 1000


def mebibytes() -> tuple[float, float]:
    """Return the memory that this process holds now, and the most it held at once.

    On systems that tell only the most, both are that.
    """
    if _PROC.exists():
        # Not getrusage, whose figure is that of the parent where it was larger.
        status = (_PROC / "status").read_text("utf-8").splitlines()
        of = dict(line.split(":", 1) for line in status)
        return int(of["VmRSS"].split()[0]) / 1024, int(of["VmHWM"].split()[0]) / 1024
    if sys.platform == "win32":
        return _on_windows()
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return most, most


def _on_windows() -> tuple[float, float]:
    """Read WorkingSetSize and PeakWorkingSetSize of PROCESS_MEMORY_COUNTERS."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            ("peak", ctypes.c_size_t),
            ("now", ctypes.c_size_t),
            ("rest", ctypes.c_size_t * 6),
        )

    counters = Counters(size=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
    return counters.now / 2**20, counters.peak / 2**20
