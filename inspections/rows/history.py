"""The history of a delivery unit: its inspections, and what changed for all units meanwhile."""

from dataclasses import dataclass

from inspections.rows.inspections import InspectionRow
from inspections.rows.values import PreciseDate


@dataclass(frozen=True, kw_only=True)
class PolicyEventRow:
    """Something national that inspections before and after it are read with: context, never a cause.

    `source` says in words where `quote` stands; the document itself need not be held.
    """

    name: str
    slug: str
    happened: PreciseDate
    description: str
    source: str
    quote: str


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """A point on the timeline of a delivery unit. Exactly one of the two is None."""

    inspection: InspectionRow | None = None
    event: PolicyEventRow | None = None
