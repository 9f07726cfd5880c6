"""The words of a page with their places, from PDFium's characters.

Places are in points from the top left corner of the page as it is shown: a turned page is turned here, once.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import pypdfium2.raw as pdfium

BODY = 0.7  # of the type size: how high a small letter with its ascender stands over the baseline
DESCENT = 0.2  # of the type size
GLUE = 0.12  # of the type size: what is nearer than this is one word
NEW_WORD = 0.4  # of the type size: what is farther apart than this is two, space or no space
SIZE_CHANGE = 1.08
LINE_END_HYPHENS = (0x2, 0xFFFE)  # what PDFium gives for a hyphen at the end of a line
SPACES = (0x9, 0xA, 0xB, 0xC, 0xD, 0x85, 0x200B)
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
    `has_space` tells that a space stands before it in the file.
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


@dataclass(kw_only=True)
class _Letters:
    """A word while its letters are read."""

    first: int
    height: float
    text: list[str] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    origin: tuple[float, float] = (0.0, 0.0)
    last_origin: tuple[float, float] = (0.0, 0.0)
    has_space: bool = True


class PageText:
    """The characters of one page."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        self._page = text_page
        self._frame = frame
        self._fonts: dict[int, bool] = {}

    def words(self) -> Iterator[Word]:
        """The words in the order of the file, which need not be that of reading."""
        letters: _Letters | None = None
        has_space = True
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        for index in range(pdfium.FPDFText_CountChars(self._page)):
            character = _character(pdfium.FPDFText_GetUnicode(self._page, index))
            if character.isspace():
                if letters:
                    yield self._word(letters)
                letters, has_space = None, True
                continue
            pdfium.FPDFText_GetLooseCharBox(self._page, index, at_box)
            pdfium.FPDFText_GetCharOrigin(self._page, index, at_x, at_y)
            height = max(box.top - box.bottom, box.right - box.left)
            origin = (x.value, y.value)
            tall = box.top - box.bottom
            if letters and not _goes_on(letters, origin, (box.left, box.right), tall):
                yield self._word(letters)
                letters, has_space = None, False
            if letters is None:
                letters = _Letters(first=index, height=tall or height, origin=origin, has_space=has_space)
            letters.text.append(self._raised(index, character, y.value, tall))
            letters.last_origin = origin
            letters.points += [(box.left, box.bottom), (box.right, box.top)]
        if letters:
            yield self._word(letters)

    def _raised(self, index: int, character: str, baseline: float, height: float) -> str:
        """A figure as a superscript where its font has drawn it as one, in full size on the same line."""
        if not character.isdecimal():
            return character
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        sides = (ctypes.byref(side) for side in (left, right, bottom, top))
        pdfium.FPDFText_GetCharBox(self._page, index, *sides)
        return character.translate(SUPERSCRIPTS) if bottom.value - baseline > RAISED * height else character

    def _word(self, letters: _Letters) -> Word:
        index = letters.first
        turn = self._turn(index)
        quarters = round(turn / 90) % 4
        frame = replace(self._frame, quarters=quarters)
        corners = [frame.shown(x, y) for x, y in letters.points]
        is_hidden, is_bold = self._style(index)
        _, bottom = frame.shown(*letters.origin)
        size = self._size(index)
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
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
        angle = pdfium.FPDFText_GetCharAngle(self._page, index)
        return round(math.degrees(angle)) % 360 if angle > 0 else 0

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
        is_hidden = pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        font = pdfium.FPDFTextObj_GetFont(drawn)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            self._fonts[key] = _is_bold(font)
        return is_hidden, self._fonts[key]


def _character(code: int) -> str:
    if code in LINE_END_HYPHENS:
        return "-"
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    if code in SPACES:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return REPLACEMENT
    return chr(code)


def _goes_on(letters: _Letters, origin: tuple[float, float], sides: tuple[float, float], height: float) -> bool:
    """Whether a character is the next of the word: as large, on the same line, near."""
    before = letters.last_origin
    if origin == before:  # letters that are drawn as one: "fi"
        return True
    is_level = abs(origin[1] - before[1]) < 0.1 * letters.height
    if not is_level:  # text that runs up or down the page
        return abs(origin[0] - before[0]) < 0.1 * letters.height and abs(origin[1] - before[1]) < 1.5 * letters.height
    is_as_large = letters.height / SIZE_CHANGE < height < letters.height * SIZE_CHANGE
    end = letters.points[-1][0]
    return is_as_large and -NEW_WORD * height < sides[0] - end < NEW_WORD * height


def _is_bold(font: pdfium.FPDF_FONT) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(part in name for part in BOLD_NAMES) or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
