"""What every page about one inspection begins with."""

from typing import cast

from inspections.models import DeliveryUnit, Edition, Release
from inspections.queries.sourcing import changed, date_row, rating_cell, sourced
from inspections.rows import InspectionSummary, Place, ReportRow


def inspection_summary(edition: Edition) -> InspectionSummary:
    """Where, when, the outcome, and what it is told from. One statement, beside those of `published_edition`."""
    inspection = edition.inspection
    unit, release = cast(DeliveryUnit, inspection.delivery_unit), cast(Release, edition.release)
    return InspectionSummary(
        unit=Place(name=unit.name, slug=unit.slug),
        region=Place(name=unit.region.name, slug=unit.region.slug),
        round=inspection.round,
        framework=inspection.framework.name,
        overall=rating_cell(edition.overall_rating, edition.overall_rating_citation, edition),
        score=edition.score,
        max_score=edition.max_score,
        score_source=sourced(edition.score_citation),
        is_score_queried=edition.is_score_queried,
        dates=tuple(date_row(row) for row in edition.dates_held),
        report=_report_row(edition),
        recommendation_count=edition.recommendation_count,
        recommendation_count_source=sourced(edition.recommendation_count_citation),
        note=edition.note,
        evidence=sourced(edition.citations.select_related("source").filter(key=f"{inspection.key}-inspection").first()),
        release=release.number,
        changed=changed(edition),
    )


def _report_row(edition: Edition) -> ReportRow | None:
    if edition.report is None:
        return None
    return ReportRow(
        title=edition.report.title,
        url=edition.report.url,
        isbn=edition.isbn,
        isbn_source=sourced(edition.isbn_citation),
        lead_inspector=edition.lead_inspector,
        lead_inspector_source=sourced(edition.lead_inspector_citation),
        key=edition.report.key,
    )
