"""Ratings and scores as export rows: one for each cell of a grid."""

from collections.abc import Iterable, Iterator, Mapping

from inspections import wording
from inspections.rows import InspectionRow, Place, RatingCell
from inspections.sharing.export_row import ExportRow, noted, of_source, of_subject, whole

OVERALL = {"slug": "overall-rating", "name": "Overall rating"}
SCORES_APART = "scores of different frameworks are not comparable"


def exported_ratings(
    rows: Iterable[InspectionRow],
    *,
    region: Place,
    themes: Mapping[str, str],
    site: str,
    has_earlier: bool = False,
) -> Iterator[ExportRow]:
    """A line for the overall rating, one for the score, one for each standard; `themes` are their names by slug.

    With `has_earlier` the rows know the round before, and the note of a rating has what it was, and whether this one is
    better, worse or not comparable. Without it nothing is said of earlier inspections: they were not looked up.
    """
    for row in rows:
        note = wording.change_sentence(row) if has_earlier else ""
        subject = of_subject(row.unit, row.edition, region=region, round_label=row.round)
        yield rating_line(row.overall, subject, **OVERALL, site=site, note=note)
        yield _score(row, region=region, site=site)
        for slug, cell in row.standards.items():
            note = wording.change_sentence(row, slug) if has_earlier else ""
            yield rating_line(cell, subject, **of_standard(slug, themes[slug]), site=site, note=note)


def of_standard(slug: str, name: str) -> dict[str, str]:
    """What the rating of a standard is called in a file."""
    return {"slug": f"rating-{slug}", "name": f"Rating: {name}"}


def rating_line(
    cell: RatingCell, subject: dict[str, str], *, slug: str, name: str, site: str, note: str = ""
) -> ExportRow:
    """A rating, or why there is none. `subject` are the columns of `of_subject`."""
    why = "" if cell.rating else wording.absence_phrase(cell.absence)
    return ExportRow(
        **subject,
        **of_source(cell.source, site),
        measure_id=slug,
        measure=name,
        value=str(cell.rating) if cell.rating else "",
        unit="rating",
        note=noted(why, note),
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
        note=noted(
            wording.NOT_HELD if row.score is None else SCORES_APART,
            wording.SCORE_QUERIED if row.is_score_queried else "",
        ),
    )
