"""The elements of a page, read by lxml within limits: a page beyond them is refused, never read in part."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from inspections.importing.extract.lines import NotReadable

MOST_TAGS = 100_000  # fifty times a report's page
MOST_ATTRIBUTES = 500  # of one tag: the parser's time grows with their square
DEEPEST = 100

ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
MANY_ATTRIBUTES = re.compile(
    rf"""<[a-z][^\s/>]*+(?:[\s/]++[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+){{{MOST_ATTRIBUTES}}}""",
    re.IGNORECASE,
)
TOO_DEEP = f"The page's elements are nested deeper than {DEEPEST}, the most that is read."


def roots_of(text: str) -> tuple[Element, ...]:
    """The page's root, and what the parser puts beside it: what stands after `</html>`. Raises `NotReadable`."""
    _check_limits(text)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:  # raised only where there is nothing at all
        return ()
    if root is None:
        return ()
    if parser.error_log.filter_from_fatals():
        raise NotReadable(TOO_DEEP)
    roots = (*reversed([*root.itersiblings(preceding=True)]), root, *root.itersiblings())
    if any(depth > DEEPEST for depth in _depths(roots)):
        raise NotReadable(TOO_DEEP)
    return roots


def _check_limits(text: str) -> None:
    if ENTITY.search(text):
        raise NotReadable("The page declares entities of its own, which are not read: save it again from a browser.")
    if text.count("<") > MOST_TAGS:
        raise NotReadable(f"The page has more than {MOST_TAGS:,} tags, the most that is read.")
    if MANY_ATTRIBUTES.search(text):
        raise NotReadable(f"A tag of the page has more than {MOST_ATTRIBUTES:,} attributes, the most that is read.")


def _depths(roots: Iterable[Element]) -> Iterator[int]:
    depth = 0
    for root in roots:
        for event, _ in etree.iterwalk(root, events=("start", "end")):
            depth += 1 if event == "start" else -1
            yield depth
