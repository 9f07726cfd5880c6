"""Reports as PDF, laid out by typst like the inspectorate's: `report.typ` is the layout, the data go to it as JSON."""

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typst

from tests.generated.model import (
    MARKS,
    Chapter,
    Finding,
    Footnote,
    Lists,
    Prose,
    Ratings,
    Recommendations,
    Report,
    Section,
    Standard,
)

LAYOUT = Path(__file__).with_name("report.typ")
SERIFS = ("Libertinus Serif", "New Computer Modern")
SMALL_TITLES = ("Acknowledgements", "The role", "©", "Feedback", "Diversity")
"""Sections that begin no page of their own."""


def pdf_style(seed: int) -> dict:
    """The choices of a layout, as `report.typ` takes them."""
    rng = random.Random(f"pdf style {seed}")
    body = rng.choice(SERIFS)
    return {
        "body_font": body,
        "heading_font": rng.choice((body, *SERIFS)),
        "small_font": rng.choice((body, "DejaVu Sans Mono")),
        "size": rng.choice((10, 10.5, 11, 12)),
        "margin": rng.choice((20, 25, 30)),
        "justify": rng.random() < 0.25,
        "bullet": rng.choice("•••–▪"),
        "accent": rng.choice(("#12436d", "#28004e", "#0b5c50", "#000000")),
        "footer": rng.choice(("left", "split", "centre")),
        "header": rng.random() < 0.25,
        "leader_gap": rng.choice((0, 0, 5)),
        "cover_lines": rng.random() < 0.6,
        "rating_box": rng.choice(("beside", "below", "right")),
        "rules": rng.choice(("all", "rows", "none")),
        "blobs": rng.random() < 0.5,
        "colon": rng.choice((":", ":", ":", "")),
        "standards_begin_pages": rng.random() < 0.6,
        "heading": rng.choice(("{}. {}", "{}. {}", "{} {}")),
        "quote_box": rng.random() < 0.4,
    }


def write_pdf(report: Report, style: dict) -> bytes:
    document = {"style": style, **_identity(report), "blocks": list(_blocks(report, style))}
    return compiler().compile(sys_inputs={"report": json.dumps(document)})


@cache
def compiler() -> typst.Compiler:
    """One for all, because it keeps the fonts. They are typst's own, so that all machines lay out alike."""
    return typst.Compiler(LAYOUT, ignore_system_fonts=True)


def _identity(report: Report) -> dict:
    published = f", {report.published.printed}" if report.published else ""
    return {
        "title": report.title,
        "pdu": report.pdu,
        "region": f"The Probation Service – {report.region} region",
        "published": f"HM Inspectorate of Probation{published}",
        "footer": f"Inspection of probation services in {report.pdu}",
    }


def _blocks(report: Report, style: dict) -> Iterator[dict]:
    for part in report.parts:
        match part:
            case Chapter():
                yield {"kind": "heading", "level": 1, "text": part.title, "new_page": True}
            case Ratings():
                yield {"kind": "heading", "level": 1, "text": part.title, "new_page": True}
                yield _ratings(report, part)
            case Recommendations():
                yield from _recommendations(part)
            case Section():
                yield from _section(report, part, style)
            case Standard():
                yield from _standard(report, part, style)


def _ratings(report: Report, part: Ratings) -> dict:
    rows = []
    for chapter in (part for part in report.parts if isinstance(part, Chapter)):
        rows.append({"code": f"{chapter.number}.", "name": chapter.name, "rating": None})
        rows += [
            {"code": standard.code, "name": standard.name, "rating": str(standard.rating)}
            for standard in report.standards
            if standard.domain == chapter.number
        ]
    return {
        "kind": "ratings",
        "started": f"{part.label} {part.started.printed}" if part.started else "",
        "score": part.score.format(report.score, report.max_score),
        "overall": str(report.overall_rating),
        "rows": rows,
    }


def _recommendations(part: Recommendations) -> Iterator[dict]:
    yield {"kind": "heading", "level": 1, "text": part.title, "new_page": True}
    yield {"kind": "paragraph", "runs": [part.opening]}
    for addressee in dict.fromkeys(item.addressed_to for item in part.items):
        items = [item for item in part.items if item.addressed_to == addressee]
        yield {"kind": "label", "text": f"{addressee} should:"}
        yield {"kind": "numbered", "start": items[0].number, "items": [[item.text] for item in items]}


def _section(report: Report, part: Section, style: dict) -> Iterator[dict]:
    is_small = part.title.startswith(SMALL_TITLES)
    yield {"kind": "heading", "level": 2 if is_small else 1, "text": part.title, "new_page": not is_small}
    for paragraph in part.paragraphs:
        yield {"kind": "paragraph", "runs": _runs(paragraph, part.footnote)}
    yield from _lists(report, part.lists, style)


def _standard(report: Report, part: Standard, style: dict) -> Iterator[dict]:
    is_first = part.code.endswith(".1")
    yield {
        "kind": "standard",
        "title": style["heading"].format(part.code, part.name),
        "statement": part.statement,
        "rating": str(part.rating),
        "new_page": style["standards_begin_pages"] and not is_first,
    }
    yield {"kind": "paragraph", "runs": _runs(part.summary, part.footnote)}
    if part.key_questions:
        yield {
            "kind": "questions",
            "head": "Percentage ‘Yes’" if report.curly else "Percentage 'Yes'",
            "rows": [[question.text, f"{question.percentage}%"] for question in part.key_questions],
        }
    yield from _lists(report, part.lists, style)


def _lists(report: Report, lists: Lists, style: dict) -> Iterator[dict]:
    if lists.strengths:
        yield {"kind": "label", "text": f"Strengths{style['colon']}"}
        yield _items(lists.strengths)
    if lists.areas:
        yield (
            {"kind": "gap"}
            if lists.heading_lost
            else {"kind": "label", "text": f"Areas for improvement{style['colon']}"}
        )
        yield _items(lists.areas)
    if any(finding.quotes for finding in lists.plain):
        opening, closing = "“”" if report.curly else '""'
        for finding in lists.plain:
            yield _items((finding,))
            for quote in finding.quotes:
                yield {"kind": "quote", "text": f"{opening}{quote}{closing}"}
    elif lists.plain:
        yield _items(lists.plain)


def _items(findings: tuple[Finding, ...]) -> dict:
    return {"kind": "bullets", "items": [_runs(finding.prose, None) for finding in findings]}


def _runs(prose: Prose, note: Footnote | None) -> list:
    """Strings, and where a footnote's mark stands an object with its text."""
    before, *after = MARKS.split(prose.printed)
    return [before, *(run for text in after for run in ({"footnote": note.prose.text if note else ""}, text))]
