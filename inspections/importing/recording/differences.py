"""What an edition says, fact by fact under its public key, and how two tellings differ."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspections.importing.recording.write_findings import figure_text
from inspections.models import Edition


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that was changed, added (`before` is None) or is gone (`after` is None)."""

    key: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.key}: new: {self.after}"
        if self.after is None:
            return f"{self.key}: gone: {self.before}"
        return f"{self.key}: was: {self.before}; now: {self.after}"


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    """The facts in which two editions, or two states of one, differ: what is gone, then changed, then new, by key.

    What is gone comes first because it is what a person must not overlook in a long list.
    """
    found = [
        Difference(key=key, before=before.get(key), after=after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    ]
    return tuple(sorted(found, key=lambda it: (it.after is not None, it.before is None, it.key)))


CITED_FIELDS = ("overall_rating", "score", "lead_inspector", "isbn", "recommendation_count")


def facts_by_key(edition: Edition) -> dict[str, str]:
    """Everything an edition says, in words, under the key of each fact."""
    identity = {
        getattr(edition, f"{field}_citation").key: str(getattr(edition, field))
        for field in CITED_FIELDS
        if getattr(edition, f"{field}_citation")
    }
    return identity | _counts(edition) | _judgements(edition) | _texts(edition) | _values(edition)


def _counts(edition: Edition) -> dict[str, str]:
    dates = {d.citation.key: f"{d.date} ({d.date_precision})" for d in edition.dates.select_related("citation")}
    return dates | {s.citation.key: str(s.count) for s in edition.sample_counts.select_related("citation")}


def _judgements(edition: Edition) -> dict[str, str]:
    ratings = list(edition.standard_ratings.select_related("citation", "summary_citation"))
    results = edition.key_question_results.select_related("citation")
    return (
        {rating.citation.key: rating.rating for rating in ratings}
        | {rating.summary_citation.key: rating.summary for rating in ratings if rating.summary_citation}
        | {result.citation.key: f"{result.percentage.normalize():f}%" for result in results}
    )


def _texts(edition: Edition) -> dict[str, str]:
    findings = edition.findings.select_related("citation")
    return (
        {row.citation.key: f"{row.get_kind_display()}: {row.text}" for row in findings}
        | {row.citation.key: row.text for row in edition.quotations.select_related("citation")}
        | {row.citation.key: row.text for row in edition.recommendations.select_related("citation")}
    )


def _values(edition: Edition) -> dict[str, str]:
    values = list(edition.measure_values.select_related("citation").prefetch_related("comparators__citation"))
    return (
        _figures(edition)
        | {row.citation.key: f"{row.value.normalize():f}" for row in values}
        | {row.citation.key: f"{row.value.normalize():f}" for value in values for row in value.comparators.all()}
    )


def _figures(edition: Edition) -> dict[str, str]:
    return {
        figure.citation.key: figure_text(figure.citation.quote or "", figure.value, figure.unit)
        for figure in edition.figures.select_related("citation")
    }


def words_by_key(edition: Edition) -> dict[str, str]:
    """The words each key of an edition stands for, to know a fact again by."""
    cited = edition.citations.values_list("key", "quote")
    quotes = {key: quote for key, quote in cited if quote is not None}
    return quotes | _figures(edition)
