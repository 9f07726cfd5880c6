"""What a report calls a place, a framework or a standard, matched to what the store calls it. By name, never by code.

Nothing is created here and nothing guessed: a name that is not known is a problem that offers the close spellings.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from inspections.importing.checks import Band, check_bands
from inspections.importing.parsed import ParsedKeyQuestion, ParsedReport, ParsedStandard, Problem, ProblemType, Stated
from inspections.models import (
    BandScale,
    BandStatus,
    DeliveryUnit,
    Framework,
    KeyQuestion,
    PlaceAlias,
    Region,
    Standard,
)
from inspections.ratings import Rating
from inspections.rows import ProblemLevel

NOISE = re.compile(r"\b(?:the|pdu|probation delivery unit|region)\b")
CLOSE = 0.75


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A report's place in the store. What is None is named in `problems`.

    `unheld` are the standards that state key questions where the framework holds none of them.
    """

    region: Region | None
    delivery_unit: DeliveryUnit | None
    framework: Framework | None
    standards: dict[str, Standard]
    key_questions: dict[tuple[str, int], KeyQuestion]
    unheld: tuple[ParsedStandard, ...]
    problems: tuple[Problem, ...]

    @property
    def is_complete(self) -> bool:
        """Whether there is somewhere to record the report."""
        return bool(self.region and self.delivery_unit and self.framework)


def normalised(name: str) -> str:
    """A name without what varies from source to source: case, "&", "the", "PDU", punctuation, the order of words."""
    words = NOISE.sub(" ", name.lower().replace("&", " and "))
    return " ".join(sorted(re.sub(r"[^a-z0-9]+", " ", words).split()))


def matched(report: ParsedReport, *, framework_code: str = "") -> Matched:
    """Look up all that a report names, under the framework of a code where one was chosen. Writes nothing."""
    problems: list[Problem] = []
    region = _region(report, problems)
    unit = _delivery_unit(report, region, problems)
    if report.region is None:
        region = _region_of(unit, problems)
    chosen = Framework.objects.filter(code=framework_code).first() if framework_code else None
    framework = chosen or _framework(report, problems)
    standards = _standards(report, framework, problems)
    unheld = _unheld(report, standards, problems)
    problems += _against_bands(report, framework)
    return Matched(
        region=region,
        delivery_unit=unit,
        framework=framework,
        standards=standards,
        key_questions=_key_questions(report, standards, unheld, problems),
        unheld=unheld,
        problems=tuple(problems),
    )


def known_regions() -> dict[str, Region]:
    """The regions held, by each of their normalised names."""
    aliases = PlaceAlias.objects.filter(region__isnull=False).select_related("region")
    known = {normalised(alias.name): alias.region for alias in aliases if alias.region}
    return known | {normalised(region.name): region for region in Region.objects.all()}


def known_units() -> dict[str, DeliveryUnit]:
    """The delivery units held, by each of their normalised names."""
    aliases = PlaceAlias.objects.filter(delivery_unit__isnull=False).select_related("delivery_unit__region")
    known = {normalised(alias.name): alias.delivery_unit for alias in aliases if alias.delivery_unit}
    return known | {normalised(unit.name): unit for unit in DeliveryUnit.objects.select_related("region")}


def close_names(known: Mapping[str, Region] | Mapping[str, DeliveryUnit], name: str) -> list[str]:
    """The held names that a name may be a misspelling of."""
    return sorted({known[key].name for key in difflib.get_close_matches(normalised(name), known, n=3, cutoff=CLOSE)})


def _region(report: ParsedReport, problems: list[Problem]) -> Region | None:
    if report.region is None:
        return None
    known = known_regions()
    region = known.get(normalised(report.region.value))
    if region is None:
        problems.append(
            _unknown("region", ProblemType.REGION_UNKNOWN, report.region, close_names(known, report.region.value))
        )
    return region


def _region_of(unit: DeliveryUnit | None, problems: list[Problem]) -> Region | None:
    """Where a report names no region, that of its delivery unit as it is held."""
    if unit is None:
        type_, level = ProblemType.REGION_UNKNOWN, ProblemLevel.MUST_FIX
        message = "The report does not say in which region its delivery unit is."
    else:
        type_, level = ProblemType.REGION_NOT_STATED, ProblemLevel.NOTE
        message = f"The report names no region: {unit.name} is held as a delivery unit of {unit.region.name}."
    problems.append(Problem(type=type_, level=level, message=message, text="region"))
    return unit.region if unit else None


def _delivery_unit(report: ParsedReport, region: Region | None, problems: list[Problem]) -> DeliveryUnit | None:
    known = known_units()
    unit = known.get(normalised(report.pdu.value))
    if unit is None:
        problems.append(
            _unknown("delivery unit", ProblemType.PDU_UNKNOWN, report.pdu, close_names(known, report.pdu.value))
        )
    elif region and unit.region_id != region.pk:
        problems.append(
            Problem(
                type=ProblemType.REGION_DISAGREES,
                level=ProblemLevel.MUST_FIX,
                message=f"{unit.name} is held as a delivery unit of {unit.region.name}, the report says {region.name}.",
                line=report.region.line if report.region else None,
            )
        )
        return None
    return unit


