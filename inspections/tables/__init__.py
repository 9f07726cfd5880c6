"""The tables of the public pages, over rows. Ratings sort by rank, and nothing sorts on small samples."""

from inspections.tables.compared import (
    ComparedMeasures,
    ComparedQuestions,
    ComparedRatings,
    ComparedRecommendations,
    ComparedStrengths,
)
from inspections.tables.holdings import OriginsTable, RoundsTable
from inspections.tables.key_questions import KeyQuestionsTable
from inspections.tables.listing import FoundLines, ListingTable
from inspections.tables.measures import MeasureTable
from inspections.tables.ratings import RatingsTable
from inspections.tables.region_key_questions import RegionKeyQuestionsTable
from inspections.tables.standards import StandardTable

__all__ = [
    "ComparedMeasures",
    "ComparedQuestions",
    "ComparedRatings",
    "ComparedRecommendations",
    "ComparedStrengths",
    "FoundLines",
    "KeyQuestionsTable",
    "ListingTable",
    "MeasureTable",
    "OriginsTable",
    "RatingsTable",
    "RegionKeyQuestionsTable",
    "RoundsTable",
    "StandardTable",
]
