"""What a cited fact says, in words: its label, its value, its base, and what has to be said beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from inspections import wording
from inspections.models import (
    Citation,
    Comparator,
    CountsOrigin,
    Edition,
    EditionDate,
    Figure,
    Finding,
    KeyQuestionResult,
    MeasureValue,
    Quotation,
    Recommendation,
    SampleCount,
    SampleKind,
    StandardRating,
)
from inspections.queries.published_edition import NotHeld
from inspections.queries.sourcing import plain
from inspections.rows import Direction, PreciseDate, Precision


@dataclass(frozen=True, kw_only=True)
class Said:
    """A fact in words. `theme` is the standard it is about, `anchor` its place on the page of the delivery unit."""

    label: str
    short_label: str = ""
    value: str = ""
    base: str = ""
    note: str = ""
    theme: str = ""
    anchor: str = ""
    asked: str = ""


def _date(row: EditionDate) -> Said:
    date = wording.precise_date(PreciseDate(date=row.date, precision=Precision(row.date_precision)))
    note = f"The source's label is “{row.label}”." if row.label else ""
    if row.is_queried:
        note = f"{note} The source gives another date elsewhere; both are kept.".strip()
    return Said(label=f"Date: {row.get_kind_display()}", value=date, note=note, anchor="sample")


def _sample(row: SampleCount) -> Said:
    note = f"Asked by {row.counted_by}." if row.counted_by else ""
    return Said(label=row.get_kind_display().capitalize(), value=wording.number(row.count), note=note, anchor="sample")


def _standard_rating(row: StandardRating) -> Said:
    return Said(label=f"Rating of {row.standard}", value=row.rating, theme=row.standard.theme.slug, anchor="ratings")


def _summary(row: StandardRating) -> Said:
    return Said(label=f"Summary of {row.standard}", theme=row.standard.theme.slug, anchor="ratings")


def _key_question(row: KeyQuestionResult) -> Said:
    standard = row.key_question.standard
    note = ""
    if row.counts_origin == CountsOrigin.INFERRED and row.numerator is not None and row.denominator is not None:
        note = (
            f"The report gives the percentage only. {wording.count_of(row.numerator, row.denominator)} is worked out "
            "here: it is the only whole number of inspected cases that rounds to it."
        )
    return Said(
        label=f"{standard}: {row.key_question.text}",
        short_label=f"{standard}, {row.key_question.strand or f'question {row.key_question.number}'}",
        value=wording.value_with_unit(plain(row.percentage), "%"),
        base=wording.base_phrase("inspected cases", row.denominator),
        note=note,
        theme=standard.theme.slug,
        anchor="key-questions",
    )


def _finding(row: Finding) -> Said:
    note = "The heading of its list is lost in the file: its kind is our reading." if row.is_kind_inferred else ""
    theme = row.standard.theme.slug if row.standard else ""
    return Said(label=row.get_kind_display().capitalize(), note=note, theme=theme, anchor="findings")


def _quotation(row: Quotation) -> Said:
    counts = row.edition.sample_counts.all()
    asked = next((count.count for count in counts if count.kind == SampleKind.SURVEYED), None)
    number = f", one of {asked} who were asked" if asked else ""
    by = f", asked by {row.asked_by}" if row.asked_by else ""
    return Said(
        label="Words of a person on probation",
        asked=f"A person on probation{by}{number}. The report selected these words.",
        anchor="voices",
    )


def _recommendation(row: Recommendation) -> Said:
    note = f"Addressed to {row.addressed_to}." if row.addressed_to else ""
    return Said(label=f"Recommendation {row.number}", note=note, anchor="recommendations")


def _figure(row: Figure) -> Said:
    theme = row.finding.standard.theme.slug if row.finding and row.finding.standard else ""
    if row.unit == "of" and row.numerator is not None and row.denominator is not None:
        return Said(label="Figure", value=wording.count_of(row.numerator, row.denominator), theme=theme)
    return Said(label="Figure", value=wording.value_with_unit(plain(row.value), row.unit), theme=theme)


def _measure_value(row: MeasureValue) -> Said:
    note = wording.direction(Direction(row.measure.direction))
    if row.is_denominator_elsewhere and row.denominator:
        note = f"{note} The report gives the number it is a share of in another sentence."
    return Said(
        label=row.measure.name,
        value=wording.value_with_unit(plain(row.value), row.measure.unit, qualifier=row.qualifier),
        base=wording.base_phrase(row.base, row.denominator),
        note=note,
        anchor="measures",
    )


def _comparator(row: Comparator) -> Said:
    measure = row.measure_value.measure
    return Said(
        label=f"{measure.name}: {row.get_kind_display()}",
        value=wording.value_with_unit(plain(row.value), measure.unit),
        note="Published by the inspectorate in this report"
        + ("" if row.as_of else ", without a date")
        + ". It is not an average of what is held here.",
        anchor="measures",
    )


@dataclass(frozen=True, kw_only=True)
class Teller:
    """How the facts of one table are told: the column of their citation, and what else has to be selected."""

    facts: "QuerySet[Any]"
    tell: Callable[[Any], Said]
    citation: str = "citation"


OF_EDITION: dict[str, Callable[[Edition], Said]] = {
    "overall_rating": lambda e: Said(label="Overall rating", value=e.overall_rating, anchor="ratings"),
    "score": lambda e: Said(
        label="Score",
        value=wording.score(e.score, e.max_score),
        note=wording.SCORE_QUERIED if e.is_score_queried else "",
        anchor="ratings",
    ),
    "lead_inspector": lambda e: Said(label="Lead inspector", value=e.lead_inspector, anchor="sample"),
    "isbn": lambda e: Said(label="ISBN", value=e.isbn, anchor="sample"),
    "recommendation_count": lambda e: Said(
        label="Number of recommendations", value=str(e.recommendation_count), anchor="recommendations"
    ),
}

TELLERS = {
    "date": Teller(facts=EditionDate.objects.all(), tell=_date),
    "sample": Teller(facts=SampleCount.objects.all(), tell=_sample),
    "rating": Teller(facts=StandardRating.objects.select_related("standard__theme"), tell=_standard_rating),
    "summary": Teller(
        facts=StandardRating.objects.select_related("standard__theme"), tell=_summary, citation="summary_citation"
    ),
    "question": Teller(
        facts=KeyQuestionResult.objects.select_related("key_question__standard__theme"), tell=_key_question
    ),
    "finding": Teller(facts=Finding.objects.select_related("standard__theme"), tell=_finding),
    "quotation": Teller(facts=Quotation.objects.prefetch_related("edition__sample_counts"), tell=_quotation),
    "recommendation": Teller(facts=Recommendation.objects.all(), tell=_recommendation),
    "figure": Teller(facts=Figure.objects.select_related("finding__standard__theme"), tell=_figure),
    "measure_value": Teller(facts=MeasureValue.objects.select_related("measure"), tell=_measure_value),
    "comparator": Teller(facts=Comparator.objects.select_related("measure_value__measure"), tell=_comparator),
}


def with_kinds(citations: "QuerySet[Citation]") -> "QuerySet[Citation]":
    """Mark each citation with the table its fact is in. Joining them all took PostgreSQL 0.2 s to plan."""
    return citations.annotate(
        **{
            f"is_of_{name}": Exists(teller.facts.model.objects.filter(**{teller.citation: OuterRef("pk")}))
            for name, teller in TELLERS.items()
        }
    )


def said(citation: Citation) -> Said:
    """The words of the one fact that a citation belongs to. One statement at most. Needs `with_kinds`.

    Raises NotHeld for a citation whose fact was deleted.
    """
    for field, tell in OF_EDITION.items():
        if getattr(citation.edition, f"{field}_citation_id") == citation.pk:
            return tell(citation.edition)
    for name, teller in TELLERS.items():
        if getattr(citation, f"is_of_{name}"):
            return teller.tell(teller.facts.get(**{teller.citation: citation}))
    if citation.key == f"{citation.edition.inspection.key}-inspection":
        return Said(label="An inspection took place", note="The source says so, and no more is held here.")
    raise NotHeld(f"The fact of {citation.key} was deleted")
