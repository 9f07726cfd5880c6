"""What the store holds of the places, frameworks and inspections that a table names, asked for once for all rows."""

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from inspections.importing.match import known_regions, known_units, normalised
from inspections.importing.ratings.rows import RatingsTable
from inspections.importing.recording.differences import CITED_FIELDS
from inspections.models import (
    Citation,
    DeliveryUnit,
    Edition,
    EditionState,
    Figure,
    Finding,
    Framework,
    Inspection,
    KeyQuestionResult,
    MeasureValue,
    Quotation,
    Recommendation,
    Region,
    SampleCount,
    StandardRating,
)

STATES = [EditionState.DRAFT, EditionState.IN_REVIEW, EditionState.PUBLISHED]
BEYOND_A_TABLE = (SampleCount, KeyQuestionResult, Finding, Quotation, Figure, Recommendation, MeasureValue)
WITH_SUMMARY = StandardRating.objects.filter(~Q(summary="") | ~Q(statement=""), edition=OuterRef("pk"))
SAYS_MORE = reduce(
    or_, [Q(Exists(fact.objects.filter(edition=OuterRef("pk")))) for fact in BEYOND_A_TABLE], Q(Exists(WITH_SUMMARY))
)
EDITIONS = (
    Edition.objects.filter(state__in=STATES)
    .select_related("report", "inspection", *(f"{field}_citation__source" for field in CITED_FIELDS))
    .prefetch_related(
        "dates__citation__source",
        "standard_ratings__citation__source",
        "standard_ratings__standard__theme",
        "recommendations",
    )
    .order_by("-number")
)


@dataclass(frozen=True, kw_only=True)
class Held:
    """The store as far as a table is concerned.

    Places by normalised name, frameworks by code, inspections by unit, editions by inspection, newest first; the
    editions that say more than a table can, and those that were written from this very file with their rows.
    """

    regions: dict[str, Region]
    units: dict[str, DeliveryUnit]
    frameworks: dict[str, Framework]
    inspections: dict[int, list[Inspection]]
    editions: dict[int, list[Edition]]
    saying_more: set[int]
    recorded: set[tuple[int, int]]

    def recorded_in(self, inspection: Inspection, row: int) -> Edition | None:
        """The edition of an inspection that was first written from this row of this very file."""
        return next((e for e in reversed(self.editions[inspection.pk]) if (e.pk, row) in self.recorded), None)


def held(table: RatingsTable) -> Held:
    """Read the store, in a number of statements that does not grow with the table."""
    units = known_units()
    named = {unit.pk for row in table.rows if (unit := units.get(normalised(row.cells["pdu"])))}
    inspections: defaultdict[int, list[Inspection]] = defaultdict(list)
    for inspection in Inspection.objects.filter(delivery_unit__in=named).select_related("delivery_unit", "framework"):
        if inspection.delivery_unit:
            inspections[inspection.delivery_unit.pk].append(inspection)
    editions: defaultdict[int, list[Edition]] = defaultdict(list)
    for edition in EDITIONS.filter(inspection__delivery_unit__in=named):
        editions[edition.inspection_id].append(edition)
    cited = Citation.objects.filter(table__file__sha256=table.sha256, edition__state__in=STATES)
    frameworks = Framework.objects.prefetch_related("standards__theme")
    return Held(
        regions=known_regions(),
        units=units,
        frameworks={framework.code: framework for framework in frameworks},
        inspections=inspections,
        editions=editions,
        saying_more=set(EDITIONS.filter(SAYS_MORE).values_list("pk", flat=True)),
        recorded={(edition, row) for edition, row in cited.values_list("edition_id", "row") if row},
    )
