"""Where a page says that it is published."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from lxml.etree import _Element as Element

LONGEST = 500
is_valid = URLValidator(schemes=("http", "https"))


def published_address(roots: Iterable[Element]) -> str:
    """The first address that a page gives as its own, without a fragment; "" where it gives none that can be linked."""
    return next((address for address in map(_usable, _given(roots)) if address), "")


def _given(roots: Iterable[Element]) -> Iterator[str]:
    roots = tuple(roots)
    for root in roots:
        for link in root.iter("link"):
            if "canonical" in link.get("rel", "").lower().split():
                yield link.get("href", "")
    for root in roots:
        for meta in root.iter("meta"):
            if meta.get("property", "").lower() == "og:url":
                yield meta.get("content", "")


def _usable(address: str) -> str:
    """An absolute web address of no more than the store's length, else ""."""
    address = urldefrag(address.strip()).url if len(address) <= LONGEST else ""
    try:
        is_valid(address)
    except ValidationError:
        return ""
    return address
