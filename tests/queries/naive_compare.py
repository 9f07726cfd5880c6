"""The comparison of delivery units once more, as plainly as can be: see `naive`."""

import datetime
from types import SimpleNamespace

from django.utils import timezone

from inspections import models
from inspections.rows import (
    Absence,
    ComparedMeasure,
    ComparedQuestion,
    ComparedUnit,
    Comparison,
    InspectionRow,
    KeyQuestionRow,
    MeasureRow,
    Place,
    RatingCell,
    Strand,
    ThemedRecommendation,
)
from tests.queries import naive
from tests.queries.naive import Store


def compared_units(store: Store, slugs: list[str], label: str = "") -> Comparison:
    chosen = []
    for slug in slugs:
        for unit in store.rows(models.DeliveryUnit):
            if unit.slug == slug:
                chosen.append((unit, *_edition(store, unit, label)))
    standards = _standards(store, chosen)
    return Comparison(
        units=tuple(_unit(store, each, standards, label) for each in chosen),
        standards=tuple(Place(name=theme.name, slug=theme.slug) for theme in standards),
        questions=_questions(store, chosen, label),
        measures=_measures(store, chosen, label),
        recurring=_recurring(store, chosen),
    )


def _edition(store: Store, unit: SimpleNamespace, label: str) -> tuple:
    """The published edition of the round, or of the newest, with its inspection."""
    if label:
        return naive.edition_in(store, unit, label)
    found = naive.published(store, unit)
    return max(found, key=lambda pair: pair[1].round) if found else (None, None)


def _themes_of(store: Store, inspection: SimpleNamespace | None) -> set[str]:
    if inspection is None:
        return set()
    return {naive.theme_of(store, row) for row in naive.standards_in_order(store, inspection.framework_id)}


def _standards(store: Store, chosen: list[tuple]) -> list[SimpleNamespace]:
    slugs = set().union(*(_themes_of(store, inspection) for _, _, inspection in chosen)) if chosen else set()
    themes = [theme for theme in store.rows(models.StandardTheme) if theme.slug in slugs]
    return sorted(themes, key=lambda theme: theme.position)


def _why(store: Store, edition, inspection, label: str, theme: str = "") -> Absence:
    if edition is None:
        return Absence.NO_INSPECTION_RECORDED if label else Absence.NOTHING_RECORDED
    if theme and theme not in _themes_of(store, inspection):
        return Absence.NOT_IN_FRAMEWORK
    return naive.absence(edition)


def _unit(store: Store, each: tuple, standards: list[SimpleNamespace], label: str) -> ComparedUnit:
    unit, edition, inspection = each
    themes = {theme.slug for theme in standards}
    missing = {theme: RatingCell(absence=_why(store, edition, inspection, label, theme)) for theme in themes}
    region = naive.place(store.row(models.Region, unit.region_id))
    why = _why(store, edition, inspection, label)
    if edition is None:
        overall = RatingCell(absence=why)
        row = InspectionRow(unit=naive.place(unit), round=label, overall=overall, standards=missing)
        return ComparedUnit(region=region, inspection=row, absence=why)
    own = _themes_of(store, inspection)
    row = naive.inspection_row(store, unit, edition, inspection, own)
    for theme in themes - own:
        row.standards[theme] = missing[theme]
    return ComparedUnit(
        region=region,
        inspection=row,
        absence=why,
        changed=_changed(store, edition),
        recommendation_count=edition.recommendation_count,
        recommendation_count_source=naive.sourced(store, edition.recommendation_count_citation_id),
        recommendations=_recommendations(store, unit, edition),
        strengths=_strengths(store, edition),
    )


def _changed(store: Store, edition) -> datetime.date:
    published = store.row(models.Release, edition.release_id).published_at
    return published.astimezone(timezone.get_default_timezone()).date()


def _recommendations(store: Store, unit, edition) -> tuple[ThemedRecommendation, ...]:
    rows = sorted(store.of(models.Recommendation, edition), key=lambda row: row.id)
    texts = naive.recommendations_of_inspection(store, edition)
    return tuple(
        ThemedRecommendation(
            unit=naive.place(unit),
            edition=naive.edition_row(store, edition),
            recommendation=text,
            themes=tuple(theme.name for theme in _themes(store, row)),
        )
        for row, text in zip(rows, texts, strict=True)
    )


