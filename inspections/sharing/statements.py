"""Recommendations and findings as export rows: their words are the value. Quotations of people are in no file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspections import wording
from inspections.rows import (
    EditionRow,
    FindingGroup,
    FindingRow,
    InspectionRow,
    Place,
    RecommendationRow,
    Sourced,
    StandardInRegion,
    StandardOfUnit,
    ThemedStatements,
)
from inspections.sharing.export_row import ExportRow, noted, of_source, of_subject
from inspections.sharing.ratings import of_standard, rating_line


def exported_statements(statements: ThemedStatements, *, site: str) -> Iterator[ExportRow]:
    """A line for each recommendation on a theme, then for each strength and other finding, as the page has them."""
    for row in statements.recommendations:
        yield recommendation_line(row.recommendation, unit=row.unit, edition=row.edition, site=site, themes=row.themes)
    for found in (*statements.strengths, *statements.areas_for_improvement, *statements.plain):
        yield finding_line(
            found.finding, found.area, unit=found.unit, edition=found.edition, site=site, themes=found.themes
        )


def exported_recommendations(
    rows: Iterable[RecommendationRow], *, unit: Place, edition: EditionRow, site: str
) -> Iterator[ExportRow]:
    """A line for each recommendation of an inspection."""
    return (recommendation_line(row, unit=unit, edition=edition, site=site) for row in rows)


def exported_findings(
    groups: Iterable[FindingGroup], *, unit: Place, edition: EditionRow, site: str
) -> Iterator[ExportRow]:
    """A line for each finding of an inspection, by standard or section."""
    for group in groups:
        for finding in group.findings:
            yield finding_line(finding, group.title, unit=unit, edition=edition, site=site)


def recommendation_line(
    said: RecommendationRow, *, unit: Place, edition: EditionRow, site: str, themes: Sequence[str] = ()
) -> ExportRow:
    """A recommendation: its words are the value, its themes in the note."""
    return ExportRow(
        **of_subject(unit, edition, region=edition.region, round_label=edition.round),
        **of_source(said.source, site),
        measure_id=f"rec-{said.number}",
        measure=f"Recommendation {said.number}",
        group=f"addressed to {said.addressed_to}" if said.addressed_to else "",
        value=said.text,
        unit="text",
        note=_themes(themes),
    )


def finding_line(
    finding: FindingRow, area: str, *, unit: Place, edition: EditionRow, site: str, themes: Sequence[str] = ()
) -> ExportRow:
    """A finding on a standard or in a section (`area`): its words are the value."""
    return ExportRow(
        **of_subject(unit, edition, region=edition.region, round_label=edition.round),
        **of_source(finding.source, site),
        measure_id=_finding_id(finding.source, unit, edition.round),
        measure=wording.finding_label(finding.kind, area),
        value=finding.text,
        unit="text",
        note=noted(_inferred(finding), _themes(themes)),
    )


def exported_standard(
    found: StandardInRegion, inspections: Mapping[str, InspectionRow], *, region: Place, site: str
) -> Iterator[ExportRow]:
    """A line for each delivery unit's rating of a standard, or why there is none; then what is said of it.

    `inspections` are those of the round by slug, which know the round before.
    """
    for row in found.rows:
        inspection = inspections.get(row.unit.slug)
        change = wording.change_sentence(inspection, row.standard.slug) if inspection else ""
        subject = of_subject(row.unit, row.edition, region=region, round_label=found.round)
        standard = of_standard(row.standard.slug, row.standard.name)
        yield rating_line(row.cell, subject, **standard, site=site, note=change)
    for row in found.rows:
        if row.edition:
            yield from _said(row, row.edition, site)


def _said(row: StandardOfUnit, edition: EditionRow, site: str) -> Iterator[ExportRow]:
    """Why it was rated so, then strengths before the rest."""
    if row.summary:
        yield ExportRow(
            **of_subject(row.unit, edition, region=edition.region, round_label=edition.round),
            **of_source(row.summary_source, site),
            measure_id=f"summary-{row.standard.slug}",
            measure=f"Why the rating: {row.standard.name}",
            value=row.summary,
            unit="text",
        )
    group = row.group
    for finding in (*group.strengths, *group.areas_for_improvement, *group.plain) if group else ():
        yield finding_line(finding, row.standard.name, unit=row.unit, edition=edition, site=site)


def _finding_id(source: Sourced, unit: Place, round_label: str) -> str:
    """ "leadership-f3": the public key without what it shares with all of its inspection."""
    return source.key.removeprefix(f"{unit.slug}-{round_label}-")


def _themes(names: Sequence[str]) -> str:
    return f"themes (our grouping, not the inspectorate's): {wording.listed(names)}" if names else ""


def _inferred(finding: FindingRow) -> str:
    return "the heading of its list is lost in the file: its kind is our reading" if finding.is_kind_inferred else ""
