"""Rounds of inspection: labels such as 2024 or 2022-23, found again by the years they name.

Sources label one round differently: a report gives the day its work began, a table of ratings "2022-23".
"""

import re
from collections.abc import Iterable

from inspections.importing.parsed import ParsedReport
from inspections.models import DeliveryUnit, Framework, Inspection

YEARS = re.compile(r"(\d\d)(\d\d)(?:-(?:\d\d)?(\d\d)(?!\d))?")  # 2024, 2022-23, 2022-2023


def round_year(report: ParsedReport) -> int | None:
    """The year the inspection's work began, else the year of its report, or None without any date."""
    stated = report.fieldwork_started or report.work_started or report.published
    return stated.value.date.year if stated else None


def held_inspection(unit: DeliveryUnit, framework: Framework, label: str) -> Inspection | None:
    """The inspection of a unit under a framework in the round of this label, or of another label for the same years."""
    return of_round(unit.inspections.filter(framework=framework), label)


def of_round(inspections: Iterable[Inspection], label: str) -> Inspection | None:
    """The one of a unit's inspections under one framework that is of the round of this label."""
    same = [inspection for inspection in inspections if is_same_round(inspection.round, label)]
    return min(same, key=lambda inspection: inspection.round != label, default=None)


def is_same_round(held: str, label: str) -> bool:
    """Whether a label names a held round: 2022 and 2023 name that of 2022-23, and 2023-24 does not.

    A held "2025-b" is the round of 2025 under another framework; whoever says "2025-b" means that one only.
    """
    if not YEARS.fullmatch(label):
        return held == label
    years, named = _years(held), _years(label)
    return bool(years) and (years <= named or named <= years)


def free_label(unit: DeliveryUnit, year: int) -> str:
    """The label of a new round: its year, with a letter where a round of the unit has it."""
    taken = set(unit.inspections.values_list("round", flat=True))
    return next(label for label in [f"{year}", *(f"{year}-{letter}" for letter in "bcdefgh")] if label not in taken)


def _years(label: str) -> set[str]:
    """The years a label names: "2022-23" names 2022 and 2023."""
    found = YEARS.match(label)
    if found is None:
        return set()
    century, year, second = found.groups()
    return {century + year, century + (second or year)}
