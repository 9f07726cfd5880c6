"""What a cited fact says, in words: its label, its value, its base, and what has to be said beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inspections import wording
from inspections.models import (
    Citation,
    Comparator,
    CountsOrigin,
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
from inspections.queries.sourcing import plain
from inspections.rows import Direction, PreciseDate, Precision


@dataclass(frozen=True, kw_only=True)
class Said:
    """A fact in words. `theme` is the standard it is about, `anchor` its place on the page of the delivery unit."""

    label: str
    value: str = ""
    base: str = ""
    note: str = ""
    theme: str = ""
    anchor: str = ""
    asked: str = ""


def said(citation: Citation) -> Said:
    """The words of the one fact that a citation belongs to. Needs the fact selected (`fact_source.FACTS`)."""
    for name, speak in SPEAKERS.items():
        fact = getattr(citation, name, None)  # None: a one-to-one without the other one
        if fact is not None:
            return speak(fact)
    return Said(label="An inspection took place", note="The source says so, and no more is held here.")


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
    return Said(
        label=f"Recommendation {row.number}", note=f"Addressed to {row.addressed_to}.", anchor="recommendations"
    )


def _figure(row: Figure) -> Said:
    theme = row.finding.standard.theme.slug if row.finding and row.finding.standard else ""
    if row.unit == "of" and row.numerator is not None and row.denominator is not None:
        return Said(label="Figure", value=wording.count_of(row.numerator, row.denominator), theme=theme)
    return Said(label="Figure", value=wording.value_with_unit(plain(row.value), row.unit), theme=theme)


def _measure_value(row: MeasureValue) -> Said:
    note = wording.direction(Direction(row.measure.direction))
    if row.is_denominator_elsewhere and row.denominator:
        note = f"{note} The number of cases is stated elsewhere in the report."
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


SPEAKERS: dict[str, Callable[[Any], Said]] = {
    "overall_rating_of": lambda e: Said(label="Overall rating", value=e.overall_rating, anchor="ratings"),
    "score_of": lambda e: Said(label="Score", value=wording.score(e.score, e.max_score), anchor="ratings"),
    "lead_inspector_of": lambda e: Said(label="Lead inspector", value=e.lead_inspector, anchor="sample"),
    "isbn_of": lambda e: Said(label="ISBN", value=e.isbn, anchor="sample"),
    "recommendation_count_of": lambda e: Said(
        label="Number of recommendations", value=str(e.recommendation_count), anchor="recommendations"
    ),
    "summary_of": _summary,
    "editiondate": _date,
    "samplecount": _sample,
    "standardrating": _standard_rating,
    "keyquestionresult": _key_question,
    "finding": _finding,
    "quotation": _quotation,
    "recommendation": _recommendation,
    "figure": _figure,
    "measurevalue": _measure_value,
    "comparator": _comparator,
}
