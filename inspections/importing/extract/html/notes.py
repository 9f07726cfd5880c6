"""The marks of footnotes: small numbers, and numbers that link to a note of the page.

A number that merely links somewhere ("39 cases", the pages of a list) is a number.
"""

import re

from lxml.etree import _Element as Element

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", ", ")
MARK = re.compile(r"\s*\[?\s*([0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)\s*\]?\s*")
IN_BRACKETS = re.compile(r"\s*\[.*\]\s*")
NOTE = re.compile(r"#_?(?:fn|ftn|note|footnote|endnote)", re.IGNORECASE)
LONGEST = 40


def mark_of(element: Element) -> str:
    """The superscript digits that an element shows, "" where it shows anything else."""
    found = MARK.fullmatch(short_text(element)) if element.tag == "sup" or _is_link_to_note(element) else None
    return found[1].translate(SUPERSCRIPTS) if found else ""


def _is_link_to_note(element: Element) -> bool:
    target = str(element.get("href", ""))
    if element.tag != "a" or not target.startswith("#") or target == "#":
        return False
    around = element.getparent()
    is_small = (around is not None and around.tag == "sup") or element.find(".//sup") is not None
    return is_small or bool(NOTE.match(target) or IN_BRACKETS.fullmatch(short_text(element)))


def short_text(element: Element) -> str:
    """The element's text; only its beginning where it is long."""
    text = ""
    for part in element.itertext():
        text += str(part)
        if len(text) > LONGEST:
            break
    return text
