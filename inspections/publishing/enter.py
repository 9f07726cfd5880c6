"""Values entered by hand in a draft: the store keeps saying where they came from."""

from collections.abc import Collection

from django.db import transaction

from inspections.models import (
    Basis,
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
    StandardRating,
)

AnyFact = (
    EditionDate
    | SampleCount
    | StandardRating
    | KeyQuestionResult
    | Finding
    | Quotation
    | Figure
    | Recommendation
    | MeasureValue
    | Comparator
)

# The columns that hold what the source says. The others (order, a confirmed kind, a note) are ours to begin with.
SAID = {
    "as_of",
    "addressed_to",
    "count",
    "date",
    "denominator",
    "number",
    "numerator",
    "percentage",
    "qualifier",
    "rating",
    "text",
    "value",
}
SAID_BY_EDITION = ("overall_rating", "score", "max_score", "lead_inspector", "isbn", "recommendation_count")


def enter(fact: AnyFact, *, changed: Collection[str]) -> None:
    """Save a fact of which staff have changed some columns.

    What it says is then "entered by staff" and no longer "as published", and a count that was inferred from a
    percentage goes with it. Only the facts of a draft can be changed: of any other the database refuses it.
    """
    with transaction.atomic():
        if isinstance(fact, KeyQuestionResult) and _outdates_counts(fact, changed):
            fact.numerator, fact.denominator, fact.counts_origin = None, None, ""
        fact.save()
        if SAID & set(changed):
            _mark(fact.citation_id)
        if isinstance(fact, StandardRating) and "summary" in changed:
            _mark(fact.summary_citation_id)


def enter_edition(edition: Edition, *, changed: Collection[str]) -> None:
    """Save an edition of which staff have changed some columns, as `enter` does a fact."""
    fields = {"score" if field == "max_score" else field for field in SAID_BY_EDITION if field in changed}
    with transaction.atomic():
        edition.save()
        for field in fields:
            _mark(getattr(edition, f"{field}_citation_id"))


def _outdates_counts(result: KeyQuestionResult, changed: Collection[str]) -> bool:
    is_inferred = result.counts_origin == CountsOrigin.INFERRED
    return is_inferred and "percentage" in changed and not {"numerator", "denominator", "counts_origin"} & set(changed)


def _mark(citation_id: int | None) -> None:
    if citation_id is not None:
        Citation.objects.filter(pk=citation_id).update(basis=Basis.STAFF)
