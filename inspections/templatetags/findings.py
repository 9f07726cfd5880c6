"""How a rating is drawn, and the sentences of `wording` as filters."""

from collections.abc import Collection
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import json_script
from django.utils.safestring import SafeString

from inspections import wording
from inspections.ratings import Rating
from inspections.rows import FactRow, InspectionRow, KeyQuestionRow, MeasureRow, Origin, RatingCell

register = template.Library()

COLOURS = {
    Rating.OUTSTANDING: "teal",
    Rating.GOOD: "green",
    Rating.REQUIRES_IMPROVEMENT: "yellow",
    Rating.INADEQUATE: "red",
}

# A value of the inspectorate's own report needs no mark; every other origin is said beside it, in few words for a cell.
MARKS = {
    Origin.PRESS_RELEASE: "from a press release of the inspectorate",
    Origin.PAGE: "from a page of the inspectorate",
    Origin.PRESS: "from the press",
    Origin.STAFF: "entered by staff",
}


class CompactEncoder(DjangoJSONEncoder):
    """Without the spaces that nobody reads."""

    item_separator = ","
    key_separator = ":"


@register.filter
def chart_data(figure: Any, data_id: str) -> SafeString:
    """The figure as data of the page, for the script that draws it."""
    return json_script(figure, data_id, encoder=CompactEncoder)


@register.inclusion_tag("components/rating_tag.html")
def rating_tag(cell: RatingCell, *, of: str = "") -> dict[str, Any]:
    """A rating in full words, or why there is none.

    `of` names what is rated ("P 2.1 Assessment, Doncaster PDU"); with it the link to the source stands beside the tag.
    """
    return {
        "rating": cell.rating,
        "colour": COLOURS[cell.rating] if cell.rating else "grey",
        "absence": "" if cell.rating else sentence_case(wording.absence_phrase(cell.absence)),
        "mark": origin_mark(cell.source.origin) if cell.source else "",
        "source": cell.source if of else None,
        "of": of,
    }


@register.filter
def origin_mark(origin: Origin) -> str:
    """What is said beside a value that isn't from the inspectorate's own report; empty for one that is."""
    return MARKS.get(origin, "")


@register.filter
def alone_note(facts: Collection[Any]) -> str:
    """What is said once of the facts (views.places.PlacedFact) that stand alone in their region."""
    return wording.alone_note(sum(fact.is_alone for fact in facts), len(facts))


@register.filter
def sentence_case(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


@register.filter
def origin_sentence(origin: Origin) -> str:
    """ "As published in the inspectorate's report."."""
    return f"{sentence_case(wording.origin(origin))}."


@register.filter
def base_sentence(row: MeasureRow) -> str:
    """ "Of 41 inspected cases."; of a percentage without a base, that the report gives none."""
    if row.measure.unit != "%" and not row.base:
        return ""
    elsewhere = " (this number stands elsewhere in the report)" if row.n and row.is_n_elsewhere else ""
    return sentence_case(wording.base_of(row)) + elsewhere + "."


@register.filter
def interval_sentence(row: MeasureRow) -> str:
    """ "Between 30% and 59%: 95% Wilson interval, ..." for a share of inspected cases, else nothing."""
    interval = wording.measure_interval(row)
    if interval is None:
        return ""
    count = wording.measure_count(row)
    inferred = f" {count} of {row.n} is worked out here from the percentage." if row.numerator is None else ""
    return f"{sentence_case(wording.interval_phrase(interval))}.{inferred}"


@register.filter
def key_question_base(row: KeyQuestionRow) -> str:
    """ "Of 41 inspected cases (24 of 41, worked out here from the percentage)"."""
    base = sentence_case(wording.cases_phrase([row], is_each=False))
    count = wording.key_question_count(row)
    return f"{base} ({count})" if count else base


@register.filter
def key_question_limits(row: KeyQuestionRow) -> str:
    """ "30% to 59%"; nothing where there is no interval."""
    interval = wording.key_question_interval(row)
    return wording.interval_limits(interval) if interval else ""


@register.filter
def place_in_source(fact: FactRow) -> str:
    """ "Line 12 of the file held here"; nothing where the section alone says where."""
    return wording.place_in_source(form=fact.form, page=fact.page, line=fact.line)


@register.filter
def section_address(fact: FactRow) -> str:
    """The address of the fact's section in the source itself, where that is a page whose address is held."""
    return wording.section_address(fact.source_url, fact.section_anchor)


@register.filter
def change_of(row: InspectionRow | None, theme: str) -> str:
    """How a standard's rating stands to the one of the round before; nothing where its tag says that there is none."""
    is_rated = row and theme in row.standards and row.standards[theme].rating
    return wording.change_phrase(row, theme) if row and is_rated else ""


register.filter("absence_sentence", wording.absence)
register.filter("act_by", wording.act_by)
register.filter("act_did", wording.act_did)
register.filter("act_from", wording.act_from)
register.filter("age", wording.age)
register.filter("bands_phrase", wording.bands_phrase)
register.filter("change_sentence", wording.change_sentence)
register.filter("changes_count", wording.changes_count)
register.filter("column_change", wording.column_change)
register.filter("comparator_name", wording.comparator_name)
register.filter("comparison_sentence", wording.comparison_sentence)
register.filter("no_longer_public_sentence", wording.no_longer_public_sentence)
register.filter("correction_sentence", wording.correction_sentence)
register.filter("difference_words", wording.difference_words)
register.filter("direction_sentence", wording.direction)
register.filter("earlier_cell", wording.earlier_cell)
register.filter("fact_standing", wording.fact_standing)
register.filter("field_change", wording.field_change)
register.filter("field_words", wording.field_words)
register.filter("is_still_held", wording.is_still_held)
register.filter("framework_period", wording.framework_period)
register.filter("is_made_up", wording.is_made_up)
register.filter("key_question_value", wording.key_question_value)
register.filter("lowest_remark", wording.lowest_remark)
register.filter("measure_value", wording.measure_value)
register.filter("missing_count", wording.missing_count)
register.filter("origin_note", wording.origin_note)
register.filter("precise_date", wording.precise_date)
register.filter("recommendation_count", wording.recommendation_count)
register.filter("release_name", wording.release_name)
register.filter("release_title", wording.release_title)
register.filter("rows_phrase", wording.rows_phrase)
register.filter("score_words", wording.score)
register.simple_tag(lambda: wording.SCORE_QUERIED, name="score_queried")
register.filter("sourced_date", wording.sourced_date)
register.filter("theme_count_words", wording.theme_count_words)
register.filter("with_unit", wording.value_with_unit)
