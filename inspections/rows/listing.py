"""The list of all inspections, and what it can be filtered by."""

from dataclasses import dataclass

from inspections.rows.inspections import InspectionRow
from inspections.rows.values import Place


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
