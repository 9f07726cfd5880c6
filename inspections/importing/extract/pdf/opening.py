"""From the bytes of a PDF to its pages: their words, their drawings. What can't be read is refused with its reason."""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pypdfium2.raw as pdfium

from inspections.importing.extract.lines import NotReadable
from inspections.importing.extract.pdf.drawings import Drawings, read_drawings
from inspections.importing.extract.pdf.words import REPLACEMENT, Frame, PageText, Word

MOST_PAGES = 300
MOST_CHARACTERS = 1_000_000
FEW_CHARACTERS = 30  # what a scanner or a page number leaves on a page that is a picture
WHOLE_PAGE = 0.5
MOST_GARBAGE = 0.1
PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(kw_only=True)
class Furniture:
    """Lines of a page that are no part of its text, those above it and those below."""

    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Page:
    """One page: `number` counts from 1 in the file. `furniture` is what `without_furniture` has taken out."""

    number: int
    frame: Frame
    words: list[Word]
    drawings: Drawings = field(default_factory=Drawings)
    furniture: Furniture = field(default_factory=Furniture)


def read_pages(content: bytes) -> list[Page]:
    """All pages. Raises `NotReadable` where there is no text to read, or none that can be trusted."""
    with _opened(content) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise NotReadable(f"The PDF has {count:,} pages, more than the {MOST_PAGES} that are read.")
        pages: list[Page] = []
        characters = 0
        for index in range(count):
            pages.append(_page(document, index))
            characters += sum(len(word.text) for word in pages[-1].words)
            if characters > MOST_CHARACTERS:
                raise NotReadable(f"The PDF has more than {MOST_CHARACTERS:,} characters, the most that is read.")
    _refuse_without_text(pages)
    _refuse_garbage(pages)
    return _with_scanned_text(pages)


@contextmanager
def _opened(content: bytes) -> Iterator[pdfium.FPDF_DOCUMENT]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise NotReadable("The PDF is encrypted and opens with a password only: give a copy without one.")
        raise NotReadable("The PDF is damaged or cut off: it can't be opened.")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: pdfium.FPDF_DOCUMENT, index: int) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    if not page or not text:
        raise NotReadable(f"The PDF is damaged: its page {index + 1} can't be read.")
    frame = _frame(page)
    try:
        words = list(PageText(text, frame).words())
        return Page(number=index + 1, frame=frame, words=words, drawings=read_drawings(page, frame))
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    quarters = max(pdfium.FPDFPage_GetRotation(page), 0)
    return Frame(left=box.left, bottom=box.bottom, right=box.right, top=box.top, quarters=quarters)


def _refuse_without_text(pages: Sequence[Page]) -> None:
    """A scan is refused. The first and the last page may be pictures: covers are."""
    if all(not page.words for page in pages) and all(page.drawings.pictured < WHOLE_PAGE for page in pages):
        raise NotReadable("There is no text in the PDF.")
    scanned = [page.number for page in pages if _is_scanned(page)]
    inside = [number for number in scanned if number not in (1, len(pages))]
    if len(scanned) == len(pages) or len(inside) * 2 > len(pages):
        raise NotReadable("The PDF is a scan, pictures without text: give one with a text layer (run it through OCR).")
    if inside:
        raise NotReadable(f"Page {inside[0]} of the PDF is a picture without text: give it with a text layer (OCR).")


def _is_scanned(page: Page) -> bool:
    return page.drawings.pictured > WHOLE_PAGE and sum(len(word.text) for word in page.words) < FEW_CHARACTERS


def _refuse_garbage(pages: Sequence[Page]) -> None:
    """Text whose fonts don't say which letters they draw. A bullet alone may come from such a font."""
    texts = [word.text for page in pages for word in page.words if len(word.text) > 1]
    strange = sum(letter == REPLACEMENT or ord(letter) in PRIVATE_USE for text in texts for letter in text)
    if strange > MOST_GARBAGE * sum(map(len, texts)):
        raise NotReadable("The text of the PDF can't be decoded: its fonts don't say which letters they draw.")


def _with_scanned_text(pages: list[Page]) -> list[Page]:
    """Of a scan with a text layer the layer is the text, though invisible."""
    for page in pages:
        if page.drawings.pictured > WHOLE_PAGE and all(word.is_hidden for word in page.words):
            page.words = [replace(word, is_hidden=False) for word in page.words]
    return pages
