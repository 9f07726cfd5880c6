"""The tables of the public pages, over rows. Ratings sort by rank, and nothing sorts on small samples."""

from inspections.tables.holdings import OriginsTable, RoundsTable
from inspections.tables.key_questions import KeyQuestionsTable
from inspections.tables.listing import ListingTable
from inspections.tables.measures import MeasureTable
from inspections.tables.ratings import RatingsTable

__all__ = ["KeyQuestionsTable", "ListingTable", "MeasureTable", "OriginsTable", "RatingsTable", "RoundsTable"]