def _themes(store: Store, recommendation) -> list[SimpleNamespace]:
    links = [row for row in store.rows(models.RecommendationTheme) if row.recommendation_id == recommendation.id]
    return sorted((store.row(models.Theme, link.theme_id) for link in links), key=lambda theme: theme.position)


def _recurring(store: Store, chosen: list[tuple]) -> tuple[str, ...]:
    found = {
        (theme.position, theme.name)
        for _, edition, _ in chosen
        for row in store.of(models.Recommendation, edition)
        for theme in _themes(store, row)
    }
    return tuple(name for _, name in sorted(found))


def _strengths(store: Store, edition) -> tuple:
    """Runs of strengths on one standard or section: what stands between them is left out before."""
    runs = []
    for finding in sorted(store.of(models.Finding, edition), key=lambda row: row.position):
        if finding.kind != "strength":
            continue
        if not runs or (runs[-1][0].area, runs[-1][0].standard_id) != (finding.area, finding.standard_id):
            runs.append([])
        runs[-1].append(finding)
    return tuple(naive._finding_group(store, run) for run in runs)


def _questions(store: Store, chosen: list[tuple], label: str) -> tuple[ComparedQuestion, ...]:
    asked = {}
    for _, edition, _ in chosen:
        for result in store.of(models.KeyQuestionResult, edition):
            question = store.row(models.KeyQuestion, result.key_question_id)
            standard = store.row(models.Standard, question.standard_id)
            theme = store.row(models.StandardTheme, standard.theme_id)
            order = (theme.position, question.number, question.id)
            asked[order] = (theme, standard, question)
    lines = {}
    for order in sorted(asked):
        theme, standard, question = asked[order]
        same = question.strand or (standard.framework_id, question.number)
        lines.setdefault((theme.slug, same), (theme, standard, question))
    return tuple(
        ComparedQuestion(
            theme=naive.place(theme),
            strand=Strand(question.strand) if question.strand else None,
            cells=tuple(_answer(store, each, label, (theme, standard, question)) for each in chosen),
        )
        for theme, standard, question in lines.values()
    )


def _answer(store: Store, each: tuple, label: str, asked: tuple) -> KeyQuestionRow:
    (unit, edition, inspection), (theme, standard, question) = each, asked
    if edition is not None:
        for row in naive.key_questions_of_inspection(store, edition):
            of_framework = inspection.framework_id == standard.framework_id and row.number == question.number
            is_it = row.strand == question.strand if question.strand else row.strand is None and of_framework
            if row.theme == theme.slug and is_it:
                return row
    report = store.row(models.Source, edition.report_id) if edition else None
    is_same = inspection is not None and inspection.framework_id == standard.framework_id
    return KeyQuestionRow(
        standard=theme.name,
        theme=theme.slug,
        number=question.number,
        strand=Strand(question.strand) if question.strand else None,
        text=question.text if is_same else "",
        percentage=None,
        numerator=None,
        denominator=None,
        numerator_is_inferred=False,
        source=None,
        unit=naive.place(unit),
        edition=naive.edition_row(store, edition) if edition else None,
        report_title=report.title if report else "",
        absence=_why(store, edition, inspection, label, theme.slug),
        framework=store.row(models.Framework, inspection.framework_id).name if inspection else "",
    )


def _measures(store: Store, chosen: list[tuple], label: str) -> tuple[ComparedMeasure, ...]:
    held = {value.measure_id for _, edition, _ in chosen for value in store.of(models.MeasureValue, edition)}
    measures = sorted(
        (store.row(models.Measure, pk) for pk in held), key=lambda row: (not row.is_headline, row.position)
    )
    return tuple(
        ComparedMeasure(
            measure=naive.measure_definition(measure),
            cells=tuple(_values(store, each, label, measure) for each in chosen),
        )
        for measure in measures
    )


def _values(store: Store, each: tuple, label: str, measure) -> tuple[MeasureRow, ...]:
    unit, edition, inspection = each
    rows = naive.measures_of_inspection(store, unit, edition) if edition else ()
    of_measure = tuple(row for row in rows if row.measure.slug == measure.slug)
    missing = MeasureRow(
        unit=naive.place(unit),
        measure=naive.measure_definition(measure),
        absence=_why(store, edition, inspection, label),
        edition=naive.edition_row(store, edition) if edition else None,
    )
    return of_measure or (missing,)
