"""What is no report of a delivery unit's inspection, and why. Each reason is one line for a person."""

import re
from collections.abc import Iterator, Sequence

from inspections.importing.parsed import NotAReport
from inspections.importing.reading.headings import TITLE, bare, rating_line
from inspections.importing.reading.joining import FINISHED
from inspections.importing.reading.ratings_table import RatingsTable
from inspections.importing.reading.sections import Outline
from inspections.rows import SectionKind

NOTHING_ABOUT_INSPECTION = (
    "There is no title “An inspection of probation services in ...”: this is no inspection report."
)
NO_RATINGS = "There are no ratings of standards in it"

REGION_REPORT = re.compile(
    r"\bregional (?:inspection|review|report)\b|\binspection of .{0,80}\bregion$|^R \d\.\d\b", re.IGNORECASE
)
REGION_STANDARD = re.compile(r"R \d\.\d\b")
PRESS_RELEASE = re.compile(
    r"^(?:press|news|media) release\b|\bnotes (?:to|for) editors\b|^ends$|\bmedia enquiries\b", re.IGNORECASE
)
LANDING_PAGE = re.compile(
    r"^(?:read|download|view) the (?:full )?(?:report|inspection)|\bcookies\b|^share this page|^related content",
    re.IGNORECASE,
)


def kind_of_other(texts: Sequence[str]) -> str | None:
    """What a text without ratings is instead, if it says so."""
    if any(PRESS_RELEASE.search(text) for text in texts):
        return "a press release"
    if any(LANDING_PAGE.search(text) for text in texts):
        return "a web page about a report"
    return None


def refuse_other_kinds(outline: Outline) -> None:
    """Refuse what is not about one delivery unit's inspection. Raises `NotAReport`."""
    texts = [block.text for section in outline.sections for block in section.blocks]
    titles = [text for text in texts if TITLE.fullmatch(text)]
    has_chapters = any(section.kind is SectionKind.STANDARD for section in outline.sections)
    has_ratings = any(section.kind is SectionKind.RATINGS for section in outline.sections)
    if any(REGION_REPORT.search(text) for text in _cover_and_headings(outline)):
        raise NotAReport("This is a report on a region, not on a delivery unit.")
    if not has_chapters and (other := kind_of_other(texts)):
        raise NotAReport(f"This is {other}, not a report.")
    if not titles:
        raise NotAReport(NOTHING_ABOUT_INSPECTION)
    if not has_ratings and not has_chapters:
        raise NotAReport(f"{NO_RATINGS}, and no chapters: this is no report, or it is cut off before its ratings.")


def _cover_and_headings(outline: Outline) -> Iterator[str]:
    for section in outline.sections:
        yield f"{section.heading.code} {section.title}".strip()
        if section.kind is SectionKind.COVER:
            yield from (block.text for block in section.blocks)
        yield from (block.text for block in section.blocks if REGION_STANDARD.match(block.text))


def refuse_truncated(outline: Outline, table: RatingsTable) -> None:
    """Refuse a report that stops before its end. Raises `NotAReport`.

    Its contents announce what comes, its ratings table which chapters; and no report stops inside a sentence.
    """
    if not table.standards:
        raise NotAReport("The ratings table names no standard: this is no report, or it is cut off in its ratings.")
    for missing in (_last_announced(outline), _last_chapter(outline, table), _broken_sentence(outline)):
        if missing:
            raise NotAReport(f"The report is cut off: {missing}.")


def refuse_region(pdu: str, region: str | None) -> None:
    """Refuse a report whose subject is its own region. Raises `NotAReport`."""
    if region is not None and bare(pdu).removeprefix("the ") == bare(region).removeprefix("the "):
        raise NotAReport("This is a report on a region, not on a delivery unit.")


def _last_announced(outline: Outline) -> str | None:
    """The last title of the contents, if no heading has it."""
    if not outline.announced:
        return None
    last = outline.announced[-1]
    headings = {bare(section.title) for section in outline.sections}
    return None if bare(last) in headings else f"its contents announce “{last}”, which is not in it"


def _last_chapter(outline: Outline, table: RatingsTable) -> str | None:
    """The first of the standards that are missing at the end, if nothing comes after the last one that is there."""
    codes = [rated.code for rated in table.standards]
    chapters = [section.heading.code for section in outline.sections if section.heading.code in codes]
    if not chapters:
        return "none of its standards has a chapter"
    after = codes[codes.index(chapters[-1]) + 1 :]
    missing = [rated for rated in table.standards if rated.code in after and rated.code not in chapters]
    last = outline.sections[-1]
    ends_there = last.heading.code == chapters[-1] or last.kind in (
        SectionKind.DOMAIN,
        SectionKind.DIVERSITY,
        SectionKind.FEEDBACK,
    )
    if missing and ends_there:
        return f"the chapter of {missing[0].code} {missing[0].name} and what follows are not in it"
    return None


def _broken_sentence(outline: Outline) -> str | None:
    """What stands last, if it is no end of a sentence. Annexes may end in an address or a link."""
    last = outline.sections[-1]
    if last.kind is SectionKind.OTHER:
        return None
    if not last.blocks:
        return f"nothing stands under its last heading, “{last.title}”"
    block = last.blocks[-1]
    if block.is_row or rating_line(block.text) or (FINISHED.search(block.text) and not block.text.endswith(":")):
        return None
    return f"its last line, {block.lines[-1].number}, stops inside a sentence"
