"""What an invented report says, before any form is given to it.

Texts carry footnote marks as one private character each (`mark`): writers print it, the expected result drops it.
"""

import re
from dataclasses import dataclass

from inspections.ratings import Rating, points_total

FIRST_MARK = 0xE000
MARKS = re.compile("[\ue001-\ue03f]")


def mark(number: int) -> str:
    return chr(FIRST_MARK + number)


def mark_number(character: str) -> int:
    return ord(character) - FIRST_MARK


@dataclass(frozen=True)
class Figure:
    value: int | float
    unit: str
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True)
class Sentence:
    text: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Prose:
    """Sentences of one paragraph or finding. A footnote's mark stands inside one of them."""

    sentences: tuple[Sentence, ...]

    @property
    def printed(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def text(self) -> str:
        return MARKS.sub("", self.printed)


def said(text: str) -> Prose:
    """A paragraph that states no figure."""
    return Prose((Sentence(text),))


@dataclass(frozen=True)
class Footnote:
    number: int
    prose: Prose


@dataclass(frozen=True)
class Finding:
    prose: Prose
    quotes: tuple[str, ...] = ()
    """What people on probation said about it, in the feedback only."""


@dataclass(frozen=True)
class Lists:
    """The findings of one place: strengths and areas, or plain ones."""

    strengths: tuple[Finding, ...] = ()
    areas: tuple[Finding, ...] = ()
    plain: tuple[Finding, ...] = ()
    heading_lost: bool = False
    """The areas stand without "Areas for improvement:"."""


@dataclass(frozen=True)
class KeyQuestion:
    text: str
    percentage: int


@dataclass(frozen=True)
class Standard:
    code: str
    name: str
    domain: int
    statement: str
    rating: Rating
    summary: Prose
    key_questions: tuple[KeyQuestion, ...]
    lists: Lists
    footnote: Footnote | None = None


@dataclass(frozen=True)
class Section:
    kind: str
    title: str
    paragraphs: tuple[Prose, ...]
    lists: Lists = Lists()
    footnote: Footnote | None = None
    """Stands after the last paragraph."""


@dataclass(frozen=True)
class Chapter:
    """The heading of a domain: furniture."""

    number: int
    name: str

    @property
    def title(self) -> str:
        return f"{self.number}. {self.name}"


@dataclass(frozen=True)
class PrintedDate:
    printed: str
    date: str
    precision: str


@dataclass(frozen=True)
class Ratings:
    """Where the ratings table stands. Its rows are the report's standards."""

    title = "Ratings"
    label: str
    started: PrintedDate | None
    score: str
    """As in "3/21", with "{}" for both numbers."""


@dataclass(frozen=True)
class Recommendation:
    number: int
    addressed_to: str
    text: str


@dataclass(frozen=True)
class Recommendations:
    title = "Recommendations"
    opening: str
    items: tuple[Recommendation, ...]


Part = Section | Standard | Chapter | Ratings | Recommendations


@dataclass(frozen=True)
class Report:
    pdu: str
    region: str | None
    title: str
    published: PrintedDate | None
    isbn: str | None
    lead_inspector: str | None
    fieldwork_started: PrintedDate | None
    overall_rating: Rating
    max_score: int
    community_orders: int
    releases_on_licence: int
    cases: int | None
    """As printed: None where the report never gives the sum."""
    practitioner_interviews: int | None
    parts: tuple[Part, ...]
    curly: bool = False
    """Printed with the printer's quotation marks, in every form."""

    @property
    def standards(self) -> tuple[Standard, ...]:
        return tuple(part for part in self.parts if isinstance(part, Standard))

    @property
    def ratings(self) -> Ratings:
        return next(part for part in self.parts if isinstance(part, Ratings))

    @property
    def loses_headings(self) -> bool:
        return any(part.lists.heading_lost for part in self.parts if isinstance(part, Standard | Section))

    @property
    def score(self) -> int:
        return points_total(standard.rating for standard in self.standards)


def overall_rating(standards: tuple[Standard, ...]) -> Rating:
    """By the share of the points, somewhat as the inspectorate's bands are believed to have it."""
    share = points_total(standard.rating for standard in standards) / (3 * len(standards))
    return list(Rating)[sum(share > bound for bound in (0.15, 0.5, 0.83))]
