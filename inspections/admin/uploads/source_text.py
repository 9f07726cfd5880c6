"""The text of a file, line by line, with the problems that stand at each line."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """A line; `page` is set where one begins, `problems` are those at this line."""

    number: int
    text: str
    page: int | None
    is_furniture: bool
    problems: tuple


def source_lines(found):
    """The lines of a report in their order."""
    furniture = {line.line for line in found.report.furniture}
    problems = {}
    for asked in found.asked:
        problems.setdefault(asked.problem.line, []).append(asked)
    lines, page = [], None
    for line in found.document.lines:
        lines.append(
            SourceLine(
                number=line.number,
                text=line.text,
                page=line.page if line.page != page else None,
                is_furniture=line.is_furniture or line.number in furniture,
                problems=tuple(problems.get(line.number, ())),
            )
        )
        page = line.page
    return lines
