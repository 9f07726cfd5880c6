"""How each standard of the framework was rated in one inspection."""

from inspections.models import Edition, Standard, StandardRating
from inspections.queries.sourcing import rating_cell, sourced
from inspections.rows import StandardRow


def standards_of_inspection(edition: Edition) -> tuple[StandardRow, ...]:
    """Every standard of the framework in its order, rated or not. Two statements."""
    ratings = {
        rating.standard_id: rating
        for rating in edition.standard_ratings.select_related("citation__source", "summary_citation__source")
    }
    standards = Standard.objects.filter(framework=edition.inspection.framework_id).select_related("theme", "domain")
    return tuple(_standard_row(standard, ratings.get(standard.pk), edition) for standard in standards)


def _standard_row(standard: Standard, rating: StandardRating | None, edition: Edition) -> StandardRow:
    return StandardRow(
        name=standard.name,
        code=standard.code,
        theme=standard.theme.slug,
        domain=standard.domain.name if standard.domain else "",
        statement=(rating.statement if rating else "") or standard.statement,
        cell=rating_cell(rating.rating if rating else "", rating.citation if rating else None, edition),
        summary=rating.summary if rating else "",
        summary_source=sourced(rating.summary_citation) if rating else None,
    )
