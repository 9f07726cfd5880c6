"""What is held, counted, on the page about the data."""

from typing import Any

import django_tables2 as tables

from inspections import wording
from inspections.rows import Origin, WhatIsHeld
from inspections.tables.columns import NUMERIC


class RoundsTable(tables.Table):
    """How many inspections of each round and framework are held."""

    caption = "Inspections by round"
    round = tables.Column()
    framework = tables.Column()
    inspections = tables.Column(attrs=NUMERIC)
    reports = tables.Column(verbose_name="With the full report", attrs=NUMERIC)

    def __init__(self, held: WhatIsHeld, **options: Any) -> None:
        super().__init__(held.rounds, orderable=False, prefix="rounds-", **options)


class OriginsTable(tables.Table):
    """Where the ratings come from."""

    caption = "Ratings by where they come from"
    origin = tables.Column(verbose_name="Source")
    overall = tables.Column(verbose_name="Overall ratings", attrs=NUMERIC)
    standards = tables.Column(verbose_name="Ratings of standards", attrs=NUMERIC)

    def __init__(self, held: WhatIsHeld, **options: Any) -> None:
        super().__init__(held.ratings, orderable=False, prefix="origins-", **options)

    def render_origin(self, *, value: Origin) -> str:
        words = wording.origin(value)
        return words[:1].upper() + words[1:]
