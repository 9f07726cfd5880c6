"""What was recommended and what was found strong, in several editions at once."""

from collections.abc import Sequence
from itertools import groupby
from typing import cast

from inspections.models import DeliveryUnit, Edition, Finding, Recommendation
from inspections.queries.findings_of_inspection import finding_groups
from inspections.queries.sourcing import edition_row
from inspections.queries.statement_rows import recommendation_row
from inspections.rows import FindingGroup, FindingKind, Place, ThemedRecommendation


def compared_recommendations(
    editions: Sequence[Edition],
) -> tuple[dict[int, tuple[ThemedRecommendation, ...]], tuple[str, ...]]:
    """The recommendations of each edition in its order, and the names of their themes in ours. Two statements."""
    by_pk = {edition.pk: edition for edition in editions}
    rows: dict[int, list[ThemedRecommendation]] = {}
    positions: dict[str, int] = {}
    for recommendation in (
        Recommendation.objects.filter(edition__in=editions)
        .select_related("citation__source")
        .prefetch_related("themes")
    ):
        themes = list(recommendation.themes.all())
        positions |= {theme.name: theme.position for theme in themes}
        edition = by_pk[recommendation.edition_id]
        unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
        rows.setdefault(edition.pk, []).append(
            ThemedRecommendation(
                unit=Place(name=unit.name, slug=unit.slug),
                edition=edition_row(edition),
                recommendation=recommendation_row(recommendation),
                themes=tuple(theme.name for theme in themes),
            )
        )
    return {pk: tuple(of_one) for pk, of_one in rows.items()}, tuple(
        sorted(positions, key=lambda name: positions[name])
    )


def compared_strengths(editions: Sequence[Edition]) -> dict[int, tuple[FindingGroup, ...]]:
    """The strengths of each edition by standard or section, in the order of its report. One statement."""
    strengths = Finding.objects.filter(edition__in=editions, kind=FindingKind.STRENGTH).select_related(
        "citation__source", "citation__section", "standard__theme"
    )
    return {pk: finding_groups(group) for pk, group in groupby(strengths, key=lambda finding: finding.edition_id)}
