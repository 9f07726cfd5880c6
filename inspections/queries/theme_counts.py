"""Which themes the reports of a region's round have in common."""

from collections.abc import Iterable
from typing import cast

from django.db.models import QuerySet

from inspections.models import DeliveryUnit, Edition, FindingTheme, RecommendationTheme, Theme
from inspections.queries.themed_statements import theme_row
from inspections.rows import FindingKind, RecurringThemes, ThemeCount


def theme_counts(region_slug: str, round_label: str) -> RecurringThemes:
    """Every theme of the list, met or not, with the reports that have it; delivery units by name. Four statements."""
    editions = list(_editions(region_slug, round_label))
    recommended = _pairs(
        RecommendationTheme.objects.filter(recommendation__edition__in=editions), "recommendation__edition"
    )
    found = FindingTheme.objects.filter(finding__edition__in=editions)
    findings = list(found.values_list("theme", "finding__edition", "finding__kind").order_by())
    strengths = [(theme, edition) for theme, edition, kind in findings if kind == FindingKind.STRENGTH]
    themed = {edition for _, edition in recommended} | {edition for _, edition, _ in findings}
    return RecurringThemes(
        round=round_label,
        counts=tuple(
            ThemeCount(
                theme=theme_row(theme),
                reports=len(themed),
                recommendations=_number(recommended, theme),
                recommended_in=_units(recommended, theme, editions),
                strengths=_number(strengths, theme),
                strength_in=_units(strengths, theme, editions),
            )
            for theme in Theme.objects.all()
        ),
        reports=tuple(_name(edition) for edition in editions if edition.pk in themed),
        without_themes=tuple(_name(e) for e in editions if e.report_id is not None and e.pk not in themed),
    )


Pairs = list[tuple[int, int]]


def _editions(region_slug: str, round_label: str) -> QuerySet[Edition]:
    return (
        Edition.objects.published()
        .filter(inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label)
        .select_related("inspection__delivery_unit")
        .order_by("inspection__delivery_unit")
    )


def _pairs(assigned: QuerySet[RecommendationTheme], edition: str) -> Pairs:
    """The ids of theme and edition of every statement that has a theme."""
    return list(assigned.values_list("theme", edition).order_by())


def _number(pairs: Pairs, theme: Theme) -> int:
    return sum(pair[0] == theme.pk for pair in pairs)


def _units(pairs: Pairs, theme: Theme, editions: Iterable[Edition]) -> tuple[str, ...]:
    having = {edition for found, edition in pairs if found == theme.pk}
    return tuple(_name(edition) for edition in editions if edition.pk in having)


def _name(edition: Edition) -> str:
    return cast(DeliveryUnit, edition.inspection.delivery_unit).name
