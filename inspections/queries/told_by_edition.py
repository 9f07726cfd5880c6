"""What an edition says to the public, field by field: what two editions differ in is what their words differ in."""

from collections.abc import Iterator

from inspections import wording
from inspections.models import Citation, Edition
from inspections.queries.told_fact import CITED, citation_related, told_fact
from inspections.queries.told_measures import told_measures
from inspections.queries.told_texts import told_figures, told_texts
from inspections.queries.told_words import date_words, number_words, queried_words, share_words
from inspections.rows import ToldField

# What is of no fact, by what it is.
OF_EDITION = {"report", "agreement", "note"}
CITED_BY_EDITION = ("overall_rating", "score", "lead_inspector", "isbn", "recommendation_count")


def told_by_edition(edition: Edition) -> list[ToldField]:
    """Every field of every fact in the order of the report, in a fixed number of statements."""
    told = (_identity, _counts, _judgements, told_texts, told_figures, told_measures)
    return [field for tell in told for field in tell(edition)]


def _identity(edition: Edition) -> Iterator[ToldField]:
    cited = Edition.objects.select_related(
        "report", "inspection", *citation_related(*(f"{name}_citation" for name in CITED_BY_EDITION))
    ).get(pk=edition.pk)
    yield from _of_edition(cited)
    of_max = f" of {edition.max_score}" if edition.max_score is not None else ""
    values = {
        "overall_rating": ("Overall rating", edition.overall_rating),
        "score": ("Score", "" if edition.score is None else f"{edition.score}{of_max}"),
        "lead_inspector": ("Lead inspector", edition.lead_inspector),
        "isbn": ("ISBN", edition.isbn),
        "recommendation_count": ("Number of recommendations", number_words(edition.recommendation_count)),
    }
    for name, (label, words) in values.items():
        if citation := getattr(cited, f"{name}_citation"):
            yield from told_fact(citation, fact=name, label=label, fields={"value": words})
    key = f"{cited.inspection.key}-inspection"
    for citation in Citation.objects.filter(edition=edition.pk, key=key).select_related(*citation_related("")):
        yield from told_fact(citation, fact="inspection", label="An inspection took place", fields={})


def _of_edition(edition: Edition) -> Iterator[ToldField]:
    """What has no citation of its own, under the key of the inspection."""
    key = edition.inspection.key
    if report := edition.report:
        yield ToldField(
            key=key, fact="report", label="Report", field="document", words=report.title, identity=(report.key,)
        )
    queried = queried_words(is_queried=edition.is_score_queried)
    yield ToldField(key=key, fact="agreement", label="Score", field="agreement with the ratings", words=queried)
    if edition.note:
        yield ToldField(key=key, fact="note", label="Note on what is held", field="text", words=edition.note)


def _counts(edition: Edition) -> Iterator[ToldField]:
    for date in edition.dates.select_related(*CITED):
        yield from told_fact(
            date.citation,
            fact="date",
            label=f"Date: {date.get_kind_display()}",
            fields={
                "date": date_words(date.date, date.date_precision),
                "label in the source": date.label,
                "standing": queried_words(is_queried=date.is_queried),
            },
        )
    for count in edition.sample_counts.select_related(*CITED):
        yield from told_fact(
            count.citation,
            fact="sample count",
            label=f"Number of {count.get_kind_display()}",
            fields={"count": number_words(count.count), "counted by": count.counted_by},
        )


def _judgements(edition: Edition) -> Iterator[ToldField]:
    for rating in edition.standard_ratings.select_related(
        "standard", *citation_related("citation", "summary_citation")
    ):
        yield from told_fact(
            rating.citation,
            fact="rating",
            label=f"{rating.standard.name}: rating",
            fields={"rating": rating.rating, "statement": rating.statement},
        )
        if rating.summary_citation:
            yield from told_fact(
                rating.summary_citation,
                fact="summary",
                label=f"{rating.standard.name}: reason",
                fields={"text": rating.summary},
            )
    for result in edition.key_question_results.select_related("key_question__standard", *CITED):
        counted = share_words(result.numerator, result.denominator)
        yield from told_fact(
            result.citation,
            fact="key question",
            label=f"{result.key_question.standard.name}, key question {result.key_question.number}",
            fields={
                "percentage": f"{wording.number(result.percentage)}%",
                "cases": f"{counted} ({result.get_counts_origin_display()})" if counted else "",
            },
        )
