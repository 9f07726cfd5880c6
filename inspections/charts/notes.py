"""What stands under several charts: where the figures come from, and what an interval is."""

from collections.abc import Iterable, Sequence

from inspections import wording
from inspections.rows import Absence, Origin, Place, PreciseDate, Sourced

INTERVAL_NOTE = (
    "Thin lines are 95% Wilson intervals, calculated here, treating the cases as a random sample: the fewer the cases, "
    "the longer the line."
)
INFERRED_NOTE = (
    "Counts marked “inferred” are worked out here from the percentage: no other number of cases rounds to it."
)
INSPECTORATE = "HM Inspectorate of Probation"
NAMED_AT_MOST = 3

Report = tuple[str, PreciseDate | None, Sourced | None, Place]


def source_text(reports: Iterable[Report]) -> str:
    """The title of the report with its inspected date; of several reports, the places they are on."""
    distinct = list(dict.fromkeys(reports))
    if not distinct:
        return "no report with this figure is held here"
    places = list(dict.fromkeys(unit.name for *_, unit in distinct))
    if len(places) == 1:
        return _one(*distinct[0])
    if len(places) <= NAMED_AT_MOST:
        return f"reports on {wording.listed(places)}, listed in the table"
    return f"{len(places)} reports, listed in the table"


def missing_words(missing: Iterable[tuple[Place, Absence | None]]) -> str:
    """ "inspected, report not held here: Leeds and York; no inspection recorded ...: Hull"."""
    names = wording.by_reason((unit.name, wording.absence_phrase(why)) for unit, why in missing)
    return "; ".join(f"{reason}: {wording.listed(units)}" for reason, units in names.items())


def missing_note(missing: Sequence[tuple[Place, Absence | None]], *, every: int, has_names: bool = True) -> str:
    """ "No figure held here for 10 of 11 PDUs. Inspected, report not held here: Leeds ..."."""
    words = missing_words(missing)
    names = f" {words[:1].upper()}{words[1:]}." if has_names else ""
    return f"No figure held here for {len(missing)} of {wording.pdus(every)}.{names}"


def _one(title: str, inspected: PreciseDate | None, source: Sourced | None, unit: Place) -> str:
    is_report = source is None or source.origin is Origin.REPORT
    words = title or (f"the inspectorate's report on {unit.name}" if is_report else f"on {unit.name}")
    publisher = INSPECTORATE if is_report else wording.origin(source.origin) if source else ""
    if wording.is_made_up(unit.slug):
        publisher = ""
    date = wording.inspected_span([inspected])
    return ", ".join(filter(None, [words, publisher, date]))
