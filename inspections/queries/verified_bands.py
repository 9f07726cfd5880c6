"""The bands of percentages that may be shown: those that somebody found stated and marked verified."""

from inspections.models import BandScale, BandStatus, RatingBand
from inspections.ratings import Rating
from inspections.rows import BandRow


def verified_bands() -> tuple[BandRow, ...]:
    """The verified bands of the lowest key question's percentage, of every framework, lowest first. One statement."""
    bands = (
        RatingBand.objects.filter(applies_to=BandScale.PERCENTAGE, status=BandStatus.VERIFIED)
        .select_related("framework")
        .order_by("framework__code", "lower")
    )
    return tuple(
        BandRow(framework=band.framework.name, rating=Rating(band.rating), lower=band.lower, source=band.source)
        for band in bands
    )
