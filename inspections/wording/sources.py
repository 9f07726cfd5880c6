"""Where in a source something stands, in words and as a link."""

from urllib.parse import quote

from inspections.rows import FileForm

# What a line number counts, which is not the same in every form. A web page has no lines that its reader could count:
# there the section says where.
LINES_OF = {
    None: "",
    FileForm.TEXT: " of the file held here",
    FileForm.PDF: " of its text as read here",
    FileForm.CSV: " of the file held here",
    FileForm.XLSX: " of the file held here",
}


def place_in_source(form: FileForm | None, *, page: int | None, line: int | None) -> str:
    """ "Page 3, line 12 of the file held here"; "" where neither page nor line says anything to a reader."""
    if form is FileForm.HTML:
        return ""
    parts = [f"page {page}"] if page else []
    if line:
        parts.append(f"line {line}{LINES_OF[form]}")
    return ", ".join(parts).capitalize()


def section_address(url: str, anchor: str) -> str:
    """The address of a section of a web page; "" where the page's address or the section's anchor is not held."""
    is_web = url.startswith(("https://", "http://"))
    return f"{url}#{quote(anchor)}" if is_web and anchor else ""
