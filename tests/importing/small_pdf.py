"""PDFs written by hand, operator by operator, to have on a page exactly what a test is about."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
BOLD = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
SYMBOL = (
    b"<</Type/Font/Subtype/TrueType/BaseFont/Wingdings/FirstChar 167/LastChar 167/Widths[458]/ToUnicode 7 0 R"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/Wingdings/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>"
)
TO_PRIVATE_USE = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/A def/CMapType 2 def 1 begincodespacerange"
    b"<00><FF>endcodespacerange 1 beginbfchar<A7><F0A7>endbfchar endcmap end end"
)
IMAGE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
HEIGHT = 842


def text(words: str, x: float, y: float, *, size: float = 11, font: str = "F", before: str = "") -> str:
    """Words at a place, from the top left. `before`: operators that go before them, such as `3 Tr`."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({escaped}) Tj ET\n"


def turned(words: str, x: float, y: float, matrix: str) -> str:
    """Words that a matrix turns."""
    return f"BT /F 11 Tf {matrix} {x} {HEIGHT - y} Tm ({words}) Tj ET\n"


def rule(x: float, y: float, right: float) -> str:
    """A level line."""
    return f"0.5 w {x} {HEIGHT - y} m {right} {HEIGHT - y} l S\n"


PICTURE = "q 595 0 0 842 0 0 cm /I Do Q\n"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A PDF in its parts, to be put together, or to be spoiled first."""

    pages: Sequence[str]
    page_keys: str = ""
    trailer: str = ""
    count: int | None = None

    def written(self) -> bytes:
        """Its bytes."""
        first = 9
        kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(self.pages)))
        objects = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Kids[{kids}]/Count {self.count or len(self.pages)}>>".encode(),
            3: HELVETICA,
            4: BOLD,
            5: SYMBOL,
            6: IMAGE + b"stream\n\x80\nendstream",
            7: _stream(TO_PRIVATE_USE),
            8: b"<</Font<</F 3 0 R/B 4 0 R/W 5 0 R>>/XObject<</I 6 0 R>>>>",
        }
        for index, content in enumerate(self.pages):
            keys = f"/MediaBox[0 0 595 {HEIGHT}]/Resources 8 0 R/Contents {first + 2 * index + 1} 0 R{self.page_keys}"
            objects[first + 2 * index] = f"<</Type/Page/Parent 2 0 R{keys}>>".encode()
            objects[first + 2 * index + 1] = _stream(content.encode("cp1252"))
        return _file(objects, self.trailer)


def pdf(*pages: str) -> bytes:
    """A PDF of these pages, each the operators that draw it."""
    return Made(pages=pages).written()


def bomb(unit: bytes, times: int) -> bytes:
    """A PDF whose one page is some operators many times over, packed small."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(unit * 1000) for _ in range(times // 1000)) + packer.flush()
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>"
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>", 3: HELVETICA}
    return _file({**objects, 4: page, 5: stream}, "")


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%b\nendstream" % (len(content), content)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    content = b"%PDF-1.7\n"
    places = []
    for number, body in objects.items():
        places.append(len(content))
        content += b"%d 0 obj%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end.encode()
