"""Key questions: percentage, base, count, interval, and which one drives the rating."""

from collections.abc import Sequence

from inspections import comparison
from inspections.comparison import Interval
from inspections.rows import KeyQuestionRow, Lowest, Place
from inspections.wording.held import NOT_HELD
from inspections.wording.values import count_of, listed, sizes_phrase, value_with_unit


def key_question_name(row: KeyQuestionRow) -> str:
    """ "engagement", or "question 1" for one that is on no strand."""
    return str(row.strand) if row.strand else f"question {row.number}"


def key_question_value(row: KeyQuestionRow) -> str:
    """ "44%", "5 of 8" where there are under ten cases, or that it is not held."""
    if row.percentage is None:
        return NOT_HELD
    if comparison.is_count_only(row.denominator) and row.numerator is not None and row.denominator is not None:
        return count_of(row.numerator, row.denominator)
    return value_with_unit(row.percentage, "%")


def key_question_interval(row: KeyQuestionRow) -> Interval | None:
    """The 95% interval; None where the count is not known, and for under ten cases."""
    if row.percentage is None or comparison.is_count_only(row.denominator):
        return None
    return comparison.interval_of_percentage(row.percentage, row.denominator, row.numerator)


def key_question_count(row: KeyQuestionRow) -> str:
    """ "18 of 41, worked out here from the percentage"; "18 of 41" as published; nothing where it is not known."""
    if row.numerator is None or row.denominator is None:
        return ""
    count = count_of(row.numerator, row.denominator)
    return f"{count}, worked out here from the percentage" if row.numerator_is_inferred else count


def lowest_remark(row: KeyQuestionRow) -> str:
    """ "lowest of its standard: drives the rating"; nothing of any other, nor where not all of a standard are held."""
    return f"{row.lowest}: drives the rating" if row.lowest else ""


def key_questions_sentence(rows: Sequence[KeyQuestionRow], unit: Place) -> str:
    """Which question drives the rating of each standard, without a full stop.

    The framework says that the lowest one does, so naming it ranks nothing that the report does not rank itself. Of a
    standard with a percentage that is not held, none is named.
    """
    held = [row for row in rows if row.percentage is not None]
    if not held:
        return f"Key questions: no percentages held here for {unit.name}"
    standards = dict.fromkeys(row.standard for row in rows)
    lowest = {standard: [row for row in held if row.standard == standard and row.lowest] for standard in standards}
    driven = [_driver(standard, rows, held) for standard, rows in lowest.items() if rows]
    unknown = _unknown([standard for standard in standards if not lowest[standard]])
    about = f"{_of_cases(held)} in {unit.name}"
    if not driven:
        return f"Key questions: percentages held here {about[:1].lower()}{about[1:]}; {unknown}"
    each = "the rating" if len(driven) == 1 else "each rating"
    sentence = f"{about}, the lowest key question drives {each}: {listed(driven)}"
    return f"{sentence}; {unknown}" if unknown else sentence


def _of_cases(held: Sequence[KeyQuestionRow]) -> str:
    """ "Of 41 inspected cases"; "Of 38 to 41 inspected cases" where questions were asked of some only."""
    words = sizes_phrase((row.denominator for row in held), "inspected cases")
    return words[:1].upper() + words[1:]


def _unknown(standards: Sequence[str]) -> str:
    """ "which one drives the rating of Planning is not known: not all its percentages are held here"."""
    if not standards:
        return ""
    ratings, its = ("the rating", "its") if len(standards) == 1 else ("the ratings", "their")
    return f"which one drives {ratings} of {listed(standards)} is not known: not all {its} percentages are held here"


def _driver(standard: str, lowest: Sequence[KeyQuestionRow], held: Sequence[KeyQuestionRow]) -> str:
    """ "37% in Assessment (keeping other people safe)"."""
    which = listed(key_question_name(row) for row in lowest)
    if lowest[0].lowest is Lowest.ONLY:
        which = "its only key question"
    elif len(lowest) == sum(row.standard == standard for row in held) > 1:
        which = "all equal"
    return f"{key_question_value(lowest[0])} in {standard} ({which})"
