"""What the reports of a region say on one of our themes."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from inspections.models import DeliveryUnit, Edition, Finding, Recommendation, Theme
from inspections.queries.published_edition import NotHeld
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, edition_row
from inspections.queries.statement_rows import WITH_AREA, finding_area, finding_row, recommendation_row
from inspections.rows import Place, ThemedFinding, ThemedRecommendation, ThemedStatements, ThemeRow

FactT = TypeVar("FactT", Recommendation, Finding)


def themed_statements(region_slug: str, theme_slug: str, round_label: str = "") -> ThemedStatements:
    """Every recommendation and finding on a theme, of one round or of all. Seven statements, fewer if nothing is held.

    Raises NotHeld for a theme that is not on our list.
    """
    theme = Theme.objects.filter(slug=theme_slug).first()
    if theme is None:
        raise NotHeld(f"No theme has the address {theme_slug}")
    public = Edition.objects.published().filter(inspection__delivery_unit__region__slug=region_slug)
    recommendations = list(
        Recommendation.objects.filter(edition__in=public, recommendation_themes__theme=theme)
        .select_related("citation__source")
        .prefetch_related("themes")
    )
    findings = list(
        Finding.objects.filter(edition__in=public, finding_themes__theme=theme)
        .select_related(*WITH_AREA)
        .prefetch_related("themes")
    )
    editions = _editions([*recommendations, *findings])
    shown = {e.pk: _place(e) for e in editions if round_label in ("", e.inspection.round)}
    return ThemedStatements(
        theme=theme_row(theme),
        rounds=tuple(dict.fromkeys(edition.inspection.round for edition in editions)),
        recommendations=tuple(
            ThemedRecommendation(recommendation=recommendation_row(row), themes=_names(row), **shown[row.edition_id])
            for row in _in_order(recommendations, shown)
        ),
        findings=tuple(
            ThemedFinding(area=finding_area(row), finding=finding_row(row), themes=_names(row), **shown[row.edition_id])
            for row in _in_order(findings, shown)
        ),
    )


def theme_row(theme: Theme) -> ThemeRow:
    """A theme of the list."""
    return ThemeRow(name=theme.name, slug=theme.slug, description=theme.description)


def _editions(facts: Iterable[Recommendation | Finding]) -> list[Edition]:
    """The editions that the facts are of, newest round first, then by delivery unit."""
    editions = Edition.objects.filter(pk__in={fact.edition_id for fact in facts}).select_related(*WITH_PLACE)
    return list(editions.prefetch_related(WITH_DATES).order_by("-inspection__round", "inspection__delivery_unit"))


def _place(edition: Edition) -> dict[str, Any]:
    """Whose statement it is: what every row of an edition begins with."""
    unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
    return {"unit": Place(name=unit.name, slug=unit.slug), "edition": edition_row(edition)}


def _in_order(facts: Iterable[FactT], shown: Iterable[int]) -> list[FactT]:
    """The facts of the editions that are shown, in the order of the editions, and in that of the report."""
    order = {edition: number for number, edition in enumerate(shown)}
    return sorted((fact for fact in facts if fact.edition_id in order), key=lambda fact: order[fact.edition_id])


def _names(fact: Recommendation | Finding) -> tuple[str, ...]:
    return tuple(theme.name for theme in fact.themes.all())
