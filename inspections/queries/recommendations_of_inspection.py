"""What the inspectorate recommended in one inspection."""

from inspections.models import Edition
from inspections.queries.statement_rows import recommendation_row
from inspections.rows import RecommendationRow


def recommendations_of_inspection(edition: Edition) -> tuple[RecommendationRow, ...]:
    """The recommendations in the order of the report. One statement."""
    return tuple(recommendation_row(row) for row in edition.recommendations.select_related("citation__source"))
