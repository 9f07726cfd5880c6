"""The rating scale: its words, their order and their points.

Points are the inspectorate's: Inadequate 0, Requires improvement 1, Good 2, Outstanding 3, and a score is their sum
(Doncaster 2024: 3 x 1 + 4 x 0 = 3 of 21). Arithmetic here is only ever a check shown to an editor: a published rating
or score is never replaced by it.
"""

from collections.abc import Iterable
from enum import StrEnum


class Rating(StrEnum):
    """A rating in the report's words, worst first."""

    INADEQUATE = "Inadequate"
    REQUIRES_IMPROVEMENT = "Requires improvement"
    GOOD = "Good"
    OUTSTANDING = "Outstanding"

    @property
    def points(self) -> int:
        """0 to 3. Also the rank by which ratings sort."""
        return list(Rating).index(self)


def points_total(ratings: Iterable[Rating]) -> int:
    """The sum of the ratings' points, to check a published score against."""
    return sum(rating.points for rating in ratings)
