"""The measures of one inspection, with what its report sets beside them."""

from inspections.models import Edition
from inspections.queries.measure_rows import NEWEST_FIRST, measure_rows, with_everything
from inspections.rows import MeasureRow


def measures_of_inspection(edition: Edition) -> tuple[MeasureRow, ...]:
    """Every measure value of an edition, headline measures first. Two statements. Needs `published_edition`."""
    values = with_everything(edition.measure_values.all()).order_by(
        "-measure__is_headline", "measure__position", *NEWEST_FIRST
    )
    return tuple(row for _, row in measure_rows(values, {edition.pk: edition}))
