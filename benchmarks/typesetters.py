"""Programs that put Khmer on paper: each one draws the same text in the same font.

Run as its own process by ``paper.py``: ``typesetters.py NAME JOB.json OUT.pdf`` prints the seconds
in process of the first drawing and of the next one, as JSON.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
REGULAR = FONTS / "Battambang-Regular.ttf"
WIDTHS = (11.0, 34.0, 34.0, 9.0, 36.0, 24.0, 22.0)
"""Column widths of the table in mm; 170 together."""
MARGIN, SIZE, LEADING, SMALL = 20.0, 11.0, 18.37, 9.0
"""Margins in mm, sizes and leading in points, the same for everyone."""


@dataclass(frozen=True)
class Job:
    """What to draw: paragraphs, or a table whose first row is its header."""

    paragraphs: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


def cspdesk(job: Job, out: Path) -> None:
    """Our own."""
    from cspdesk.paper.pdf import render

    out.write_bytes(render(_document(job)))


def reportlab_shaping(job: Job, out: Path) -> None:
    """reportlab's paragraphs with its own HarfBuzz shaping."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Battambang", str(REGULAR), shapable=True))
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN * mm)
    body = ParagraphStyle("body", fontName="Battambang", fontSize=SIZE, leading=LEADING, shaping=1)
    small = ParagraphStyle("small", body, fontSize=SMALL, leading=14)
    story = [Paragraph(html.escape(text), body) for text in job.paragraphs]
    if job.rows:
        cells = [[Paragraph(html.escape(cell), small) for cell in row] for row in job.rows]
        story.append(Table(cells, [width * mm for width in WIDTHS], repeatRows=1))
    SimpleDocTemplate(str(out), pagesize=A4, **margins).build(story)


def fpdf2(job: Job, out: Path) -> None:
    """fpdf2 with text shaping."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.add_page()
    pdf.add_font("Battambang", fname=str(REGULAR))
    pdf.set_font("Battambang", size=SIZE)
    pdf.set_text_shaping(use_shaping_engine=True, script="khmr")
    for text in job.paragraphs:
        pdf.multi_cell(0, LEADING * 25.4 / 72, text, align="L", new_x="LMARGIN", new_y="NEXT")
    if job.rows:
        pdf.set_font_size(SMALL)
        with pdf.table(col_widths=WIDTHS, text_align="L", first_row_as_headings=False) as table:
            for row in job.rows:
                table.row(list(row))
    pdf.output(str(out))


def weasyprint(job: Job, out: Path) -> None:
    """WeasyPrint, which shapes and breaks with Pango."""
    from weasyprint import HTML

    HTML(string=_page(job)).write_pdf(str(out))


def typst(job: Job, out: Path) -> None:
    """Typst's compiler."""
    import typst as compiler

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.typ"
        (Path(folder) / "text.json").write_text(json.dumps(_plain(job)), "utf-8")
        source.write_text(
            f'#set page("a4", margin: {MARGIN}mm)\n'
            f'#set text(font: "Battambang", size: {SIZE}pt, lang: "km")\n'
            "#set par(leading: 0.65em)\n"
            '#let job = json("text.json")\n'
            "#for line in job.paragraphs { par(line) }\n"
            "#if job.rows.len() > 0 { set text(size: 9pt); table("
            f"columns: ({', '.join(f'{width}mm' for width in WIDTHS)}), ..job.rows.flatten()) }}\n",
            "utf-8",
        )
        compiler.compile(str(source), output=str(out), font_paths=[str(FONTS)])


def chromium(job: Job, out: Path) -> None:
    """Chromium, printing a page of HTML."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.html"
        source.write_text(_page(job), "utf-8")
        _run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}", f"--print-to-pdf={out}", source.as_uri()],
            folder,
        )  # fmt: skip


def libreoffice(job: Job, out: Path) -> None:
    """LibreOffice, opening the Word file that cspdesk writes."""
    from cspdesk.paper.docx import render

    program = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{out.stem}.docx"
        source.write_bytes(render(_document(job)))
        _run(
            [program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "pdf", "--outdir", folder, str(source)],
            folder,
        )  # fmt: skip
        shutil.move(source.with_suffix(".pdf"), out)


TYPESETTERS: dict[str, Callable[[Job, Path], None]] = {
    "cspdesk": cspdesk,
    "Typst": typst,
    "WeasyPrint": weasyprint,
    "Chromium": chromium,
    "LibreOffice": libreoffice,
    "fpdf2": fpdf2,
    "reportlab shaping": reportlab_shaping,
}


def _document(job: Job) -> object:
    from cspdesk.paper import blocks

    parts: list[blocks.Block] = [blocks.Paragraph(text, space_after=0) for text in job.paragraphs]
    if job.rows:
        columns = [
            blocks.Column(title, width) for title, width in zip(job.rows[0], WIDTHS, strict=True)
        ]
        parts.append(blocks.Table(columns, job.rows[1:], size=SMALL))
    margins = dict.fromkeys(("left", "right", "top", "bottom"), MARGIN)
    return blocks.Document("Text", "km", parts, blocks.Page(**margins))


def _plain(job: Job) -> dict[str, object]:
    return {"paragraphs": list(job.paragraphs), "rows": [list(row) for row in job.rows]}


def _page(job: Job) -> str:
    face = f"@font-face {{font-family: Battambang; src: url({REGULAR.as_uri()})}}"
    style = (
        f"{face} @page {{size: A4; margin: {MARGIN}mm}}"
        f" body {{font: {SIZE}pt/{LEADING}pt Battambang; margin: 0}} p {{margin: 0}}"
        f" table {{border-collapse: collapse; table-layout: fixed; font-size: {SMALL}pt}}"
        " td {border: 0.5pt solid; padding: 1.5pt 3pt; line-height: 14pt}"
    )
    text = "".join(f"<p>{html.escape(line)}</p>" for line in job.paragraphs)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in job.rows
    )
    columns = "".join(f'<col style="width: {width}mm">' for width in WIDTHS)
    table = f"<table>{columns}{rows}</table>" if rows else ""
    return (
        f'<!DOCTYPE html><html lang="km"><meta charset="utf-8"><style>{style}</style>{text}{table}'
    )


def _run(command: list[str], folder: str) -> None:
    """Run a program that sees our fonts."""
    settings = Path(folder) / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir></fontconfig>", "utf-8"
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def main() -> None:
    """Draw twice and print the seconds."""
    name, source, out = sys.argv[1:]
    job = Job(**json.loads(Path(source).read_text("utf-8")))
    draw, seconds = TYPESETTERS[name], []
    for _time in range(2):
        start = time.perf_counter()
        draw(job, Path(out))
        seconds.append(time.perf_counter() - start)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
