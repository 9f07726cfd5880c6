"""Lists of findings: which kind each one is, by the heading over it or in spite of its loss."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inspections.importing.parsed import ParsedFinding, Problem, ProblemType
from inspections.importing.reading.blocks import Block
from inspections.importing.reading.headings import is_misspelt, list_heading
from inspections.importing.reading.lost_headings import second_list_start
from inspections.importing.reading.places import place, problem
from inspections.importing.reading.sections import Section
from inspections.rows import FindingKind, ProblemLevel

STRENGTH, AREA, PLAIN = FindingKind
AS_HEADING: dict[FindingKind | None, str] = {STRENGTH: "Strengths", AREA: "Areas for improvement"}


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some items of a list under one heading, or under none. `misspelt` is the heading as printed, where it is."""

    heading: FindingKind | None
    items: tuple[Block, ...]
    misspelt: str = ""


def read_list(
    section: Section, blocks: Sequence[Block], *, has_kinds: bool
) -> tuple[tuple[ParsedFinding, ...], tuple[Problem, ...]]:
    """The findings of list headings and items in order. `has_kinds`: the section is one that tells kinds apart."""
    parts = list(_parts(blocks))
    headings = {part.heading for part in parts}
    findings: list[ParsedFinding] = []
    problems: list[Problem] = []
    for part in parts:
        if part.heading is STRENGTH and AREA not in headings:
            read, doubts = _undivided(section, part)
        elif part.heading is None and AREA in headings and STRENGTH not in headings:
            read, doubts = _findings(part.items, STRENGTH, heading_lost=True), _strengths_lost(section, part)
        else:
            read = _findings(part.items, part.heading or PLAIN)
            doubts = _both_lost(section, part) if has_kinds and part.heading is None and headings == {None} else []
        if part.misspelt:
            read, doubts = [replace(finding, heading_lost=True) for finding in read], _misspelt(section, part, doubts)
        findings += read
        problems += doubts
    return tuple(findings), (*problems, *_bullets_lost(section, parts))


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    heading: FindingKind | None = None
    misspelt = ""
    items: list[Block] = []
    for block in blocks:
        if not block.is_heading:
            items.append(block)
            continue
        if items:
            yield Part(heading=heading, items=tuple(items), misspelt=misspelt)
        heading, items = list_heading(block.text), []
        misspelt = block.text if is_misspelt(block.text) else ""
    if items:
        yield Part(heading=heading, items=tuple(items), misspelt=misspelt)


def _findings(items: Sequence[Block], kind: FindingKind, heading_lost: bool = False) -> list[ParsedFinding]:
    return [
        ParsedFinding(
            kind=kind, text=item.text, heading_lost=heading_lost, bullet_lost=is_bullet_lost(item), **place(item)
        )
        for item in items
    ]


def is_bullet_lost(block: Block) -> bool:
    """An item of a list that nothing marks as one. A leading space is what some bullets leave behind."""
    return not block.marker and block.number is None


def _undivided(section: Section, part: Part) -> tuple[list[ParsedFinding], list[Problem]]:
    """Strengths with no areas for improvement after them: part of them may be those."""
    start = second_list_start(part.items)
    if start is None:
        message = f"There is no heading “Areas for improvement”: all of {_lines(part.items)} is read as strengths."
        doubt = _doubt(section, part.items[0], message)
        return _findings(part.items, STRENGTH), [doubt]
    strengths, areas = part.items[:start], part.items[start:]
    message = f"The heading “Areas for improvement” is lost: {_lines(areas)} read as areas for improvement."
    return (
        _findings(strengths, STRENGTH) + _findings(areas, AREA, heading_lost=True),
        [_doubt(section, areas[0], message)],
    )


def _strengths_lost(section: Section, part: Part) -> list[Problem]:
    message = f"The heading “Strengths” is lost: {_lines(part.items)} read as strengths."
    return [_doubt(section, part.items[0], message)]


def _both_lost(section: Section, part: Part) -> list[Problem]:
    message = f"Neither “Strengths” nor “Areas for improvement” heads {_lines(part.items)}: read as plain findings."
    return [_doubt(section, part.items[0], message)]


def _misspelt(section: Section, part: Part, doubts: list[Problem]) -> list[Problem]:
    """One question about a list, whatever is doubted of it."""
    heading = AS_HEADING[part.heading]
    message = f"“{part.misspelt.rstrip(': ')}” is taken for the heading “{heading}”"
    if doubts:
        return [replace(doubts[0], message=f"{message}. {doubts[0].message}"), *doubts[1:]]
    return [_doubt(section, part.items[0], f"{message}: {_lines(part.items)} read as {heading.lower()}.")]


def _doubt(section: Section, item: Block, message: str) -> Problem:
    return problem(ProblemType.HEADING_LOST, ProblemLevel.CONFIRM, section, item, message)


def _bullets_lost(section: Section, parts: Sequence[Part]) -> list[Problem]:
    """One note for each item without a bullet among others that have one; one for a list in which none has."""
    items = [item for part in parts for item in part.items]
    lost = [item for item in items if is_bullet_lost(item)]
    type_, level = ProblemType.BULLET_LOST, ProblemLevel.NOTE
    if lost and len(lost) == len(items):
        message = f"None of the findings of {_lines(items)} has a bullet: each paragraph is read as one."
        return [problem(type_, level, section, items[0], message)]
    message = "This paragraph among the findings has no bullet: it is read as a finding of its own."
    return [problem(type_, level, section, item, message) for item in lost]


def _lines(items: Sequence[Block]) -> str:
    first, last = items[0].line.number, items[-1].lines[-1].number
    return f"line {first}" if first == last else f"lines {first} to {last}"
