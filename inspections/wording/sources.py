"""Where in a source something stands, in words and as a link."""

from urllib.parse import quote

from inspections.rows import FileForm


def place_in_source(*, form: FileForm | None, page: int | None, line: int | None) -> str:
    """ "Page 7 of the PDF held here, line 312 of its text as it is read here"; "" where neither is known.

    Only of a text can anybody count the lines in the file itself. A web page has none: there the section says where.
    """
    if form is FileForm.HTML:
        return ""
    if form is None or form is FileForm.TEXT:
        parts = [f"page {page}"] if page else []
        parts += [f"line {line}"] if line else []
        return f"{', '.join(parts).capitalize()} of the file held here" if parts else ""
    parts = [f"page {page} of the {form.upper()} held here"] if page else []
    if line:
        text = "its text" if page else f"the text of the {form.upper()} held here,"
        parts.append(f"line {line} of {text} as it is read here")
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def section_address(url: str, anchor: str) -> str:
    """The address of a section of a web page; "" where the page's address or the section's anchor is not held."""
    is_web = url.startswith(("https://", "http://"))
    return f"{url}#{quote(anchor)}" if is_web and anchor else ""
