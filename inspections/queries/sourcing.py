"""How the store's citations, dates and ratings become rows."""

import datetime
from decimal import Decimal
from typing import cast

from django.db.models import Prefetch
from django.utils import timezone

from inspections.models import Citation, DateKind, Edition, EditionDate, Release
from inspections.ratings import Rating
from inspections.rows import Absence, DateRow, PreciseDate, Precision, RatingCell, Sourced

# One statement for the dates of all editions, with where each comes from.
WITH_DATES = Prefetch("dates", EditionDate.objects.select_related("citation__source"))


def sourced(citation: Citation | None) -> Sourced | None:
    """The key and origin of a citation, where there is one. Needs its source selected."""
    return Sourced(key=citation.key, origin=citation.origin) if citation else None


def cited(citation: Citation) -> Sourced:
    """The key and origin of a citation that a fact always has."""
    return Sourced(key=citation.key, origin=citation.origin)


def precise(date: datetime.date | None, precision: str) -> PreciseDate | None:
    """A stored date with its precision."""
    return PreciseDate(date=date, precision=Precision(precision)) if date else None


def date_row(row: EditionDate) -> DateRow:
    """A stored date. Needs its citation's source selected."""
    return DateRow(
        meaning=row.get_kind_display(),
        label=row.label,
        date=PreciseDate(date=row.date, precision=Precision(row.date_precision)),
        is_queried=row.is_queried,
        source=cited(row.citation),
    )


def date_of(edition: Edition, *kinds: DateKind) -> DateRow | None:
    """The first date held of the kinds. Needs `dates__citation__source` prefetched."""
    held = {row.kind: row for row in edition.dates.all()}
    return next((date_row(held[kind]) for kind in kinds if kind in held), None)


def changed(edition: Edition) -> datetime.date:
    """When a figure of a published edition last changed here: by its release, or by a correction since."""
    release = cast(Release, edition.release)
    return timezone.localdate(max(filter(None, [release.published_at, edition.changed_at])))


def inspected(edition: Edition) -> DateRow | None:
    """When the fieldwork began, else when the work did."""
    return date_of(edition, DateKind.FIELDWORK_STARTED, DateKind.WORK_STARTED)


def absence(edition: Edition | None) -> Absence:
    """Why a value is missing from what is held of an inspection."""
    if edition is None:
        return Absence.NO_INSPECTION_RECORDED
    return Absence.NOT_IN_REPORT if edition.report_id else Absence.REPORT_NOT_HELD


def rating_cell(rating: str, citation: Citation | None, edition: Edition | None) -> RatingCell:
    """A rating with its source, or why there is none."""
    if not rating:
        return RatingCell(absence=absence(edition))
    return RatingCell(rating=Rating(rating), source=sourced(citation))


def plain(number: Decimal) -> Decimal:
    """A stored number without the zeros the column adds: 38, not 38.0000."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
