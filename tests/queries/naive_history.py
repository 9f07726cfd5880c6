"""The history of a delivery unit once more, as plainly as can be."""

import datetime

from inspections import models
from inspections.rows import HistoryEntry, PolicyEventRow
from tests.queries import naive


def policy_events(store: naive.Store) -> tuple[PolicyEventRow, ...]:
    in_order = sorted(store.rows(models.PolicyEvent), key=lambda row: row.slug)
    in_order.sort(key=lambda row: row.happened, reverse=True)
    return tuple(
        PolicyEventRow(
            name=row.name,
            slug=row.slug,
            happened=naive.precise(row.happened, row.happened_precision),
            description=row.description,
            source=row.source,
            quote=row.quote,
        )
        for row in in_order
    )


def history_of_unit(store: naive.Store, unit) -> tuple[HistoryEntry, ...]:
    """Each event goes above the newest inspection that is older than it, else to the end."""
    rounds = naive.rounds_of_unit(store, unit)
    dates = [stands_at(row) for row in rounds]
    if not dates:
        return ()
    last_year = max(date.year for date in dates)
    events = [event for event in policy_events(store) if event.happened.date <= datetime.date(last_year, 12, 31)]
    above: list[list[PolicyEventRow]] = [[] for _ in range(len(rounds) + 1)]
    for event in events:
        older = [place for place, date in enumerate(dates) if date < event.happened.date]
        above[min(older, default=len(rounds))].append(event)
    entries = []
    for place in range(len(rounds) + 1):
        entries += [HistoryEntry(event=event) for event in above[place]]
        if place < len(rounds):
            entries.append(HistoryEntry(inspection=rounds[place]))
    return tuple(entries)


def stands_at(row) -> datetime.date:
    """All rounds of the random worlds begin with a year."""
    for held in (row.inspected, row.published):
        if held is not None:
            return held.date.date
    return datetime.date(int(row.round.split("-")[0]), 12, 31)
