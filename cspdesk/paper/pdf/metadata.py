"""What a file says about itself: XMP, colours, catalog (ISO 19005-2: PDF/A-2u).

No dates: the same document gives the same bytes on another day.
"""

from __future__ import annotations

import struct
from html import escape

from cspdesk.paper.pdf.structure import text_string

_PROGRAM = "cspdesk"
_UA_SCHEMA = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>"""
"""PDF/A takes no property that is not described (ISO 19005-2, 6.6.2.3.3)."""


def xmp(title: str, author: str, language: str) -> bytes:
    """Return the XMP packet."""
    creator = (
        f"<dc:creator><rdf:Seq><rdf:li>{_xml(author)}</rdf:li></rdf:Seq></dc:creator>"
        if author
        else ""
    )
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" \
pdfaid:conformance="U"/>{_UA_SCHEMA if title else ""}
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf=\
"http://ns.adobe.com/pdf/1.3/" xmp:CreatorTool="{_PROGRAM}" pdf:Producer="{_PROGRAM}"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>\
application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_xml(title)}</rdf:li>\
<rdf:li xml:lang="{language}">{_xml(title)}</rdf:li></rdf:Alt></dc:title>{creator}\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    return packet.encode()


def _xml(text: str) -> str:
    """Escape a text and leave out what XML 1.0 cannot hold."""
    return escape("".join(c for c in text if c >= " " and c not in "\ufffe\uffff"), quote=False)


def information(title: str, author: str) -> bytes:
    """Return the information dictionary, which says the same as the XMP packet."""
    made = f"/Author{text_string(author)}" if author else ""
    return f"<</Title{text_string(title)}{made}/Creator({_PROGRAM})/Producer({_PROGRAM})>>".encode()


def catalog(language: str, pages: int, tree: int, packet: int, profile: int) -> bytes:
    """Return the catalog; the numbers are those of the objects that it names."""
    return (
        f"<</Type/Catalog/Pages {pages} 0 R/Lang({language})/StructTreeRoot {tree} 0 R"
        f"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {packet} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
        f"/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>]>>"
    ).encode()


def srgb() -> bytes:
    """Return an ICC profile of sRGB: IEC 61966-2-1 as a version 4 matrix profile (ICC.1:2010).

    The colorants are those of the standard, adapted to D50 by Bradford's matrix.
    """
    # x to the power 2.4 above 0.04045, a straight line below (parametric curve of type 3).
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _colour(0.9642, 1.0, 0.8249),
        b"chad": b"sf32\0\0\0\0"
        + _fixed(
            1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00924, 0.01507, 0.75168
        ),
        b"rXYZ": _colour(0.43607, 0.22249, 0.01392),
        b"gXYZ": _colour(0.38515, 0.71687, 0.09708),
        b"bXYZ": _colour(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    head = struct.pack(
        ">I4xI4s4s4s6H4s28x12s48x",
        start + len(body),
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        _fixed(0.9642, 1.0, 0.8249),
    )
    return head + struct.pack(">I", len(tags)) + table + body


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _colour(*xyz: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*xyz)


def _words(text: str) -> bytes:
    content = text.encode("utf-16-be")
    return struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(content), 28) + content
