"""Problems at the place of what they are about."""

from inspections.importing.parsed import ParsedStandard, Placed, Problem, ProblemType, Stated
from inspections.rows import ProblemLevel

MUST_FIX, CONFIRM, NOTE = ProblemLevel


def about(
    type_: ProblemType,
    level: ProblemLevel,
    item: Placed,
    message: str,
    section: str | None = None,
    *,
    text: str | None = None,
) -> Problem:
    """A problem at the place of an item. The text concerned is the item's quote unless another is given."""
    if text is None:
        text = item.quote if isinstance(item, Stated) else ""
    return Problem(type=type_, level=level, section=section, line=item.line, page=item.page, message=message, text=text)


def about_standard(type_: ProblemType, level: ProblemLevel, standard: ParsedStandard, message: str) -> Problem:
    text = f"{standard.code} {standard.name}"
    return Problem(
        type=type_,
        level=level,
        section=standard.name,
        line=standard.line,
        page=standard.page,
        message=message,
        text=text,
    )
