"""What was read of a report, in the order a person checks it. Every item has the line it stands at."""

from dataclasses import dataclass

from inspections.importing.checks.dates import date_words
from inspections.models import Measure
from inspections.rows import FindingKind, PreciseDate

KINDS = {
    FindingKind.STRENGTH: "Strengths",
    FindingKind.AREA_FOR_IMPROVEMENT: "Areas for improvement",
    FindingKind.FINDING: "Findings",
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that was read; `line` is None and `value` "" where it was not."""

    label: str
    value: str
    line: int | None = None
    is_by_staff: bool = False


def read_out(found):
    """Everything that recording would store, by part of the report."""
    report = found.report
    return {
        "identity": _identity(report),
        "sample": _sample(report),
        "standards": [_standard(standard) for standard in report.standards],
        "sections": [_section(section) for section in report.sections if section.findings or section.quotations],
        "recommendations": report.recommendations,
        "measures": _measures(report),
        "counts": _counts(report),
    }


def _item(label, stated):
    if stated is None:
        return Item(label=label, value="")
    words = date_words(stated.value) if isinstance(stated.value, PreciseDate) else str(stated.value)
    return Item(label=label, value=words, line=stated.line, is_by_staff=stated.is_by_staff)


def _identity(report):
    score = _item("Score", report.score)
    if report.score and report.max_score:
        score = Item(
            label="Score",
            value=f"{report.score.value} out of {report.max_score.value}",
            line=report.score.line,
            is_by_staff=report.score.is_by_staff or report.max_score.is_by_staff,
        )
    facts = {
        "Title": report.title,
        "Delivery unit": report.pdu,
        "Region": report.region,
        "Published": report.published,
        "Start in the ratings table": report.work_started,
        "Start of fieldwork": report.fieldwork_started,
        "Lead inspector": report.lead_inspector,
        "ISBN": report.isbn,
        "Overall rating": report.overall_rating,
    }
    address = [Item(label="Address the page gives itself", value=report.address)] if report.address else []
    return [*(_item(label, stated) for label, stated in facts.items()), score, *address]


def _sample(report):
    sample, survey = report.sample, report.survey
    facts = {
        "Cases inspected": sample.cases,
        "Community orders": sample.community_orders,
        "Releases on licence": sample.releases_on_licence,
        "Interviews with practitioners": sample.practitioner_interviews,
        "People on probation asked": survey.people,
        "Asked by": survey.conducted_by,
    }
    return [_item(label, stated) for label, stated in facts.items()]


def _standard(standard):
    return {
        "code": standard.code,
        "name": standard.name,
        "line": standard.line,
        "rating": _item("Rating", standard.rating),
        "summary": _item("Summary", standard.summary),
        "questions": standard.key_questions,
        "groups": _groups(standard.findings),
    }


def _section(section):
    return {
        "title": section.title,
        "line": section.line,
        "groups": _groups(section.findings),
        "quotations": section.quotations,
    }


def _groups(findings):
    """The findings of a list by their kind, in the order of the report."""
    groups = {}
    for finding in findings:
        groups.setdefault(finding.kind, []).append(finding)
    return [{"heading": KINDS[kind], "findings": listed} for kind, listed in groups.items()]


def _measures(report):
    names = dict(Measure.objects.values_list("slug", "name"))
    return [
        Item(
            label=names[value.slug],
            value=f"{value.value.normalize():f}{'%' if value.unit == '%' else ''}",
            line=report.figures[value.figure].line,
        )
        for value in report.measure_values
        if value.slug in names
    ]


def _counts(report):
    parts = (*report.standards, *report.sections)
    return {
        "standards": sum(standard.rating is not None for standard in report.standards),
        "questions": sum(q.percentage is not None for standard in report.standards for q in standard.key_questions),
        "findings": sum(len(part.findings) for part in parts),
        "quotations": sum(len(section.quotations) for section in report.sections),
        "recommendations": len(report.recommendations),
        "figures": len(report.figures),
        "paragraphs": len(report.paragraphs),
        "furniture": len(report.furniture),
    }
