"""What an address that finds nothing has led to once."""

from dataclasses import replace
from typing import cast

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from inspections.models import Citation, DeliveryUnit, Edition, EditionState, Release, ReleasedChange
from inspections.rows import NoLongerPublic, Place


def withdrawn_inspection(unit_slug: str, round_label: str) -> NoLongerPublic | None:
    """The inspection of a delivery unit's round, where it was withdrawn and nothing has taken its place."""
    editions = Edition.objects.filter(
        inspection__delivery_unit__slug=unit_slug, inspection__round=round_label, release__isnull=False
    )
    return _withdrawn(_last(editions))


def withdrawn_inspections(unit_slug: str) -> tuple[NoLongerPublic, ...]:
    """The inspections of a delivery unit that were withdrawn and have no place taken, latest round first.

    One statement.
    """
    return _all_withdrawn(Q(inspection__delivery_unit__slug=unit_slug))


def withdrawn_in_region(region_slug: str) -> tuple[NoLongerPublic, ...]:
    """As `withdrawn_inspections`, of all delivery units of a region. One statement."""
    return _all_withdrawn(Q(inspection__delivery_unit__region__slug=region_slug))


def _all_withdrawn(of: Q) -> tuple[NoLongerPublic, ...]:
    of_inspection = Edition.objects.filter(inspection=OuterRef("inspection"), release__isnull=False)
    later = of_inspection.filter(number__gt=OuterRef("number"))
    withdrawn = Edition.objects.filter(of, state=EditionState.WITHDRAWN).exclude(Exists(later))
    last = _with_release(withdrawn).order_by("-inspection__round", "inspection__delivery_unit__name")
    return tuple(row for edition in last if (row := _withdrawn(edition)))


def removed_document(key: str) -> NoLongerPublic | None:
    """A document that something public was told from, until the last inspection that cites it did so no more.

    Two statements.
    """
    cites = Q(citations__source__key=key) | Q(citations__table__key=key)
    citing = dict(Edition.objects.filter(cites, release__isnull=False).values_list("pk", "inspection"))
    editions = _with_release(Edition.objects.filter(inspection__in=set(citing.values()), release__isnull=False))
    ended: dict[int, NoLongerPublic | None] = {}
    for edition in editions.order_by("number"):
        if edition.pk in citing:
            ended[edition.inspection_id] = _withdrawn(edition)
        elif edition.release and edition.inspection_id in ended and ended[edition.inspection_id] is None:
            ended[edition.inspection_id] = _row(edition, edition.release, edition.reason, is_withdrawn=False)
    newest = max(filter(None, ended.values()), key=lambda row: row.release, default=None)
    return replace(newest, is_document=True) if newest else None


def removed_fact(key: str) -> NoLongerPublic | None:
    """A fact that was public under a key: its inspection was withdrawn, or a later edition is without it."""
    cited = Citation.objects.filter(key=key, edition__release__isnull=False).values("edition__inspection")
    last = _last(Edition.objects.filter(inspection__in=cited, release__isnull=False))
    if last is None or last.state == EditionState.WITHDRAWN:
        return _withdrawn(last)
    changes = ReleasedChange.objects.filter(key=key, edition__inspection=last.inspection_id)
    newest = changes.order_by("-edition__number").values("edition")[:1]
    without = _with_release(Edition.objects.filter(pk__in=newest)).first()
    if without is None or without.release is None or changes.filter(edition=without).exclude(after="").exists():
        return None
    return _row(without, without.release, without.reason, is_withdrawn=False)


def _last(editions: "QuerySet[Edition]") -> Edition | None:
    return _with_release(editions).order_by("-number").first()


def _with_release(editions: "QuerySet[Edition]") -> "QuerySet[Edition]":
    return editions.exclude(inspection__delivery_unit=None).select_related(
        "inspection__delivery_unit", "release", "withdrawn_in"
    )


def _withdrawn(edition: Edition | None) -> NoLongerPublic | None:
    if edition is None or edition.withdrawn_in is None:
        return None
    return _row(edition, edition.withdrawn_in, edition.withdrawn_in.reason, is_withdrawn=True)


def _row(edition: Edition, release: Release, reason: str, *, is_withdrawn: bool) -> NoLongerPublic:
    unit = cast(DeliveryUnit, edition.inspection.delivery_unit)
    return NoLongerPublic(
        unit=Place(name=unit.name, slug=unit.slug),
        round=edition.inspection.round,
        release=release.number,
        published=timezone.localdate(release.published_at),
        reason=reason,
        is_withdrawn=is_withdrawn,
    )
