"""The list of inspections as export rows."""

from collections.abc import Iterable, Iterator

from inspections.rows import Absence, InspectionRow, ListedInspection, Place, RatingCell
from inspections.sharing.export_row import ExportRow, of_subject
from inspections.sharing.ratings import OVERALL, exported_ratings, rating_line


def exported_listing(
    lines: Iterable[ListedInspection], *, standard: Place | None = None, site: str
) -> Iterator[ExportRow]:
    """Of each inspection its overall rating, its score, its rating of the standard and whether its report is held."""
    themes = {standard.slug: standard.name} if standard else {}
    for line in lines:
        if line.inspection is None:
            yield _without_inspection(line, site)
        else:
            yield from exported_ratings([line.inspection], region=line.region, themes=themes, site=site)
            yield _report(line.inspection, line.region)


def _report(row: InspectionRow, region: Place) -> ExportRow:
    return ExportRow(
        **of_subject(row.unit, row.edition, region=region, round_label=row.round),
        measure_id="full-report-held",
        measure="Full report held here",
        value="yes" if row.is_report_held else "no",
    )


def _without_inspection(line: ListedInspection, site: str) -> ExportRow:
    subject = of_subject(line.unit, None, region=line.region, round_label="")
    return rating_line(RatingCell(absence=Absence.NOTHING_RECORDED), subject, **OVERALL, site=site)
