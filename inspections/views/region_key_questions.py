"""The key questions of a region, strand by strand, and the same as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django_tables2 import RequestConfig

from inspections import wording
from inspections.charts.key_question_by_unit import READING_NOTES, key_question_by_unit
from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.last_change_in_round import last_change_in_round
from inspections.queries.published_edition import NotHeld
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.queries.rounds_with_key_questions import rounds_with_key_questions
from inspections.queries.verified_bands import verified_bands
from inspections.rows import BandRow, KeyQuestionRow, Place, RoundRow
from inspections.sharing.key_questions import exported_questions
from inspections.tables import RegionKeyQuestionsTable
from inspections.tables.region_key_questions import question_id
from inspections.views.context import Link, page_address
from inspections.views.delivery_units import unit_crumbs
from inspections.views.drawing import drawn
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_response, site_address

NO_STRAND = "Questions on no common strand"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks for: a region, a round of it ("" where none is held), and one question or all of them.

    `every` are the rows of the round, `rows` those of the question.
    """

    region: Place
    rounds: tuple[RoundRow, ...]
    round: str
    question: str
    every: tuple[KeyQuestionRow, ...]
    rows: tuple[KeyQuestionRow, ...]

    @property
    def frameworks(self) -> list[str]:
        """The frameworks of the round, the later first."""
        return [row.framework for row in self.rounds if row.round == self.round]

    def file_address(self, form: str, question: str = "") -> str:
        query = {"round": self.round} | ({"question": question} if question else {})
        return f"{reverse('inspections:region_key_questions_file', args=[self.region.slug, form])}?{urlencode(query)}"


@not_held_is_404
def region_key_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every PDU of a region on the key questions of a round, or on the one that the address names."""
    asked = _asked(request, slug)
    page = reverse("inspections:region_key_questions", args=[slug])
    sections = _sections(request, asked)
    lead = _lead(asked)
    context: dict[str, Any] = {
        "page_title": _title(asked),
        "page_description": f"{lead}.",
        "canonical": page_address(request, keep=("round", "question")),
        "breadcrumbs": unit_crumbs(asked.region),
        "region": asked.region,
        "round": asked.round,
        "question": asked.question,
        "lead": lead,
        "inspected": wording.questions_inspected(asked.every),
        "change": last_change_in_round(slug, asked.round),
        "frameworks": wording.listed(asked.frameworks),
        "has_several_frameworks": len(asked.frameworks) > 1,
        "round_links": _round_links(asked, page),
        "every": f"{page}?{urlencode({'round': asked.round})}",
        "csv": asked.file_address("csv", asked.question),
        "xlsx": asked.file_address("xlsx", asked.question),
        "reading_notes": READING_NOTES,
        "sections": sections,
        "missing": wording.questions_not_held(asked.every),
        "contents": _contents(sections),
    }
    return render(request, "inspections/region_key_questions.html", context)


@not_held_is_404
def region_key_questions_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What the page of the same query shows."""
    asked = _asked(request, slug)
    rows = exported_questions(asked.rows, region=asked.region, round_label=asked.round, site=site_address(request))
    name = "-".join(filter(None, [slug, "key-questions", asked.round, asked.question]))
    return file_response(rows, form=form, name=name)


def _asked(request: HttpRequest, slug: str) -> Asked:
    """Raises NotHeld for a region, round or question that there is not."""
    region, rounds = region_place(slug), rounds_of_region(slug)
    label = request.GET.get("round") or _newest_round(slug, rounds)
    if label not in {row.round for row in rounds} | {""}:
        raise NotHeld(f"No inspection of {region.name} is held of a round {label}")
    every = key_questions_in_region(slug, label)
    question = request.GET.get("question", "")
    rows = tuple(row for row in every if not question or question_id(row) == question)
    if question and not rows:
        raise NotHeld(f"The frameworks of this round have no key question {question}")
    return Asked(region=region, rounds=rounds, round=label, question=question, every=every, rows=rows)


def _newest_round(slug: str, rounds: Sequence[RoundRow]) -> str:
    """The newest that holds a result, else the newest, else ""."""
    return next(iter([*rounds_with_key_questions(slug), *(row.round for row in rounds)]), "")


def _lead(asked: Asked) -> str:
    if not asked.rounds:
        return f"Key questions in {asked.region.name}: no inspection is recorded here yet"
    if asked.question:
        return "; ".join(wording.region_question_sentence(list(rows)) for rows in _by_question(asked.rows))
    return wording.region_questions_sentence(asked.every, region=asked.region, round_label=asked.round)


def _title(asked: Asked) -> str:
    if not asked.rounds:
        return _lead(asked)
    if asked.question:
        return f"{asked.region.name}, {asked.round}: {_lead(asked)}"
    return wording.region_questions_held(asked.every, region=asked.region, round_label=asked.round)


def _by_question(rows: Iterable[KeyQuestionRow]) -> list[tuple[KeyQuestionRow, ...]]:
    return [tuple(group) for _, group in groupby(rows, key=lambda row: (row.framework, row.theme, row.number))]


def _sections(request: HttpRequest, asked: Asked) -> list[dict[str, Any]]:
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
        table = RegionKeyQuestionsTable(rows, among=asked.every, caption=f"{title}, as a table", prefix=f"{anchor}-")
        sections.append(
            {
                "id": anchor,
                "title": title,
                "figures": [_figure(asked, of_one, bands, suffix) for of_one in _by_question(rows)],
                "table": RequestConfig(request, paginate=False).configure(table),
            }
        )
    return sections


def _figure(asked: Asked, rows: tuple[KeyQuestionRow, ...], bands: Sequence[BandRow], suffix: str) -> dict[str, Any]:
    """A chart; among others without the notes that the page gives for all."""
    held = [row.source.key for row in rows if row.source]
    chart = key_question_by_unit(
        rows,
        region=asked.region,
        chart_id=question_id(rows[0]) + suffix,
        among=asked.every,
        bands=bands,
        source_url=reverse("inspections:source", args=held) if len(held) == 1 else "",
    )
    chart = replace(chart, notes=tuple(note for note in chart.notes if note not in READING_NOTES))
    return drawn(chart, csv=asked.file_address("csv", question_id(rows[0])))


def _round_links(asked: Asked, page: str) -> list[Link]:
    labels = list(dict.fromkeys(row.round for row in asked.rounds))
    links = [
        Link(label=label, address=f"{page}?{urlencode({'round': label})}", is_current=label == asked.round)
        for label in labels
    ]
    return links if len(links) > 1 else []


def _contents(sections: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    strands = [{"id": section["id"], "text": section["title"]} for section in sections]
    return [
        {"id": "reading", "text": "How to read these figures"},
        *strands,
        {"id": "not-held", "text": "What is not held, and why"},
    ]
