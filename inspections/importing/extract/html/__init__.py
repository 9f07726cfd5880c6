"""A report as a web page: every text of its body ends in some line, what is no part of the report as furniture."""

from inspections.importing.extract.html.address import published_address
from inspections.importing.extract.html.blocks import read_blocks
from inspections.importing.extract.html.charset import decoded
from inspections.importing.extract.html.flattened import rows_together
from inspections.importing.extract.html.pieces import numbered
from inspections.importing.extract.html.tree import roots_of
from inspections.importing.extract.lines import Document, NotReadable, check_size
from inspections.rows import FileForm

__all__ = ["read_html"]


def read_html(content: bytes) -> Document:
    """The lines of a web page's body. Raises `NotReadable`.

    A heading, a paragraph, an item of a list and a row of a table are one line each, whatever their source's wraps.
    """
    roots = roots_of(decoded(content))
    lines = numbered(rows_together(read_blocks(roots)))
    if not lines:
        has_frames = any(True for root in roots for _ in root.iter("frameset", "iframe"))
        raise NotReadable("The page only shows other pages: save the report's own page." if has_frames else NO_TEXT)
    return Document(lines=check_size(lines), form=FileForm.HTML, address=published_address(roots))


NO_TEXT = "The page has no text."
