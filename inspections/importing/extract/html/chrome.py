"""What of a page is no part of the report: the site around it, and what a reader of the page does not see.

It is kept as furniture. An element that holds the report itself is never furniture, whatever it is called.
"""

import re

from lxml.etree import _Element as Element

from inspections.importing.extract.html.notes import short_text
from inspections.importing.extract.html.page import Page, is_link_within

TAGS = (
    *("nav", "noscript", "noframes", "button", "select", "textarea", "form", "dialog", "del", "s", "strike"),
    *("iframe", "object", "video", "audio", "canvas", "svg", "datalist", "progress", "meter"),
)
ROLES = ("navigation", "search", "banner", "contentinfo", "dialog", "alertdialog", "menu", "menubar")
# These are the site's only where they belong to the page as a whole.
OF_THE_PAGE = ("header", "footer", "aside")
PARTS = ("main", "article", "section", "blockquote", "figure")
NAMES = re.compile(
    r"(?:[a-z0-9]+[-_]+)*?"
    r"(?:cookies?|breadcrumbs?|skip-?links?|share|sharing|social|newsletter|pagination|back-?to-?top|toc"
    r"|table-of-contents|related)"
    r"(?:[-_]+(?:banner|bar|nav|list|links?|buttons?|icons?|message|notice|consent|container|wrapper|block|page|this"
    r"|media|content|posts?|items?))*",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BACK_TO_TOP = r"[(\[]?\s*(?:back|return) to (?:the )?(?:top|contents)\b[^\w]*"
WORDS = re.compile(
    rf"{BACK_TO_TOP}|skip to (?:the )?(?:main )?content|(?:share|print|email) this (?:page|report)|on this page"
    r"|jump to:?|in this (?:report|page):?",
    re.IGNORECASE,
)
ENDING = re.compile(rf"\s*(?<![^\s\])])([(\[]\s*{BACK_TO_TOP})$", re.IGNORECASE)


def is_furniture(element: Element, page: Page) -> bool:
    """Whether an element and all in it is no part of the report."""
    if element in page.report:
        return False
    if element.tag in OF_THE_PAGE:
        return next(element.iterancestors(*PARTS), None) is None
    return (
        element.tag in TAGS
        or is_hidden(element)
        or element.get("role") in ROLES
        or _has_name(element)
        or _is_back_link(element)
        or _is_contents(element, page)
    )


def is_hidden(element: Element) -> bool:
    """Whether a reader of the page does not see it."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN.search(element.get("style", "")))
    )


def _has_name(element: Element) -> bool:
    names = [*element.get("class", "").split(), element.get("id", "")]
    return any(NAMES.fullmatch(name) for name in names if len(name) <= 100)  # noqa: PLR2004 longer names are no one's


def _is_back_link(element: Element) -> bool:
    """A link within the page that says nothing: an arrow, a mark beside a heading, "(Back to top)"."""
    if not is_link_within(element):
        return False
    text = short_text(element).strip()
    return bool(WORDS.fullmatch(text)) or not re.search(r"\w", text)


def _is_contents(element: Element, page: Page) -> bool:
    """A list of nothing but links within the page."""
    if element.tag not in ("ul", "ol") or element in page.worded:
        return False
    return sum(1 for link in element.iter("a") if is_link_within(link)) > 1
