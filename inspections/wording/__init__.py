"""The sentences: one voice for headings, charts, alt text, previews and CSV notes.

A value comes first, then its place, what was published beside it, and what was calculated here, said so. "Higher" and
"lower" are said of figures; "better" only by `direction`, where a measure has one; "worse" never.
"""

from inspections.wording.compared import (
    compared_heading,
    compared_sentence,
    frameworks_notice,
    no_recommendation,
    no_strength,
    nothing_compared,
    recommendation_count,
)
from inspections.wording.compared_figures import PAIR, measure_together, question_together
from inspections.wording.held import (
    NOT_HELD,
    absence,
    absence_phrase,
    direction,
    origin,
    origin_note,
    rating,
    rating_sentence,
    region_held_sentence,
    score,
    sourced_date,
)
from inspections.wording.key_questions import (
    key_question_count,
    key_question_interval,
    key_question_name,
    key_question_sentence,
    key_question_value,
    key_questions_sentence,
)
from inspections.wording.measures import (
    comparator_name,
    comparison_sentence,
    is_count_only,
    measure_count,
    measure_interval,
    measure_value,
    unit_label,
    value_group,
)
from inspections.wording.regions import in_reports, published_comparators, region_sentence
from inspections.wording.sources import place_in_source, section_address
from inspections.wording.values import (
    base_phrase,
    count_of,
    inspected_from,
    interval_limits,
    interval_phrase,
    listed,
    number,
    pdus,
    precise_date,
    value_with_unit,
)

__all__ = [
    "NOT_HELD",
    "PAIR",
    "absence",
    "absence_phrase",
    "base_phrase",
    "comparator_name",
    "compared_heading",
    "compared_sentence",
    "comparison_sentence",
    "count_of",
    "direction",
    "frameworks_notice",
    "in_reports",
    "inspected_from",
    "interval_limits",
    "interval_phrase",
    "is_count_only",
    "key_question_count",
    "key_question_interval",
    "key_question_name",
    "key_question_sentence",
    "key_question_value",
    "key_questions_sentence",
    "listed",
    "measure_count",
    "measure_interval",
    "measure_together",
    "measure_value",
    "no_recommendation",
    "no_strength",
    "nothing_compared",
    "number",
    "origin",
    "origin_note",
    "pdus",
    "place_in_source",
    "precise_date",
    "published_comparators",
    "question_together",
    "rating",
    "rating_sentence",
    "recommendation_count",
    "region_held_sentence",
    "region_sentence",
    "score",
    "section_address",
    "sourced_date",
    "unit_label",
    "value_group",
    "value_with_unit",
]
