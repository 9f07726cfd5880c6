"""The edition the public sees of an inspection."""

from inspections.models import Edition
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE


class NotHeld(Exception):
    """Nothing public is held under that address."""


def published_edition(unit_slug: str, round_label: str | None = None) -> Edition:
    """The published edition of a delivery unit's round; without a round, of its latest. Two statements.

    Raises NotHeld.
    """
    editions = (
        Edition.objects.published()
        .filter(inspection__delivery_unit__slug=unit_slug)
        .select_related(
            *WITH_PLACE,
            "report",
            "overall_rating_citation__source",
            "score_citation__source",
            "lead_inspector_citation__source",
            "isbn_citation__source",
            "recommendation_count_citation__source",
        )
        .prefetch_related(WITH_DATES)
        .order_by("-inspection__round")
    )
    if round_label is not None:
        editions = editions.filter(inspection__round=round_label)
    edition = editions.first()
    if edition is None:
        raise NotHeld(f"No published inspection of {unit_slug}" + (f" in {round_label}" if round_label else ""))
    return edition
