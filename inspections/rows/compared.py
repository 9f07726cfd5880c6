"""Delivery units side by side: every list of cells has one for each unit, in the order they were chosen."""

import datetime
from dataclasses import dataclass

from inspections.rows.findings import FindingGroup
from inspections.rows.inspections import InspectionRow
from inspections.rows.measures import KeyQuestionRow, MeasureDefinition, MeasureRow
from inspections.rows.themes import ThemedRecommendation
from inspections.rows.values import Place, Sourced
from inspections.rows.vocabulary import Absence, Strand


@dataclass(frozen=True, kw_only=True)
class ComparedUnit:
    """A delivery unit of a comparison, with what is held in words of its inspection.

    `inspection.standards` has a cell for every standard of any framework of the comparison. `absence` is why a value
    that is in nothing held is missing. `recommendation_count` is as stated by a source without their text, `changed`
    when a figure last changed here.
    """

    region: Place
    inspection: InspectionRow
    absence: Absence
    changed: datetime.date | None = None
    recommendation_count: int | None = None
    recommendation_count_source: Sourced | None = None
    recommendations: tuple[ThemedRecommendation, ...] = ()
    strengths: tuple[FindingGroup, ...] = ()

    @property
    def unit(self) -> Place:
        return self.inspection.unit

    @property
    def framework(self) -> str:
        """The framework it was inspected by; "" where no inspection is held."""
        return self.inspection.edition.framework if self.inspection.edition else ""


@dataclass(frozen=True, kw_only=True)
class ComparedQuestion:
    """A key question that at least one of the units was asked. Frameworks share it by theme and strand."""

    theme: Place
    strand: Strand | None
    cells: tuple[KeyQuestionRow, ...]


@dataclass(frozen=True, kw_only=True)
class ComparedMeasure:
    """A measure that at least one report has, with every value of each unit: by group, by date, or why there is none.

    No cell is empty: a unit without a value has one row that says why.
    """

    measure: MeasureDefinition
    cells: tuple[tuple[MeasureRow, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two to four delivery units side by side. `standards` are the themes of all frameworks, in their order.

    `recurring` are the names of the themes of ours that recommendations of the units have, in their order.
    """

    units: tuple[ComparedUnit, ...]
    standards: tuple[Place, ...]
    questions: tuple[ComparedQuestion, ...]
    measures: tuple[ComparedMeasure, ...]
    recurring: tuple[str, ...]

    @property
    def frameworks(self) -> tuple[str, ...]:
        """The different frameworks of the inspections held."""
        return tuple(dict.fromkeys(unit.framework for unit in self.units if unit.framework))

    @property
    def has_one_framework(self) -> bool:
        """Whether figures may be set against each other: those of two frameworks never are."""
        return len(self.frameworks) == 1
