"""Making editions public."""

from collections.abc import Iterable

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from inspections.models import Edition, EditionState, Release
from inspections.rows import ProblemLevel


class NotPublishable(Exception):
    """An edition that is not open, or has something that must be fixed: one line that says which and why."""


def publish(editions: Iterable[Edition], *, title: str, reason: str, by: User | None = None) -> Release:
    """Publish open editions together in the next numbered release.

    The edition of an inspection that was public until now is superseded. Raises NotPublishable, with nothing written.
    """
    with transaction.atomic(), pghistory.context(publish=title):
        last = Release.objects.select_for_update().order_by("-number").first()
        release = Release.objects.create(
            number=last.number + 1 if last else 1,
            title=title,
            reason=reason,
            published_at=timezone.now(),
            published_by=by,
        )
        for edition in editions:
            _publish_one(edition, release)
        return release


def _publish_one(edition: Edition, release: Release) -> None:
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if locked.state not in (EditionState.DRAFT, EditionState.IN_REVIEW):
        raise NotPublishable(f"{locked} is not open, so it can't be published.")
    if locked.problems.open().filter(level=ProblemLevel.MUST_FIX).exists():
        raise NotPublishable(f"{locked} has problems that must be fixed first.")
    Edition.objects.published().filter(inspection=locked.inspection).update(state=EditionState.SUPERSEDED)
    locked.state, locked.release = EditionState.PUBLISHED, release
    locked.save(update_fields=["state", "release"])
