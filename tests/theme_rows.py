"""Rows to test the words on themes and on one standard with. All of them are made up."""

import datetime

from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    EditionRow,
    FindingGroup,
    FindingKind,
    FindingRow,
    Origin,
    Place,
    PreciseDate,
    Precision,
    RatingCell,
    RecommendationRow,
    RecurringThemes,
    Sourced,
    StandardInRegion,
    StandardOfUnit,
    ThemeCount,
    ThemedFinding,
    ThemedRecommendation,
    ThemedStatements,
    ThemeRow,
)

FELLS = Place(name="Northern Fells", slug="northern-fells")
MARLOW = Place(name="Marlow", slug="marlow")
CALDER = Place(name="Calder", slug="calder")
LEADERSHIP = Place(name="Leadership", slug="leadership")
TRAINING = ThemeRow(name="Training", slug="training", description="Training of staff.")
DAY = PreciseDate(date=datetime.date(2031, 7, 8), precision=Precision.DAY)
KINDS = {"s": FindingKind.STRENGTH, "a": FindingKind.AREA_FOR_IMPROVEMENT, "f": FindingKind.FINDING}


def edition(label: str = "2031") -> EditionRow:
    return EditionRow(region=FELLS, round=label, framework="Framework", release=3, inspected=DAY)


def theme(name: str) -> ThemeRow:
    return ThemeRow(name=name, slug=name.lower(), description=f"What belongs to {name}.")


def count(name: str, recommended: str = "", strong: str = "", *, reports: int = 4) -> ThemeCount:
    """Recommended, and a strength, in the reports on units of one letter: "AB"."""
    return ThemeCount(
        theme=theme(name),
        reports=reports,
        recommendations=len(recommended),
        recommended_in=tuple(recommended),
        strengths=len(strong),
        strength_in=tuple(strong),
    )


def recurring(*counts: ThemeCount, reports: str = "", without: str = "") -> RecurringThemes:
    return RecurringThemes(round="2031", counts=counts, reports=tuple(reports), without_themes=tuple(without))


def recommendation(unit: Place = MARLOW, label: str = "2031", number: int = 3, to: str = "Marlow PDU"):
    source = Sourced(key=f"{unit.slug}-{label}-rec-{number}", title="A report", line=12, quote="train all staff")
    row = RecommendationRow(number=number, addressed_to=to, text="train all staff", source=source)
    return ThemedRecommendation(unit=unit, edition=edition(label), recommendation=row, themes=("Training", "Staffing"))


def finding_row(kind: str = "s", unit: Place = MARLOW, label: str = "2031", *, inferred: bool = False) -> FindingRow:
    source = Sourced(key=f"{unit.slug}-{label}-leadership-{kind}1", title="A report")
    return FindingRow(text=f"Found {kind}.", kind=KINDS[kind], is_kind_inferred=inferred, source=source)


def finding(kind: str = "s", unit: Place = MARLOW, label: str = "2031", *, inferred: bool = False) -> ThemedFinding:
    row = finding_row(kind, unit, label, inferred=inferred)
    return ThemedFinding(unit=unit, edition=edition(label), area="Leadership", finding=row, themes=("Training",))


def statements(*, recommendations=(), findings=(), rounds=("2031",)) -> ThemedStatements:
    return ThemedStatements(
        theme=TRAINING, rounds=rounds, recommendations=tuple(recommendations), findings=tuple(findings)
    )


def of_unit(name: str, rated: Rating | Absence = Absence.REPORT_NOT_HELD, *, origin=Origin.REPORT, kinds: str = ""):
    """A unit with a rating or a reason for none, and findings of kinds ("sa": a strength and an area)."""
    unit = Place(name=name, slug=name.lower())
    group = FindingGroup(
        title="Leadership",
        theme="leadership",
        area="standard",
        findings=tuple(finding_row(kind, unit, inferred=kind == "a") for kind in kinds),
    )
    source = Sourced(key=f"{unit.slug}-2031-leadership-rating", origin=origin)
    cell = RatingCell(rating=rated, source=source) if isinstance(rated, Rating) else RatingCell(absence=rated)
    return StandardOfUnit(
        unit=unit,
        standard=LEADERSHIP,
        cell=cell,
        edition=None if rated is Absence.NO_INSPECTION_RECORDED else edition(),
        is_report_held=bool(kinds) or rated is Absence.NOT_IN_REPORT,
        summary="It was led well." if kinds else "",
        summary_source=Sourced(key=f"{unit.slug}-2031-leadership-summary") if kinds else None,
        group=group if kinds else None,
    )


def standard(*rows: StandardOfUnit, label: str = "2031") -> StandardInRegion:
    return StandardInRegion(standard=LEADERSHIP, round=label, rounds=(label,) if label else (), rows=rows)
