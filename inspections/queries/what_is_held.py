"""What the store holds, counted."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from inspections.models import (
    Basis,
    Comparator,
    DeliveryUnit,
    Edition,
    EditionState,
    KeyQuestionResult,
    MeasureValue,
    Region,
    SourceKind,
    StandardRating,
)
from inspections.rows import Absence, HeldRound, Origin, OriginCount, WhatIsHeld


@dataclass(frozen=True, kw_only=True)
class _Held:
    """A published inspection, as far as it is counted here."""

    unit: int
    region: int
    round: str
    framework: str
    has_report: bool
    rating: str
    origin: Origin | None


def what_is_held() -> WhatIsHeld:
    """The counts of all that is published of delivery units. Seven statements."""
    held = _inspections()
    regions = dict(DeliveryUnit.objects.values_list("pk", "region"))
    questions = _counted(KeyQuestionResult.objects.published())
    values = _counted(MeasureValue.objects.published())
    return WhatIsHeld(
        regions=Region.objects.count(),
        regions_inspected=len({row.region for row in held}),
        units=len(regions),
        units_inspected=len({row.unit for row in held}),
        rounds=_rounds(held),
        ratings=_ratings(held),
        key_questions=questions["all"],
        key_questions_with_n=questions["with_n"],
        measure_values=values["all"],
        measure_values_with_n=values["with_n"],
        averages=Comparator.objects.filter(
            measure_value__edition__state=EditionState.PUBLISHED,
            measure_value__edition__inspection__delivery_unit__isnull=False,
        ).count(),
        missing=_missing(held, regions),
    )


def _inspections() -> list[_Held]:
    rows = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__isnull=False)
        .values_list(
            "inspection__delivery_unit",
            "inspection__delivery_unit__region",
            "inspection__round",
            "inspection__framework__name",
            "report",
            "overall_rating",
            "overall_rating_citation__basis",
            "overall_rating_citation__source__kind",
        )
    )
    return [
        _Held(
            unit=unit,
            region=region,
            round=label,
            framework=framework,
            has_report=report is not None,
            rating=rating,
            origin=_origin(basis, kind) if rating else None,
        )
        for unit, region, label, framework, report, rating, basis, kind in rows
    ]


def _origin(basis: str, kind: str) -> Origin:
    return Origin.STAFF if basis == Basis.STAFF else SourceKind(kind).origin


def _rounds(held: list[_Held]) -> tuple[HeldRound, ...]:
    inspections = Counter((row.round, row.framework) for row in held)
    reports = Counter((row.round, row.framework) for row in held if row.has_report)
    return tuple(
        HeldRound(round=label, framework=framework, inspections=count, reports=reports[label, framework])
        for (label, framework), count in sorted(inspections.items(), reverse=True)
    )


def _ratings(held: list[_Held]) -> tuple[OriginCount, ...]:
    overall = Counter(row.origin for row in held if row.origin)
    standards: Counter[Origin] = Counter()
    rated = StandardRating.objects.published().filter(edition__inspection__delivery_unit__isnull=False)
    for basis, kind, count in (
        rated.order_by().values_list("citation__basis", "citation__source__kind").annotate(Count("pk"))
    ):
        standards[_origin(basis, kind)] += count
    return tuple(
        OriginCount(origin=origin, overall=overall[origin], standards=standards[origin])
        for origin in Origin
        if overall[origin] or standards[origin]
    )


def _counted(facts: "QuerySet[Any]") -> dict[str, int]:
    """How many facts of delivery units there are, and how many with the number of cases or people behind them."""
    of_units = facts.filter(edition__inspection__delivery_unit__isnull=False)
    return of_units.aggregate(all=Count("pk"), with_n=Count("denominator"))


def _missing(held: list[_Held], regions: dict[int, int]) -> dict[Absence, int]:
    rounds: dict[int, set[str]] = {}
    for row in held:
        rounds.setdefault(row.region, set()).add(row.round)
    possible = sum(len(rounds.get(region, ())) for region in regions.values())
    times = Counter(row.unit for row in held)
    return {
        Absence.NO_INSPECTION_RECORDED: possible - len(held),
        Absence.REPORT_NOT_HELD: sum(not row.has_report for row in held),
        Absence.NOT_IN_REPORT: sum(row.has_report and not row.rating for row in held),
        Absence.NO_EARLIER_INSPECTION: sum(count == 1 for count in times.values()),
    }
