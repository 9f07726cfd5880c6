"""What the inspectorate recommended in one inspection."""

from inspections.models import Edition, Recommendation
from inspections.queries.sourcing import cited
from inspections.rows import RecommendationRow


def recommendations_of_inspection(edition: Edition) -> tuple[RecommendationRow, ...]:
    """The recommendations in the order of the report. One statement."""
    return tuple(recommendation_row(row) for row in edition.recommendations.select_related("citation__source"))


def recommendation_row(row: Recommendation) -> RecommendationRow:
    """One recommendation. Needs its citation's source selected."""
    return RecommendationRow(
        number=row.number, addressed_to=row.addressed_to, text=row.text, source=cited(row.citation)
    )
