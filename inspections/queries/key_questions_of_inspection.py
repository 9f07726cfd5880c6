"""In what percentage of cases each key question was answered yes in one inspection."""

from collections.abc import Iterable
from itertools import groupby
from typing import cast

from inspections.models import CountsOrigin, DeliveryUnit, Edition, KeyQuestionResult
from inspections.queries.sourcing import cited, edition_row, plain
from inspections.rows import EditionRow, KeyQuestionRow, Place, Strand


def key_questions_of_inspection(edition: Edition, theme: str | None = None) -> tuple[KeyQuestionRow, ...]:
    """The results by standard and number; with a theme, of that standard only. One statement.

    The lowest of a standard, which drives its rating, is marked; where several tie, each is.
    """
    results = edition.key_question_results.select_related("citation__source", "key_question__standard__theme")
    if theme is not None:
        results = results.filter(key_question__standard__theme__slug=theme)
    return question_rows(results, edition)


def question_rows(results: Iterable[KeyQuestionResult], edition: Edition) -> tuple[KeyQuestionRow, ...]:
    """The results of one edition, which come standard by standard, with the lowest of each standard marked."""
    rows, row = [], edition_row(edition)
    for _, group in groupby(results, key=lambda result: result.key_question.standard_id):
        of_standard = list(group)
        lowest = min(result.percentage for result in of_standard)
        rows += [question_row(result, edition, row, is_lowest=result.percentage == lowest) for result in of_standard]
    return tuple(rows)


def question_row(result: KeyQuestionResult, of: Edition, edition: EditionRow, *, is_lowest: bool) -> KeyQuestionRow:
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
        is_lowest=is_lowest,
        source=cited(result.citation),
        unit=Place(name=unit.name, slug=unit.slug),
        edition=edition,
        report_title=of.report.title if of.report else "",
        framework=edition.framework,
    )
