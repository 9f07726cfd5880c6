"""The words of a page with their places, from PDFium's characters.

Places are in points from the top left corner of the page as it is shown: a turned page is turned here, once.
"""

import ctypes
import math
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import pypdfium2.raw as pdfium

BODY = 0.7  # of the type size: how high a small letter with its ascender stands over the baseline
DESCENT = 0.2  # of the type size
GLUE = 0.12  # of the type size: what is nearer than this is one word
NEW_WORD = 0.4  # of the type size: what is farther apart than this is two, space or no space
SIZE_CHANGE = 1.08
LINE_END_HYPHENS = (0x2, 0xFFFE)  # what PDFium gives for a hyphen at the end of a line
NO_WIDTH = "\u200b"
RAISED = 0.15  # of the height of a letter's box
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
REPLACEMENT = "\ufffd"
LIGATURES = range(0xFB00, 0xFB07)
BOLD_NAMES = ("bold", "black", "heavy")
BOLD_WEIGHT = 600


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

    @cached_property
    def top(self) -> float:
        """Where the body of its letters begins."""
        return self.bottom - BODY * self.size

    @cached_property
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
    """A word while its letters are read, in the file's own coordinates."""

    first: int
    text: list[str]
    height: float
    left: float
    bottom: float
    right: float
    top: float
    start: tuple[float, float]
    last: tuple[float, float]
    has_space: bool

    def goes_on(self, origin: tuple[float, float], box: pdfium.FS_RECTF) -> bool:
        """Whether a character is the next of the word: as large, on the same line, near."""
        if origin == self.last:  # letters that are drawn as one: "fi"
            return True
        height = box.top - box.bottom
        if abs(origin[1] - self.last[1]) > 0.1 * self.height:
            return False
        is_as_large = self.height / SIZE_CHANGE < height < self.height * SIZE_CHANGE
        return bool(is_as_large and -NEW_WORD * height < box.left - self.right < NEW_WORD * height)

    def is_near(self, origin: tuple[float, float]) -> bool:
        """Whether a character is no farther than a letter's width from the last, in any direction."""
        return math.dist(origin, self.last) < 1.5 * self.height

    def add(self, character: str, origin: tuple[float, float], box: pdfium.FS_RECTF) -> None:
        """Take a character in."""
        self.text.append(character)
        self.last = origin
        self.left, self.right = min(self.left, box.left), max(self.right, box.right)
        self.bottom, self.top = min(self.bottom, box.bottom), max(self.top, box.top)


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
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        for index in range(pdfium.FPDFText_CountChars(self._page)):
            character = character_of(pdfium.FPDFText_GetUnicode(self._page, index))
            if character == " ":
                if letters:
                    yield self._word(letters)
                letters, has_space = None, not pdfium.FPDFText_IsGenerated(self._page, index)
                continue
            pdfium.FPDFText_GetLooseCharBox(self._page, index, at_box)
            pdfium.FPDFText_GetCharOrigin(self._page, index, at_x, at_y)
            origin = (x.value, y.value)
            if character.isdecimal() and self._is_raised(index, y.value, box):
                character = character.translate(SUPERSCRIPTS)
            if letters and (letters.goes_on(origin, box) or self._turns_on(letters, index, origin)):
                letters.add(character, origin, box)
                continue
            if letters:
                yield self._word(letters)
                has_space = False
            letters = _Letters(
                first=index,
                text=[character],
                height=box.top - box.bottom,
                left=box.left,
                bottom=box.bottom,
                right=box.right,
                top=box.top,
                start=origin,
                last=origin,
                has_space=has_space,
            )
        if letters:
            yield self._word(letters)

    def _is_raised(self, index: int, baseline: float, box: pdfium.FS_RECTF) -> bool:
        """Whether the font has drawn a figure as a superscript, in full size on the same line."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        sides = (ctypes.byref(side) for side in (left, right, bottom, top))
        pdfium.FPDFText_GetCharBox(self._page, index, *sides)
        return bool(bottom.value - baseline > RAISED * (box.top - box.bottom))

    def _turns_on(self, letters: _Letters, index: int, origin: tuple[float, float]) -> bool:
        """Whether a character goes on with a word that runs up, down or across the page."""
        is_level = origin[1] == letters.last[1]
        return (
            not is_level
            and letters.is_near(origin)
            and bool(turn := self._turn(index))
            and turn == self._turn(letters.first)
        )

    def _word(self, letters: _Letters) -> Word:
        index = letters.first
        turn = self._turn(index)
        frame = replace(self._frame, quarters=round(turn / 90) % 4) if turn else self._upright
        one, other = frame.shown(letters.left, letters.bottom), frame.shown(letters.right, letters.top)
        is_hidden, is_bold = self._style(index)
        _, bottom = frame.shown(*letters.start)
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
