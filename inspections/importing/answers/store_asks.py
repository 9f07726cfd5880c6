"""What can be said where the store does not know a place, a framework or a standard by the report's name."""

from collections.abc import Callable

from inspections.importing.answers.forms import LEAVE_OUT, Ask, Option, strands_of
from inspections.importing.answers.known import Known, KnownFramework
from inspections.importing.answers.state import Corrected
from inspections.importing.parsed import ParsedReport, Problem, ProblemType


def _pdu_unknown(problem: Problem, state: Corrected, known: Known, *_: object) -> Ask:
    """A close name is taken for a slip of the pen: then nothing is created here, as the command does it."""
    held = [Option(value=f"unit {unit.name}", words=unit.name, group=unit.region) for unit in known.units]
    if known.close_units:
        close = [Option(value=f"unit {name}", words=f"It is {name}") for name in known.close_units]
        hint = (
            "A close name is held. If it is another unit, a data manager adds it first: then it is found by its name."
        )
        return Ask(options=(*close, *held), hint=hint)
    return Ask(options=(*_creations(problem.text, state.report, known), *held))


def _creations(name: str, report: ParsedReport, known: Known) -> list[Option]:
    """In the region that the report names, held or new, else in one that is held. A misspelt region is chosen first."""
    stated = report.region.value if report.region else ""
    if stated and not known.close_regions:
        return [Option(value="create", words=f"Create {name} in {stated}, as the report has it, when it is recorded")]
    return [
        Option(value=f"create-in {region}", words=f"Create it in {region}", group=f"{name} is not held yet")
        for region in known.regions
    ]


def _region_unknown(problem: Problem, state: Corrected, known: Known, *_: object) -> Ask:
    """A new region comes with its delivery unit, which is asked about by itself."""
    close = [Option(value=f"region {name}", words=f"It is {name}") for name in known.close_regions]
    is_new = state.report.region is not None and not known.close_regions
    hint = "If its delivery unit is created above, the region is created with it: then this needs no answer."
    return Ask(options=(*close, *_held_regions(known)), hint=hint if is_new else "")


def _region_disagrees(problem: Problem, state: Corrected, known: Known, *_: object) -> Ask:
    """A unit stays where it is held until somebody moves it in the admin, with its succession."""
    hint = "If the unit has moved, a data manager records that first, as a successor in the other region."
    return Ask(options=tuple(_held_regions(known)), hint=hint, list_label="The delivery unit belongs to")


def _held_regions(known: Known) -> list[Option]:
    return [Option(value=f"region {name}", words=name, group="Regions that are held") for name in known.regions]


def _framework_unknown(problem: Problem, state: Corrected, known: Known, *_: object) -> Ask:
    printed = state.report.max_score.value if state.report.max_score else None
    return Ask(
        options=tuple(
            Option(value=f"framework {framework.code}", words=_framework_words(framework, printed))
            for framework in known.frameworks
        ),
        hint="If none of them is right, a data manager adds the framework first.",
    )


def _framework_words(framework: KnownFramework, printed: int | None) -> str:
    if printed is None or printed == framework.max_score:
        return framework.name
    return f"{framework.name}. The printed score is out of {printed}: it is left out"


def _standard_unknown(problem: Problem, state: Corrected, known: Known, framework: KnownFramework | None = None) -> Ask:
    named = {standard.name.lower() for standard in state.report.standards}
    free = [s.name for s in framework.standards if s.name.lower() not in named] if framework else []
    return Ask(options=(*(Option(value=f"standard {name}", words=f"It is {name}") for name in free), LEAVE_OUT))


def _question_unknown(problem: Problem, state: Corrected, known: Known, framework: KnownFramework | None = None) -> Ask:
    standard = framework.standard(problem.section or "") if framework else None
    return Ask(options=(*strands_of(standard.strands if standard else ()), LEAVE_OUT))


ASKS_OF_STORE: dict[ProblemType, Callable[..., Ask]] = {
    ProblemType.PDU_UNKNOWN: _pdu_unknown,
    ProblemType.REGION_UNKNOWN: _region_unknown,
    ProblemType.REGION_DISAGREES: _region_disagrees,
    ProblemType.FRAMEWORK_UNKNOWN: _framework_unknown,
    ProblemType.STANDARD_UNKNOWN: _standard_unknown,
    ProblemType.QUESTION_UNKNOWN: _question_unknown,
}
