"""PDF: from characters with places on a page to the lines that a person reads, in that order."""

from inspections.importing.extract.lines import Document, Line, check_size
from inspections.importing.extract.pdf.furniture import without_furniture
from inspections.importing.extract.pdf.layout import all_items
from inspections.importing.extract.pdf.opening import read_pages
from inspections.importing.extract.pdf.paragraphs import written
from inspections.rows import FileForm

__all__ = ["read_pdf"]


def read_pdf(content: bytes) -> Document:
    """The lines of a PDF: those of the text in reading order, table rows with "|" between their cells, blank lines
    between paragraphs, running headers and footers as furniture. Raises `NotReadable`.
    """
    pages = without_furniture(read_pages(content))
    texts = written(all_items(pages), [page.furniture for page in pages])
    lines = tuple(
        Line(number=number, page=text.page, text=text.text, is_furniture=text.is_furniture)
        for number, text in enumerate(texts, start=1)
    )
    return Document(lines=check_size(lines), form=FileForm.PDF)
