"""The key questions of one inspection."""

from collections import Counter
from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import KeyQuestionRow
from inspections.tables.columns import NUMERIC, ComponentColumn


class KeyQuestionsTable(tables.Table):
    """The key questions of one inspection in the report's order. Never sorted: the samples are too small to rank."""

    standard = tables.Column()
    text = tables.Column(verbose_name="Key question")
    percentage = ComponentColumn(template_name="components/percentage_cell.html", verbose_name="Yes", attrs=NUMERIC)
    interval = tables.Column(verbose_name="95% interval", empty_values=())
    is_lowest = tables.Column(verbose_name="Drives the rating")

    def __init__(self, rows: tuple[KeyQuestionRow, ...], **options: Any) -> None:
        self.caption = "Key questions, as a table"
        self.note = "In the order of the report. Intervals are calculated here, treating the cases as a random sample."
        self._asked = Counter(row.standard for row in rows)
        super().__init__(rows, orderable=False, prefix="key-questions-", **options)

    def render_interval(self, record: KeyQuestionRow) -> str:
        interval = wording.key_question_interval(record)
        return wording.interval_limits(interval) if interval else "Too few cases, or number of cases not held"

    def render_is_lowest(self, *, value: bool, record: KeyQuestionRow) -> str:
        if self._asked[record.standard] == 1:
            return "The only one of its standard"
        return "Lowest in its standard" if value else ""
