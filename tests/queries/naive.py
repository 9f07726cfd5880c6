"""The queries once more, as plainly as can be: every row of every table, no join, no filter, loops in Python.

What is the same in both versions has to be right twice.
"""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

from django.utils.timezone import localdate

from inspections import models
from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    ComparatorRow,
    DateRow,
    Direction,
    EarlierRatings,
    EditionRow,
    FindingGroup,
    FindingKind,
    FindingRow,
    InspectionRow,
    KeyQuestionRow,
    LatestInspection,
    Lowest,
    MeasureDefinition,
    MeasureRow,
    Origin,
    Place,
    PreciseDate,
    Precision,
    QuotationRow,
    RatingCell,
    RecommendationRow,
    RegionSize,
    RegionSummary,
    RoundRatings,
    SampleRow,
    Sourced,
    StandardRow,
    Strand,
    UnitSummary,
)

ORIGINS = {
    "report": Origin.REPORT,
    "press_release": Origin.PRESS_RELEASE,
    "page": Origin.PAGE,
    "table": Origin.PAGE,
    "press": Origin.PRESS,
}
SAMPLE_ORDER = ["community_orders", "releases_on_licence", "cases", "practitioner_interviews", "surveyed"]
LATEST = 9999


class Store:
    """The rows of every table, read whole when first asked for."""

    def __init__(self):
        self.tables = {}

    def rows(self, model) -> list[SimpleNamespace]:
        if model not in self.tables:
            self.tables[model] = {row["id"]: SimpleNamespace(**row) for row in model._base_manager.order_by().values()}
        return list(self.tables[model].values())

    def row(self, model, pk: int | None) -> SimpleNamespace | None:
        self.rows(model)
        return self.tables[model].get(pk)

    def of(self, model, edition: SimpleNamespace | None) -> list[SimpleNamespace]:
        """The rows of an edition."""
        return [row for row in self.rows(model) if edition and row.edition_id == edition.id]


# --- Parts


def by_name(rows: list[SimpleNamespace]) -> list[SimpleNamespace]:
    return sorted(rows, key=lambda row: row.name.lower())


def place(row: SimpleNamespace) -> Place:
    return Place(name=row.name, slug=row.slug)


def sourced(store: Store, citation_id: int | None) -> Sourced | None:
    citation = store.row(models.Citation, citation_id)
    if citation is None:
        return None
    document = store.row(models.Source, citation.source_id)
    return Sourced(
        key=citation.key,
        origin=Origin.STAFF if citation.basis == "staff" else ORIGINS[document.kind],
        title=document.title,
        url=document.url,
        page=citation.page,
        line=citation.line,
        quote=citation.quote,
        corrected_in=citation.corrected_in_id,
    )


def edition_row(store: Store, edition: SimpleNamespace) -> EditionRow:
    inspection = store.row(models.Inspection, edition.inspection_id)
    unit = store.row(models.DeliveryUnit, inspection.delivery_unit_id)
    began = inspected(store, edition)
    release = store.row(models.Release, edition.release_id)
    return EditionRow(
        region=place(store.row(models.Region, unit.region_id)),
        round=inspection.round,
        framework=store.row(models.Framework, inspection.framework_id).name,
        release=release.number,
        inspected=began.date if began else None,
        changed=localdate(release.published_at),
    )


def absence(edition: SimpleNamespace | None) -> Absence:
    if edition is None:
        return Absence.NO_INSPECTION_RECORDED
    return Absence.REPORT_NOT_HELD if edition.report_id is None else Absence.NOT_IN_REPORT


def cell(store: Store, rating: str, citation_id: int | None, edition: SimpleNamespace | None) -> RatingCell:
    if rating == "":
        return RatingCell(absence=absence(edition))
    return RatingCell(rating=Rating(rating), source=sourced(store, citation_id))


def precise(date, precision) -> PreciseDate | None:
    return None if date is None else PreciseDate(date=date, precision=Precision(precision))


