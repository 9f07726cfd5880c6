"""How many cases, interviews and replies one inspection rests on."""

from inspections.models import Edition, SampleKind
from inspections.queries.sourcing import cited
from inspections.rows import SampleRow

ORDER = list(SampleKind)


def sample_of_inspection(edition: Edition) -> tuple[SampleRow, ...]:
    """The counts held, cases first. One statement."""
    counts = sorted(
        edition.sample_counts.select_related("citation__source"), key=lambda row: ORDER.index(SampleKind(row.kind))
    )
    return tuple(
        SampleRow(label=row.get_kind_display(), count=row.count, counted_by=row.counted_by, source=cited(row.citation))
        for row in counts
    )
