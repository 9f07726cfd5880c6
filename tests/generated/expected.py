"""The object that docs/report-json.md asks for, computed from what the report says and from what its form lost."""

from collections import Counter
from collections.abc import Iterator

from tests.generated.model import Finding, Lists, PrintedDate, Prose, Recommendations, Report, Section, Standard

CHECKED_PROBLEMS = ("heading_lost", "two_values", "label_cut_off")
"""The types that the contract or the shipped report's expected object name. Others may come beside them."""


def expected_object(report: Report, *, label_cut_off: bool = False) -> dict:
    recommendations = next(part for part in report.parts if isinstance(part, Recommendations))
    return {
        "report": _identity(report),
        "sample": {
            "community_orders": report.community_orders,
            "releases_on_licence": report.releases_on_licence,
            "cases": report.cases,
            "practitioner_interviews": report.practitioner_interviews,
        },
        "standards": [_standard(standard) for standard in report.standards],
        "sections": [_section(part) for part in report.parts if isinstance(part, Section)],
        "recommendations": [
            {"number": item.number, "addressed_to": item.addressed_to, "text": item.text}
            for item in recommendations.items
        ],
        "figures": list(_figures(report)),
        "problems": dict(_problems(report, label_cut_off=label_cut_off)),
    }


def _identity(report: Report) -> dict:
    return {
        "title": report.title,
        "pdu": report.pdu,
        "region": report.region,
        "published": _date(report.published),
        "isbn": report.isbn,
        "lead_inspector": report.lead_inspector,
        "work_started": _date(report.ratings.started),
        "fieldwork_started": _date(report.fieldwork_started),
        "overall_rating": str(report.overall_rating),
        "score": report.score,
        "max_score": report.max_score,
    }


def _date(date: PrintedDate | None) -> dict | None:
    return {"date": date.date, "precision": date.precision} if date else None


def _standard(standard: Standard) -> dict:
    return {
        "code": standard.code,
        "name": standard.name,
        "domain": standard.domain,
        "statement": standard.statement,
        "rating": str(standard.rating),
        "summary": standard.summary.text,
        "key_questions": [
            {"number": number, "text": question.text, "percentage": question.percentage}
            for number, question in enumerate(standard.key_questions, start=1)
        ],
        "findings": list(_findings(standard.lists)),
    }


def _section(section: Section) -> dict:
    paragraphs = [*section.paragraphs, *((section.footnote.prose,) if section.footnote else ())]
    return {
        "kind": section.kind,
        "title": section.title,
        "findings": list(_findings(section.lists)),
        "quotes": [{"text": quote} for finding in section.lists.plain for quote in finding.quotes],
        "paragraphs": [{"text": paragraph.text} for paragraph in paragraphs],
    }


def _findings(lists: Lists) -> Iterator[dict]:
    for findings, kind in (
        (lists.strengths, "strength"),
        (lists.areas, "area_for_improvement"),
        (lists.plain, "finding"),
    ):
        for finding in findings:
            lost = kind == "area_for_improvement" and lists.heading_lost
            yield {"kind": kind, "text": finding.prose.text, "heading_lost": lost}


def _figures(report: Report) -> Iterator[dict]:
    for part in report.parts:
        match part:
            case Standard():
                yield from _figures_of(part.name, part.summary, *_proses(part.lists))
            case Section():
                yield from _figures_of(part.title, *part.paragraphs, *_proses(part.lists))


def _proses(lists: Lists) -> tuple[Prose, ...]:
    findings: tuple[Finding, ...] = lists.strengths + lists.areas + lists.plain
    return tuple(finding.prose for finding in findings)


def _figures_of(section: str, *proses: Prose) -> Iterator[dict]:
    for prose in proses:
        for sentence in prose.sentences:
            quote = Prose((sentence,)).text
            for figure in sentence.figures:
                yield {
                    "value": figure.value,
                    "unit": figure.unit,
                    "numerator": figure.numerator,
                    "denominator": figure.denominator,
                    "section": section,
                    "quote": quote,
                }


def _problems(report: Report, *, label_cut_off: bool) -> Counter:
    """How often each checked type has to come."""
    lost = sum(
        part.lists.heading_lost for part in report.parts if isinstance(part, Standard | Section) and part.lists.areas
    )
    counts = Counter({"heading_lost": lost, "label_cut_off": int(label_cut_off and report.ratings.started is not None)})
    started, fieldwork = report.ratings.started, report.fieldwork_started
    if started and fieldwork:
        counts["two_values"] = int(fieldwork.date[:7] != started.date[:7])
    return counts
