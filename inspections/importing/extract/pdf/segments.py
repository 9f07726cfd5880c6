"""Words to segments: what stands in one line of one column or cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from inspections.importing.extract.pdf.drawings import Drawings
from inspections.importing.extract.pdf.stretched import IsParted, unstretched
from inspections.importing.extract.pdf.words import GLUE, NUMBER, SUPERSCRIPTS, Word, is_marker_text

WIDE = 1.0  # of the type size: a gap that parts two columns or cells
WIDE_AT_EDGE = 0.5  # where an upright line stands in the gap
SAME_SIZE = 0.5  # points
FARTHEST_TEXT = 4.0  # of the type size: how far behind its bullet or number an item's text may stand
OVERLAP = 0.3  # of the lower of two words: so much of their heights words of one line share, a raised mark too
DOTS = frozenset(".·…_")
LEADER = re.compile(r"[.·…_]{5}$")
RAISED = 0.12  # of the type size of the line
SMALLER = 0.85

OPENING_MARK = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=\w)")
PLAIN_BULLETS = {"–": "-", "—": "-", "o": "•", "⁃": "-"}


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Words side by side without a wide gap. `hangs_at` is where the text behind a bullet or number begins; a bullet
    that `is_drawn` is none of the words.
    """

    words: tuple[Word, ...]
    hangs_at: float | None = None
    is_drawn: bool = False

    @cached_property
    def left(self) -> float:
        """Its left end."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Its right end."""
        return max(word.right for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[round(word.size, 1)] = sizes.get(round(word.size, 1), 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def bottom(self) -> float:
        """Its baseline: that of the letters of its size."""
        return next(
            (word.bottom for word in self.words if abs(word.size - self.size) < SAME_SIZE), self.words[0].bottom
        )

    @cached_property
    def top(self) -> float:
        """Where the body of its letters begins."""
        return min(word.top for word in self.words)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all its words are bold, but for a bullet or a mark."""
        return all(word.is_bold for word in self.words if len(word.text) > 1) and any(w.is_bold for w in self.words)

    @cached_property
    def text(self) -> str:
        """Its words as one text: raised small figures as superscripts, bullets as those of a text."""
        parts = [self._first()]
        for before, word in pairwise(self.words):
            parts.append(self._written(word) if self._is_glued(before, word) else f" {self._written(word)}")
        return OPENING_MARK.sub(r"\1 ", "".join(parts))

    @cached_property
    def first_width(self) -> float:
        """The width of its first word, which may be set in several fonts."""
        end = self.words[0].right
        for before, word in pairwise(self.words):
            if not self._is_glued(before, word):
                break
            end = word.right
        return end - self.left

    def _is_glued(self, before: Word, word: Word) -> bool:
        return word.left - before.right < GLUE * self.size and not word.has_space

    def _first(self) -> str:
        text = self.words[0].text
        if self.hangs_at is None or self.is_drawn:
            return f"• {self._written(self.words[0])}" if self.is_drawn else self._written(self.words[0])
        return "•" if "\uf000" <= text <= "\uf0ff" else PLAIN_BULLETS.get(text, text)

    def _written(self, word: Word) -> str:
        is_mark = word.size < SMALLER * self.size and word.bottom < self.bottom - RAISED * self.size
        return word.text.translate(SUPERSCRIPTS) if is_mark and word.text.isdigit() else word.text


def bands(words: Iterable[Word], drawings: Drawings) -> list[list[Segment]]:
    """The segments of a page from the top, those that stand beside each other together, from the left."""
    words = list(words)
    leaders = _leaders(words)

    def is_parted(first: Word, second: Word) -> bool:
        return id(first) in leaders or _is_parted(first, second, drawings)

    found: list[list[list[Word]]] = []
    for band in _overlapping(words):
        segments: list[list[Word]] = []
        for word in sorted(band, key=lambda word: word.left):
            near = [line for line in segments if _is_next(line[-1], word, is_parted)]
            if near:
                min(near, key=lambda line: abs(line[-1].bottom - word.bottom)).append(word)
            else:
                segments.append([word])
        found.append(segments)
    whole = unstretched(found, is_parted)
    return [_with_markers([Segment(words=tuple(line)) for line in band], drawings) for band in whole]


def _overlapping(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by height: each overlaps another of its group."""
    groups: list[list[Word]] = []
    end = float("-inf")
    for word in sorted(words, key=lambda word: word.top):
        if word.top < end:
            groups[-1].append(word)
        else:
            groups.append([word])
            end = float("-inf")
        end = max(end, word.end)
    return groups


def _leaders(words: Iterable[Word]) -> set[int]:
    """The last words, by identity, of the dots that lead to page numbers."""
    ordered = sorted(words, key=lambda word: (round(word.bottom), word.left))
    ends, dots = set(), ""
    for word, following in pairwise([*ordered, None]):
        if word is None:
            break
        dots = dots + word.text if set(word.text) <= DOTS else word.text
        is_last = following is None or not set(following.text) <= DOTS
        if is_last and LEADER.search(dots):
            ends.add(id(word))
    return ends


def _is_next(last: Word, word: Word, is_parted: IsParted) -> bool:
    size = max(last.size, word.size)
    overlap = min(last.bottom, word.bottom) - max(last.top, word.top)
    if overlap < OVERLAP * min(last.bottom - last.top, word.bottom - word.top):
        return False
    gap = word.left - last.right
    return -0.5 * size < gap < WIDE * size and not is_parted(last, word)


def _is_parted(first: Word, second: Word, drawings: Drawings) -> bool:
    """Whether an upright line stands between two words."""
    is_far = second.left - first.right > WIDE_AT_EDGE * max(first.size, second.size)
    middle = (first.top + first.bottom) / 2
    return is_far and drawings.stands_between(left=first.right, right=second.left, middle=middle)


def _with_markers(segments: list[Segment], drawings: Drawings) -> list[Segment]:
    """Bullets and list numbers put to the text behind them."""
    marked: list[Segment] = []
    for segment in segments:
        before = marked[-1] if marked else None
        if before and is_marker(before) and _hangs(before, segment):
            marked[-1] = Segment(words=before.words + segment.words, hangs_at=segment.left)
        else:
            marked.append(_marked(segment, drawings))
    return marked


def is_marker(segment: Segment) -> bool:
    """Whether it is nothing but a bullet or a list number."""
    return len(segment.words) == 1 and is_marker_text(segment.words[0].text)


def _hangs(marker: Segment, segment: Segment) -> bool:
    gap = segment.left - marker.right
    return abs(marker.bottom - segment.bottom) < 0.3 * segment.size and 0 < gap < FARTHEST_TEXT * segment.size


def _marked(segment: Segment, drawings: Drawings) -> Segment:
    """A segment that begins with a bullet near its text. A dash or an "o" is one only where the gap is wide."""
    middle = segment.bottom - 0.3 * segment.size
    if drawings.is_dotted(left=segment.left, middle=middle, size=segment.size):
        return Segment(words=segment.words, hangs_at=segment.left, is_drawn=True)
    if len(segment.words) == 1:
        return segment
    first, second = segment.words[:2]
    gap = second.left - first.right
    is_wide = gap > 0.45 * segment.size
    is_plain = first.text in "-–—o*·" or NUMBER.fullmatch(first.text)
    if is_marker_text(first.text) and (is_wide or not is_plain) and gap > GLUE * segment.size:
        return Segment(words=segment.words, hangs_at=second.left)
    return segment
