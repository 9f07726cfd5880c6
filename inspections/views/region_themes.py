"""What recurs in the reports of a region: the part of its page, and the page of each theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inspections import wording
from inspections.queries.latest_release import latest_release
from inspections.queries.region_place import region_place
from inspections.queries.theme_counts import theme_counts
from inspections.queries.themed_statements import themed_statements
from inspections.rows import (
    EditionRow,
    FindingRow,
    Place,
    RecommendationRow,
    ThemeCount,
    ThemedFinding,
    ThemedRecommendation,
)
from inspections.sharing.statements import exported_statements
from inspections.views.contents import contents
from inspections.views.context import page_address
from inspections.views.delivery_units import unit_crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_response, site_address
from inspections.views.round_choice import chosen_round, round_choice, with_round

PARTS = (
    ("recommendations", "Recommendations", "recommendations"),
    ("strengths", "Strengths", "strengths"),
    ("areas-for-improvement", "Areas for improvement", "areas"),
    ("findings", "Other findings", "findings"),
)


@dataclass(frozen=True, kw_only=True)
class Recurring:
    """Context of `components/theme_counts.html`: what recurs, whose the themes are, each theme that is met."""

    sentence: str
    note: str
    themes: tuple[ThemeCount, ...]


def recurring(region: Place, round_label: str) -> Recurring:
    """The themes of a round of a region, those that most reports recommend first. Four statements."""
    found = theme_counts(region.slug, round_label)
    met = [count for count in found.counts if count.recommended_in or count.strength_in]
    return Recurring(
        sentence=wording.recurring_sentence(found, region),
        note=wording.recurring_note(found),
        themes=tuple(sorted(met, key=lambda count: -len(count.recommended_in))),
    )


@not_held_is_404
def region_theme(request: HttpRequest, slug: str, theme: str) -> HttpResponse:
    """Everything that the reports of a region say on one of our themes, of one round or of all."""
    region = region_place(slug)
    label = chosen_round(request)
    statements = themed_statements(slug, theme, label)
    sentence = wording.theme_sentence(statements, region, label or "")
    parts = {
        "recommendations": _recommended(statements.recommendations),
        "strengths": _found(statements.strengths),
        "areas": _found(statements.areas_for_improvement),
        "findings": _found(statements.plain),
    }
    return render(
        request,
        "inspections/region_theme.html",
        {
            "page_title": wording.theme_title(statements, region, label or ""),
            "page_description": f"{sentence}. {wording.THEMES_ARE_OURS} {statements.theme.description}",
            "canonical": page_address(request, keep=["round"]),
            "breadcrumbs": unit_crumbs(region),
            "region": region,
            "theme": statements.theme,
            "sentence": sentence,
            "ours": wording.THEMES_ARE_OURS,
            "rounds": round_choice(request.path, statements.rounds, chosen=label, every="All rounds"),
            "csv": with_round(reverse("inspections:region_theme_file", args=[slug, theme, "csv"]), label),
            "xlsx": with_round(reverse("inspections:region_theme_file", args=[slug, theme, "xlsx"]), label),
            "release": latest_release(),
            "contents": contents(PARTS, parts),
            **parts,
        },
    )


@not_held_is_404
def region_theme_file(request: HttpRequest, slug: str, theme: str, form: str) -> HttpResponse:
    """The same statements to download."""
    region = region_place(slug)
    label = chosen_round(request)
    statements = themed_statements(slug, theme, label)
    held = label if label in statements.rounds else None
    name = "-".join(filter(None, [region.slug, statements.theme.slug, held]))
    return file_response(exported_statements(statements, site=site_address(request)), form=form, name=name)


@dataclass(frozen=True, kw_only=True)
class OfReport:
    """What one report says on a theme: its recommendations, or its findings of one kind by standard or section."""

    unit: Place
    edition: EditionRow
    recommendations: tuple[RecommendationRow, ...] = ()
    areas: tuple[tuple[str, tuple[FindingRow, ...]], ...] = ()


def _recommended(rows: Iterable[ThemedRecommendation]) -> list[OfReport]:
    return [
        OfReport(unit=unit, edition=edition, recommendations=tuple(row.recommendation for row in of_report))
        for (unit, edition), of_report in groupby(rows, key=lambda row: (row.unit, row.edition))
    ]


def _found(rows: Iterable[ThemedFinding]) -> list[OfReport]:
    return [
        OfReport(
            unit=unit,
            edition=edition,
            areas=tuple(
                (area, tuple(row.finding for row in of_area))
                for area, of_area in groupby(of_report, key=lambda row: row.area)
            ),
        )
        for (unit, edition), of_report in groupby(rows, key=lambda row: (row.unit, row.edition))
    ]
