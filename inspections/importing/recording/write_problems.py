"""What the reading was unsure of, written to an edition with what was decided about it."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from inspections.importing.parsed import Problem as ParsedProblem
from inspections.models import Edition, Problem


@dataclass(frozen=True, kw_only=True)
class AnsweredProblem:
    """A problem, and what somebody decided about it, in words: "" where nobody did."""

    problem: ParsedProblem
    answer: str = ""
    by: User | None = None
    at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What people said of a report: all its problems with their answers, and the code of the framework they chose."""

    problems: tuple[AnsweredProblem, ...]
    framework: str = ""


def without_answers(problems: Iterable[ParsedProblem]) -> tuple[AnsweredProblem, ...]:
    """Problems that nobody was asked about."""
    return tuple(AnsweredProblem(problem=problem) for problem in problems)


def write_problems(edition: Edition, problems: Sequence[AnsweredProblem]) -> None:
    """Write the problems of an edition that has none, in their order."""
    Problem.objects.bulk_create(
        Problem(
            edition=edition,
            position=position,
            type=said.problem.type.value,
            level=said.problem.level.value,
            section=said.problem.section or "",
            line=said.problem.line,
            page=said.problem.page,
            message=said.problem.message,
            text=said.problem.text,
            answer=said.answer,
            answered_by=said.by,
            answered_at=said.at,
        )
        for position, said in enumerate(problems, start=1)
    )
