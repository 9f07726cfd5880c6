"""The words of a page with their places, from PDFium's characters.

Places are in points from the top left corner of the page as it is shown: a turned page is turned here, once.
"""

import ctypes
import math
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import pypdfium2.raw as pdfium

BODY = 0.7  # of the type size: how high a small letter with its ascender stands over the baseline
DESCENT = 0.2  # of the type size
GLUE = 0.12  # of the type size: what is nearer than this is one word
NEW_WORD = 0.4  # of the type size: what is farther apart than this is two, space or no space
LEVEL = 0.06  # of the height of a letter's box: a letter higher or lower than this is raised, or of another size
LINE_END_HYPHENS = (0x2, 0xFFFE)  # what PDFium gives for a hyphen at the end of a line
NO_WIDTH = "\u200b"
RAISED = 0.15  # of the height of a letter's box
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
REPLACEMENT = "\ufffd"
LIGATURES = range(0xFB00, 0xFB07)
BOLD_NAMES = ("bold", "black", "heavy")
BOLD_WEIGHT = 600


# Bullets, those of Symbol and Wingdings too, which have no letters of their own: they come in the private-use range.
BULLET = re.compile(r"[•●▪◦○∙·■□➢➤►▶❖✓✔‣⁃*\-–—o]|[\uf000-\uf0ff]")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")

Box = tuple[float, float, float, float]  # left, bottom, right, top, as PDF counts: from the bottom left


@dataclass(frozen=True, kw_only=True)
class Word:
    """Some letters in a row without a space, in one size: "rating" and the mark raised behind it are two.

    `bottom` is the baseline. `turn` is the angle in degrees at which it stands on the page, 0 for nearly all.
    `has_space` tells that a space stands before it in the file, and not only in PDFium's reading of it.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False
    turn: int = 0
    has_space: bool = True
    is_hidden: bool = False

    @property
    def top(self) -> float:
        """Where the body of its letters begins."""
        return self.bottom - BODY * self.size

    @property
    def end(self) -> float:
        """How far its letters reach down."""
        return self.bottom + DESCENT * self.size


@dataclass(kw_only=True)
class Frame:
    """The visible part of a page and how the page is turned: a multiple of 90 degrees, clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """The width of the page as it is shown."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is shown."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as it is shown, from the top left."""
        return (
            (x - self.left, self.top - y),
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.quarters]


@dataclass(kw_only=True, slots=True)
class _Letters:
    """A word while its letters are read, in the file's own coordinates; `last` is the box of the last one."""

    first: int
    text: list[str]
    last: Box
    left: float
    bottom: float
    right: float
    top: float
    has_space: bool

    @property
    def reach(self) -> float:
        """How high its last letter's box is, which is about its size."""
        return (self.last[3] - self.last[1]) or 1.0

    def goes_on(self, box: Box) -> bool:
        """Whether a character is the next of the word: as large, on the same line, near."""
        last = self.last
        if box == last:  # letters that are drawn as one: "fi"
            return True
        level, far = LEVEL * self.reach, NEW_WORD * self.reach
        is_level = abs(box[1] - last[1]) <= level and abs(box[3] - last[3]) <= level
        return is_level and -far < box[0] - self.right < far

    def is_near(self, box: Box) -> bool:
        """Whether a character is no farther than a letter's width from the last, in any direction."""
        return math.dist(box[:2], self.last[:2]) < 1.5 * max(self.reach, self.last[2] - self.last[0])

    def add(self, character: str, box: Box) -> None:
        """Take a character in."""
        self.text.append(character)
        self.last = box
        left, bottom, right, top = box
        self.left = min(self.left, left)
        self.bottom = min(self.bottom, bottom)
        self.right = max(self.right, right)
        self.top = max(self.top, top)


