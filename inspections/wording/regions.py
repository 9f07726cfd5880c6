"""One measure across the delivery units of a region, without a ranking."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from inspections import comparison
from inspections.comparison import Average, AverageKind, Averages, NotPooled, Standing
from inspections.rows import Direction, MeasureRow
from inspections.wording.held import absence_phrase
from inspections.wording.measures import (
    bases_phrase,
    comparator_name,
    comparison_sentence,
    is_count_only,
    measure_value,
    named,
    noun_of,
)
from inspections.wording.values import (
    by_reason,
    count_of,
    fitting_title,
    listed,
    number,
    pdus,
    sizes_phrase,
    uncapitalised,
    value_with_unit,
    why_unranked,
)

PLACES_NAMED_AT_MOST = 2

AVERAGES_NAMED_AT_MOST = 2

TALLIES = {
    Standing.HIGHER: "higher",
    Standing.LOWER: "lower",
    Standing.SAME: "the same as rounded",
    Standing.TOO_FEW_TO_TELL: "with too few cases to tell",
}


def region_sentence(rows: Sequence[MeasureRow], *, has_averages: bool = True) -> str:
    """What a region's delivery units have of one measure, without a full stop and without a ranking.

    `rows` are all of the region's. Values of different frameworks, or of different groups, are told apart. Without
    `has_averages` nothing is set beside them, nor an earlier value, which is short enough for a title.
    """
    held = [row for row in rows if row.value is not None and (has_averages or not row.is_earlier)]
    units = {row.unit.slug for row in rows}
    if not held:
        measure = rows[0].measure.name if rows else "Measure"
        return f"{measure}: no figure held here for any of the {pdus(len(units))}"
    if len({row.unit.slug for row in held}) == 1:
        sentence = "; ".join(comparison_sentence(_beside_averages(row, has_averages)) for row in held)
        return sentence[:1].upper() + sentence[1:]
    kinds = comparison.kinds_of_value(held)
    if len(kinds) == 1:
        return _spread(kinds[0], rows, has_averages=has_averages)
    of_each = [f"{kind_name(kind[0], kinds)}: {_of_kind(kind, rows, has_averages=has_averages)}" for kind in kinds]
    return f"{'; '.join(of_each)}; these are not compared with each other"


def region_title(rows: Sequence[MeasureRow], *, region: str, round_label: str) -> str:
    """The measure and what is held of it, with region and round: for the title of a page, where what is long is cut.

    "Full compliance with the sentence: 34% of 41 inspected cases in Doncaster; Yorkshire and the Humber, 2024". A
    percentage without its base is no shorter title: where there is no room for both, the title says how many are held.
    """
    measure = rows[0].measure
    units, held = {row.unit.slug for row in rows}, {row.unit.slug for row in rows if row.value is not None}
    finding = _titled(rows)
    of_one = [finding, _titled([replace(row, base=row.base.partition(", ")[0]) for row in rows])]
    count = f"figures of {count_of(len(held), len(units))} PDUs" if held else "not held here"
    return fitting_title(
        f"{finding}; {region}, {round_label}",
        *(f"{form}, {round_label}" for form in of_one if len(held) == 1),
        f"{measure.name}: {count}; {region}, {round_label}",
    )


def _titled(rows: Sequence[MeasureRow]) -> str:
    return named(rows[0].measure, region_sentence(rows, has_averages=False))


def missing_units(rows: Iterable[MeasureRow]) -> dict[str, list[str]]:
    """The names of the units without a value, by the few words that say why."""
    return by_reason((row.unit.name, absence_phrase(row.absence)) for row in rows if row.value is None)


def kind_name(row: MeasureRow, kinds: Sequence[Sequence[MeasureRow]]) -> str:
    """What sets a value apart from those of other kinds: its framework, its group and its age, where they differ."""
    parts = []
    if len({kind[0].framework for kind in kinds}) > 1:
        parts.append(row.framework or "framework not held")
    if len({kind[0].cohort for kind in kinds}) > 1 and (row.cohort or not parts):
        parts.append(row.cohort or "whole PDU")
    if len({kind[0].is_earlier for kind in kinds}) > 1 and (row.is_earlier or not parts):
        parts.append("earlier figures" if row.is_earlier else "newest figures")
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def of_kind(sentence: str, kind: Sequence[MeasureRow], kinds: Sequence[Sequence[MeasureRow]]) -> str:
    """A sentence on values of one kind, which names the kind where there are several."""
    return f"{kind_name(kind[0], kinds)}: {sentence}" if len(kinds) > 1 else sentence


def average_words(average: Average, unit: str) -> str:
    """ "a published regional average of 32%", "an average of 45% of the 8 of 11 PDUs held here, pooled by cases".

    The second is ours, and says so with its cases; those of a survey are people.
    """
    value = value_with_unit(average.value, unit)
    if average.kind is AverageKind.PUBLISHED:
        return f"a {comparator_name(average)} of {value}"
    cases = count_of(average.numerator or 0, average.n or 0)
    return f"an average of {value} of the {held_of(average)} held here, {pooled_by(average)} ({cases}, calculated here)"


def held_of(average: Average) -> str:
    """ "8 of 11 PDUs", or "11 PDUs" where all have a figure."""
    return pdus(average.of) if average.held == average.of else f"{average.held} of {pdus(average.of)}"


def pooled_by(average: Average) -> str:
    """ "pooled by cases", "pooled by people"."""
    return f"pooled by {noun_of(average.base)}"


def pooled_note(average: Average | NotPooled) -> str:
    """Whose the pooled average is and how it is made, or why there is none: whole sentences."""
    if isinstance(average, NotPooled):
        return f"No average of the PDUs held here is calculated: {average}."
    cases = f"{count_of(average.numerator or 0, average.n or 0)} {average.base}".strip()
    inferred = " Some of the counts are worked out here from the percentage." if average.is_inferred else ""
    return (
        f"The average of the PDUs held here is calculated here and is not the inspectorate's: {cases} in "
        f"{held_of(average)}, each of them counting once. It is never a mean of percentages.{inferred}"
    )


def published_note(average: Average, unit: str) -> str:
    """Whose the published average is, and which reports quote it: whole sentences."""
    reports = f"report{'s' if len(average.reports) > 1 else ''} on {listed(place.name for place in average.reports)}"
    return (
        f"The {comparator_name(average)} of {value_with_unit(average.value, unit)} is the inspectorate's, from the "
        f"{reports}. It is not an average of what is held here."
    )


def in_reports(places: Sequence[str]) -> str:
    """ "in the report on Leeds", "in the reports on Leeds and York", "in 6 reports"."""
    if len(places) > PLACES_NAMED_AT_MOST:
        return f"in {len(places)} reports"
    return f"in the report{'s' if len(places) > 1 else ''} on {listed(places)}"


def _beside_averages(row: MeasureRow, has_averages: bool) -> MeasureRow:
    return row if has_averages else replace(row, comparators=())


def _of_kind(kind: Sequence[MeasureRow], rows: Sequence[MeasureRow], *, has_averages: bool) -> str:
    if len(kind) == 1:
        return comparison_sentence(_beside_averages(kind[0], has_averages))
    sentence = _spread(kind, rows, has_averages=has_averages)
    return uncapitalised(sentence)


def _spread(held: Sequence[MeasureRow], rows: Sequence[MeasureRow], *, has_averages: bool) -> str:
    """ "From 28% to 38%, of 41 to 60 inspected cases each, in the 6 of 11 PDUs with a figure held here, against ...".

    `held` are of one kind.
    """
    shown = [row for row in held if not is_count_only(row)] or held
    units, shown_units = {row.unit.slug for row in rows}, {row.unit.slug for row in shown}
    count = f"{len(shown_units)} of {pdus(len(units))}" if shown_units < units else pdus(len(units))
    enough = f"with a figure from at least 10 {noun_of(shown[0].base)}"
    which = "with a figure held here" if len(shown) == len(held) else enough
    in_each = "in each of " if _is_tie(shown) and len(shown) > 1 else "in "
    base = of_what(shown)
    sentence = f"{spread_words(shown)}{base}{',' if base.startswith(',') else ''} {in_each}the {count} {which}"
    # Of a measure that is context nothing is said of ranks: it has none with any number of cases.
    if shown[0].measure.direction is not Direction.CONTEXT:
        sentence = f"{sentence}{why_unranked(row.n for row in shown if row.is_case_sample)}"
    sentence = sentence[:1].upper() + sentence[1:]
    if not has_averages:
        return sentence
    beside = _beside(comparison.averages(held, of=len(units)), shown)
    return f"{sentence}, against {beside}" if beside else sentence


def of_what(shown: Sequence[MeasureRow]) -> str:
    """What the figures of a spread are of, to be set behind it: ", of 41 to 60 inspected cases each".

    Behind counts, which have their numbers, only " inspected cases"; nothing behind a number without a base.
    """
    if not _are_counts(shown):
        return f", {bases_phrase(shown)}" if shown[0].measure.unit == "%" else ""
    kinds = {comparison.kind_of_base(row) for row in shown if row.n is not None}
    kind = kinds.pop() if len(kinds) == 1 else ""
    if len({row.n for row in shown}) > 1:
        return f", each out {sizes_phrase((row.n for row in shown), kind)}".rstrip()
    return f" {kind}".rstrip()


def spread_words(shown: Sequence[MeasureRow]) -> str:
    """ "from 28% to 38%", or the one value that all have.

    Counts out of different numbers have no lowest and highest: 18 of 18 is more than 65 of 86, and is fewer people.
    """
    in_order = sorted(shown, key=lambda row: row.value or 0)
    if _is_tie(shown):
        return _figure(in_order[0])
    if _are_counts(shown) and len({row.n for row in shown}) > 1:
        return "counts"
    return f"from {_figure(in_order[0])} to {_figure(in_order[-1])}"


def _figure(row: MeasureRow) -> str:
    """A value; of a count of cases "7 of 39", without which it says nothing beside that of another PDU."""
    value = measure_value(row)
    return value if row.measure.unit != "count" or row.n is None else f"{value} of {number(row.n)}"


def _are_counts(shown: Sequence[MeasureRow]) -> bool:
    return shown[0].measure.unit == "count" or all(is_count_only(row) for row in shown)


def _is_tie(shown: Sequence[MeasureRow]) -> bool:
    is_count = any(row.measure.unit == "count" for row in shown)
    return len({(row.value, row.n if is_count else None) for row in shown}) == 1


def _beside(found: Averages, shown: Sequence[MeasureRow]) -> str:
    """Both averages, each with its kind; of published ones that differ, each with its report, or how many there are."""
    unit = shown[0].measure.unit
    parts = []
    if len(found.published) > AVERAGES_NAMED_AT_MOST:
        parts.append(f"{len(found.published)} published averages that differ, each shown with its report")
    else:
        names = [comparator_name(average) for average in found.published]
        for average, name in zip(found.published, names, strict=True):
            reports = in_reports([place.name for place in average.reports])
            how = reports if names.count(name) > 1 else _tally(shown, average) if len(names) == 1 else ""
            parts.append(average_words(average, unit) + (f" ({how})" if how else ""))
    if isinstance(found.pooled, Average):
        parts.append(average_words(found.pooled, unit))
    return listed(parts)


def _tally(shown: Sequence[MeasureRow], average: Average) -> str:
    """ "2 higher, 1 lower and 3 with too few cases to tell, calculated here"; nothing where one cannot be told."""
    standings = Counter(comparison.standing(row, average.value) for row in shown)
    if not standings.keys() <= TALLIES.keys():
        return ""
    return f"{listed(f'{standings[how]} {words}' for how, words in TALLIES.items() if standings[how])}, calculated here"
