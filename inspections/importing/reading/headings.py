"""The headings, labels and furniture of a report: every spelling that reading knows is in this file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from inspections.importing.reading.cleaning import straight
from inspections.ratings import Rating
from inspections.rows import FindingKind, SectionKind

# Headings of sections, matched on a whole line without its closing colon, whatever its capitals.
SECTION_HEADINGS = (
    (SectionKind.FOREWORD, r"(?:chief inspector's )?foreword"),
    (SectionKind.RATINGS, r"(?:overall )?ratings(?: table)?"),
    (SectionKind.RECOMMENDATIONS, r"(?:our )?recommendations"),
    (SectionKind.BACKGROUND, r"background|context"),
    (SectionKind.FEEDBACK, r"feedback from people on probation|views of people on probation"),
    (SectionKind.DIVERSITY, r"(?:equality,? )?diversity,? and inclusion"),
    (SectionKind.OUTCOMES, r"outcomes"),
    (
        SectionKind.DOMAIN,
        r"(?:domain )?(?:(?:[12]|one|two)[.:]? )?(?:organisational (?:arrangements and activity|delivery)"
        r"|service delivery|(?:court work and )?case supervision)",
    ),
    (SectionKind.OTHER, r"acknowledgements?"),
    (SectionKind.OTHER, r"the role of (?:hm|his majesty's|her majesty's) inspectorate of probation"),
    (SectionKind.OTHER, r"(?:© )?crown copyright \d{4}"),
    (SectionKind.OTHER, r"(?:annexe?|appendix) (?:\w+)(?:\s*[-:.]\s*.+)?"),
    (SectionKind.OTHER, r"further information|methodology"),
)
LICENCE = re.compile(r"(?:© )?crown copyright \d{4}", re.IGNORECASE)  # its page ends in an address, not in figures
LONGEST_HEADING = 200
CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
STANDARD = re.compile(r"(P\s?)?([1-9])\.\s?(\d{1,2})\.?\s+(\S.{1,60})")
CHAPTER = re.compile(r"([1-9])\.?\s+([A-Z].{2,80})")

# Headings inside a section.
LIST_HEADINGS = (
    (FindingKind.STRENGTH, r"(?:key )?strengths?"),
    (FindingKind.AREA_FOR_IMPROVEMENT, r"(?:key )?areas? (?:for|of|requiring) improvement"),
)
# As they are written most often: what is this close to one of them is that one with a slip of the pen.
LIST_HEADINGS_IN_WORDS = {
    "strengths": FindingKind.STRENGTH,
    "key strengths": FindingKind.STRENGTH,
    "areas for improvement": FindingKind.AREA_FOR_IMPROVEMENT,
    "areas requiring improvement": FindingKind.AREA_FOR_IMPROVEMENT,
}
CLOSE = 0.85  # of 1: one or two letters of a word, three or four of a line
LONGEST_LIST_HEADING = 35
ADDRESSEE = re.compile(r"(?:the )?(\S.{0,100}?) should:?", re.IGNORECASE)
RATING = re.compile(rf"(?:rating:? )?({'|'.join(Rating)})\.?", re.IGNORECASE)

TABLE_HEADER = re.compile(r"^key questions?\b(?!.*\?)|percentage '?yes|^standards?\b.*\brating", re.IGNORECASE)

# The ratings table.
OVERALL_RATING = "Overall rating"
SCORE = "Score"
WORK_STARTED = ("Fieldwork started", "Work started")

# Lines that say nothing of their own. The first inspection line of a report is its title, all others are footers.
TITLE = re.compile(r"(?:an )?inspection of probation (?:services|delivery) in\b:?\s*(.*)", re.IGNORECASE)
FOOTER = re.compile(r"(?:\d{1,3}\s+)?(?:an )?inspection of probation services in:?\s+\S.{0,80}", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)
FURNITURE = re.compile(
    r"[-_*=~]{3,}|[| ]+|!\[[^\]]*\]\([^)]*\)|\(?back to top\)?|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-*:?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of a section; `code` only for a standard."""

    kind: SectionKind
    title: str
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Announced:
    """What the contents page and the ratings table announce, to know headings by: titles and standards' codes.

    `names` has the code of a standard by its bare name, where only the name heads its chapter.
    """

    titles: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)


