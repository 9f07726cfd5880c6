"""The key questions of one inspection, by standard: which one drives each rating, and how sure its figure is."""

from collections.abc import Sequence

from inspections import comparison, wording
from inspections.charts import theme
from inspections.charts.chart import Chart, Group, Mark, NoRowsError
from inspections.charts.notes import INFERRED_NOTE, INTERVAL_NOTE, source_text
from inspections.rows import KeyQuestionRow, Place, PreciseDate

JUDGEMENT_NOTE = (
    "A key question is an overall judgement. Percentages in the findings answer narrower questions, often of other "
    "cases, and may differ from it."
)


def key_questions(
    rows: Sequence[KeyQuestionRow],
    *,
    unit: Place,
    inspected: PreciseDate | None = None,
    framework: str = "",
    report_title: str = "",
    source_url: str = "",
) -> Chart:
    """A bar from 0 to 100 for each question, in the report's order, with n and the interval; one group a standard."""
    if not rows:
        raise NoRowsError("a chart needs at least one row, if only of what is missing")
    standards = list(dict.fromkeys(row.standard for row in rows))
    groups = tuple(
        Group(heading=standard, marks=tuple(_mark(row) for row in rows if row.standard == standard))
        for standard in standards
    )
    one_theme = f"-{rows[0].theme}" if len(standards) == 1 else ""
    when = wording.inspected_span([inspected])
    return Chart(
        id=f"key-questions-{unit.slug}{one_theme}",
        finding=wording.key_questions_sentence(rows, unit),
        subtitle=(
            "Share of inspected cases judged satisfactory on each key question (%). "
            f"{', '.join(filter(None, [unit.name, framework, when]))}. In the order of the report. Higher is better."
        ),
        details=" ".join(f"{group.heading}: {'; '.join(mark.words for mark in group.marks)}." for group in groups),
        unit="%",
        axis=theme.HUNDRED,
        groups=groups,
        source_text=source_text([(report_title, inspected, None, unit)]),
        source_url=source_url,
        notes=_notes(rows),
    )


def _mark(row: KeyQuestionRow) -> Mark:
    is_count_only = comparison.is_count_only(row.denominator) and row.numerator is not None
    interval = wording.key_question_interval(row)
    limits = f"95% interval {wording.interval_limits(interval)}" if interval else ""
    return Mark(
        label=wording.key_question_name(row).capitalize(),
        value=None if is_count_only else row.percentage,
        value_label=wording.key_question_value(row),
        detail=", ".join(filter(None, [_count(row), limits])),
        remark=wording.lowest_remark(row),
        interval=interval,
    )


def _count(row: KeyQuestionRow) -> str:
    """ "18 of 41 (inferred)", or the base alone where the count is not known."""
    if row.percentage is None or row.denominator is None:
        return ""
    if comparison.is_count_only(row.denominator) and row.numerator is not None:
        return "too few cases for a percentage"
    if row.numerator is None:
        return wording.cases_phrase([row], is_each=False)
    count = wording.count_of(row.numerator, row.denominator)
    return f"{count} (inferred)" if row.numerator_is_inferred else count


def _notes(rows: Sequence[KeyQuestionRow]) -> tuple[str, ...]:
    notes = [JUDGEMENT_NOTE]
    if any(wording.key_question_interval(row) for row in rows):
        notes.append(INTERVAL_NOTE)
    if any(row.numerator_is_inferred and row.numerator is not None for row in rows):
        notes.append(INFERRED_NOTE)
    return tuple(notes)
