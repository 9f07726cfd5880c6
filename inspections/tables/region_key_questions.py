"""The key questions of one strand across the delivery units of a region."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import KeyQuestionRow, Place
from inspections.tables.columns import WORDS, ComponentColumn, UnknownLast

NOT_SORTED = "Columns with a figure of fewer than 50 cases can't be sorted: so few do not tell one PDU from another."
SORTED = "Columns whose figures all rest on 50 cases or more can be sorted; what is not held comes last."


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A cell: the result, and in words its figure, interval and whether it drives the rating."""

    row: KeyQuestionRow
    figure: str
    interval: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class UnitAnswers:
    """A line: the answers of one delivery unit by question, and the percentages to sort by."""

    unit: Place
    answers: dict[str, Answer]
    percentages: dict[str, Decimal | None]


class AnswerColumn(ComponentColumn):
    """One question. Sorted by its percentages, where it may be."""

    def __init__(self, *, question: str, **options: Any) -> None:
        super().__init__(
            template_name="components/answer_cell.html", accessor=f"percentages__{question}", attrs=WORDS, **options
        )

    def render(self, value: Any, record: UnitAnswers, bound_column: Any) -> str:
        return super().render(record.answers[bound_column.name], record, bound_column)


class RegionKeyQuestionsTable(tables.Table):
    """A row for each delivery unit, by name, and a column for each question.

    A column is sortable only where every figure in it rests on 50 cases or more.
    """

    def __init__(self, rows: Sequence[KeyQuestionRow], *, caption: str, **options: Any) -> None:
        asked: dict[str, list[KeyQuestionRow]] = {}
        for row in rows:
            asked.setdefault(question_id(row), []).append(row)
        sortable = {question for question, results in asked.items() if wording.may_sort_question(results)}
        unit = ComponentColumn(
            template_name="components/unit_cell.html",
            verbose_name="PDU",
            order_by="unit__sort_name",
            orderable=bool(sortable),
        )
        columns = [
            (question, AnswerColumn(question=question, verbose_name=_header(results), orderable=question in sortable))
            for question, results in asked.items()
        ]
        self.caption = caption
        notes = [NOT_SORTED if len(sortable) < len(asked) else "", SORTED if sortable else ""]
        order = "In alphabetical order unless you sort." if sortable else "In alphabetical order."
        self.note = " ".join(filter(None, [order, *notes]))
        super().__init__(UnknownLast(_lines(asked)), extra_columns=[("unit", unit), *columns], **options)


def question_id(row: KeyQuestionRow) -> str:
    """ "assessment-q1": the question in addresses."""
    return f"{row.theme}-q{row.number}"


def _header(results: Sequence[KeyQuestionRow]) -> str:
    """The standard alone says which question of the strand it is, unless it is on none."""
    row = results[0]
    return row.standard if row.strand else f"{row.standard}, {wording.key_question_name(row)}"


def _lines(asked: dict[str, list[KeyQuestionRow]]) -> list[UnitAnswers]:
    units = {row.unit for results in asked.values() for row in results if row.unit}
    found = {(row.unit, question): row for question, results in asked.items() for row in results}
    return [
        UnitAnswers(
            unit=unit,
            answers={question: _answer(found[unit, question]) for question in asked},
            percentages={question: found[unit, question].percentage for question in asked},
        )
        for unit in sorted(units, key=lambda unit: unit.sort_name)
    ]


def _answer(row: KeyQuestionRow) -> Answer:
    interval = wording.key_question_interval(row)
    return Answer(
        row=row,
        figure=wording.key_question_figure(row),
        interval=f"95% interval {wording.interval_limits(interval)}" if interval else "",
        remark=wording.lowest_remark(row),
    )
