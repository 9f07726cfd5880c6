"""The sentences: one voice for headings, charts, alt text, previews and CSV notes.

A value comes first, then its place, what was published beside it, and what was calculated here, said so. "Higher" and
"lower" are said of figures; "better" only by `direction`, where a measure has one; "worse" never.
"""

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
    LOWEST_OF_STANDARD,
    key_question_count,
    key_question_interval,
    key_question_name,
    key_question_sentence,
    key_question_value,
    key_questions_sentence,
)
from inspections.wording.listing import asked_of_listing, listing_sentence, without_inspection_sentence
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
    FEW_CASES,
    INTERVAL,
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
    "FEW_CASES",
    "INTERVAL",
    "LOWEST_OF_STANDARD",
    "NOT_HELD",
    "absence",
    "absence_phrase",
    "asked_of_listing",
    "base_phrase",
    "comparator_name",
    "comparison_sentence",
    "count_of",
    "direction",
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
    "listing_sentence",
    "measure_count",
    "measure_interval",
    "measure_value",
    "number",
    "origin",
    "origin_note",
    "pdus",
    "place_in_source",
    "precise_date",
    "published_comparators",
    "rating",
    "rating_sentence",
    "region_held_sentence",
    "region_sentence",
    "score",
    "section_address",
    "sourced_date",
    "unit_label",
    "value_group",
    "value_with_unit",
    "without_inspection_sentence",
]
