"""A report and the answers to its problems, put together: what was answered, what is open, and what is left to say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from inspections.importing.answers.applying import apply
from inspections.importing.answers.asking import ask
from inspections.importing.answers.forms import Ask
from inspections.importing.answers.known import Known
from inspections.importing.answers.state import Corrected
from inspections.importing.answers.typed import READERS
from inspections.importing.answers.words import parts
from inspections.importing.checks import check
from inspections.importing.parsed import ParsedReport, Problem
from inspections.rows import ProblemLevel


@dataclass(frozen=True, kw_only=True)
class LookedUp:
    """What the store does not know of a report, and the code of the framework it is under, "" where none is known."""

    problems: tuple[Problem, ...] = ()
    framework: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A problem, what can be said of it, and what was: `value` is None where nothing was, "" where it was confirmed.

    `remains`: a check finds it still, with the value that was typed.
    """

    problem: Problem
    ask: Ask
    value: str | None = None
    remains: bool = False

    @property
    def is_open(self) -> bool:
        return self.value is None


@dataclass(frozen=True, kw_only=True)
class Settling:
    """A report with its answers applied, and every problem: the worst first, each level in the order of the lines."""

    corrected: Corrected
    asked: tuple[Asked, ...]

    def open(self, level: ProblemLevel) -> tuple[Asked, ...]:
        """The problems of a level that nobody has answered."""
        return tuple(asked for asked in self.asked if asked.is_open and asked.problem.level is level)


LookUp = Callable[[Corrected], LookedUp]


def settle(report: ParsedReport, answers: Mapping[str, str], known: Known, look_up: LookUp) -> Settling:
    """Apply the answers (by the keys of their problems) one after the other.

    A correction may end other problems and begin new ones, which have answers of their own: it is looked again until
    no answer is left that fits. An answer to a problem that no longer arises changes nothing.
    """
    checked = set(check(report))
    state = Corrected(
        report=replace(report, problems=tuple(problem for problem in report.problems if problem not in checked))
    )
    answered: dict[str, Asked] = {}
    while True:
        looked_up = look_up(state)
        now = _problems(state, looked_up)
        framework = known.framework(looked_up.framework)
        fitting = [key for key in now if key in answers and key not in answered]
        if not fitting:
            break
        asks = {key: ask(now[key], state, known, framework) for key in fitting}
        for key in fitting:
            answered[key] = Asked(problem=now[key], ask=asks[key], value=answers[key])
            state = apply(state, now[key], answers[key], known)
    told = [_still(asked, now.get(key), state) for key, asked in answered.items()]
    told += [
        Asked(problem=problem, ask=ask(problem, state, known, framework))
        for key, problem in now.items()
        if key not in answered
    ]
    return Settling(corrected=state, asked=tuple(sorted(told, key=_order)))


def _still(asked: Asked, now: Problem | None, state: Corrected) -> Asked:
    """An answered problem as it now stands. What the reading doubted is not read again."""
    if now is None:
        return asked
    is_typed = parts(asked.value or "")[0] in READERS
    return replace(asked, problem=now, remains=is_typed and now not in state.report.problems)


def _problems(state: Corrected, looked_up: LookedUp) -> dict[str, Problem]:
    """Every problem by its key, once."""
    found = (*state.report.problems, *check(state.report), *looked_up.problems)
    by_key: dict[str, Problem] = {}
    for problem in found:
        if not state.is_quiet(problem):
            by_key.setdefault(problem.key, problem)
    return by_key


def _order(asked: Asked) -> tuple[int, int]:
    return list(ProblemLevel).index(asked.problem.level), asked.problem.line or 0
