"""A parsed report as the object that `import_report --json` prints: the contract is `docs/report-json.md`."""

from collections.abc import Iterable
from decimal import Decimal

from inspections.importing.parsed import (
    ParsedFigure,
    ParsedFinding,
    ParsedParagraph,
    ParsedQuotation,
    ParsedRecommendation,
    ParsedReport,
    ParsedSample,
    ParsedSection,
    ParsedStandard,
    Placed,
    Problem,
    Stated,
)
from inspections.rows import ParagraphRole, PreciseDate, Precision, SectionKind

Json = dict[str, object]

# Sections with keys of their own, and what is furniture to a reader of the report.
NOT_SECTIONS = (SectionKind.COVER, SectionKind.RATINGS, SectionKind.RECOMMENDATIONS, SectionKind.STANDARD)
NOT_PARAGRAPHS = (ParagraphRole.HEADING, ParagraphRole.FINDING, ParagraphRole.QUOTATION, ParagraphRole.RATING)
DATE_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def as_json(report: ParsedReport) -> Json:
    """The whole object, ready for `json.dumps`."""
    return {
        "report": _identity(report),
        "sample": _sample(report.sample),
        "standards": [_standard(standard) for standard in report.standards],
        "sections": [_section(section) for section in report.sections if _is_section(section)],
        "recommendations": [_recommendation(recommendation) for recommendation in report.recommendations],
        "figures": [_figure(figure) for figure in report.figures],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _identity(report: ParsedReport) -> Json:
    return {
        "title": report.title.value,
        "pdu": report.pdu.value,
        "region": _value(report.region),
        "published": _date(report.published),
        "isbn": _value(report.isbn),
        "lead_inspector": _value(report.lead_inspector),
        "work_started": _date(report.work_started),
        "fieldwork_started": _date(report.fieldwork_started),
        "overall_rating": _value(report.overall_rating),
        "score": _value(report.score),
        "max_score": _value(report.max_score),
    }


def _sample(sample: ParsedSample) -> Json:
    return {
        "community_orders": _value(sample.community_orders),
        "releases_on_licence": _value(sample.releases_on_licence),
        "cases": _value(sample.cases),
        "practitioner_interviews": _value(sample.practitioner_interviews),
    }


def _standard(standard: ParsedStandard) -> Json:
    questions = [
        {"number": question.number, "text": question.text, "percentage": _number(question.percentage), **_at(question)}
        for question in standard.key_questions
    ]
    return {
        "code": standard.code,
        "name": standard.name,
        "domain": standard.domain,
        "statement": _value(standard.statement),
        "rating": _value(standard.rating),
        "summary": _value(standard.summary),
        "key_questions": questions,
        "findings": [_finding(finding) for finding in standard.findings],
        "line": standard.line,
        "page": standard.page,
    }


def _is_section(section: ParsedSection) -> bool:
    """A chapter heading is furniture, unless something stands between it and its first standard."""
    return section.kind not in NOT_SECTIONS and (section.kind is not SectionKind.DOMAIN or bool(section.paragraphs))


def _section(section: ParsedSection) -> Json:
    kind = SectionKind.OTHER if section.kind is SectionKind.DOMAIN else section.kind
    return {
        "kind": kind.value,
        "title": section.title,
        "findings": [_finding(finding) for finding in section.findings],
        "quotes": _texts(section.quotations),
        "paragraphs": _texts(p for p in section.paragraphs if p.role not in NOT_PARAGRAPHS),
        "line": section.line,
        "page": section.page,
        "anchor": section.anchor or None,
    }


def _texts(items: Iterable[ParsedQuotation | ParsedParagraph]) -> list[Json]:
    return [{"text": item.text, **_at(item)} for item in items]


def _finding(finding: ParsedFinding) -> Json:
    return {"kind": finding.kind.value, "text": finding.text, "heading_lost": finding.heading_lost, **_at(finding)}


def _recommendation(recommendation: ParsedRecommendation) -> Json:
    return {
        "number": recommendation.number,
        "addressed_to": recommendation.addressed_to,
        "text": recommendation.text,
        **_at(recommendation),
    }


def _figure(figure: ParsedFigure) -> Json:
    return {
        "value": _number(figure.value),
        "unit": figure.unit,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "section": figure.section,
        "quote": figure.quote,
        **_at(figure),
    }


def _problem(problem: Problem) -> Json:
    return {
        "type": problem.type.value,
        "level": problem.level.value,
        "section": problem.section,
        "line": problem.line,
        "page": problem.page,
        "message": problem.message,
        "text": problem.text,
    }


def _at(item: Placed) -> Json:
    return {"line": item.line, "page": item.page}


def _value(stated: Stated[object] | None) -> object:
    return stated.value if stated else None


def _date(stated: Stated[PreciseDate] | None) -> Json | None:
    if stated is None:
        return None
    date, precision = stated.value.date, stated.value.precision
    return {"date": date.isoformat()[: DATE_LENGTHS[precision]], "precision": precision.value}


def _number(value: Decimal | None) -> int | float | None:
    """A whole number without a decimal point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
