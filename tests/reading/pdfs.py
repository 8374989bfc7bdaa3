"""PDFs spelled out by hand, so that a test says what stands in them."""

from __future__ import annotations

import zlib

CHINESE = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 4>>/FontDescriptor"
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
    "/CapHeight 880/StemV 93>>/DW 1000>>]>>"
)


def pdf(*pages: str, notes: str = "", drawn: str = "", readable: bool = True, resources: str = "") -> bytes:
    """Return a PDF with these pages, a line of text for each line; ``drawn`` is put behind the text of every page.

    ``readable=False`` gives a font that does not say which letters its glyphs are.
    """
    font = CHINESE.format(encoding="UniGB-UCS2-H" if readable else "Identity-H", ordering="GB1" if readable else "Identity")
    parts = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
    kids = []
    for text in pages:
        lines = "".join(f"BT /F1 12 Tf 50 {780 - 20 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET\n" for at, line in enumerate(text.split("\n")) if line)
        content = zlib.compress((lines + drawn).encode("latin-1"))
        kids.append(len(parts) + 1)
        parts.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(parts) + 2} 0 R/Resources<</Font<</F1 3 0 R>>{resources}>>/Annots[{notes}]>>"
        )
        parts.append(f"<</Length {len(content)}/Filter/FlateDecode>>stream\n{content.decode('latin-1')}\nendstream")
    parts[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    out = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()
