"""Line ends inside words, against the marks of human translators: list, khmercut, ICU, and two.

The translators of LibreOffice's Khmer help typed U+200B between words (Debian's package
libreoffice-help-km). Words that they often set apart are also accepted where they left the mark
out. Give the folder, and perhaps how many characters to measure:

    python benchmarks/line_breaks.py /usr/share/libreoffice/help/km 400000
"""

from __future__ import annotations

import html
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from cspdesk.khmer import words
from cspdesk.khmer.clusters import is_khmer
from cspdesk.paper.pdf import typeset
from cspdesk.paper.pdf.fontsets import font_set

MM = 72 / 25.4
MARK = "\u200b"
WIDTHS = (170, 76)
OFTEN = 8
LETTERS = re.compile("[\u1780-\u17d3\u17dd]+")
Marked = tuple[str, set[int]]


def marked_lines(folder: Path) -> list[str]:
    """Return the help's lines that are mostly Khmer and well marked."""
    found = set()
    for file in sorted(folder.rglob("*.html")):
        text = re.sub(r"<script.*?</script>", "", file.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"</?(?:span|a|em|b|i|strong|code|ahelp)\b[^>]*>", "", text)
        for line in html.unescape(re.sub("<[^>]+>", "\n", text)).splitlines():
            kept = typeset.split_lines(line.strip().replace("\xa0", " "))[0]
            letters = len(re.findall("[\u1780-\u17d3]", kept))
            well = kept.count(MARK) * 7 > letters > 0.8 * len(kept.replace(MARK, ""))
            if well and letters > 80:
                found.add(kept)
    lines = sorted(found)
    random.Random(1).shuffle(lines)
    return lines


def gold(lines: Sequence[str], size: int) -> Iterator[Marked]:
    """Join four lines to a paragraph each; yield its text and where its words end."""
    counts = Counter(word for line in lines for word in LETTERS.findall(line))
    often = {word for word, count in counts.items() if count >= OFTEN}
    for at in range(0, len(lines) - 3, 4):
        parts = " ".join(lines[at : at + 4]).split(MARK)
        text, ends = "", set()
        for part in parts:
            for word in LETTERS.finditer(part):
                ends |= {len(text) + word.start() + end for end in divided(word.group(), often)}
            text += part
            ends.add(len(text))
        yield text, ends
        size -= len(text)
        if size < 0:
            return


def divided(letters: str, often: set[str]) -> set[int]:
    """Return where ``letters`` may be divided into words that stand alone often."""
    size = len(letters)
    pieces = [
        (start, end)
        for start in range(size)
        for end in range(start + 1, size + 1)
        if end - start < size and letters[start:end] in often
    ]
    reached, reaching = {0}, {size}
    for start, end in pieces:
        if start in reached:
            reached.add(end)
    for start, end in sorted(pieces, key=lambda piece: -piece[1]):
        if end in reaching:
            reaching.add(start)
    return reached & reaching - {0, size}


def icu_ends() -> Callable[[str, Sequence[int]], set[int]] | None:
    """Return ICU's breaks as an opinion in the place of the list, if PyICU is installed."""
    try:
        import icu
    except ImportError:
        return None
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("km"))

    def ends(letters: str, boundaries: Sequence[int]) -> set[int]:
        iterator.setText(letters)
        found = set(iterator)
        return {number for number, at in enumerate(boundaries) if at in found}

    return ends


def measure(name: str, paragraphs: Sequence[Marked]) -> None:
    """Print one row: wrong of all line ends between Khmer letters, and how full lines are."""
    columns = []
    for width in WIDTHS:
        typeset._line_breaks.cache_clear()
        wrong = every = 0
        fill = []
        for text, ends in paragraphs:
            lines = typeset.wrap(text, font_set().body(), width * MM)
            at = 0
            for line, _after in pairwise(lines):
                at += sum(len(glyph.text) for glyph in line.glyphs)
                fill.append(line.width / (width * MM))
                if is_khmer(text[at - 1]) and is_khmer(text[at]):
                    every += 1
                    wrong += at not in ends
        share = 100 * wrong / every
        columns.append(f"{wrong} of {every} = {share:.2f} % | {sum(fill) / len(fill):.3f}")
    print(f"| {name} |", " | ".join(columns), "|", flush=True)


def main() -> None:
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    paragraphs = list(gold(marked_lines(Path(sys.argv[1])), size))
    asked = words.listed_ends, words._model_ends
    listed, modelled = asked

    def everywhere(letters: str, boundaries: Sequence[int]) -> set[int]:
        return set(range(len(boundaries)))

    def anywhere(text: str, start: int, end: int) -> frozenset[int]:
        return frozenset(range(start, end + 1))

    opinions = {
        "clusters": (everywhere, anywhere),
        "khmercut": (everywhere, modelled),
        "word list": (listed, anywhere),
        "word list and khmercut": asked,
    }
    by_icu = icu_ends()
    if by_icu is not None:
        opinions |= {"ICU": (by_icu, anywhere), "ICU and khmercut": (by_icu, modelled)}
    print("| breaks by | 170 mm: wrong | full | 76 mm: wrong | full |\n|---|---|---|---|---|")
    for name, pair in opinions.items():
        words.listed_ends, words._model_ends = pair
        measure(name, paragraphs)


if __name__ == "__main__":
    main()
