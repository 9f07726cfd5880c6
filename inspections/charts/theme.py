"""The only colours and axes of the charts. No red, amber or green: a colour never judges."""

import math
from collections.abc import Iterable
from decimal import Decimal

from inspections import wording
from inspections.charts.chart import Axis, LineStyle, Role

TEXT = "#0B0C0C"
SECONDARY_TEXT = "#505A5F"
GRID = "#D6D6D6"
BACKGROUND = "#FFFFFF"

FILL = {Role.THIS: "#12436D", Role.PEER: "#8C8C8C", Role.COMPARATOR: "#F46A25"}

DASHES = {LineStyle.DASHED: "6 4", LineStyle.DOTTED: "2 3", LineStyle.DASH_DOT: "10 3 2 3"}

UNDER_HALF = Axis(maximum=Decimal(50), step=Decimal(10))
HUNDRED = Axis(maximum=Decimal(100), step=Decimal(20))
STEPS_WANTED = 5


def axis_for(values: Iterable[Decimal | float], unit: str) -> Axis:
    """Percentages run to 100, or to 50 if all are under 50; anything else to a round number above the highest."""
    highest = max((Decimal(value) for value in values), default=Decimal(0))
    if unit == "%" and highest <= HUNDRED.maximum:
        return UNDER_HALF if 0 < highest < UNDER_HALF.maximum else HUNDRED
    if highest == 0:
        return Axis(maximum=Decimal(STEPS_WANTED), step=Decimal(1))
    step = _round_step(highest / STEPS_WANTED)
    return Axis(maximum=step * math.ceil(highest / step), step=step)


def tick_label(tick: Decimal, unit: str) -> str:
    """ "20%", "1,500". A unit in words is named in the subtitle, not at every tick."""
    return wording.value_with_unit(tick, unit if unit == "%" else "count")


def _round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, 50 ... (or 0.1, 0.2 ...) that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)
