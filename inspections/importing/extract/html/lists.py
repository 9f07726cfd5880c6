"""The bullets and numbers of list items, which a page shows and its text does not have."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

BULLET = "- "
OWN_BULLET = re.compile(r"[-•●▪◦○∙·*–—]\s")


@dataclass(kw_only=True)
class List:
    """A list that is being read. `number` is that of its next item, None where it shows bullets or letters."""

    number: int | None

    def marker(self, item: Element) -> str:
        """The bullet or number of the next item."""
        if self.number is None:
            return BULLET
        number = whole(item.get("value")) or self.number
        self.number = number + 1
        return f"{number}. "


def opened(element: Element) -> List:
    """A list at its start."""
    is_counted = element.tag == "ol" and element.get("type", "1") == "1" and element.get("reversed") is None
    return List(number=(whole(element.get("start")) or 1) if is_counted else None)


def whole(number: str | None) -> int | None:
    """A number as an attribute has it; None for anything that numbers no list."""
    return int(number) if number and re.fullmatch(r"[0-9]{1,4}", number.strip()) else None


def prefixed(line: str, marker: str, depth: int) -> str:
    """The line with its marker, unless its text has that itself; indented by its depth below the first list."""
    has_own = bool(OWN_BULLET.match(line)) if marker == BULLET else line.startswith((marker, marker.replace(".", ")")))
    return "  " * max(depth - 1, 0) + (line if has_own else marker + line)
