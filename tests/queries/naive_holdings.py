"""The counts of the page about the data once more, row by row."""

from types import SimpleNamespace

from inspections import models
from inspections.rows import (
    Absence,
    ComparabilityRow,
    FrameworkRow,
    HeldRound,
    Origin,
    OriginCount,
    ReferenceFacts,
    ThemeRow,
    WhatIsHeld,
)
from tests.queries import naive_history
from tests.queries.naive import Store, precise, published, sourced


def what_is_held(store: Store) -> WhatIsHeld:
    held = published(store)
    units = store.rows(models.DeliveryUnit)
    questions = [row for edition, _ in held for row in store.of(models.KeyQuestionResult, edition)]
    values = [row for edition, _ in held for row in store.of(models.MeasureValue, edition)]
    value_ids = {row.id for row in values}
    return WhatIsHeld(
        regions=len(store.rows(models.Region)),
        regions_inspected=len({unit.region_id for unit in units if published(store, unit)}),
        units=len(units),
        units_inspected=sum(bool(published(store, unit)) for unit in units),
        rounds=_rounds(store, held),
        ratings=_ratings(store, held),
        key_questions=len(questions),
        key_questions_with_n=len([row for row in questions if row.denominator is not None]),
        measure_values=len(values),
        measure_values_with_n=len([row for row in values if row.denominator is not None]),
        averages=len([row for row in store.rows(models.Comparator) if row.measure_value_id in value_ids]),
        missing=_missing(store, held, units),
    )


def _rounds(store: Store, held: list[tuple]) -> tuple[HeldRound, ...]:
    def name(inspection: SimpleNamespace) -> str:
        return store.row(models.Framework, inspection.framework_id).name

    rows = []
    for label, framework in {(inspection.round, name(inspection)) for _, inspection in held}:
        these = [edition for edition, inspection in held if (inspection.round, name(inspection)) == (label, framework)]
        reports = [edition for edition in these if edition.report_id is not None]
        rows.append(HeldRound(round=label, framework=framework, inspections=len(these), reports=len(reports)))
    return tuple(sorted(rows, key=lambda row: (row.round, row.framework), reverse=True))


def _ratings(store: Store, held: list[tuple]) -> tuple[OriginCount, ...]:
    rows = []
    for origin in Origin:
        overall = [edition for edition, _ in held if edition.overall_rating]
        standards = [row for edition, _ in held for row in store.of(models.StandardRating, edition)]
        counts = {
            "overall": sum(sourced(store, row.overall_rating_citation_id).origin == origin for row in overall),
            "standards": sum(sourced(store, row.citation_id).origin == origin for row in standards),
        }
        if any(counts.values()):
            rows.append(OriginCount(origin=origin, **counts))
    return tuple(rows)


def _missing(store: Store, held: list[tuple], units: list[SimpleNamespace]) -> dict[Absence, int]:
    none_recorded = 0
    for unit in units:
        neighbours = [other for other in units if other.region_id == unit.region_id]
        rounds = {inspection.round for other in neighbours for _, inspection in published(store, other)}
        none_recorded += len(rounds - {inspection.round for _, inspection in published(store, unit)})
    return {
        Absence.NO_INSPECTION_RECORDED: none_recorded,
        Absence.REPORT_NOT_HELD: len([edition for edition, _ in held if edition.report_id is None]),
        Absence.NOT_IN_REPORT: len([row for row, _ in held if row.report_id is not None and row.overall_rating == ""]),
        Absence.NO_EARLIER_INSPECTION: len([unit for unit in units if len(published(store, unit)) == 1]),
    }


def reference_facts(store: Store) -> ReferenceFacts:
    pairs = [
        (store.row(models.Framework, row.later_id), store.row(models.Framework, row.earlier_id), row.source)
        for row in store.rows(models.Comparability)
    ]
    return ReferenceFacts(
        frameworks=tuple(_framework(store, row) for row in _newest_first(store.rows(models.Framework))),
        comparabilities=tuple(
            ComparabilityRow(earlier=earlier.name, later=later.name, source=source)
            for later, earlier, source in sorted(pairs, key=lambda pair: (pair[0].code, pair[1].code))
        ),
        themes=tuple(
            ThemeRow(name=row.name, slug=row.slug, description=row.description)
            for row in sorted(store.rows(models.Theme), key=lambda row: row.position)
        ),
        events=naive_history.policy_events(store),
    )


def _newest_first(frameworks: list[SimpleNamespace]) -> list[SimpleNamespace]:
    """One whose beginning is not known stands last."""
    in_order = sorted(frameworks, key=lambda row: row.code)
    known = [row for row in in_order if row.used_from]
    unknown = [row for row in in_order if not row.used_from]
    return sorted(known, key=lambda row: row.used_from, reverse=True) + unknown


def _framework(store: Store, row: SimpleNamespace) -> FrameworkRow:
    bands = [band for band in store.rows(models.RatingBand) if band.framework_id == row.id]
    return FrameworkRow(
        name=row.name,
        max_score=row.max_score,
        standards=len([standard for standard in store.rows(models.Standard) if standard.framework_id == row.id]),
        used_from=precise(row.used_from, row.used_from_precision),
        used_until=precise(row.used_until, row.used_until_precision),
        source=row.source,
        bands=len(bands),
        verified_bands=len([band for band in bands if band.status == "verified"]),
    )
