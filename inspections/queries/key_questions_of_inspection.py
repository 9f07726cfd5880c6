"""In what percentage of cases each key question was answered yes in one inspection."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, cast

from django.db.models import Count, OuterRef, QuerySet, Subquery

from inspections.models import CountsOrigin, DeliveryUnit, Edition, KeyQuestion, KeyQuestionResult
from inspections.queries.sourcing import cited, edition_row, plain
from inspections.rows import EditionRow, KeyQuestionRow, Lowest, Place, Strand


def key_questions_of_inspection(edition: Edition, theme: str | None = None) -> tuple[KeyQuestionRow, ...]:
    """The results by standard and number; with a theme, of that standard only. One statement.

    The lowest of a standard, which drives its rating, is marked; where several tie, each is.
    """
    results = with_number_asked(edition.key_question_results.all())
    if theme is not None:
        results = results.filter(key_question__standard__theme__slug=theme)
    return question_rows(results, edition)


def with_number_asked(results: "QuerySet[KeyQuestionResult]") -> "QuerySet[Any]":
    """Select what `question_rows` needs: `number_asked` is how many questions the framework has for the standard."""
    asked = KeyQuestion.objects.filter(standard=OuterRef("key_question__standard")).order_by().values("standard")
    return results.select_related("citation__source", "key_question__standard__theme").annotate(
        number_asked=Subquery(asked.annotate(number=Count("pk")).values("number"))
    )


def question_rows(results: Iterable[Any], edition: Edition) -> tuple[KeyQuestionRow, ...]:
    """The results of one edition, which come standard by standard, with the lowest of each standard marked."""
    rows, row = [], edition_row(edition)
    for _, group in groupby(results, key=lambda result: result.key_question.standard_id):
        of_standard = list(group)
        rows += of_one_standard(of_standard, edition, row, asked=of_standard[0].number_asked)
    return tuple(rows)


def of_one_standard(
    results: Sequence[KeyQuestionResult], of: Edition, edition: EditionRow, *, asked: int
) -> list[KeyQuestionRow]:
    """All results that one edition has of one standard, with the lowest marked.

    Of `asked` questions in the framework: where the result of one is not held, it may be lower than those that are.
    """
    percentages = [result.percentage for result in results]
    lowest = Lowest.EQUAL if percentages.count(min(percentages)) > 1 else Lowest.ALONE
    mark = Lowest.ONLY if asked == 1 else lowest
    is_whole = len(results) == asked
    return [
        _row(result, of, edition, lowest=mark if is_whole and result.percentage == min(percentages) else None)
        for result in results
    ]


def _row(result: KeyQuestionResult, of: Edition, edition: EditionRow, *, lowest: Lowest | None) -> KeyQuestionRow:
    """One stored result. Needs its question, standard, theme and source selected.

    It is `of` an edition with its report selected. `edition` is that one as a row, which all its results share.
    """
    question = result.key_question
    unit = cast(DeliveryUnit, of.inspection.delivery_unit)
    return KeyQuestionRow(
        standard=question.standard.name,
        theme=question.standard.theme.slug,
        number=question.number,
        strand=Strand(question.strand) if question.strand else None,
        text=question.text,
        percentage=plain(result.percentage),
        numerator=result.numerator,
        denominator=result.denominator,
        numerator_is_inferred=result.counts_origin == CountsOrigin.INFERRED,
        lowest=lowest,
        source=cited(result.citation),
        unit=Place(name=unit.name, slug=unit.slug),
        edition=edition,
        report_title=of.report.title if of.report else "",
        framework=edition.framework,
    )
