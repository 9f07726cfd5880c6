"""How the store's citations, dates and ratings become rows."""

import datetime
from decimal import Decimal
from typing import Any, cast

from django.db.models import Prefetch
from django.utils import timezone

from inspections.models import Citation, DateKind, DeliveryUnit, Edition, EditionDate, Release
from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    DateRow,
    EditionRow,
    Place,
    PreciseDate,
    Precision,
    RatingCell,
    Sourced,
)

# One statement for the dates of all editions, with where each comes from. As lists: of a related manager each edition
# would have a query of its own made, though never run.
WITH_DATES: "Prefetch[Any, Any, Any]" = Prefetch(
    "dates", EditionDate.objects.select_related("citation__source"), to_attr="dates_held"
)


# What `edition_row` needs of an edition, beside the dates.
WITH_PLACE = ("inspection__delivery_unit__region", "inspection__framework", "release")


def sourced(citation: Citation | None) -> Sourced | None:
    """Where a citation leads, where there is one. Needs its source selected."""
    return cited(citation) if citation else None


def cited(citation: Citation) -> Sourced:
    """Where the citation that a fact always has leads. Needs its source selected."""
    return Sourced(
        key=citation.key,
        origin=citation.origin,
        title=citation.source.title,
        url=citation.source.url,
        page=citation.page,
        line=citation.line,
        quote=citation.quote,
        corrected_in=citation.corrected_in_id,
    )


def edition_row(edition: Edition) -> EditionRow:
    """The edition behind a row. Needs the unit's region, framework and release selected, and `WITH_DATES`."""
    inspection = edition.inspection
    unit, release = cast(DeliveryUnit, inspection.delivery_unit), cast(Release, edition.release)
    date = inspected(edition)
    return EditionRow(
        region=Place(name=unit.region.name, slug=unit.region.slug),
        round=inspection.round,
        framework=inspection.framework.name,
        release=release.number,
        inspected=date.date if date else None,
        changed=changed(edition),
    )


def precise(date: datetime.date | None, precision: str) -> PreciseDate | None:
    """A stored date with its precision."""
    return known_date(date, precision) if date else None


def known_date(date: datetime.date, precision: str) -> PreciseDate:
    """The same of a date that is always there."""
    return PreciseDate(date=date, precision=Precision(precision))


def date_row(row: EditionDate) -> DateRow:
    """A stored date. Needs its citation's source selected."""
    return DateRow(
        meaning=row.get_kind_display(),
        label=row.label,
        date=known_date(row.date, row.date_precision),
        is_queried=row.is_queried,
        source=cited(row.citation),
    )


def date_of(edition: Edition, *kinds: DateKind) -> DateRow | None:
    """The first date held of the kinds. Needs `WITH_DATES`."""
    held = {row.kind: row for row in edition.dates_held}
    return next((date_row(held[kind]) for kind in kinds if kind in held), None)


def changed(edition: Edition) -> datetime.date:
    """When a figure of a published edition last changed here: a correction is a release too."""
    release = cast(Release, edition.release)
    return timezone.localdate(release.published_at)


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
