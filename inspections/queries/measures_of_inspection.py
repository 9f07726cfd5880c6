"""The measures of one inspection, with what its report sets beside them."""

from inspections.models import Edition
from inspections.queries.measure_rows import measure_row, with_everything
from inspections.queries.sourcing import edition_row
from inspections.rows import MeasureRow


def measures_of_inspection(edition: Edition) -> tuple[MeasureRow, ...]:
    """Every measure value of an edition, headline measures first. Two statements. Needs `published_edition`."""
    values = with_everything(edition.measure_values.all()).order_by(
        "-measure__is_headline", "measure__position", "-as_of", "cohort"
    )
    row = edition_row(edition)
    return tuple(measure_row(value, edition, row) for value in values)
