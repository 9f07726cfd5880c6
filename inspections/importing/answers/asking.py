"""For each type of problem: whether it can be confirmed, what can be chosen, and what can be typed."""

from dataclasses import replace

from inspections.importing.answers.forms import KEEP, Ask
from inspections.importing.answers.known import Known, KnownFramework
from inspections.importing.answers.report_asks import ASKS_OF_REPORT
from inspections.importing.answers.state import Corrected
from inspections.importing.answers.store_asks import ASKS_OF_STORE
from inspections.importing.parsed import Problem
from inspections.rows import ProblemLevel

ASKS = ASKS_OF_REPORT | ASKS_OF_STORE


def ask(problem: Problem, state: Corrected, known: Known, framework: KnownFramework | None = None) -> Ask:
    """What can be said of a problem, with the report as it then is. What must be fixed is never just confirmed."""
    asks = ASKS.get(problem.type)
    asked = asks(problem, state, known, framework) if asks else Ask()
    if problem.level is not ProblemLevel.MUST_FIX:
        return replace(asked, confirm=asked.confirm or "Right as it was read")
    if asked.confirm or not (asked.options or asked.typed):
        return replace(asked, confirm="", options=(*asked.options, KEEP))
    return asked
