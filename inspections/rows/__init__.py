"""What queries return and charts, tables and wording take: frozen rows without a database behind them.

`None` is always "not held", never zero: 0 out of 27 is a real score. Why something is not held is an `Absence`, each
used only where it is known (`wording.absence` has its sentence).
"""

from inspections.rows.compared import ComparedMeasure, ComparedQuestion, ComparedUnit, Comparison
from inspections.rows.findings import FindingGroup, FindingRow, QuotationRow, RecommendationRow
from inspections.rows.history import HistoryEntry, PolicyEventRow
from inspections.rows.holdings import (
    ComparabilityRow,
    FrameworkRow,
    HeldRound,
    OriginCount,
    ReferenceFacts,
    WhatIsHeld,
)
from inspections.rows.inspections import (
    EarlierRatings,
    InspectionRow,
    InspectionSummary,
    LastChange,
    RegionSummary,
    ReleaseRow,
    ReportRow,
    RoundRatings,
    RoundRow,
    SampleRow,
    StandardInRegion,
    StandardOfUnit,
    StandardRow,
    UnitPlace,
    UnitSummary,
)
from inspections.rows.listing import ListedInspection, ListingChoices
from inspections.rows.measures import BandRow, ComparatorRow, KeyQuestionRow, MeasureDefinition, MeasureRow
from inspections.rows.sources import DocumentRow, FactRow
from inspections.rows.themes import (
    RecurringThemes,
    ThemeCount,
    ThemedFinding,
    ThemedRecommendation,
    ThemedStatements,
    ThemeRow,
)
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
    "BandRow",
    "ComparabilityRow",
    "ComparatorKind",
    "ComparatorRow",
    "ComparedMeasure",
    "ComparedQuestion",
    "ComparedUnit",
    "Comparison",
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
    "FrameworkRow",
    "HeldRound",
    "HistoryEntry",
    "InspectionRow",
    "InspectionSummary",
    "KeyQuestionRow",
    "LastChange",
    "ListedInspection",
    "ListingChoices",
    "MeasureDefinition",
    "MeasureRow",
    "Origin",
    "OriginCount",
    "ParagraphRole",
    "Place",
    "PolicyEventRow",
    "PreciseDate",
    "Precision",
    "ProblemLevel",
    "QuotationRow",
    "RatingCell",
    "RecommendationRow",
    "RecurringThemes",
    "ReferenceFacts",
    "RegionSummary",
    "ReleaseRow",
    "ReportRow",
    "RoundRatings",
    "RoundRow",
    "SampleRow",
    "SectionKind",
    "Sourced",
    "StandardInRegion",
    "StandardOfUnit",
    "StandardRow",
    "Strand",
    "ThemeCount",
    "ThemeRow",
    "ThemedFinding",
    "ThemedRecommendation",
    "ThemedStatements",
    "UnitPlace",
    "UnitSummary",
    "WhatIsHeld",
]
