"""The ratings of the standards and the results of the key questions, written to an edition."""

from inspections.comparison import count_for_percentage
from inspections.importing.parsed import ParsedKeyQuestion, ParsedStandard, Stated
from inspections.importing.recording.writing import Writing
from inspections.models import CountsOrigin, KeyQuestion, KeyQuestionResult, Standard, StandardRating
from inspections.ratings import Rating

HUNDRED = 100  # a percentage above it is a problem of the report, not a result


def write_judgements(writing: Writing) -> None:
    """Of a standard or question that stands twice in the report, the first is written; the second is a problem."""
    rated: set[Standard] = set()
    answered: set[KeyQuestion] = set()
    for parsed in writing.report.standards:
        standard = writing.matched.standards.get(parsed.name)
        if standard and parsed.rating and standard not in rated:
            _write_rating(writing, standard, parsed, parsed.rating)
            rated.add(standard)
        for asked in parsed.key_questions:
            question = writing.matched.key_questions.get((parsed.name, asked.number))
            if question and question not in answered:
                _write_key_question(writing, parsed, asked, question)
                answered.add(question)


def _write_rating(writing: Writing, standard: Standard, parsed: ParsedStandard, stated: Stated[Rating]) -> None:
    theme = standard.theme.slug
    rating = StandardRating(
        edition=writing.edition,
        citation=writing.cite_stated(stated, f"{theme}-rating"),
        standard=standard,
        rating=stated.value,
        statement=parsed.statement.value if parsed.statement else "",
    )
    if parsed.summary:
        rating.summary = parsed.summary.value
        rating.summary_citation = writing.cite_stated(parsed.summary, f"{theme}-summary")
    rating.save()


def _write_key_question(
    writing: Writing, parsed: ParsedStandard, asked: ParsedKeyQuestion, question: KeyQuestion
) -> None:
    """The count is worked out only of a question on a strand: those are asked of every inspected case.

    A question on court work is asked of cases with a report to the court, and how many those are is not known.
    """
    if asked.percentage is None or not 0 <= asked.percentage <= HUNDRED:
        return
    cases = writing.report.sample.cases if asked.strand else None
    count = count_for_percentage(asked.percentage, cases.value) if cases and cases.value else None
    theme = writing.matched.standards[parsed.name].theme.slug
    KeyQuestionResult.objects.create(
        edition=writing.edition,
        citation=writing.stored.cite(
            writing.edition,
            writing.keys.named(theme, f"q{question.number}"),
            asked,
            writing.report.paragraphs[asked.paragraph].text,
        ),
        key_question=question,
        percentage=asked.percentage,
        numerator=count,
        denominator=cases.value if cases and count is not None else None,
        counts_origin="" if count is None else CountsOrigin.INFERRED,
    )
