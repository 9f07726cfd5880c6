"""The key questions of one inspection."""

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
    drives = tables.Column(verbose_name="Drives the rating", empty_values=())

    def __init__(self, rows: tuple[KeyQuestionRow, ...], **options: Any) -> None:
        self.caption = "Key questions, as a table"
        self.note = "In the order of the report. Intervals are calculated here, treating the cases as a random sample."
        self._driven = {row.standard for row in rows if row.lowest}
        super().__init__(rows, orderable=False, prefix="key-questions-", **options)

    def render_interval(self, record: KeyQuestionRow) -> str:
        interval = wording.key_question_interval(record)
        return wording.interval_limits(interval) if interval else "Too few cases, or number of cases not held"

    def render_drives(self, record: KeyQuestionRow) -> str:
        if record.standard not in self._driven:
            return "Not known: not all of its standard are held here"
        return str(record.lowest or "").capitalize()