def date_of(store: Store, edition: SimpleNamespace, *kinds: str) -> DateRow | None:
    """The date of the first kind of which there is one."""
    meanings = dict(models.DateKind.choices)
    for kind in kinds:
        for row in store.of(models.EditionDate, edition):
            if row.kind == kind:
                return DateRow(
                    meaning=meanings[kind],
                    label=row.label,
                    date=precise(row.date, row.date_precision),
                    is_queried=row.is_queried,
                    source=sourced(store, row.citation_id),
                )
    return None


def inspected(store: Store, edition: SimpleNamespace) -> DateRow | None:
    return date_of(store, edition, "fieldwork_started", "work_started")


def published(store: Store, unit: SimpleNamespace | None = None) -> list[tuple[SimpleNamespace, SimpleNamespace]]:
    """Published editions of delivery units, or of one, with their inspections."""
    found = []
    for edition in store.rows(models.Edition):
        inspection = store.row(models.Inspection, edition.inspection_id)
        if edition.state != "published" or inspection.delivery_unit_id is None:
            continue
        if unit is None or inspection.delivery_unit_id == unit.id:
            found.append((edition, inspection))
    return found


def edition_in(store: Store, unit: SimpleNamespace, label: str) -> tuple:
    for edition, inspection in published(store, unit):
        if inspection.round == label:
            return edition, inspection
    return None, None


def units_of(store: Store, region_slug: str) -> list[SimpleNamespace]:
    regions = {row.id for row in store.rows(models.Region) if row.slug == region_slug}
    return by_name([unit for unit in store.rows(models.DeliveryUnit) if unit.region_id in regions])


def standards_in_order(store: Store, framework_id: int) -> list[SimpleNamespace]:
    rows = [row for row in store.rows(models.Standard) if row.framework_id == framework_id]
    return sorted(rows, key=lambda row: row.position)


def theme_of(store: Store, standard: SimpleNamespace | None) -> str:
    return store.row(models.StandardTheme, standard.theme_id).slug if standard else ""


def plain(number: Decimal) -> Decimal:
    whole = int(number)
    return Decimal(whole) if whole == number else Decimal(str(number).rstrip("0"))


# --- Queries


def inspection_row(store: Store, unit, edition, inspection, columns=()) -> InspectionRow:
    cells = {}
    for theme in columns:
        cells[theme] = RatingCell(absence=absence(edition))
        for rating in store.of(models.StandardRating, edition):
            if theme_of(store, store.row(models.Standard, rating.standard_id)) == theme:
                cells[theme] = cell(store, rating.rating, rating.citation_id, edition)
    return InspectionRow(
        unit=place(unit),
        round=inspection.round,
        overall=cell(store, edition.overall_rating, edition.overall_rating_citation_id, edition),
        inspected=inspected(store, edition),
        published=date_of(store, edition, "published"),
        score=edition.score,
        max_score=edition.max_score,
        score_source=sourced(store, edition.score_citation_id),
        standards=cells,
        is_report_held=edition.report_id is not None,
        edition=edition_row(store, edition),
    )


def columns_of(store: Store, framework_id: int) -> list[str]:
    return [theme_of(store, standard) for standard in standards_in_order(store, framework_id)]


def earlier(store: Store, unit: SimpleNamespace, label: str, framework_id: int) -> EarlierRatings | None:
    """The last of the rounds before, in the order of their labels."""
    last = None
    for other in sorted({inspection.round for _, inspection in published(store, unit)}):
        if other < label:
            last = other
    if last is None:
        return None
    edition, inspection = edition_in(store, unit, last)
    row = inspection_row(store, unit, edition, inspection, columns_of(store, inspection.framework_id))
    said = ""
    for pair in store.rows(models.Comparability):
        if (pair.earlier_id, pair.later_id) == (inspection.framework_id, framework_id):
            said = pair.source
    return EarlierRatings(
        round=last,
        framework=store.row(models.Framework, inspection.framework_id).name,
        overall=row.overall,
        standards=row.standards,
        is_comparable=inspection.framework_id == framework_id or bool(said),
        comparability=said,
    )


