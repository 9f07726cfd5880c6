"""What has to be known of a whole page before its elements are read one by one. One walk, whatever its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from inspections.importing.extract.html.notes import mark_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "dl")
UNSEEN = ("script", "style", "template", "head")


@dataclass(frozen=True, kw_only=True)
class Page:
    """Sets of the elements that hold something, at any depth, themselves included.

    `report` hold the title or the main part; `parted` a heading or a table, `structured` one of these or a list;
    `worded` words outside of links within the page. `notes` are the marks of footnotes by the ids they link to.
    """

    report: frozenset[Element]
    parted: frozenset[Element]
    structured: frozenset[Element]
    worded: frozenset[Element]
    notes: dict[str, str]


def known(roots: Sequence[Element]) -> Page:
    """What is to be known of a page."""
    return Page(
        report=_holders(roots, ("h1", "main", "article", "body")),
        parted=_holders(roots, (*HEADINGS, "table")),
        structured=_holders(roots, (*HEADINGS, *LISTS, "table")),
        worded=_upwards(_worded(roots)),
        notes=_notes(roots),
    )


def is_link_within(element: Element) -> bool:
    """Whether an element links to a place of the same page."""
    return element.tag == "a" and element.get("href", "").startswith("#")


def _holders(roots: Iterable[Element], tags: Sequence[str]) -> frozenset[Element]:
    return _upwards(element for root in roots for element in root.iter(*tags))


def _upwards(elements: Iterable[Element]) -> frozenset[Element]:
    """The elements and all that are around them; no way up is gone twice."""
    found: set[Element] = set()
    for element in elements:
        around: Element | None = element
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return frozenset(found)


def _worded(roots: Iterable[Element]) -> Iterator[Element]:
    """The elements that have words of their own outside of a link within the page."""
    links = 0
    for root in roots:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            links += (1 if event == "start" else -1) * is_link_within(element)
            words = element.text if event == "start" else element.tail
            around = element if event == "start" else element.getparent()
            is_said = bool(words and words.strip()) and not links
            if is_said and around is not None and around.tag not in UNSEEN:
                yield around


def _notes(roots: Iterable[Element]) -> dict[str, str]:
    marks = ((link.get("href", ""), mark_of(link)) for root in roots for link in root.iter("a"))
    return {target[1:]: mark for target, mark in marks if mark and target.startswith("#")}
