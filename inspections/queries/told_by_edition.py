"""What an edition says to the public, field by field: what two editions differ in is what their words differ in."""

from collections.abc import Iterator
from typing import Any

from inspections import wording
from inspections.models import Edition
from inspections.rows import PreciseDate, Precision, ToldField


def told_by_edition(edition: Edition) -> list[ToldField]:
    """Every field of every fact in the order of the report, in a fixed number of statements.

    That a kind was confirmed which had been read right changes no value, and is not told.
    """
    told = [*_identity(edition), *_counts(edition), *_judgements(edition), *_texts(edition), *_values(edition)]
    return [field for field in told if field.words]


def _identity(edition: Edition) -> Iterator[ToldField]:
    of_max = f" of {edition.max_score}" if edition.max_score is not None else ""
    values = {
        "overall_rating": ("Overall rating", edition.overall_rating),
        "score": ("Score", "" if edition.score is None else f"{edition.score}{of_max}"),
        "lead_inspector": ("Lead inspector", edition.lead_inspector),
        "isbn": ("ISBN", edition.isbn),
        "recommendation_count": ("Number of recommendations", _number(edition.recommendation_count)),
    }
    related = [f"{name}_citation__source" for name in values]
    cited = Edition.objects.select_related(*related).get(pk=edition.pk)
    for name, (label, words) in values.items():
        if citation := getattr(cited, f"{name}_citation"):
            yield from _fact(citation, label, {"value": words})
    key = edition.inspection.key
    queried = "queried" if edition.is_score_queried else ""
    yield ToldField(key=key, label="Score", field="agreement with the ratings", words=queried)
    yield ToldField(key=key, label="Note on what is held", field="text", words=edition.note)


def _counts(edition: Edition) -> Iterator[ToldField]:
    for date in edition.dates.select_related("citation__source"):
        label = f"Date: {date.get_kind_display()}"
        yield from _fact(
            date.citation,
            label,
            {
                "date": _date(date.date, date.date_precision),
                "label in the source": date.label,
                "standing": "queried" if date.is_queried else "",
            },
        )
    for count in edition.sample_counts.select_related("citation__source"):
        label = f"Number of {count.get_kind_display()}"
        yield from _fact(count.citation, label, {"count": _number(count.count), "counted by": count.counted_by})


def _judgements(edition: Edition) -> Iterator[ToldField]:
    related = ("standard", "citation__source", "summary_citation__source")
    for rating in edition.standard_ratings.select_related(*related):
        fields = {"rating": rating.rating, "statement": rating.statement}
        yield from _fact(rating.citation, f"{rating.standard.name}: rating", fields)
        if rating.summary_citation:
            yield from _fact(rating.summary_citation, f"{rating.standard.name}: reason", {"text": rating.summary})
    results = edition.key_question_results.select_related("key_question__standard", "citation__source")
    for result in results:
        counted = "" if result.denominator is None else _share(result.numerator, result.denominator)
        yield from _fact(
            result.citation,
            f"{result.key_question.standard.name}, key question {result.key_question.number}",
            {
                "percentage": f"{wording.number(result.percentage)}%",
                "cases": f"{counted} ({result.get_counts_origin_display()})" if counted else "",
            },
        )


def _texts(edition: Edition) -> Iterator[ToldField]:
    for finding in edition.findings.select_related("standard", "citation__source"):
        where = finding.standard.name if finding.standard else finding.get_area_display()
        fields = {"text": finding.text, "kind": finding.get_kind_display()}
        yield from _fact(finding.citation, f"Finding on {where}", fields)
    for quotation in edition.quotations.select_related("citation__source"):
        label = "Words of a person on probation"
        yield from _fact(quotation.citation, label, {"text": quotation.text, "asked by": quotation.asked_by})
    for recommendation in edition.recommendations.select_related("citation__source"):
        fields = {"text": recommendation.text, "addressed to": recommendation.addressed_to}
        yield from _fact(recommendation.citation, f"Recommendation {recommendation.number}", fields)


def _values(edition: Edition) -> Iterator[ToldField]:
    for figure in edition.figures.select_related("citation__source"):
        fields = {
            "value": wording.value_with_unit(figure.value, "" if figure.unit == "of" else figure.unit),
            "count": "" if figure.denominator is None else _share(figure.numerator, figure.denominator),
        }
        yield from _fact(figure.citation, "Figure of the text", fields)
    values = edition.measure_values.select_related("measure", "citation__source")
    for value in values.prefetch_related("comparators__citation__source", "comparators__region"):
        of = f" ({value.cohort})" if value.cohort else ""
        label, unit = f"{value.measure.name}{of}", value.measure.unit
        yield from _fact(
            value.citation,
            label,
            {
                "value": wording.value_with_unit(value.value, unit, qualifier=value.qualifier),
                "base": wording.base_phrase(value.base, value.denominator),
                "numerator": _number(value.numerator),
                "date": _date(value.as_of, value.as_of_precision),
                "date in the report's words": value.as_of_words,
                "sample": "a share of the inspected cases" if value.is_case_sample else "",
            },
        )
        for beside in value.comparators.all():
            place = beside.place or (beside.region.name if beside.region else "")
            fields = {
                "value": wording.value_with_unit(beside.value, unit),
                "place": place,
                "date": _date(beside.as_of, beside.as_of_precision),
            }
            yield from _fact(beside.citation, f"{label}, beside it: {beside.get_kind_display()}", fields)


def _fact(citation: Any, label: str, fields: dict[str, str]) -> Iterator[ToldField]:
    for field, words in (fields | {"source": _source(citation)}).items():
        yield ToldField(key=citation.key, label=label, field=field, words=words)


def _source(citation: Any) -> str:
    """Whose the value is, and the words that give it."""
    said = f"“{citation.quote}”" if citation.quote else f"row {citation.row}, sentence not held"
    return f"{wording.origin(citation.origin)}: {citation.source.title}, {said}"


def _number(value: int | None) -> str:
    return "" if value is None else wording.number(value)


def _share(numerator: int | None, denominator: int) -> str:
    return f"of {wording.number(denominator)}" if numerator is None else wording.count_of(numerator, denominator)


def _date(date: Any, precision: str) -> str:
    return wording.precise_date(PreciseDate(date=date, precision=Precision(precision))) if date else ""