def region_ratings(store: Store, region_slug: str) -> tuple[RoundRatings, ...]:
    units = units_of(store, region_slug)
    grids = set()
    for unit in units:
        for _, inspection in published(store, unit):
            grids.add((inspection.round, store.row(models.Framework, inspection.framework_id).code))
    return tuple(_grid(store, units, label, code) for label, code in sorted(grids, reverse=True))


def _grid(store: Store, units: list[SimpleNamespace], label: str, code: str) -> RoundRatings:
    (framework,) = [row for row in store.rows(models.Framework) if row.code == code]
    standards = standards_in_order(store, framework.id)
    columns = [theme_of(store, standard) for standard in standards]
    missing = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
    rows = []
    for unit in units:
        edition, inspection = edition_in(store, unit, label)
        before = earlier(store, unit, label, framework.id)
        if edition is None:
            cells = dict.fromkeys(columns, missing)
            rows.append(InspectionRow(unit=place(unit), round=label, overall=missing, standards=cells, earlier=before))
        elif inspection.framework_id == framework.id:
            rows.append(replace(inspection_row(store, unit, edition, inspection, columns), earlier=before))
    return RoundRatings(
        round=label,
        framework=framework.name,
        max_score=framework.max_score,
        themes=tuple(Place(name=row.name, slug=theme_of(store, row)) for row in standards),
        rows=tuple(rows),
    )


def rounds_of_unit(store: Store, unit: SimpleNamespace) -> tuple[InspectionRow, ...]:
    rows = []
    for edition, inspection in published(store, unit):
        row = inspection_row(store, unit, edition, inspection, columns_of(store, inspection.framework_id))
        rows.append(replace(row, earlier=earlier(store, unit, inspection.round, inspection.framework_id)))
    return tuple(sorted(rows, key=lambda row: row.round, reverse=True))


def regions_with_units(store: Store) -> tuple[RegionSummary, ...]:
    summaries = []
    for region in by_name(store.rows(models.Region)):
        units = []
        for unit in units_of(store, region.slug):
            rounds = rounds_of_unit(store, unit)
            units.append(UnitSummary(unit=place(unit), latest=latest(rounds[0]) if rounds else None))
        if units:
            summaries.append(RegionSummary(region=place(region), units=tuple(units)))
    return tuple(summaries)


def latest(row: InspectionRow) -> LatestInspection:
    return LatestInspection(round=row.round, overall=row.overall, is_report_held=row.is_report_held)


def region_sizes(store: Store) -> tuple[RegionSize, ...]:
    return tuple(RegionSize(region=summary.region, units=len(summary.units)) for summary in regions_with_units(store))


def measure_definition(measure: SimpleNamespace) -> MeasureDefinition:
    return MeasureDefinition(
        name=measure.name,
        slug=measure.slug,
        unit=measure.unit,
        direction=Direction(measure.direction),
        is_headline=measure.is_headline,
        description=measure.description,
    )


def measure_row(store: Store, unit, edition, value) -> MeasureRow:
    comparators = [row for row in store.rows(models.Comparator) if row.measure_value_id == value.id]
    report = store.row(models.Source, edition.report_id)
    began = inspected(store, edition)
    return MeasureRow(
        unit=place(unit),
        measure=measure_definition(store.row(models.Measure, value.measure_id)),
        value=plain(value.value),
        qualifier=value.qualifier,
        base=value.base,
        n=value.denominator,
        is_n_elsewhere=value.is_denominator_elsewhere,
        numerator=value.numerator,
        cohort=value.cohort,
        is_case_sample=value.is_case_sample,
        is_earlier=any(
            _newest_first(other) < _newest_first(value)
            for other in store.of(models.MeasureValue, edition)
            if (other.measure_id, other.cohort) == (value.measure_id, value.cohort)
        ),
        as_of=precise(value.as_of, value.as_of_precision),
        as_of_words=value.as_of_words,
        source=sourced(store, value.citation_id),
        inspected=began.date if began else None,
        report_title=report.title if report else "",
        edition=edition_row(store, edition),
        comparators=tuple(
            ComparatorRow(
                label=row.kind,
                value=plain(row.value),
                source=sourced(store, row.citation_id),
                as_of=precise(row.as_of, row.as_of_precision),
            )
            for row in sorted(comparators, key=lambda row: (row.kind, row.place))
        ),
    )


