"""The contents of a page: its headings that have something under them."""

from collections.abc import Iterable, Mapping


def contents(parts: Iterable[tuple[str, str, str]], context: Mapping[str, object]) -> list[dict[str, str]]:
    """For `components/contents_list.html`: of anchor, heading and part of the context those whose part isn't empty."""
    return [{"id": anchor, "text": text} for anchor, text, part in parts if context.get(part)]
