"""A table of ratings (CSV): many inspections of which only some values are published, each with its own source.

Values that come from the press are named in the row, cell by cell, and cite the press report: its title, address and
the value, never its sentences. A row adds nothing to an inspection whose report is held.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pghistory
from django.db import transaction
from django.utils.text import slugify

from inspections.importing.keys import KeyBook
from inspections.importing.match import known_regions, known_units, normalised
from inspections.importing.ratings_rows import BadRow, Cells, rating_columns, ratings_rows
from inspections.importing.reference import dated
from inspections.importing.rounds import held_inspection
from inspections.importing.store_source import ReportFile, free_key, store_file
from inspections.models import (
    Citation,
    DateKind,
    DeliveryUnit,
    Edition,
    EditionDate,
    Framework,
    Inspection,
    Source,
    SourceFile,
    SourceKind,
    StandardRating,
)
from inspections.rows import FileForm

DATES = {"published": DateKind.PUBLISHED, "fieldwork_started": DateKind.FIELDWORK_STARTED}


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One row being recorded: `cells` by column name, `number` as a person counts (the header is row 1)."""

    number: int
    cells: Cells
    table: Source
    edition: Edition
    keys: KeyBook

    def cite(self, name: str, *, column: str = "") -> Citation:
        """The citation of one cell: the inspectorate's source, or the press report where the row names the cell.

        The fact's name is the one a report gives it, so that its address lives on when a report replaces the row.
        """
        from_press = column in self.cells["press_fields"].split()
        return Citation.objects.create(
            edition=self.edition,
            key=self.keys.named(name),
            source=_press_source(self.cells) if from_press else _own_source(self.cells),
            table=self.table,
            row=self.number,
        )


def record_ratings(file: ReportFile) -> list[Edition]:
    """Record every row of a table as a draft edition, all or none. Returns the drafts made.

    Rows whose inspection is held already are passed over. Raises BadRow, with nothing written.
    """
    rows = ratings_rows(file.content)
    with transaction.atomic(), pghistory.context(import_ratings=file.name):
        table = _table_source(file)
        return [edition for number, cells in rows if (edition := _record_row(number, cells, table))]


def _table_source(file: ReportFile) -> Source:
    held = SourceFile.objects.filter(sha256=file.sha256).select_related("source").first()
    if held:
        return held.source
    source = Source.objects.create(
        key=free_key(slugify(file.name.rsplit(".", 1)[0])),
        kind=SourceKind.TABLE,
        title=f"Table of ratings ({file.name})",
    )
    store_file(source, file, form=FileForm.CSV)
    return source


def _record_row(number: int, cells: Cells, table: Source) -> Edition | None:
    inspection = _inspection(number, cells)
    if inspection is None:
        return None
    edition = Edition.objects.create(inspection=inspection, number=1, note=cells["note"])
    row = _Row(number=number, cells=cells, table=table, edition=edition, keys=KeyBook(inspection.key, {}))
    _write_identity(row)
    _write_dates(row)
    _write_standards(row)
    if not edition.citations.exists():
        row.cite("inspection")  # nothing but that it took place: the source still says so
    return edition


def _inspection(number: int, cells: Cells) -> Inspection | None:
    """A new inspection for a row, or None where it is held already."""
    unit = known_units().get(normalised(cells["pdu"]))
    framework = Framework.objects.filter(code=cells["framework"]).first()
    if unit is None or framework is None:
        missing = f"delivery unit {cells['pdu']}" if unit is None else f"framework {cells['framework']}"
        raise BadRow(f"Row {number}: no {missing} is held.")
    if known_regions().get(normalised(cells["region"])) != unit.region:
        raise BadRow(f"Row {number}: {unit.name} is held as a delivery unit of {unit.region.name}.")
    if cells["max_score"] and int(cells["max_score"]) != framework.max_score:
        raise BadRow(f"Row {number}: the maximum score of {framework.code} is {framework.max_score}.")
    unit = DeliveryUnit.objects.select_for_update().get(pk=unit.pk)  # two imports of one unit wait for each other
    if held_inspection(unit, framework, cells["round"]):
        return None
    if other := unit.inspections.filter(round=cells["round"]).select_related("framework").first():
        raise BadRow(f"Row {number}: {other} is held as an inspection under {other.framework.code}.")
    return Inspection.objects.create(
        delivery_unit=unit, framework=framework, round=cells["round"], key=f"{unit.slug}-{cells['round']}"
    )


def _write_identity(row: _Row) -> None:
    edition, cells = row.edition, row.cells
    if cells["overall_rating"]:
        edition.overall_rating = cells["overall_rating"]
        edition.overall_rating_citation = row.cite("overall-rating", column="overall_rating")
    if cells["score"]:
        edition.score, edition.max_score = int(cells["score"]), int(cells["max_score"])
        edition.score_citation = row.cite("score", column="score")
    if cells["recommendations"]:
        edition.recommendation_count = int(cells["recommendations"])
        edition.recommendation_count_citation = row.cite("recommendation-count", column="recommendations")
    edition.save()


def _write_dates(row: _Row) -> None:
    for column, kind in DATES.items():
        if row.cells[column]:
            citation = row.cite(kind.value.replace("_", "-"), column=column)
            EditionDate.objects.create(
                edition=row.edition, citation=citation, kind=kind, **dated("date", row.cells[column])
            )


def _write_standards(row: _Row) -> None:
    standards = {
        standard.theme.slug.replace("-", "_"): standard
        for standard in row.edition.inspection.framework.standards.select_related("theme")
    }
    for column in rating_columns(row.cells):
        if row.cells[column] and column not in standards:
            raise BadRow(f"Row {row.number}: {row.cells['framework']} has no standard {column}.")
        if row.cells[column]:
            standard = standards[column]
            StandardRating.objects.create(
                edition=row.edition,
                citation=row.cite(f"{standard.theme.slug}-rating", column=column),
                standard=standard,
                rating=row.cells[column],
            )


def _own_source(cells: Cells) -> Source:
    kind = SourceKind.PRESS if cells["source_kind"] == "press" else SourceKind.PAGE
    if cells["source_title"].endswith("(press release)"):
        kind = SourceKind.PRESS_RELEASE
    return _source(kind, cells["source_title"], cells["source_url"])


def _press_source(cells: Cells) -> Source:
    if cells["source_kind"] == "press" and cells["press_url"] == cells["source_url"]:
        return _own_source(cells)
    return _source(SourceKind.PRESS, f"Press report at {urlsplit(cells['press_url']).hostname}", cells["press_url"])


def _source(kind: SourceKind, title: str, url: str) -> Source:
    found: dict[str, Any] = {"kind": kind, "title": title, "url": url}
    held = Source.objects.filter(**found).first()
    return held or Source.objects.create(key=free_key(slugify(title)[:100]), **found)
