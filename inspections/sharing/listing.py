"""The list of inspections as export rows."""

from collections.abc import Iterable, Iterator

from inspections.rows import InspectionRow, ListedInspection, Place
from inspections.sharing.export_row import ExportRow, of_place, of_subject
from inspections.sharing.ratings import exported_ratings

NONE_RECORDED = "no inspection recorded here"


def exported_listing(
    lines: Iterable[ListedInspection], *, standard: Place | None = None, site: str
) -> Iterator[ExportRow]:
    """Of each inspection its overall rating, its score, its rating of the standard and whether its report is held."""
    themes = {standard.slug: standard.name} if standard else {}
    for line in lines:
        if line.inspection is None:
            yield _without_inspection(line)
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


def _without_inspection(line: ListedInspection) -> ExportRow:
    return ExportRow(
        **of_place(line.unit, line.region),
        round="",
        measure_id="overall-rating",
        measure="Overall rating",
        unit="rating",
        note=NONE_RECORDED,
    )
