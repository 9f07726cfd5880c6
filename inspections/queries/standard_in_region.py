"""One standard across the delivery units of a region: who does it well."""

from typing import Any

from inspections.models import DeliveryUnit, Edition, Finding, Standard, StandardRating, StandardTheme
from inspections.queries.findings_of_inspection import finding_group
from inspections.queries.published_edition import NotHeld
from inspections.queries.sourcing import WITH_DATES, WITH_PLACE, edition_row, inspected, rating_cell, sourced
from inspections.queries.statement_rows import WITH_AREA
from inspections.rows import Absence, Place, RatingCell, StandardInRegion, StandardOfUnit


def standard_in_region(region_slug: str, theme_slug: str, round_label: str = "") -> StandardInRegion:
    """Every delivery unit's rating of a standard in a round, else the newest one it is rated in. Eight statements.

    Fewer where nothing is held. Raises NotHeld for a standard that is not held.
    """
    theme = StandardTheme.objects.filter(slug=theme_slug).first()
    if theme is None:
        raise NotHeld(f"No standard has the address {theme_slug}")
    frameworks = set(Standard.objects.filter(theme=theme).values_list("framework", flat=True))
    rounds = _rounds(region_slug, frameworks)
    standard = Place(name=theme.name, slug=theme.slug)
    chosen = round_label or (rounds[0] if rounds else "")
    held = _held(theme, _editions(region_slug, chosen), frameworks)
    return StandardInRegion(
        standard=standard,
        round=chosen,
        rounds=rounds,
        rows=tuple(
            StandardOfUnit(
                unit=Place(name=unit.name, slug=unit.slug),
                standard=standard,
                **held.get(unit.pk, {"cell": RatingCell(absence=Absence.NO_INSPECTION_RECORDED)}),
            )
            for unit in DeliveryUnit.objects.filter(region__slug=region_slug)
        ),
    )


def _rounds(region_slug: str, frameworks: set[int]) -> tuple[str, ...]:
    """Newest first."""
    held = Edition.objects.published().filter(
        inspection__delivery_unit__region__slug=region_slug, inspection__framework__in=frameworks
    )
    return tuple(held.values_list("inspection__round", flat=True).distinct().order_by("-inspection__round"))


def _editions(region_slug: str, round_label: str) -> list[Edition]:
    editions = Edition.objects.published().filter(
        inspection__delivery_unit__region__slug=region_slug, inspection__round=round_label
    )
    return list(editions.select_related(*WITH_PLACE).prefetch_related(WITH_DATES))


def _held(theme: StandardTheme, editions: list[Edition], frameworks: set[int]) -> dict[int | None, dict[str, Any]]:
    """What is held of the standard, by delivery unit: the fields of its row."""
    ratings, findings = _ratings(theme, editions), _findings(theme, editions)
    return {
        edition.inspection.delivery_unit_id: {
            "cell": _cell(edition, ratings.get(edition.pk), frameworks),
            "inspected": inspected(edition),
            "edition": edition_row(edition),
            "is_report_held": edition.report_id is not None,
            "group": finding_group(findings[edition.pk]) if edition.pk in findings else None,
        }
        | _summary(ratings.get(edition.pk))
        for edition in editions
    }


def _ratings(theme: StandardTheme, editions: list[Edition]) -> dict[int, StandardRating]:
    ratings = StandardRating.objects.filter(standard__theme=theme, edition__in=editions)
    return {row.edition_id: row for row in ratings.select_related("citation__source", "summary_citation__source")}


def _findings(theme: StandardTheme, editions: list[Edition]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    findings = Finding.objects.filter(standard__theme=theme, edition__in=editions).select_related(*WITH_AREA)
    for finding in findings:
        found.setdefault(finding.edition_id, []).append(finding)
    return found


def _cell(edition: Edition, rating: StandardRating | None, frameworks: set[int]) -> RatingCell:
    if edition.inspection.framework_id not in frameworks:
        return RatingCell(absence=Absence.NOT_IN_FRAMEWORK)
    return rating_cell(rating.rating if rating else "", rating.citation if rating else None, edition)


def _summary(rating: StandardRating | None) -> dict[str, Any]:
    return {"summary": rating.summary, "summary_source": sourced(rating.summary_citation)} if rating else {}
