"""The two averages that are never confused: as the inspectorate published it, and of the PDUs held here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from inspections.comparison.measures import case_count, have_one_base, kind_of_base, kinds_of_value
from inspections.rows import MeasureRow, Place, PreciseDate

AT_LEAST = 2


class AverageKind(StrEnum):
    """Whose an average is."""

    PUBLISHED = "as published by the inspectorate"
    POOLED = "of the PDUs held here, calculated here"


class NotPooled(StrEnum):
    """Why there is no average of the PDUs held here."""

    TOO_FEW_PDUS = "fewer than two PDUs have a figure here"
    NOT_A_PERCENTAGE = "the figures are not percentages"
    DIFFERENT_FRAMEWORKS = "the figures are of different frameworks"
    EARLIER = "the figures are of earlier dates, which may differ"
    NO_BASE = "the number of cases behind a figure is not held"
    DIFFERENT_BASES = "the figures are shares of different things"


@dataclass(frozen=True, kw_only=True)
class Average:
    """An average with its kind.

    A published one has the `label` and the date of its report, and in `reports` the places whose reports quote it. A
    pooled one is `numerator` of `n` cases of `held` of the region's `of` PDUs, rounded to a whole per cent as published
    ones are; `is_inferred` where a count was worked out from its percentage.
    """

    kind: AverageKind
    value: Decimal
    label: str = ""
    as_of: PreciseDate | None = None
    reports: tuple[Place, ...] = ()
    numerator: int | None = None
    n: int | None = None
    base: str = ""
    held: int = 0
    of: int = 0
    is_inferred: bool = False


@dataclass(frozen=True, kw_only=True)
class Averages:
    """Every published average that differs from the others, in the order of the rows, and the pooled one or why not."""

    published: tuple[Average, ...]
    pooled: Average | NotPooled


def averages_by_kind(rows: Sequence[MeasureRow]) -> list[tuple[list[MeasureRow], Averages]]:
    """The averages beside one measure of a region, of each kind of value its own: none is of two frameworks or groups.

    `rows` have at least one for each of its PDUs, which all of them are counted of. [] where no value is held.
    """
    of = len({row.unit.slug for row in rows})
    return [(kind, averages(kind, of=of)) for kind in kinds_of_value(rows)]


def averages(rows: Sequence[MeasureRow], *, of: int | None = None) -> Averages:
    """The averages of rows of one kind; `of` is the number of the region's PDUs, where rows are not of all."""
    return Averages(published=_published(rows), pooled=pool(rows, of=of))


def pool(rows: Sequence[MeasureRow], *, at_least: int = AT_LEAST, of: int | None = None) -> Average | NotPooled:
    """All cases of the rows together: the sum of the counts out of the sum of the bases.

    Never a mean of percentages, in which a PDU of 10 cases would weigh as much as one of 100.
    """
    held = [row for row in rows if row.value is not None]
    counts = [(count, row.n) for row in held if (count := case_count(row)) is not None and row.n]
    why_not = _why_not(held, counts, at_least)
    if why_not:
        return why_not
    numerator, n = sum(count for count, _ in counts), sum(n for _, n in counts)
    return Average(
        kind=AverageKind.POOLED,
        value=(Decimal(100 * numerator) / n).quantize(Decimal(1), ROUND_HALF_UP),
        numerator=numerator,
        n=n,
        base=kind_of_base(held[0]),
        held=len(held),
        of=len({row.unit.slug for row in rows}) if of is None else of,
        is_inferred=any(row.numerator is None for row in held),
    )


def _why_not(held: Sequence[MeasureRow], counts: Sequence[tuple[int, int]], at_least: int) -> NotPooled | None:
    reasons = {
        NotPooled.TOO_FEW_PDUS: len({row.unit.slug for row in held}) < at_least,
        NotPooled.NOT_A_PERCENTAGE: any(row.measure.unit != "%" for row in held),
        NotPooled.DIFFERENT_FRAMEWORKS: len({row.framework for row in held}) > 1,
        NotPooled.EARLIER: any(row.is_earlier for row in held),
        NotPooled.NO_BASE: len(counts) < len(held),
        NotPooled.DIFFERENT_BASES: not have_one_base(held),
    }
    return next((why for why, is_so in reasons.items() if is_so), None)


def _published(rows: Iterable[MeasureRow]) -> tuple[Average, ...]:
    """Those of one name, date and value are one average, quoted by several reports."""
    found: dict[tuple[str, PreciseDate | None, Decimal], list[Place]] = {}
    for row in rows:
        for comparator in row.comparators:
            places = found.setdefault((comparator.label, comparator.as_of, comparator.value), [])
            if row.unit not in places:
                places.append(row.unit)
    return tuple(
        Average(kind=AverageKind.PUBLISHED, value=value, label=label, as_of=as_of, reports=tuple(places))
        for (label, as_of, value), places in found.items()
    )
