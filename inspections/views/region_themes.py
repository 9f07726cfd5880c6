"""What the reports of a region say on one of our themes: as a page and as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections import wording
from inspections.queries.last_change_in_region import last_change_in_region
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.queries.themed_statements import themed_statements
from inspections.rows import (
    EditionRow,
    FindingRow,
    Place,
    RecommendationRow,
    ThemedFinding,
    ThemedRecommendation,
)
from inspections.sharing.statements import exported_statements
from inspections.views.contents import contents
from inspections.views.context import page_address
from inspections.views.crumbs import crumbs
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.round_choice import chosen_round, round_choice

PARTS = (
    ("recommendations", "Recommendations", "recommendations"),
    ("strengths", "Strengths", "strengths"),
    ("areas-for-improvement", "Areas for improvement", "areas"),
    ("findings", "Other findings", "findings"),
)


@not_held_is_404
def region_theme(request: HttpRequest, slug: str, theme: str) -> HttpResponse:
    """Everything that the reports of a region say on one of our themes, of one round or of all."""
    region = region_place(slug)
    label = chosen_round(request, [row.round for row in rounds_of_region(slug)])
    statements = themed_statements(slug, theme, label)
    sentence = wording.theme_sentence(statements, region, label)
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
            "canonical": page_address(request, round=label),
            "breadcrumbs": crumbs(region),
            "region": region,
            "theme": statements.theme,
            "sentence": sentence,
            "ours": wording.THEMES_ARE_OURS,
            "rounds": round_choice(request.path, statements.rounds, chosen=label, every="All rounds"),
            **file_addresses("inspections:region_theme_file", slug, theme, round=label),
            "change": last_change_in_region(slug, [label] if label else None),
            "contents": contents(PARTS, parts),
            **parts,
        },
    )


@not_held_is_404
def region_theme_file(request: HttpRequest, slug: str, theme: str, form: str) -> HttpResponse:
    """The same statements to download."""
    region = region_place(slug)
    label = chosen_round(request, [row.round for row in rounds_of_region(slug)])
    statements = themed_statements(slug, theme, label)
    name = "-".join(filter(None, [region.slug, statements.theme.slug, label]))
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
