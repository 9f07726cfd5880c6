"""What happened at a delivery unit, and around it, on one timeline."""

import datetime
import re

from inspections.queries.policy_events import policy_events
from inspections.queries.rounds_of_unit import rounds_of_unit
from inspections.rows import HistoryEntry, InspectionRow, PolicyEventRow


def history_of_unit(unit_slug: str) -> tuple[HistoryEntry, ...]:
    """Inspections newest round first, and among them the policy events until the end of the latest one's year.

    An event stands below the inspections that began on its date or later. Six statements.
    """
    rounds, events = rounds_of_unit(unit_slug), policy_events()
    until = max((date.year for row in rounds if (date := _stands_at(row))), default=0)
    waiting = [event for event in events if event.happened.date.year <= until]
    entries: list[HistoryEntry] = []
    for row in rounds:
        while waiting and _is_before(row, waiting[0]):
            entries.append(HistoryEntry(event=waiting.pop(0)))
        entries.append(HistoryEntry(inspection=row))
    return (*entries, *(HistoryEntry(event=event) for event in waiting))


def _is_before(row: InspectionRow, event: PolicyEventRow) -> bool:
    date = _stands_at(row)
    return date is not None and date < event.happened.date


def _stands_at(row: InspectionRow) -> datetime.date | None:
    """When an inspection began, else when its report was published, else the end of the year its round begins with."""
    held = row.inspected or row.published
    if held:
        return held.date.date
    year = re.match(r"[1-9]\d{3}", row.round)
    return datetime.date(int(year[0]), 12, 31) if year else None