class PageText:
    """The characters of one page."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        self._page = text_page
        self._frame = frame
        self._upright = replace(frame, quarters=0)
        self._styles: dict[int, tuple[bool, bool]] = {}

    def words(self) -> Iterator[Word]:
        """The words in the order of the file, which need not be that of reading."""
        letters: _Letters | None = None
        has_space = True
        found = pdfium.FS_RECTF()
        at_box, page = ctypes.byref(found), self._page
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        for index in range(pdfium.FPDFText_CountChars(page)):  # two calls for each of half a million: kept short
            character = character_of(unicode_of(page, index))
            if character == " ":
                if letters:
                    yield self._word(letters)
                letters, has_space = None, not pdfium.FPDFText_IsGenerated(page, index)
                continue
            box_of(page, index, at_box)
            box = (found.left, found.bottom, found.right, found.top)
            if character.isdecimal() and self._is_raised(index, box):
                character = character.translate(SUPERSCRIPTS)
            if letters and (letters.goes_on(box) or self._turns_on(letters, index, box)):
                letters.add(character, box)
                continue
            if letters:
                yield self._word(letters)
                has_space = False
            left, bottom, right, top = box
            letters = _Letters(
                first=index,
                text=[character],
                last=box,
                left=left,
                bottom=bottom,
                right=right,
                top=top,
                has_space=has_space,
            )
        if letters:
            yield self._word(letters)

    def _is_raised(self, index: int, box: Box) -> bool:
        """Whether the font has drawn a figure as a superscript, in full size on the same line."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        sides = (ctypes.byref(side) for side in (left, right, bottom, top))
        pdfium.FPDFText_GetCharBox(self._page, index, *sides)
        _, baseline = self._origin(index)
        return bool(bottom.value - baseline > RAISED * (box[3] - box[1]))

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, index, ctypes.byref(x), ctypes.byref(y))
        return x.value, y.value

    def _turns_on(self, letters: _Letters, index: int, box: Box) -> bool:
        """Whether a character goes on with a word that runs up, down or across the page."""
        if box[1] == letters.last[1] or not letters.is_near(box):
            return False
        turn = self._turn(index)
        return bool(turn) and turn == self._turn(letters.first)

    def _word(self, letters: _Letters) -> Word:
        index = letters.first
        turn = self._turn(index)
        frame = replace(self._frame, quarters=round(turn / 90) % 4) if turn else self._upright
        one, other = frame.shown(letters.left, letters.bottom), frame.shown(letters.right, letters.top)
        is_hidden, is_bold = self._style(index)
        _, bottom = frame.shown(*self._origin(index))
        size = self._size(index)
        left, right = sorted((one[0], other[0]))
        return Word(
            text="".join(letters.text),
            left=left,
            right=right,
            bottom=bottom,
            size=size,
            is_bold=is_bold,
            turn=(turn - 90 * self._frame.quarters) % 360,
            has_space=letters.has_space,
            is_hidden=is_hidden or not (-1 < left < frame.width + 1 and -1 < bottom < frame.height + size),
        )

    def _turn(self, index: int) -> int:
        """The angle against the clock, in degrees."""
        clockwise = pdfium.FPDFText_GetCharAngle(self._page, index)
        return round(-math.degrees(clockwise)) % 360 if clockwise > 0 else 0

    def _size(self, index: int) -> float:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self._page, index))
        if pdfium.FPDFText_GetMatrix(self._page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return max(size, 0.5)

    def _style(self, index: int) -> tuple[bool, bool]:
        """Whether it is invisible, and whether it is bold."""
        drawn = pdfium.FPDFText_GetTextObject(self._page, index)
        if not drawn:
            return False, False
        key = ctypes.addressof(drawn.contents)
        if key not in self._styles:
            is_hidden = pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            self._styles[key] = is_hidden, _is_bold(pdfium.FPDFTextObj_GetFont(drawn))
        return self._styles[key]


@lru_cache(maxsize=4096)
def character_of(code: int) -> str:
    """The character of a code as it is handed on: "fi" for its ligature, one space for any, a mark for no character."""
    if code in LINE_END_HYPHENS:
        return "-"
    if code > sys.maxunicode:
        return REPLACEMENT
    character = chr(code)
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", character)
    if character.isspace() or character in NO_WIDTH:
        return " "
    return REPLACEMENT if unicodedata.category(character) in ("Cc", "Cs") else character


def _is_bold(font: pdfium.FPDF_FONT) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(part in name for part in BOLD_NAMES) or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT


def is_marker_text(text: str) -> bool:
    """Whether it is nothing but a bullet or a list number."""
    return bool(BULLET.fullmatch(text) or NUMBER.fullmatch(text))
