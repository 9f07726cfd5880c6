"""Which place of the page a line can be linked by: the id of the last heading, or a nearer one around the line."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

USABLE = re.compile(r"\S{1,200}")  # as long as the store keeps


def anchor_of(element: Element) -> str:
    """The element's id, or its name where it is a named anchor; "" where it has none that can be linked."""
    name = element.get("id") or (element.get("name") if element.tag == "a" else None) or ""
    return name if USABLE.fullmatch(name) else ""


@dataclass(kw_only=True)
class Anchors:
    """The anchor at the place that reading has come to. `seen` is an id with no text after it yet."""

    current: str = ""
    seen: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)

    def see(self, element: Element) -> None:
        """An element that begins where the next line will."""
        self.seen = anchor_of(element) or self.seen

    def at_heading(self, level: int, heading: Element) -> str:
        """The anchor of a heading: its own, else one just before it, else that of the heading it belongs under.

        A heading without an anchor never takes that of its neighbour, which is another place.
        """
        own = next(filter(None, map(anchor_of, heading.iter())), "")
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.current = own or self.seen or (self.headings[-1][1] if self.headings else "")
        self.headings.append((level, self.current))
        self.seen = ""
        return self.current

    def at_text(self) -> str:
        """The anchor of any other line."""
        self.current, self.seen = self.seen or self.current, ""
        return self.current
