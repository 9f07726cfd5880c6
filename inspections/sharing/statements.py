"""Recommendations and findings as export rows: their words are the value. Quotations of people are in no file."""

from collections.abc import Iterable, Iterator

from inspections import wording
from inspections.rows import FindingRow, Place, Sourced, StandardInRegion, StandardOfUnit, ThemedStatements
from inspections.sharing.export_row import ExportRow, of_edition, of_place, of_source


def exported_statements(statements: ThemedStatements, *, site: str) -> Iterator[ExportRow]:
    """A line for each recommendation on a theme, then for each strength and other finding, as the page has them."""
    for row in statements.recommendations:
        said = row.recommendation
        yield ExportRow(
            **of_place(row.unit, row.edition.region),
            **of_edition(row.edition),
            **of_source(said.source, site),
            round=row.edition.round,
            measure_id=f"rec-{said.number}",
            measure=f"Recommendation {said.number}",
            group=f"addressed to {said.addressed_to}" if said.addressed_to else "",
            value=said.text,
            unit="text",
            note=_themes(row.themes),
        )
    for found in (*statements.strengths, *statements.areas_for_improvement, *statements.plain):
        yield ExportRow(
            **of_place(found.unit, found.edition.region),
            **of_edition(found.edition),
            **of_source(found.finding.source, site),
            round=found.edition.round,
            measure_id=_finding_id(found.finding.source, found.unit, found.edition.round),
            measure=wording.finding_label(found.finding.kind, found.area),
            value=found.finding.text,
            unit="text",
            note="; ".join(filter(None, [_inferred(found.finding), _themes(found.themes)])),
        )


def exported_standard(found: StandardInRegion, *, region: Place, site: str) -> Iterator[ExportRow]:
    """A line for each delivery unit's rating of a standard, or why there is none; then what is said of it."""
    for row in found.rows:
        yield _rating(row, found, region=region, site=site)
    for row in found.rows:
        yield from _said(row, found, region=region, site=site)


def _rating(row: StandardOfUnit, found: StandardInRegion, *, region: Place, site: str) -> ExportRow:
    return ExportRow(
        **of_place(row.unit, region),
        **of_edition(row.edition),
        **of_source(row.cell.source, site),
        round=found.round,
        measure_id=f"rating-{row.standard.slug}",
        measure=f"Rating: {row.standard.name}",
        value=str(row.cell.rating) if row.cell.rating else "",
        unit="rating",
        note="" if row.cell.rating else wording.absence_phrase(row.cell.absence),
    )


def _said(row: StandardOfUnit, found: StandardInRegion, *, region: Place, site: str) -> Iterator[ExportRow]:
    """Why it was rated so, then strengths before the rest."""
    place = of_place(row.unit, region) | of_edition(row.edition) | {"round": found.round, "unit": "text"}
    if row.summary:
        yield ExportRow(
            **place,
            **of_source(row.summary_source, site),
            measure_id=f"summary-{row.standard.slug}",
            measure=f"Why the rating: {row.standard.name}",
            value=row.summary,
        )
    group = row.group
    for finding in (*group.strengths, *group.areas_for_improvement, *group.plain) if group else ():
        yield ExportRow(
            **place,
            **of_source(finding.source, site),
            measure_id=_finding_id(finding.source, row.unit, found.round),
            measure=wording.finding_label(finding.kind, row.standard.name),
            value=finding.text,
            note=_inferred(finding),
        )


def _finding_id(source: Sourced, unit: Place, round_label: str) -> str:
    """ "leadership-f3": the public key without what it shares with all of its inspection."""
    return source.key.removeprefix(f"{unit.slug}-{round_label}-")


def _themes(names: Iterable[str]) -> str:
    return f"themes (our grouping, not the inspectorate's): {wording.listed(names)}"


def _inferred(finding: FindingRow) -> str:
    return "the heading of its list is lost in the file: its kind is our reading" if finding.is_kind_inferred else ""