def _newest_first(value: SimpleNamespace) -> tuple:
    """Without a date it is of the inspection itself; of one date, that of the whole unit before that of a group."""
    return (-(value.as_of.toordinal() if value.as_of else LATEST**2), value.cohort)


def measure_in_region(store: Store, region_slug: str, measure_slug: str, label: str) -> tuple[MeasureRow, ...]:
    measures = [row for row in store.rows(models.Measure) if row.slug == measure_slug]
    if not measures:
        return ()
    rows = []
    for unit in units_of(store, region_slug):
        edition, _ = edition_in(store, unit, label)
        values = [row for row in store.of(models.MeasureValue, edition) if row.measure_id == measures[0].id]
        held = [measure_row(store, unit, edition, value) for value in sorted(values, key=_newest_first)]
        rows += [row for row in sorted(held, key=lambda row: row.cohort) if not row.is_earlier]
        rows += [row for row in sorted(held, key=lambda row: row.cohort) if row.is_earlier]
        if not values:
            rows.append(
                MeasureRow(
                    unit=place(unit),
                    measure=measure_definition(measures[0]),
                    absence=absence(edition),
                    edition=edition_row(store, edition) if edition else None,
                )
            )
    return tuple(rows)


def measures_of_inspection(store: Store, unit, edition) -> tuple[MeasureRow, ...]:
    def order(value: SimpleNamespace) -> tuple:
        measure = store.row(models.Measure, value.measure_id)
        return (not measure.is_headline, measure.position, *_newest_first(value))

    values = sorted(store.of(models.MeasureValue, edition), key=order)
    return tuple(measure_row(store, unit, edition, value) for value in values)


def key_questions_of_inspection(store: Store, edition, theme: str | None = None) -> tuple[KeyQuestionRow, ...]:
    asked = []
    for result in store.of(models.KeyQuestionResult, edition):
        question = store.row(models.KeyQuestion, result.key_question_id)
        standard = store.row(models.Standard, question.standard_id)
        if theme in (None, theme_of(store, standard)):
            asked.append((standard.position, question.number, standard, question, result))
    inspection = store.row(models.Inspection, edition.inspection_id)
    report = store.row(models.Source, edition.report_id)
    rows = []
    for _, _, standard, question, result in sorted(asked, key=lambda each: each[:2]):
        same_standard = [each[4].percentage for each in asked if each[2].id == standard.id]
        in_framework = [row for row in store.rows(models.KeyQuestion) if row.standard_id == standard.id]
        rows.append(
            KeyQuestionRow(
                standard=standard.name,
                theme=theme_of(store, standard),
                number=question.number,
                strand=Strand(question.strand) if question.strand else None,
                text=question.text,
                percentage=plain(result.percentage),
                numerator=result.numerator,
                denominator=result.denominator,
                numerator_is_inferred=result.counts_origin == "inferred",
                lowest=_lowest(result.percentage, same_standard, of=len(in_framework)),
                source=sourced(store, result.citation_id),
                unit=place(store.row(models.DeliveryUnit, inspection.delivery_unit_id)),
                edition=edition_row(store, edition),
                report_title=report.title if report else "",
                framework=store.row(models.Framework, inspection.framework_id).name,
            )
        )
    return tuple(rows)


