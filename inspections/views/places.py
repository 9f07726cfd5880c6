"""Figures of one inspection with their place among the region, as `components/placed_facts.html` takes them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from inspections import wording
from inspections.charts.place_in_region import place_in_region
from inspections.rows import InspectionSummary, KeyQuestionRow, MeasureRow, question_as_measure
from inspections.views.context import address_with
from inspections.views.drawing import drawn


@dataclass(frozen=True, kw_only=True)
class PlacedFact:
    """A figure, the sentence of its place, a drawing of it where there is anything to draw, and where to read on.

    One that `is_alone` has a sentence only where something published stands beside it.
    """

    row: MeasureRow
    sentence: str
    figure: dict[str, Any] | None
    address: str = ""
    is_alone: bool = False


def placed_measures(
    rows: Iterable[MeasureRow], of_region: Mapping[str, Sequence[MeasureRow]], *, summary: InspectionSummary
) -> list[PlacedFact]:
    """`of_region` is what `measures_in_region` has of the round."""
    return [
        placed(
            row,
            of_region[row.measure.slug],
            address=measure_address(summary.region.slug, row.measure.slug, summary.round),
        )
        for row in rows
    ]


def placed_questions(
    rows: Sequence[KeyQuestionRow], of_region: Iterable[KeyQuestionRow], *, summary: InspectionSummary
) -> list[PlacedFact]:
    """`of_region` is what `key_questions_in_region` has of the round, of every unit and question."""
    region: dict[str, list[MeasureRow]] = {}
    for row in of_region:
        if row.unit:
            measure = question_as_measure(row, row.unit)
            region.setdefault(measure.measure.slug, []).append(measure)
    measures = [question_as_measure(row, summary.unit) for row in rows]
    of_all = reverse("inspections:region_key_questions", args=[summary.region.slug])
    return [
        placed(
            measure,
            region.get(measure.measure.slug, []),
            address=address_with(of_all, round=summary.round, question=f"{row.theme}-q{row.number}"),
        )
        for row, measure in zip(rows, measures, strict=True)
    ]


def measure_address(region: str, measure: str, round_label: str) -> str:
    """The page of a measure in a region, of one round."""
    address = reverse("inspections:region_measure", args=[region, measure])
    return address_with(address, round=round_label)


def placed(row: MeasureRow, of_region: Sequence[MeasureRow], *, address: str = "") -> PlacedFact:
    """One figure among the rows of its region."""
    chart = place_in_region(row, of_region)
    is_alone = wording.is_alone(row, of_region)
    return PlacedFact(
        row=row,
        sentence=(wording.own_sentence if is_alone else wording.place_sentence)(row, of_region),
        figure=drawn(chart, is_live=False) if chart else None,
        address=address,
        is_alone=is_alone,
    )
