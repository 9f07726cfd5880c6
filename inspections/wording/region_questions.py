"""Key questions across the delivery units of a region. No sentence ranks them: most samples are too small."""

from collections import Counter
from collections.abc import Iterable, Sequence

from inspections import comparison
from inspections.rows import KeyQuestionRow, Lowest, Place, Strand
from inspections.wording.held import absence, absence_phrase, origin_note
from inspections.wording.key_questions import (
    key_question_count,
    key_question_interval,
    key_question_name,
    key_question_value,
)
from inspections.wording.values import (
    fitting_title,
    interval_phrase,
    listed,
    number,
    pdus,
    sizes_phrase,
    why_unranked,
)

FEW_NAMED_AT_MOST = 3
BOTH = 2
NO_STRAND = "a question on no common strand"
PARTLY_HELD = "Figures of some of the questions are held here, but not of all."


def region_question_sentence(rows: Sequence[KeyQuestionRow], *, has_interval: bool = True) -> str:
    """What a region's delivery units have of one question, a row each, without a full stop and without a ranking.

    Without `has_interval` that of a single figure is left to the drawing and the table beside the sentence.

    "Assessment, engagement: from 37% to 61% of 30 to 60 inspected cases each in 6 of 11 PDUs, too few cases to rank"
    """
    name = f"{rows[0].standard}, {key_question_name(rows[0])}"
    held = [row for row in rows if row.percentage is not None]
    if not held:
        return f"{name}: no figure held here for {_any_of(rows)}"
    shown = [row for row in held if not comparison.is_count_only(row.denominator)]
    few = [row for row in held if comparison.is_count_only(row.denominator)]
    parts = [_shown(shown, every=len(rows), has_interval=has_interval), _few(few)]
    if len(shown) <= 1 or few:
        parts.append(_others(len(rows) - len(held)))
    return f"{name}: {'; '.join(filter(None, parts))}"


def region_question_title(rows: Sequence[KeyQuestionRow]) -> str:
    """In few words: "Assessment, engagement: from 37% to 61%, of 30 to 60 inspected cases each, in 6 of 11 PDUs"."""
    name, every = f"{rows[0].standard}, {key_question_name(rows[0])}", len(_units(rows))
    held = [row for row in rows if row.percentage is not None]
    shown = [row for row in held if not comparison.is_count_only(row.denominator)]
    shown.sort(key=lambda row: row.percentage or 0)
    if len(held) == 1:
        return f"{name}: {key_question_figure(held[0])} in {held[0].unit.name if held[0].unit else ''}"
    without = f"{name}: figures held here for {len(held)} of {pdus(every)}"
    if not shown:
        return without
    lowest, highest = key_question_value(shown[0]), key_question_value(shown[-1])
    spread = lowest if lowest == highest else f"from {lowest} to {highest}"
    base = cases_phrase(shown, is_each=len(shown) > 1)
    return fitting_title(f"{name}: {spread}, {base}, in {len(shown)} of {pdus(every)}", without)


def region_questions_title(rows: Sequence[KeyQuestionRow], *, region: Place, round_label: str) -> str:
    """What is held; where a title has no room for it, without the number of cases."""
    held = region_questions_held(rows, region=region, round_label=round_label)
    return fitting_title(held, held.partition(", of ")[0])


def region_questions_held(rows: Sequence[KeyQuestionRow], *, region: Place, round_label: str) -> str:
    """ "Key questions in Yorkshire and the Humber, 2024: percentages held for 1 of 11 PDUs (Doncaster), of 41 ..."."""
    about = f"Key questions in {region.name}, {round_label}"
    if not rows:
        return f"{about}: none held here for the framework of this round"
    held = [row for row in rows if row.percentage is not None]
    if not held:
        return f"{about}: no percentages held here for {_any_of(rows)}"
    names = list(_units(held).values())
    units = f"{len(names)} of {pdus(len(_units(rows)))}" + (f" ({names[0]})" if len(names) == 1 else "")
    return f"{about}: percentages held for {units}, {cases_phrase(held, is_each=len(names) > 1)}"


def region_questions_sentence(rows: Sequence[KeyQuestionRow], *, region: Place, round_label: str) -> str:
    """What is held, and how often the question of each strand is the one that drives a rating."""
    held = region_questions_held(rows, region=region, round_label=round_label)
    drivers = _drivers(rows)
    return f"{held}; {drivers}" if drivers else held


def questions_order(rows: Iterable[KeyQuestionRow]) -> str:
    """In which order delivery units stand, and which questions may be sorted, as a sentence or two."""
    asked: dict[tuple[str, str, int], list[KeyQuestionRow]] = {}
    for row in rows:
        asked.setdefault((row.framework, row.theme, row.number), []).append(row)
    may_sort = [may_sort_question(of_one) for of_one in asked.values()]
    if any(may_sort):
        which = "The tables" if all(may_sort) else "Only questions whose figures all rest on 50 cases or more"
        return (
            f"PDUs stand in alphabetical order unless you sort. {which} can be sorted; even so, a small difference may "
            "be chance."
        )
    return (
        "PDUs stand in alphabetical order and are not ranked: of fewer than 50 cases, or an unknown number, a "
        "difference between two may be chance."
    )


