"""Where in the store a row belongs, or every reason why that is not known."""

from dataclasses import dataclass

from inspections.importing.match import close_names, normalised
from inspections.importing.ratings.held import Held
from inspections.importing.ratings.rows import RatingsTable, TableRow
from inspections.importing.recording.rounds import is_same_round, of_round
from inspections.models import DeliveryUnit, Framework, Inspection, Standard


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A row's unit and framework, where held, its inspection, if there is one, and why it can't be recorded."""

    row: TableRow
    unit: DeliveryUnit | None
    framework: Framework | None
    inspection: Inspection | None
    reasons: tuple[str, ...]

    @property
    def standards(self) -> dict[str, Standard]:
        """The framework's standards by the column of their ratings."""
        return standards_by_column(self.framework) if self.framework else {}


def standards_by_column(framework: Framework) -> dict[str, Standard]:
    """The standards of a framework by the columns a table has for them."""
    return {standard.theme.slug.replace("-", "_"): standard for standard in framework.standards.all()}


def placed_rows(table: RatingsTable, held: Held) -> tuple[Placed, ...]:
    """Every row with its place. Of two rows for one inspection neither is taken: which is right can't be known."""
    placed = [_placed(row, held) for row in table.rows]
    by_unit: dict[int, list[Placed]] = {}
    for each in placed:
        if each.unit:
            by_unit.setdefault(each.unit.pk, []).append(each)
    return tuple(_told_apart(each, by_unit[each.unit.pk]) if each.unit else each for each in placed)


def _placed(row: TableRow, held: Held) -> Placed:
    cells = row.cells
    unit = held.units.get(normalised(cells["pdu"]))
    framework = held.frameworks.get(cells["framework"])
    reasons = [*row.complaints]
    if cells["pdu"] and unit is None:
        close = close_names(held.units, cells["pdu"])
        offer = f" (close spellings: {', '.join(close)})" if close else ""
        reasons.append(f"no delivery unit {cells['pdu']} is held{offer}")
    if unit and cells["region"] and held.regions.get(normalised(cells["region"])) != unit.region:
        reasons.append(f"{unit.name} is held as a delivery unit of {unit.region.name}")
    if cells["framework"] and framework is None:
        reasons.append(f"no framework {cells['framework']} is held")
    inspections = held.inspections[unit.pk] if unit else []
    inspection = None
    if framework:
        reasons += _against_framework(row, framework)
        inspection = of_round([i for i in inspections if i.framework_id == framework.pk], cells["round"])
    other = next((i for i in inspections if i.round == cells["round"]), None)
    if framework and other and not inspection:
        reasons.append(f"{other} is held as an inspection under {other.framework.code}")
    return Placed(row=row, unit=unit, framework=framework, inspection=inspection, reasons=tuple(reasons))


def _against_framework(row: TableRow, framework: Framework) -> list[str]:
    columns = standards_by_column(framework)
    reasons = [
        f"{framework.code} has no standard {column}"
        for column in row.rating_columns
        if row.cells[column] and column not in columns
    ]
    maximum = row.cells["max_score"]
    if maximum and maximum.isdecimal() and int(maximum) != framework.max_score:
        reasons.append(f"the maximum score of {framework.code} is {framework.max_score}")
    return reasons


def _told_apart(placed: Placed, of_unit: list[Placed]) -> Placed:
    double = [str(other.row.number) for other in of_unit if other is not placed and _is_double(placed, other)]
    if not double:
        return placed
    rows = f"row {double[0]} is" if len(double) == 1 else f"rows {', '.join(double)} are"
    reasons = (*placed.reasons, f"{rows} of the same inspection")
    return Placed(
        row=placed.row, unit=placed.unit, framework=placed.framework, inspection=placed.inspection, reasons=reasons
    )


def _is_double(one: Placed, other: Placed) -> bool:
    """One unit has one inspection in a round, and one of a framework in the same years."""
    labels = one.row.cells["round"], other.row.cells["round"]
    if labels[0] == labels[1]:
        return True
    if one.framework != other.framework:
        return False
    is_held_once = one.inspection is not None and one.inspection == other.inspection
    return is_held_once or is_same_round(*labels) or is_same_round(*reversed(labels))
