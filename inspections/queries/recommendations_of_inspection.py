"""What the inspectorate recommended in one inspection."""

from inspections.models import Edition
from inspections.queries.sourcing import cited
from inspections.rows import RecommendationRow


def recommendations_of_inspection(edition: Edition) -> tuple[RecommendationRow, ...]:
    """The recommendations in the order of the report. One statement."""
    return tuple(
        RecommendationRow(number=row.number, addressed_to=row.addressed_to, text=row.text, source=cited(row.citation))
        for row in edition.recommendations.select_related("citation__source")
    )
