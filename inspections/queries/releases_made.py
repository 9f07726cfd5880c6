"""Every release: what became public by it, what it corrected and what it withdrew."""

from collections.abc import Iterable
from typing import Any, cast

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from inspections.models import DeliveryUnit, Edition, EditionState, Release
from inspections.queries.corrections import field_change
from inspections.queries.published_edition import NotHeld
from inspections.queries.withdrawn_before import withdrawn_before
from inspections.queries.withdrawn_since import withdrawn_since
from inspections.rows import FieldChange, Place, Released, ReleasedInspection, ReleaseEntry

# Corrections are what a reader must not overlook.
ORDER = [Released.CORRECTED, Released.WITHDRAWN, Released.PUBLISHED_AGAIN, Released.PUBLISHED]


def releases_made(
    *, newest: int | None = None, before: int | None = None, with_changes: bool = False
) -> tuple[ReleaseEntry, ...]:
    """The releases, newest first, with their inspections and how much was corrected. Three statements, or four.

    `newest` is how many at most; `before` leaves out the release of that number and all later ones; `with_changes` has
    every value that was corrected too.
    """
    releases = Release.objects.order_by("-number")
    if before is not None:
        releases = releases.filter(number__lt=before)
    return _entries(releases[:newest], with_changes=with_changes)


def release_made(number: int) -> ReleaseEntry:
    """One release, with every value it corrected. Four statements. Raises NotHeld."""
    entries = _entries(Release.objects.filter(number=number), with_changes=True)
    if not entries:
        raise NotHeld(f"There is no release {number}")
    return entries[0]


def _entries(releases: "QuerySet[Release]", *, with_changes: bool = False) -> tuple[ReleaseEntry, ...]:
    held = list(releases)
    by_release: dict[int, list[ReleasedInspection]] = {release.pk: [] for release in held}
    editions = _editions()
    if with_changes:
        editions = editions.prefetch_related("released_changes")
    for edition in editions.filter(release__in=by_release):
        by_release[cast(int, edition.release_id)].append(_released(edition, with_changes=with_changes))
    for edition in _editions().filter(withdrawn_in__in=by_release):
        by_release[cast(int, edition.withdrawn_in_id)].append(_row(edition, Released.WITHDRAWN))
    return tuple(_entry(release, by_release[release.pk]) for release in held)


def _editions() -> Any:
    """Annotated with how much each changed, what became of the one it follows and of itself, and whether any is public.

    What was withdrawn is not told any more, neither as it was nor as it became.
    """
    of_inspection = Edition.objects.filter(inspection=OuterRef("inspection"))
    return (
        Edition.objects.exclude(inspection__delivery_unit=None)  # an inspection of a region has no pages yet
        .select_related("inspection__delivery_unit__region")
        .annotate(
            change_count=Count("released_changes"),
            follows=Exists(of_inspection.filter(number__lt=OuterRef("number"), release__isnull=False)),
            withdrawn_before=withdrawn_before(),
            is_public=Exists(of_inspection.filter(state=EditionState.PUBLISHED)),
            is_withdrawn_since=withdrawn_since(),
        )
    )


def _released(edition: Any, *, with_changes: bool) -> ReleasedInspection:
    again = Released.CORRECTED if edition.withdrawn_before is None else Released.PUBLISHED_AGAIN
    what = again if edition.follows else Released.PUBLISHED
    changes = _changes(edition) if with_changes and not edition.is_withdrawn_since else ()
    told = {"reason": edition.reason, "change_count": edition.change_count, "changes": changes}
    return _row(edition, what, withdrawn_in=edition.withdrawn_before, **told)


def _row(edition: Any, what: Released, **more: Any) -> ReleasedInspection:
    unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
    return ReleasedInspection(
        unit=Place(name=unit.name, slug=unit.slug),
        region=Place(name=unit.region.name, slug=unit.region.slug),
        round=edition.inspection.round,
        what=what,
        overall="" if edition.is_withdrawn_since else edition.overall_rating,
        is_report_held=edition.report_id is not None,
        is_public=edition.is_public,
        **more,
    )


def _changes(edition: Any) -> tuple[FieldChange, ...]:
    hidden = edition.withdrawn_before is not None
    return tuple(field_change(row, edition, is_before_withdrawn=hidden) for row in edition.released_changes.all())


def _entry(release: Release, inspections: Iterable[ReleasedInspection]) -> ReleaseEntry:
    return ReleaseEntry(
        number=release.number,
        title=release.title,
        reason=release.reason,
        published_at=timezone.localtime(release.published_at),
        assurance=release.get_assurance_display(),
        inspections=tuple(sorted(inspections, key=lambda row: (ORDER.index(row.what), row.unit.sort_name, row.round))),
    )
