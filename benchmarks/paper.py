"""Khmer on paper beside other typesetters: right, findable, small, fast, in one run.

Each program that is installed draws the same 20 pages and the same sheet of 30 rows in the same
font, as a process of its own. ``pip install -r benchmarks/requirements.txt`` brings those on PyPI;
Chromium, LibreOffice, pdftotext and node with pdf.js are used where they are. With ``--write`` the
table goes into docs/khmer-on-paper.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from babel import Locale  # noqa: E402
from babel.messages.pofile import read_po  # noqa: E402
from drawing import Drawing, examine  # noqa: E402
from fontTools.ttLib import TTFont  # noqa: E402
from khmercut import tokenize  # noqa: E402
from rapidfuzz.distance import Levenshtein  # noqa: E402
from typesetters import MARGIN, REGULAR, TYPESETTERS  # noqa: E402

from tests.paper.texts import ATTENDANCE, READERS, UDHR  # noqa: E402

_WORDS = 300
_AND = "និង"
"""Khmer has no spaces between words: terms stand in one long sentence."""
_INK_PAST_MARGIN = (210 - MARGIN) * 72 / 25.4 + 0.5
_TARGET = ROOT / "docs" / "khmer-on-paper.md"


@dataclass
class Result:
    """What one typesetter did."""

    first: float = 0.0
    again: float = 0.0
    process: float = 0.0
    memory: float = 0.0
    sheet: float = 0.0
    size: int = 0
    pages: int = 0
    drawing: Drawing | None = None
    characters: dict[str, float] = field(default_factory=dict)
    words: dict[str, float] = field(default_factory=dict)


def text() -> list[str]:
    """Return 20 pages: the declaration of human rights, the desk's messages and terms, CLDR's names."""
    with (ROOT / "translations/km/LC_MESSAGES/cspdesk.po").open("rb") as file:
        messages = [m.string for m in read_po(file) if m.id and isinstance(m.string, str)]
    with (ROOT / "translations/glossary.csv").open(encoding="utf-8") as file:
        terms = [row[1] for row in csv.reader(file)][1:]
    khmer = Locale("km")
    for names in (khmer.territories, khmer.languages, khmer.scripts, khmer.currencies):
        terms += names.values()
    for zones in (khmer.time_zones, khmer.meta_zones):
        terms += [text for zone in zones.values() for text in _texts(zone)]
    terms += [text for unit in khmer._data["unit_patterns"].values() for text in _texts(unit)]
    has = set(TTFont(REGULAR).getBestCmap())
    lines = [
        *UDHR.splitlines(),
        *_joined([text for text in messages if has.issuperset(map(ord, text))], 6, " "),
        *_joined([text for text in terms if has.issuperset(map(ord, text))], 30, _AND),
    ]
    return [" ".join(line.split()) for line in lines if line.strip()]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)


def _joined(texts: Sequence[str], count: int, by: str) -> list[str]:
    return [by.join(texts[at : at + count]) for at in range(0, len(texts), count)]


def measure(name: str, paragraphs: Sequence[str], folder: Path, runs: int) -> Result | None:
    """Draw and examine; None where the program is not installed."""
    result = Result()
    pdf = folder / f"{name.replace(' ', '-')}.pdf"
    times = [_draw(name, {"paragraphs": paragraphs}, pdf) for _run in range(runs)]
    if not times[0]:
        return None
    columns = list(zip(*times, strict=True))
    result.first, result.again, result.process = (statistics.median(c) for c in columns[:3])
    result.memory = max(columns[3])
    sheets = [_draw(name, {"rows": ATTENDANCE}, folder / "sheet.pdf") for _run in range(runs)]
    result.sheet = statistics.median(sheet[0] for sheet in sheets if sheet)
    content = pdf.read_bytes()
    result.size = len(content)
    _read(result, content, paragraphs)
    result.drawing = examine(pdf, paragraphs, REGULAR, _INK_PAST_MARGIN, apart=name == "cspdesk")
    return result


def _draw(name: str, job: dict[str, object], pdf: Path) -> tuple[float, ...]:
    """Return seconds of first and second drawing and of the process, and its memory in MB."""
    source = pdf.with_suffix(".json")
    source.write_text(json.dumps(job), "utf-8")
    command = [sys.executable, str(Path(__file__).with_name("typesetters.py")), name]
    watch = [sys.executable, "-c", _WATCH, *command, str(source), str(pdf)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(watch, capture_output=True, text=True, env=environment, check=False)
    if done.returncode or not pdf.exists():
        reason = (done.stderr.strip().splitlines() or ["no PDF"])[-1]
        print(f"{name}: left out ({reason})", file=sys.stderr)
        return ()
    first, again, process, memory = map(float, done.stdout.split())
    return first, again, process, memory


_WATCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
spent = time.perf_counter() - start
sys.stderr.write(done.stderr)
if done.returncode:
    sys.exit(1)
first, again = json.loads(done.stdout.splitlines()[-1])
print(first, again, spent - again, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def _read(result: Result, pdf: bytes, paragraphs: Sequence[str]) -> None:
    typed = re.sub(r"\s", "", "".join(paragraphs))
    known = sorted({word for line in paragraphs for word in tokenize(line) if len(word) > 3})
    words = random.Random(5).sample(known, _WORDS)
    for name, reader in READERS.items():
        found = re.sub("[\r\n\f\u00ad\u0002]", "", reader(pdf))
        bare = re.sub(r"\s", "", found)
        wrong = Levenshtein.distance(typed, bare)
        result.characters[name] = 100 * max(0.0, 1 - wrong / len(typed))
        result.words[name] = 100 * sum(word in found for word in words) / _WORDS
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    result.pages = len(document)
    document.close()


def table(results: dict[str, Result]) -> str:
    """Return the results as Markdown."""
    readers = " / ".join(READERS)
    lines = [
        "| typesetter | Khmer clusters right % | line ends inside a word | in a cluster | before a"
        f" sign | ink past the margin | characters back % ({readers}) | words found % | pages | kB |"
        " 20 pages: first, again s | whole process s | memory MB | sheet of 30 rows s |",
        "|---" * 14 + "|",
    ]
    for name, r in results.items():
        d = r.drawing
        assert d is not None
        lines.append(
            f"| {name} | {d.right:.2f} | {d.inside_words} of {d.line_ends} | {d.inside_clusters} |"
            f" {d.before_signs} | {d.past_margin} | {_each(r.characters)} | {_each(r.words)} |"
            f" {r.pages} | {r.size / 1000:.0f} | {r.first:.2f}, {r.again:.2f} | {r.process:.2f} |"
            f" {r.memory:.0f} | {r.sheet:.2f} |"
        )
    return "\n".join(lines)


def _each(figures: dict[str, float]) -> str:
    return " / ".join(f"{figure:.1f}".removesuffix(".0") for figure in figures.values())


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--only", action="append", choices=list(TYPESETTERS))
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    paragraphs = text()
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.only or TYPESETTERS:
            result = measure(name, paragraphs, Path(folder), chosen.runs)
            if result is not None:
                results[name] = result
    shown = table(results)
    print(shown)
    if chosen.write:
        head, _mark, _old = _TARGET.read_text("utf-8").partition("<!-- figures -->")
        when = f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}"
        _TARGET.write_text(
            f"{head}<!-- figures -->\n{when}, median of {chosen.runs}\n\n{shown}\n", "utf-8"
        )


if __name__ == "__main__":
    main()
