"""What queries return and charts, tables and wording take: frozen rows without a database behind them.

`None` is always "not held", never zero: 0 out of 27 is a real score. Why something is not held is an `Absence`, each
used only where it is known (`wording.absence` has its sentence).
"""

from inspections.rows.findings import FindingGroup, FindingRow, QuotationRow, RecommendationRow
from inspections.rows.inspections import (
    EarlierRatings,
    InspectionRow,
    InspectionSummary,
    RegionSummary,
    ReleaseRow,
    ReportRow,
    RoundRatings,
    RoundRow,
    SampleRow,
    StandardRow,
    UnitPlace,
    UnitSummary,
)
from inspections.rows.measures import ComparatorRow, KeyQuestionRow, MeasureDefinition, MeasureRow, question_as_measure
from inspections.rows.sources import DocumentRow, FactRow
from inspections.rows.themes import ThemeCount, ThemedFinding, ThemedRecommendation, ThemeRow
from inspections.rows.values import DateRow, EditionRow, Place, PreciseDate, Precision, RatingCell, Sourced
from inspections.rows.vocabulary import (
    Absence,
    ComparatorKind,
    Direction,
    FileForm,
    FindingKind,
    Origin,
    ParagraphRole,
    ProblemLevel,
    SectionKind,
    Strand,
)

__all__ = [
    "Absence",
    "ComparatorKind",
    "ComparatorRow",
    "DateRow",
    "Direction",
    "DocumentRow",
    "EarlierRatings",
    "EditionRow",
    "FactRow",
    "FileForm",
    "FindingGroup",
    "FindingKind",
    "FindingRow",
    "InspectionRow",
    "InspectionSummary",
    "KeyQuestionRow",
    "MeasureDefinition",
    "MeasureRow",
    "Origin",
    "ParagraphRole",
    "Place",
    "PreciseDate",
    "Precision",
    "ProblemLevel",
    "QuotationRow",
    "RatingCell",
    "RecommendationRow",
    "RegionSummary",
    "ReleaseRow",
    "ReportRow",
    "RoundRatings",
    "RoundRow",
    "SampleRow",
    "SectionKind",
    "Sourced",
    "StandardRow",
    "Strand",
    "ThemeCount",
    "ThemeRow",
    "ThemedFinding",
    "ThemedRecommendation",
    "UnitPlace",
    "UnitSummary",
    "question_as_measure",
]
