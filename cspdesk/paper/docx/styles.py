"""Fixed XML of a Word file: styles, settings, the frame of the text."""

from __future__ import annotations

from html import escape

from cspdesk.paper.docx.fonts import Face, Faces

_MAIN = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{_MAIN}/wordprocessingml/2006/main"'
    f' xmlns:r="{_MAIN}/officeDocument/2006/relationships"'
    f' xmlns:wp="{_MAIN}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{_MAIN}/drawingml/2006/main" xmlns:pic="{_MAIN}/drawingml/2006/picture"'
)
SETTINGS = (
    f"<w:settings {NAMESPACES}>"
    '<w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    "<w:doNotExpandShiftReturn/><w:doNotUseHTMLParagraphAutoSpacing/>"
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:bidi="km-KH"/></w:settings>'
)
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<Properties xmlns="{_MAIN}/officeDocument/2006/extended-properties">'
    "<Application>cspdesk</Application></Properties>"
)


def styles(faces: Faces) -> str:
    """Return the styles, so that headings show in Word's outline and can be changed at once."""
    body, heading = faces.body, faces.heading
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_font(body)}"
        '<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="km-KH"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _style("Normal", "Normal", body, 11, default=True)
        + _style("Title", "Title", heading, 15, '<w:jc w:val="center"/>')
        + _style("Subtitle", "Subtitle", heading, 11.5, '<w:jc w:val="center"/>')
        + _style("Heading1", "heading 1", heading, 11.5, '<w:keepNext/><w:outlineLvl w:val="0"/>')
        + _style("Footer", "footer", body, 9)
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def _style(
    key: str, name: str, face: Face, size: float, paragraph: str = "", *, default: bool = False
) -> str:
    first = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/>{properties}<w:rPr>{_font(face)}"
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr></w:style>'
    )


def _font(face: Face) -> str:
    name = escape(face.name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
