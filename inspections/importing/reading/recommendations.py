"""The recommendations: numbered, each under a line that says to whom it is addressed."""

from dataclasses import dataclass, field

from inspections.importing.parsed import ParsedRecommendation, Problem, ProblemType
from inspections.importing.reading.headings import addressee
from inspections.importing.reading.places import place, problem
from inspections.importing.reading.sections import Section
from inspections.rows import ParagraphRole, ProblemLevel


@dataclass(kw_only=True)
class Recommendations:
    """The recommendations of a section in order, and what each of its paragraphs is."""

    items: list[ParsedRecommendation] = field(default_factory=list)
    roles: dict[int, ParagraphRole] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_recommendations(section: Section) -> Recommendations:
    """Every item after the first addressee. An item without a number takes the next one, and is named."""
    read = Recommendations()
    addressed_to: str | None = None
    for block in section.blocks:
        is_item = block.number is not None or bool(block.marker.strip())
        if (named := addressee(block.text)) and not is_item:
            addressed_to = named
            read.roles[block.index] = ParagraphRole.HEADING
        elif block.mark or not (is_item or (addressed_to and block.text[:1].islower())):
            read.roles[block.index] = ParagraphRole.FOOTNOTE if block.mark else ParagraphRole.PROSE
            if addressed_to and not block.mark:
                message = "This paragraph stands among the recommendations and has no number: it is kept as text."
                type_ = ProblemType.RECOMMENDATION_NOT_READ
                read.problems.append(problem(type_, ProblemLevel.CONFIRM, section, block, message))
        else:
            read.roles[block.index] = ParagraphRole.RECOMMENDATION
            number = block.number if block.number is not None else _next_number(read)
            read.items.append(
                ParsedRecommendation(number=number, addressed_to=addressed_to, text=block.text, **place(block))
            )
            if block.number is None:
                message = f"This recommendation has no number in the text: it is read as number {number}."
                type_ = ProblemType.RECOMMENDATION_NUMBER_LOST
                read.problems.append(problem(type_, ProblemLevel.CONFIRM, section, block, message))
    return read


def _next_number(read: Recommendations) -> int:
    return read.items[-1].number + 1 if read.items else 1
