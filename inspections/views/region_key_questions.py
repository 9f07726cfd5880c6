"""The key questions of a region, strand by strand, and the same as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django_tables2 import RequestConfig

from inspections import wording
from inspections.charts.key_question_by_unit import key_question_by_unit, reading_notes
from inspections.queries.last_change_in_region import last_change_in_region
from inspections.queries.verified_bands import verified_bands
from inspections.rows import BandRow, KeyQuestionRow
from inspections.sharing.key_questions import exported_questions
from inspections.tables import RegionKeyQuestionsTable
from inspections.tables.region_key_questions import question_id
from inspections.views.asked_key_questions import AskedQuestions, asked_key_questions
from inspections.views.context import address_with, page_address
from inspections.views.crumbs import crumbs
from inspections.views.drawing import drawn
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_response, site_address
from inspections.views.round_choice import round_choice

NO_STRAND = "Questions on no common strand"


@not_held_is_404
def region_key_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every PDU of a region on the key questions of a round, or on the one that the address names."""
    asked = asked_key_questions(request, slug)
    page = reverse("inspections:region_key_questions", args=[slug])
    sections = _sections(request, asked)
    lead = _lead(asked)
    are_open = bool(asked.question) or request.GET.get("charts") == "open"
    context: dict[str, Any] = {
        "page_title": _title(asked),
        "page_description": f"{lead}.",
        "canonical": page_address(request, round=asked.named, question=asked.question),
        "breadcrumbs": crumbs(asked.region),
        "region": asked.region,
        "round": asked.round,
        "question": asked.question,
        "lead": lead,
        "inspected": wording.inspected_span(row.edition.inspected for row in asked.every if row.edition),
        "change": last_change_in_region(slug, [asked.round]),
        "frameworks": wording.listed(asked.frameworks),
        "has_several_frameworks": len(asked.frameworks) > 1,
        "round_links": round_choice(page, dict.fromkeys(row.round for row in asked.rounds), chosen=asked.round),
        "every": address_with(page, round=asked.round),
        **asked.files(asked.question),
        "reading_notes": reading_notes(asked.rows),
        "order": wording.questions_order(asked.rows),
        "are_open": are_open,
        "open_all": "" if are_open else address_with(page, round=asked.round, charts="open"),
        "sections": sections,
        "missing": wording.questions_not_held(asked.every),
        "contents": _contents(sections),
    }
    return render(request, "inspections/region_key_questions.html", context)


@not_held_is_404
def region_key_questions_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What the page of the same query shows."""
    asked = asked_key_questions(request, slug)
    rows = exported_questions(asked.rows, region=asked.region, round_label=asked.round, site=site_address(request))
    name = "-".join(filter(None, [slug, "key-questions", asked.round, asked.question]))
    return file_response(rows, form=form, name=name)


def _lead(asked: AskedQuestions) -> str:
    if not asked.rounds:
        return f"Key questions in {asked.region.name}: no inspection is recorded here yet"
    if asked.question:
        return _question_lead(asked)
    return wording.region_questions_sentence(asked.every, region=asked.region, round_label=asked.round)


def _question_lead(asked: AskedQuestions, *, has_interval: bool = True) -> str:
    """The sentence on the question; where two frameworks ask it, one for each."""
    groups = _by_question(asked.rows)
    sentences = [wording.region_question_sentence(rows, has_interval=has_interval) for rows in groups]
    if len(groups) == 1:
        return sentences[0]
    return "; ".join(f"{rows[0].framework}: {sentence}" for rows, sentence in zip(groups, sentences, strict=True))


def _title(asked: AskedQuestions) -> str:
    if not asked.rounds:
        return _lead(asked)
    if asked.question:
        where = f"; {asked.region.name}, {asked.round}"
        short = "; ".join(wording.region_question_title(rows) for rows in _by_question(asked.rows))
        return wording.fitting_title(f"{_question_lead(asked, has_interval=False)}{where}", f"{short}{where}")
    return wording.region_questions_title(asked.every, region=asked.region, round_label=asked.round)


def _by_question(rows: Iterable[KeyQuestionRow]) -> list[tuple[KeyQuestionRow, ...]]:
    return [tuple(group) for _, group in groupby(rows, key=lambda row: (row.framework, row.theme, row.number))]


def _sections(request: HttpRequest, asked: AskedQuestions) -> list[dict[str, Any]]:
    """One for each strand (of each framework): its anchor and heading, the charts of its standards, and their table."""
    bands = verified_bands()
    frameworks = list(dict.fromkeys(row.framework for row in asked.every))
    sections = []
    for (framework, strand), group in groupby(asked.rows, key=lambda row: (row.framework, row.strand)):
        rows = tuple(group)
        heading = str(strand).capitalize() if strand else NO_STRAND
        # With a second framework in a round, its parts have ids of their own.
        suffix = f"-{slugify(framework)}" if framework != frameworks[0] else ""
        anchor = slugify(heading) + suffix
        title = heading if len(frameworks) == 1 else f"{heading}: {framework}"
        table = RegionKeyQuestionsTable(rows, caption=f"{title}, as a table", prefix=f"{anchor}-")
        sections.append(
            {
                "id": anchor,
                "title": title,
                "figures": [_figure(asked, of_one, bands, suffix) for of_one in _by_question(rows)],
                "table": RequestConfig(request, paginate=False).configure(table),
            }
        )
    return sections


def _figure(
    asked: AskedQuestions, rows: tuple[KeyQuestionRow, ...], bands: Sequence[BandRow], suffix: str
) -> dict[str, Any]:
    """A chart; among others without the notes that the page gives for all."""
    held = [row.source.key for row in rows if row.source]
    chart = key_question_by_unit(
        rows,
        region=asked.region,
        chart_id=question_id(rows[0]) + suffix,
        bands=bands,
        source_url=reverse("inspections:source", args=held) if len(held) == 1 else "",
        names_missing=bool(asked.question),
    )
    said_once = reading_notes(asked.rows)
    chart = replace(chart, notes=tuple(note for note in chart.notes if note not in said_once))
    return drawn(chart, csv=asked.files(question_id(rows[0]))["csv"])


def _contents(sections: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    strands = [{"id": section["id"], "text": section["title"]} for section in sections]
    return [
        {"id": "reading", "text": "How to read these figures"},
        *strands,
        {"id": "not-held", "text": "What is not held, and why"},
    ]
