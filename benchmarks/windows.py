"""Figures of a window of the desk beside those of a bare one, each in a process of its own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path


def measure(kind: str, workspace: Path) -> dict[str, float]:
    """Open the window called ``kind`` once; see one_window.py."""
    environment = os.environ | {"CSPDESK_DATA_DIR": str(workspace)}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
        environment["QT_LOGGING_RULES"] = "*.warning=false"
    script = str(Path(__file__).with_name("one_window.py"))
    run = subprocess.run(
        [sys.executable, script, kind, str(time.monotonic())],
        env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120,
    )  # fmt: skip
    figures: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return figures


def compare(kind: str, figure: str, workspace: Path, runs: int, unit: str, goal: float) -> None:
    """Print one figure of both windows and their ratio: medians of runs taken in turn."""
    for each in ("bare", kind):  # fills the disk's cache and writes the bytecode
        measure(each, workspace)
    found: dict[str, list[float]] = {"bare": [], kind: []}
    for _run in range(runs):
        for each, values in found.items():
            values.append(measure(each, workspace)[figure])
    bare, desk = (statistics.median(values) for values in found.values())
    print(f"bare window {bare:6.0f} {unit}")
    print(f"cspdesk     {desk:6.0f} {unit}")
    print(f"ratio       {desk / bare:6.2f}, at most {goal:g} wanted; {runs} runs of each")
