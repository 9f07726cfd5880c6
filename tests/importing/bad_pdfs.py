"""PDFs that can't be read, each with words of the reason; and small ones that unpack to huge ones."""

from tests.importing.small_pdf import PICTURE, Made, bomb, pdf, text

PROSE = (
    "The first line of a paragraph, which is",
    "as long as its column is wide, a second",
    "one and a third one, so that it reads as",
    "text, and a fourth line of it, a fifth",
    "which is where it ends.",
)


def prose(x: float, y: float, *, size: float = 11, lines: tuple[str, ...] = PROSE) -> str:
    return "".join(text(line, x, y + 14 * number, size=size) for number, line in enumerate(lines))


ENCRYPTED = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<00><00>]"
BAD_PDFS = {
    "encrypted": (Made(pages=[prose(70, 100)], trailer=ENCRYPTED).written(), "encrypted"),
    "a scan": (pdf(PICTURE, PICTURE, PICTURE), "a scan"),
    "a scan with page numbers": (pdf(*(PICTURE + text(str(page), 300, 800) for page in range(5))), "a scan"),
    "one page scanned": (pdf(*[prose(70, 100)] * 2, PICTURE, prose(70, 100)), "Page 3 .* text layer"),
    "no text": (pdf(""), "no text"),
    "damaged": (b"%PDF-1.7\nnothing", "damaged"),
    "cut off": (pdf(prose(70, 100))[:600], "damaged"),
    "too many pages": (pdf(*[text("x", 9, 9)] * 301), "301 pages"),
    "more pages than it has": (Made(pages=[text("x", 9, 9)], count=100_000).written(), "100,000 pages"),
    "no letters known": (pdf(text("§§ §§§ §§§§", 70, 100, font="W")), "can't be decoded"),
}
PACKED = {
    "spaces": bomb(b" " * 1000, 1_000_000),
    "states": bomb(b"q " * 100, 200_000),
    "text": bomb(b"BT /F 11 Tf 1 0 0 1 50 50 Tm (aaaa) Tj ET " * 10, 300_000),
}
