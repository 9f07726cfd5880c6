"""The list of all inspections, and what it can be filtered by."""

from dataclasses import dataclass

from inspections.ratings import Rating
from inspections.rows.inspections import InspectionRow
from inspections.rows.values import EditionRow, Place


@dataclass(frozen=True, kw_only=True)
class FoundInspection:
    """A line of the list as far as it is sorted by: an inspection, or a delivery unit of which none is recorded here.

    `key` is the inspection's, "" without one; `standard` its rating of the standard that the list shows, if any.
    """

    unit: Place
    region: Place
    key: str = ""
    edition: EditionRow | None = None
    overall: Rating | None = None
    standard: Rating | None = None

    @property
    def by_name(self) -> tuple[str, str]:
        """By which lines stand in alphabetical order."""
        return self.unit.sort_name, self.unit.slug


@dataclass(frozen=True, kw_only=True)
class ListedInspection:
    """One line of the list: an inspection of a delivery unit, or None where none of it is recorded here."""

    unit: Place
    region: Place
    inspection: InspectionRow | None


@dataclass(frozen=True, kw_only=True)
class ListingChoices:
    """What is held to choose from, each by name and the slug that stands for it in an address; rounds newest first.

    `inspections` is how many are held in all.
    """

    regions: tuple[Place, ...]
    units: tuple[Place, ...]
    rounds: tuple[str, ...]
    frameworks: tuple[Place, ...]
    standards: tuple[Place, ...]
    themes: tuple[Place, ...]
    inspections: int
