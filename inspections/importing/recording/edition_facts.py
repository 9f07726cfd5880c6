"""Every fact a report states, written to one edition, each with the citation of its words.

Only what the report says is written. The one thing worked out here, the count behind a key question's percentage, is
stored as inferred.
"""

from inspections.importing.parsed import Stated
from inspections.importing.recording.write_findings import (
    write_figures,
    write_findings,
    write_quotations,
    write_recommendations,
)
from inspections.importing.recording.write_judgements import write_judgements
from inspections.importing.recording.write_measures import write_measure_values
from inspections.importing.recording.writing import Writing
from inspections.models import DateKind, EditionDate, SampleCount, SampleKind
from inspections.rows import PreciseDate


def write_facts(writing: Writing) -> None:
    """Write all facts of a report to an edition that has none."""
    _write_identity(writing)
    _write_dates(writing)
    _write_sample(writing)
    write_judgements(writing)
    findings = write_findings(writing)
    write_quotations(writing, findings)
    write_recommendations(writing)
    figures = write_figures(writing, findings)
    write_measure_values(writing, figures)


def _write_identity(writing: Writing) -> None:
    edition, report = writing.edition, writing.report
    if report.overall_rating:
        edition.overall_rating = report.overall_rating.value
        edition.overall_rating_citation = writing.cite_stated(report.overall_rating, "overall-rating")
    if report.score and report.max_score and 0 <= report.score.value <= report.max_score.value:
        edition.score, edition.max_score = report.score.value, report.max_score.value
        edition.score_citation = writing.cite_stated(report.score, "score")
    if report.lead_inspector:
        edition.lead_inspector = report.lead_inspector.value
        edition.lead_inspector_citation = writing.cite_stated(report.lead_inspector, "lead-inspector")
    if report.isbn:
        edition.isbn = report.isbn.value
        edition.isbn_citation = writing.cite_stated(report.isbn, "isbn")
    edition.save()


def _write_dates(writing: Writing) -> None:
    report = writing.report
    dates: dict[DateKind, Stated[PreciseDate] | None] = {
        DateKind.PUBLISHED: report.published,
        DateKind.WORK_STARTED: report.work_started,
        DateKind.FIELDWORK_STARTED: report.fieldwork_started,
    }
    starts = [stated.value for kind, stated in dates.items() if stated and kind != DateKind.PUBLISHED]
    for kind, stated in dates.items():
        if stated:
            EditionDate.objects.create(
                edition=writing.edition,
                citation=writing.cite_stated(stated, kind.value.replace("_", "-")),
                kind=kind,
                label=stated.label,
                date=stated.value.date,
                date_precision=stated.value.precision.value,
                is_queried=kind != DateKind.PUBLISHED and len(set(starts)) > 1,
            )


def _write_sample(writing: Writing) -> None:
    sample, survey = writing.report.sample, writing.report.survey
    counts = {
        SampleKind.COMMUNITY_ORDERS: sample.community_orders,
        SampleKind.RELEASES_ON_LICENCE: sample.releases_on_licence,
        SampleKind.CASES: sample.cases,
        SampleKind.PRACTITIONER_INTERVIEWS: sample.practitioner_interviews,
        SampleKind.SURVEYED: survey.people,
    }
    for kind, stated in counts.items():
        if stated:
            asked_by = survey.conducted_by if kind == SampleKind.SURVEYED else None
            SampleCount.objects.create(
                edition=writing.edition,
                citation=writing.cite_stated(stated, kind.value.replace("_", "-")),
                kind=kind,
                count=stated.value,
                counted_by=asked_by.value if asked_by else "",
            )
