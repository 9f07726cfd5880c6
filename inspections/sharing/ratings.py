"""Ratings and scores as export rows: one for each cell of a grid."""

from collections.abc import Iterable, Iterator, Mapping

from inspections import wording
from inspections.rows import InspectionRow, Place, RatingCell
from inspections.sharing.export_row import ExportRow, of_source, of_subject, whole

SCORES_APART = "scores of different frameworks are not comparable"


def exported_ratings(
    rows: Iterable[InspectionRow],
    *,
    region: Place,
    themes: Mapping[str, str],
    site: str,
    with_changes: bool = False,
) -> Iterator[ExportRow]:
    """A line for the overall rating, one for the score, one for each standard; `themes` are their names by slug.

    `with_changes`: the rows know the round before, so that the note of a rating has its words, and whether it is
    better, worse or not comparable. Without it nothing is said of an earlier inspection, not even that there is none.
    """
    for row in rows:
        change = wording.change_sentence(row) if with_changes else ""
        yield _rating(row, row.overall, "overall-rating", "Overall rating", change, region=region, site=site)
        yield _score(row, region=region, site=site)
        for slug, cell in row.standards.items():
            change = wording.change_sentence(row, slug) if with_changes else ""
            yield _rating(row, cell, f"rating-{slug}", f"Rating: {themes[slug]}", change, region=region, site=site)


def _rating(
    row: InspectionRow, cell: RatingCell, slug: str, name: str, change: str, *, region: Place, site: str
) -> ExportRow:
    why = "" if cell.rating else wording.absence_phrase(cell.absence)
    return ExportRow(
        **of_subject(row.unit, row.edition, region=region, round_label=row.round),
        **of_source(cell.source, site),
        measure_id=slug,
        measure=name,
        value=str(cell.rating) if cell.rating else "",
        unit="rating",
        note="; ".join(filter(None, [why, change])),
    )


def _score(row: InspectionRow, *, region: Place, site: str) -> ExportRow:
    return ExportRow(
        **of_subject(row.unit, row.edition, region=region, round_label=row.round),
        **of_source(row.score_source, site),
        measure_id="score",
        measure="Score",
        value=whole(row.score),
        unit="points",
        base="" if row.max_score is None else f"of {row.max_score} points",
        note=wording.NOT_HELD if row.score is None else SCORES_APART,
    )
