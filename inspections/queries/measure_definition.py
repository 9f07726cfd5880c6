"""What a measure is."""

from inspections.models import Measure
from inspections.queries.measure_rows import definition
from inspections.queries.published_edition import NotHeld
from inspections.rows import MeasureDefinition


def measure_definition(slug: str) -> MeasureDefinition:
    """The measure of that address. One statement. Raises NotHeld."""
    measure = Measure.objects.filter(slug=slug).first()
    if measure is None:
        raise NotHeld(f"No measure has the address {slug}")
    return definition(measure)