def _unknown(what: str, problem_type: ProblemType, stated: Stated[str], close: list[str]) -> Problem:
    offer = f" Close spellings: {', '.join(close)}." if close else ""
    return Problem(
        type=problem_type,
        level=ProblemLevel.MUST_FIX,
        message=f"No {what} named {stated.value} is held.{offer}",
        line=stated.line,
        page=stated.page,
        text=stated.value,
    )


def _framework(report: ParsedReport, problems: list[Problem]) -> Framework | None:
    """The framework with the report's maximum score; where none is stated or several have it, with its standards."""
    frameworks = list(Framework.objects.prefetch_related("standards"))
    found = "these standards"
    if report.max_score is not None:
        frameworks = [framework for framework in frameworks if framework.max_score == report.max_score.value]
        found = f"a maximum score of {report.max_score.value}" + (" and these standards" if frameworks else "")
    if report.max_score is None or len(frameworks) > 1:
        names = {normalised(standard.name) for standard in report.standards}
        frameworks = [f for f in frameworks if {normalised(standard.name) for standard in f.standards.all()} == names]
    framework = frameworks[0] if len(frameworks) == 1 else None
    if framework is None:
        problems.append(
            Problem(
                type=ProblemType.FRAMEWORK_UNKNOWN,
                level=ProblemLevel.MUST_FIX,
                message=f"No framework with {found} is held.",
            )
        )
    return framework


def _standards(report: ParsedReport, framework: Framework | None, problems: list[Problem]) -> dict[str, Standard]:
    """The framework's standards by the name the report gives them."""
    if framework is None:
        return {}
    known = {normalised(standard.name): standard for standard in framework.standards.select_related("theme")}
    found = {}
    for standard in report.standards:
        match = known.get(normalised(standard.name))
        if match:
            found[standard.name] = match
        else:
            problems.append(
                Problem(
                    type=ProblemType.STANDARD_UNKNOWN,
                    level=ProblemLevel.MUST_FIX,
                    message=f"{framework.name} has no standard named {standard.name}.",
                    section=standard.name,
                    line=standard.line,
                    page=standard.page,
                )
            )
    return found


def _unheld(
    report: ParsedReport, standards: dict[str, Standard], problems: list[Problem]
) -> tuple[ParsedStandard, ...]:
    """The standards with key questions of which the framework holds none: the report's wording will be added."""
    held = set(KeyQuestion.objects.filter(standard__in=standards.values()).values_list("standard_id", flat=True))
    unheld = {}
    for standard in report.standards:
        known = standards.get(standard.name)
        if known and known.pk not in held and standard.key_questions and known.pk not in unheld:
            unheld[known.pk] = standard
            problems.append(_question_learned(standard))
    return tuple(unheld.values())


def _against_bands(report: ParsedReport, framework: Framework | None) -> tuple[Problem, ...]:
    """Ratings that verified bands would give otherwise. Bands that nobody has verified are not looked at."""
    bands: dict[str, list[Band]] = {scale: [] for scale in BandScale.values}
    verified = framework.rating_bands.filter(status=BandStatus.VERIFIED) if framework else ()
    for band in verified:
        bands[band.applies_to].append(Band(rating=Rating(band.rating), lower=band.lower, upper=band.upper))
    return check_bands(report, percentage=bands[BandScale.PERCENTAGE], score=bands[BandScale.SCORE])


def _question_learned(standard: ParsedStandard) -> Problem:
    first = standard.key_questions[0]
    return Problem(
        type=ProblemType.QUESTION_LEARNED,
        level=ProblemLevel.CONFIRM,
        message=f"The framework holds no key questions for {standard.name} yet: the report's wording will be added.",
        section=standard.name,
        line=first.line,
        page=first.page,
        text="\n".join(question.text for question in standard.key_questions),
    )


def _key_questions(
    report: ParsedReport,
    standards: dict[str, Standard],
    unheld: tuple[ParsedStandard, ...],
    problems: list[Problem],
) -> dict[tuple[str, int], KeyQuestion]:
    """The framework's key questions by the standard's name and the question's number in the report."""
    known = {
        (question.standard_id, axis_place(question.strand, question.text)): question
        for question in KeyQuestion.objects.filter(standard__in=standards.values())
    }
    learned = {standards[standard.name] for standard in unheld}
    found = {}
    for standard in report.standards:
        if standard.name not in standards or standards[standard.name] in learned:
            continue
        for asked in standard.key_questions:
            match = known.get((standards[standard.name].pk, axis_place(asked.strand or "", asked.text)))
            if match:
                found[standard.name, asked.number] = match
            else:
                problems.append(_question_unknown(standard, asked))
    return found


def axis_place(strand: str, text: str) -> str:
    """What a question of a standard is known again by: its strand, or its words where it is on none."""
    return strand or normalised(text)


def _question_unknown(standard: ParsedStandard, asked: ParsedKeyQuestion) -> Problem:
    return Problem(
        type=ProblemType.QUESTION_UNKNOWN,
        level=ProblemLevel.MUST_FIX,
        message=f"The framework has no such key question for {standard.name}.",
        section=standard.name,
        line=asked.line,
        page=asked.page,
        text=asked.text,
    )
