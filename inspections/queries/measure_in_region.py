"""All delivery units of a region on one measure, in one round."""

from inspections.models import Measure
from inspections.queries.measures_in_region import rows_of_measures
from inspections.rows import MeasureRow


def measure_in_region(region_slug: str, measure_slug: str, round_label: str) -> tuple[MeasureRow, ...]:
    """One row for every delivery unit, by name: the newest published value of the round, or why there is none.

    Six statements, whatever the number of units; () where the measure is not known.
    """
    measures = Measure.objects.filter(slug=measure_slug)
    return rows_of_measures(measures, region_slug, round_label).get(measure_slug, ())
