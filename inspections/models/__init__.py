"""The store, by topic. Everything a report says hangs on an edition; only editions have a state."""

from inspections.models.approvals import Approval
from inspections.models.findings import Area, Figure, Finding, Quotation
from inspections.models.framework import (
    BandScale,
    BandStatus,
    Comparability,
    Domain,
    Framework,
    KeyQuestion,
    RatingBand,
    Standard,
    StandardTheme,
)
from inspections.models.inspection import (
    OPEN_STATES,
    DateKind,
    Edition,
    EditionDate,
    EditionState,
    Inspection,
    SampleCount,
    SampleKind,
)
from inspections.models.measures import Comparator, Measure, MeasureValue, Qualifier
from inspections.models.places import DeliveryUnit, PlaceAlias, Region, Succession, SuccessionKind
from inspections.models.policy_events import PolicyEvent
from inspections.models.previews import PreviewLink
from inspections.models.problems import Problem
from inspections.models.recommendations import Recommendation
from inspections.models.releases import Assurance, Release, ReleasedChange
from inspections.models.results import CountsOrigin, KeyQuestionResult, StandardRating
from inspections.models.sources import Basis, Citation, Paragraph, Section, Source, SourceFile, SourceKind
from inspections.models.themes import FindingTheme, RecommendationTheme, Theme
from inspections.models.uploads import Answer, StagedFile, StagedState, Upload

__all__ = [
    "OPEN_STATES",
    "Answer",
    "Approval",
    "Area",
    "Assurance",
    "BandScale",
    "BandStatus",
    "Basis",
    "Citation",
    "Comparability",
    "Comparator",
    "CountsOrigin",
    "DateKind",
    "DeliveryUnit",
    "Domain",
    "Edition",
    "EditionDate",
    "EditionState",
    "Figure",
    "Finding",
    "FindingTheme",
    "Framework",
    "Inspection",
    "KeyQuestion",
    "KeyQuestionResult",
    "Measure",
    "MeasureValue",
    "Paragraph",
    "PlaceAlias",
    "PolicyEvent",
    "PreviewLink",
    "Problem",
    "Qualifier",
    "Quotation",
    "RatingBand",
    "Recommendation",
    "RecommendationTheme",
    "Region",
    "Release",
    "ReleasedChange",
    "SampleCount",
    "SampleKind",
    "Section",
    "Source",
    "SourceFile",
    "SourceKind",
    "StagedFile",
    "StagedState",
    "Standard",
    "StandardRating",
    "StandardTheme",
    "Succession",
    "SuccessionKind",
    "Theme",
    "Upload",
]