def may_sort_question(rows: Iterable[KeyQuestionRow]) -> bool:
    """Whether the figures of one question, a row for each delivery unit, all rest on enough cases to be sorted."""
    held = [row for row in rows if row.percentage is not None]
    return bool(held) and all(comparison.is_rankable(row.denominator) for row in held)


def key_question_figure(row: KeyQuestionRow) -> str:
    """ "59% (24 of 41, inferred)", "5 of 8, too few for a percentage": a figure with its base, or why there is none."""
    if row.percentage is None:
        return absence_phrase(row.absence)
    if comparison.is_count_only(row.denominator):
        return f"{_count_or_cases(row)}, too few for a percentage"
    if row.denominator is None:
        return f"{key_question_value(row)} (number of cases not given)"
    if row.numerator is None:
        return f"{key_question_value(row)} of {number(row.denominator)}"
    inferred = ", inferred" if row.numerator_is_inferred else ""
    return f"{key_question_value(row)} ({row.numerator} of {row.denominator}{inferred})"


def cases_phrase(rows: Iterable[KeyQuestionRow], *, is_each: bool) -> str:
    """ "of 41 inspected cases", "of 30 to 60 inspected cases each": how many cases percentages rest on."""
    return sizes_phrase((row.denominator for row in rows), "inspected cases", is_each=is_each)


def questions_not_held(rows: Iterable[KeyQuestionRow]) -> dict[str, list[str]]:
    """The names of the delivery units that lack a percentage, by the reason why; those that lack only some, last."""
    of_unit: dict[str, list[KeyQuestionRow]] = {}
    for row in rows:
        if row.unit is not None:
            of_unit.setdefault(row.unit.name, []).append(row)
    missing: dict[str, list[str]] = {}
    partly = []
    for name in sorted(of_unit, key=str.casefold):
        reasons = {row.absence for row in of_unit[name] if row.percentage is None}
        if len(reasons) == 1 and all(row.percentage is None for row in of_unit[name]):
            (why,) = reasons
            missing.setdefault(absence(why) if why else "It is not held here.", []).append(name)
        elif reasons:
            partly.append(name)
    return missing | ({PARTLY_HELD: partly} if partly else {})


def _shown(rows: Sequence[KeyQuestionRow], *, every: int, has_interval: bool) -> str:
    if not rows:
        return ""
    if len(rows) == 1:
        return _one(rows[0], has_interval=has_interval)
    in_order = sorted(rows, key=lambda row: row.percentage or 0)
    lowest, highest = key_question_value(in_order[0]), key_question_value(in_order[-1])
    spread = lowest if lowest == highest else f"from {lowest} to {highest}"
    where = f"the {len(rows)} of {pdus(every)} with a figure shown here"
    if len(rows) == every:
        where = "both PDUs" if every == BOTH else f"all {pdus(every)}"
    return f"{spread}, {cases_phrase(rows, is_each=True)}, in {where}{why_unranked(row.denominator for row in rows)}"


def _one(row: KeyQuestionRow, *, has_interval: bool) -> str:
    base = cases_phrase([row], is_each=False)
    place = row.unit.name if row.unit else ""
    words = f"{key_question_value(row)} {base} in {place}{origin_note(row.source)}"
    count, interval = key_question_count(row), key_question_interval(row)
    words = f"{words} ({count})" if count else words
    return f"{words}, {interval_phrase(interval)}" if interval and has_interval else words


def _few(rows: Sequence[KeyQuestionRow]) -> str:
    if len(rows) > FEW_NAMED_AT_MOST:
        return f"too few cases for a percentage in {pdus(len(rows))}"
    counts = listed(f"{_count_or_cases(row)} in {row.unit.name if row.unit else ''}" for row in rows)
    return f"{counts}, too few cases for a percentage" if rows else ""


def _count_or_cases(row: KeyQuestionRow) -> str:
    """ "5 of 8"; "8 cases" where the count is not known."""
    return key_question_value(row) if row.numerator is not None else f"{row.denominator} cases"


def _others(count: int) -> str:
    if not count:
        return ""
    return f"no figure held here for the other {pdus(count) if count > 1 else 'PDU'}"


def _any_of(rows: Sequence[KeyQuestionRow]) -> str:
    units = _units(rows)
    return f"any of the {pdus(len(units))}" if len(units) > 1 else f"{next(iter(units.values()))}"


def _units(rows: Iterable[KeyQuestionRow]) -> dict[str, str]:
    return {row.unit.slug: row.unit.name for row in rows if row.unit}


def _drivers(rows: Sequence[KeyQuestionRow]) -> str:
    """Counted over the standards of which every percentage is held, one question alone apart."""
    times = Counter(row.strand for row in rows if row.lowest is Lowest.ALONE)
    named = [f"{strand or NO_STRAND} in {times[strand]}" for strand in [*Strand, None] if times[strand]]
    # Standards of inspections, by framework, delivery unit and theme.
    ties = len({(row.framework, row.unit, row.theme) for row in rows if row.lowest is Lowest.EQUAL})
    tied = [f"several equally low in {ties}"] if ties else []
    whole = times.total() + ties
    if not whole:
        return ""
    ratings = f"{listed([*named, *tied])} of {whole} rating{'s' if whole > 1 else ''}"
    return f"the lowest key question, which drives the rating of its standard, is {ratings}"