def _lowest(percentage, same_standard: list, *, of: int) -> Lowest | None:
    """How it is the lowest, where all percentages of the standard are there to tell."""
    if len(same_standard) < of or any(other < percentage for other in same_standard):
        return None
    if of == 1:
        return Lowest.ONLY
    return Lowest.EQUAL if sum(other == percentage for other in same_standard) > 1 else Lowest.ALONE


def findings_of_inspection(store: Store, edition, theme: str | None = None) -> tuple[FindingGroup, ...]:
    """In the report's order: where it comes back to a standard, that is a group again."""
    runs = []
    for finding in sorted(store.of(models.Finding, edition), key=lambda row: row.position):
        standard = store.row(models.Standard, finding.standard_id)
        if theme is not None and theme_of(store, standard) != theme:
            continue
        if not runs or (runs[-1][0].area, runs[-1][0].standard_id) != (finding.area, finding.standard_id):
            runs.append([])
        runs[-1].append(finding)
    return tuple(_finding_group(store, run) for run in runs)


def _finding_group(store: Store, run: list[SimpleNamespace]) -> FindingGroup:
    standard = store.row(models.Standard, run[0].standard_id)
    section = store.row(models.Section, store.row(models.Citation, run[0].citation_id).section_id)
    area = dict(models.Area.choices)[run[0].area]
    return FindingGroup(
        title=standard.name if standard else section.title if section else area,
        theme=theme_of(store, standard),
        area=run[0].area,
        findings=tuple(
            FindingRow(
                text=finding.text,
                kind=FindingKind(finding.kind),
                is_kind_inferred=finding.is_kind_inferred,
                source=sourced(store, finding.citation_id),
            )
            for finding in run
        ),
    )


def standards_of_inspection(store: Store, edition, inspection) -> tuple[StandardRow, ...]:
    rows = []
    for standard in standards_in_order(store, inspection.framework_id):
        domain = store.row(models.Domain, standard.domain_id)
        row = {
            "name": standard.name,
            "code": standard.code,
            "theme": theme_of(store, standard),
            "domain": domain.name if domain else "",
            "statement": standard.statement,
            "cell": RatingCell(absence=absence(edition)),
        }
        for rating in store.of(models.StandardRating, edition):
            if rating.standard_id == standard.id:
                row["cell"] = cell(store, rating.rating, rating.citation_id, edition)
                row["statement"] = rating.statement or standard.statement
                row["summary"] = rating.summary
                row["summary_source"] = sourced(store, rating.summary_citation_id)
        rows.append(StandardRow(**row))
    return tuple(rows)


def quotations_of_inspection(store: Store, edition) -> tuple[QuotationRow, ...]:
    asked = [row.count for row in store.of(models.SampleCount, edition) if row.kind == "surveyed"]
    return tuple(
        QuotationRow(
            text=row.text,
            asked_by=row.asked_by,
            asked=asked[0] if asked else None,
            source=sourced(store, row.citation_id),
        )
        for row in sorted(store.of(models.Quotation, edition), key=lambda row: row.position)
    )


def recommendations_of_inspection(store: Store, edition) -> tuple[RecommendationRow, ...]:
    return tuple(
        RecommendationRow(
            number=row.number,
            addressed_to=row.addressed_to,
            text=row.text,
            source=sourced(store, row.citation_id),
        )
        for row in sorted(store.of(models.Recommendation, edition), key=lambda row: row.id)
    )


def sample_of_inspection(store: Store, edition) -> tuple[SampleRow, ...]:
    labels = dict(models.SampleKind.choices)
    return tuple(
        SampleRow(
            label=labels[row.kind],
            count=row.count,
            counted_by=row.counted_by,
            source=sourced(store, row.citation_id),
        )
        for row in sorted(store.of(models.SampleCount, edition), key=lambda row: SAMPLE_ORDER.index(row.kind))
    )
