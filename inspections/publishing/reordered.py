"""Which facts stand in another order than before: those that were moved, not those that others were put before."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from django.contrib.humanize.templatetags.humanize import ordinal

# The facts whose order in the report is what the report says; all others are put in an order of ours.
IN_ORDER = ("finding", "quotation", "figure", "recommendation")


def reordered(before: Sequence[str], after: Sequence[str], *, names: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """By its key, the place of each fact that was moved: as it was, and as it is.

    What difflib finds in one order in both stays, and the others were moved past it. Of one that is the second again,
    but after another one, that one is named; what only followed the one before it is not told.
    """
    moved = set(before) & set(after)
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        moved -= set(before[block.a : block.a + block.size])
    places = {key: _places(before, after, key, names) for key in after if key in moved}
    return {key: (was, now) for key, (was, now) in places.items() if was != now}


def _places(before: Sequence[str], after: Sequence[str], key: str, names: Mapping[str, str]) -> tuple[str, str]:
    was, now = before.index(key), after.index(key)
    if was != now:
        return str(ordinal(was + 1)), str(ordinal(now + 1))
    return _after(before, was, names), _after(after, now, names)


def _after(keys: Sequence[str], place: int, names: Mapping[str, str]) -> str:
    """What is the first before and after never was moved, so that there always is one before."""
    return f"{ordinal(place + 1)}, after {names[keys[place - 1]]}"
