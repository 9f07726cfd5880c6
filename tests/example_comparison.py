"""Comparisons to test sentences and tables with. Only Doncaster's name is real."""

import datetime
from dataclasses import replace

from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    ComparedMeasure,
    ComparedQuestion,
    ComparedUnit,
    Comparison,
    EditionRow,
    FindingGroup,
    FindingKind,
    FindingRow,
    InspectionRow,
    MeasureRow,
    Place,
    RatingCell,
    RecommendationRow,
    Sourced,
    Strand,
    ThemedRecommendation,
)
from tests.example_rows import DONCASTER, LEEDS, REGION, SOURCE, YORK, asked

CHANGED = datetime.date(2026, 11, 24)
SEVEN, NINE = "Seven standards (21 points)", "Nine standards (27 points)"
STANDARDS = (Place(name="Leadership", slug="leadership"), Place(name="Court work", slug="court-work"))
ASSESSMENT = Place(name="Assessment", slug="assessment")


def edition(label: str = "2024", framework: str = SEVEN) -> EditionRow:
    return EditionRow(region=REGION, round=label, framework=framework, release=1)


def compared(unit: Place = DONCASTER, **fields) -> ComparedUnit:
    """A unit whose report is held, rated Inadequate with 3 of 21. Fields of its inspection go by their names too."""
    of_unit = {name: fields.pop(name) for name in list(fields) if name in ComparedUnit.__dataclass_fields__}
    values = {
        "unit": unit,
        "round": "2024",
        "overall": RatingCell(rating=Rating.INADEQUATE, source=SOURCE),
        "score": 3,
        "max_score": 21,
        "score_source": SOURCE,
        "standards": {"leadership": RatingCell(rating=Rating.GOOD, source=SOURCE), "court-work": of_no_framework()},
        "is_report_held": True,
        "edition": edition(fields.get("round", "2024")),
    }
    inspection = InspectionRow(**values | fields)
    known = {"region": REGION, "inspection": inspection, "absence": Absence.NOT_IN_REPORT, "changed": CHANGED}
    return ComparedUnit(**known | of_unit)


def of_no_framework() -> RatingCell:
    return RatingCell(absence=Absence.NOT_IN_FRAMEWORK)


def not_held(unit: Place = LEEDS, **fields) -> ComparedUnit:
    """A unit that was inspected, of whose report nothing but the overall rating is held."""
    why = Absence.REPORT_NOT_HELD
    missing = {"leadership": RatingCell(absence=why), "court-work": of_no_framework()}
    values = {"score": None, "max_score": None, "is_report_held": False, "absence": why, "standards": missing}
    return compared(unit, **values | fields)


def not_inspected(unit: Place = YORK, label: str = "") -> ComparedUnit:
    """A unit without an inspection, of the round or of any."""
    why = Absence.NO_INSPECTION_RECORDED if label else Absence.NOTHING_RECORDED
    cell = RatingCell(absence=why)
    cells = {theme.slug: cell for theme in STANDARDS}
    row = InspectionRow(unit=unit, round=label, overall=cell, standards=cells)
    return ComparedUnit(region=REGION, inspection=row, absence=why)


def comparison(*units: ComparedUnit, questions=(), measures=(), recurring=()) -> Comparison:
    return Comparison(
        units=units, standards=STANDARDS, questions=questions, measures=measures, recurring=tuple(recurring)
    )


def question(*results: tuple[int | None, int | None], strand: Strand | None = Strand.SAFETY) -> ComparedQuestion:
    """The question of one standard: a percentage and a number of cases for Doncaster, Leeds, York."""
    cells = tuple(
        replace(
            asked(percentage, denominator=n, strand=strand or Strand.SAFETY),
            strand=strand,
            unit=unit,
            edition=edition(),
            absence=Absence.REPORT_NOT_HELD if percentage is None else None,
        )
        for unit, (percentage, n) in zip((DONCASTER, LEEDS, YORK), results, strict=False)
    )
    return ComparedQuestion(theme=ASSESSMENT, strand=strand, cells=cells)


def measure(*cells: MeasureRow | tuple[MeasureRow, ...]) -> ComparedMeasure:
    """One value for each unit, or a tuple of several."""
    listed = tuple(cell if isinstance(cell, tuple) else (cell,) for cell in cells)
    return ComparedMeasure(measure=listed[0][0].measure, cells=listed)


def recommended(number: int, *themes: str, unit: Place = DONCASTER) -> ThemedRecommendation:
    text = RecommendationRow(number=number, addressed_to="", text=f"Do thing {number}.", source=SOURCE)
    return ThemedRecommendation(unit=unit, edition=edition(), recommendation=text, themes=themes)


def strong(text: str, theme: str = "leadership", area: str = "standard") -> FindingGroup:
    kind = FindingKind.STRENGTH
    finding = FindingRow(text=text, kind=kind, is_kind_inferred=False, source=Sourced(key="doncaster-2024-strength"))
    return FindingGroup(title=theme.capitalize() or "Outcomes", theme=theme, area=area, findings=(finding,))