def bare(text: str) -> str:
    """A heading's words to compare: small letters, straight marks, single spaces, no closing full stop or colon."""
    return " ".join(straight(text).lower().split()).rstrip(".: ")


def section_heading(text: str, announced: Announced) -> Heading | None:
    """The section that this line heads, if it is a heading."""
    if len(text) > LONGEST_HEADING:
        return None
    if standard := standard_heading(text, announced):
        return standard
    for kind, spelling in SECTION_HEADINGS:
        if re.fullmatch(spelling, bare(text)):
            return Heading(kind=kind, title=text.rstrip(": "))
    if bare(text) in announced.titles:
        return Heading(
            kind=SectionKind.DOMAIN if CHAPTER.fullmatch(text) else SectionKind.OTHER, title=text.rstrip(": ")
        )
    return None


def standard_heading(text: str, announced: Announced) -> Heading | None:
    """The standard that this line heads: "P 1.1. Leadership".

    Without the P, or without any code, only where the ratings table announces it.
    """
    if code := announced.names.get(bare(text)):
        return Heading(kind=SectionKind.STANDARD, title=text.rstrip(".: "), code=code)
    found = STANDARD.fullmatch(text)
    if found is None or ends_in_rating(text) or text.endswith((".", "?", ",", ";")):
        return None
    letter, domain, number, name = found.groups()
    code = standard_code(letter, domain, number)
    if not letter and code not in announced.codes:
        return None
    return Heading(kind=SectionKind.STANDARD, title=name.strip(), code=code)


def standard_code(letter: str | None, domain: str, number: str) -> str:
    """A code in one spelling: "P 1.1"; without a letter where the report prints none."""
    return f"P {domain}.{number}" if letter else f"{domain}.{number}"


def list_heading(text: str) -> FindingKind | None:
    """The kind of findings that this line heads, if it heads a list of them; misspelt too."""
    return _spelt_list_heading(text) or _misspelt_list_heading(text)


def is_misspelt(text: str) -> bool:
    """Whether the heading of a list is known only by being close to one: "Areas for improvment"."""
    return _spelt_list_heading(text) is None and _misspelt_list_heading(text) is not None


def _spelt_list_heading(text: str) -> FindingKind | None:
    return next((kind for kind, spelling in LIST_HEADINGS if re.fullmatch(spelling, bare(text))), None)


def _misspelt_list_heading(text: str) -> FindingKind | None:
    if not text[:1].isupper() or len(text) > LONGEST_LIST_HEADING:
        return None
    close = get_close_matches(bare(text), LIST_HEADINGS_IN_WORDS, n=1, cutoff=CLOSE)
    return LIST_HEADINGS_IN_WORDS[close[0]] if close else None


def addressee(text: str) -> str | None:
    """To whom the recommendations after this line are addressed, if it says so: "Doncaster PDU should:"."""
    found = ADDRESSEE.fullmatch(text)
    return found[1] if found else None


def rating_line(text: str) -> Rating | None:
    """The rating that stands alone on this line."""
    found = RATING.fullmatch(text.strip(" '\"‘’"))
    return Rating(found[1].capitalize()) if found else None


def without_rating(text: str) -> str:
    """What stands before the rating that a row ends in."""
    return next(
        (text[: -len(rating)].strip(" |:") for rating in Rating if text.lower().endswith(rating.lower())), text.strip()
    )


def ends_in_rating(text: str) -> bool:
    """Whether the line is a row of a ratings table whose cells ran together."""
    return text.rstrip().lower().endswith(tuple(rating.lower() for rating in Rating))
