"""A document becomes a Word file: its parts, its fonts, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml

from cspdesk.paper.blocks import Block, Document, NewPart
from cspdesk.paper.docx import fonts
from cspdesk.paper.docx.layout import block_texts
from cspdesk.paper.docx.pages import footer_text, section
from cspdesk.paper.docx.sheet import Sheet
from cspdesk.paper.docx.styles import APPLICATION, NAMESPACES, SETTINGS, styles
from cspdesk.paper.docx.text import one_line
from cspdesk.paper.pdf.flow import paginate
from cspdesk.paper.pdf.layout import pieces_of
from cspdesk.paper.pdf.styles import Area

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
}
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SECTION_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "{section}</w:pPr></w:p>"
)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255


def build(document: Document) -> bytes:
    """Return the .docx of a document.

    Raises:
        PaperError: a font that comes with the desk is missing.
    """
    word = docx.Document()
    sheet = Sheet.of(document, word.part)
    _strip(word)
    word.styles.element[:] = list(parse_xml(styles(sheet.faces)))
    word.settings.element[:] = list(parse_xml(SETTINGS))
    _add_fonts(word, sheet.faces)
    _describe(word, document)
    _fill(word, document, sheet)
    return _packed(word)


def _strip(word: WordFile) -> None:
    """Take out what python-docx's template has beside the text: pictures, forms, a producer."""
    for part_relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in part_relations.items() if rel.reltype not in _KEPT]:
            del part_relations[key]
    package = word.part.package
    application = Part(
        PackURI("/docProps/app.xml"),
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        APPLICATION.encode(),
        package,
    )
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _add_fonts(word: WordFile, faces: fonts.Faces) -> None:
    package = word.part.package
    nothing = parse_xml(f"<w:fonts {NAMESPACES}/>")
    name = PackURI("/word/fontTable.xml")
    table = XmlPart(name, CONTENT_TYPE.WML_FONT_TABLE, nothing, package)
    entries, count = "", 0
    for face in (faces.body, faces.heading, fonts.CODE):
        embedded = {}
        for kind, file in face.files.items():
            count += 1
            data, key = fonts.obfuscated(file)
            part = Part(PackURI(f"/word/fonts/font{count}.odttf"), _OBFUSCATED, data, package)
            embedded[kind] = table.relate_to(part, RELATIONSHIP_TYPE.FONT), key
        entries += fonts.entry(face, embedded)
    table.element[:] = list(parse_xml(f"<w:fonts {NAMESPACES}>{entries}</w:fonts>"))
    word.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)


def _describe(word: WordFile, document: Document) -> None:
    """Say title, author and language; nothing of when it was made, so that bytes are the same."""
    properties = word.core_properties
    properties.title = one_line(document.title)[:_LONGEST_PROPERTY]
    properties.author = one_line(document.author)[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.comments = ""
    properties.created = properties.modified = _MADE


def _fill(word: WordFile, document: Document, sheet: Sheet) -> None:
    parts = _parts(document.blocks)
    properties = section(document, _footer(word, document, sheet, parts))
    texts = [block_texts(part, sheet) for part in parts]
    body = _SECTION_END.format(section=properties).join(texts) + properties
    word.element.replace(word.element.body, parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))


def _footer(
    word: WordFile, document: Document, sheet: Sheet, parts: Sequence[Sequence[Block]]
) -> str:
    """Add the footer of all sections; return its relation, or '' where nothing stands in it."""
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    below = replace(sheet, holder=footer.part)
    text = footer_text(document, below, _pages(parts[0], sheet) if len(parts) > 1 else 0)
    footer.part.element[:] = list(parse_xml(f"<w:ftr {NAMESPACES}>{text}</w:ftr>"))
    relation = word.part.relate_to(footer.part, RELATIONSHIP_TYPE.FOOTER)
    if not text:
        word.part.drop_rel(relation)
        return ""
    return relation


def _pages(part: Sequence[Block], sheet: Sheet) -> int:
    """Return how many pages a part has on the PDF."""
    area = Area(sheet.width, sheet.height, sheet.measures)
    return len(paginate(pieces_of(part, area), area.height))


def _parts(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """Divide blocks where a new part begins; parts without a block are left out."""
    ends = [at for at, block in enumerate(blocks) if isinstance(block, NewPart)]
    bounds = zip([0, *(end + 1 for end in ends)], [*ends, len(blocks)], strict=True)
    return [blocks[start:end] for start, end in bounds if end > start] or [()]


def _packed(word: WordFile) -> bytes:
    """Save the file, with the clock taken out of the archive."""
    saved, out = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
