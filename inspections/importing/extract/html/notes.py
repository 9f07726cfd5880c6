"""The marks of footnotes: small numbers, or numbers that link to a place of the page."""

import re

from lxml.etree import _Element as Element

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", ", ")
MARK = re.compile(r"\s*\[?\s*([0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)\s*\]?\s*")
LONGEST = 40


def mark_of(element: Element) -> str:
    """The superscript digits that an element shows, "" where it shows anything else."""
    is_note = element.tag == "sup" or (element.tag == "a" and element.get("href", "").startswith("#"))
    found = MARK.fullmatch(short_text(element)) if is_note else None
    return found[1].translate(SUPERSCRIPTS) if found else ""


def short_text(element: Element) -> str:
    """The element's text; only its beginning where it is long."""
    text = ""
    for part in element.itertext():
        text += str(part)
        if len(text) > LONGEST:
            break
    return text
