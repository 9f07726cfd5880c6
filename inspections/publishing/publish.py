"""Making editions public, in numbered releases."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from inspections.models import Approval, Assurance, Edition, EditionState, Problem, Release
from inspections.publishing.acting import acting
from inspections.publishing.changed import followed_by, record_changes
from inspections.publishing.checks import NotReady, open_checks
from inspections.publishing.locking import locked, locked_in
from inspections.publishing.permissions import Verb, allow
from inspections.publishing.refusals import NotPublishable, reason_of
from inspections.publishing.settled import settle
from inspections.rows import ProblemLevel

NEXT_RELEASE = 520_003  # the lock that whoever makes a release holds: a row of the last one does not show the next


def publish(editions: Iterable[Edition], *, title: str, reason: str, by: User) -> Release:
    """Publish approved editions together in the next numbered release.

    The edition of an inspection that was public until now is superseded, and what differs from it is recorded with the
    release. Raises NotOpen, NotReady or NotPublishable, with nothing written: each edition needs the approval of
    somebody who has not worked on it. Where ONE_PERSON_MAY_PUBLISH is set anybody's will do, and the release says so.
    """
    allow(by, Verb.PUBLISH)
    alone = {"one_person_may_publish": True} if settings.ONE_PERSON_MAY_PUBLISH else {}
    with transaction.atomic(), acting(by, step=Verb.PUBLISH, reason=reason, **alone):
        refuse_without_reason(reason)
        # Each once, and in one order, so that two who publish the same ones wait for each other and not in a circle.
        chosen = sorted({edition.pk: edition for edition in editions}.values(), key=lambda edition: edition.pk)
        reviewed = [locked_in(edition, [EditionState.IN_REVIEW], to_be="published") for edition in chosen]
        for edition in reviewed:
            if failed := open_checks(edition):
                raise NotReady(edition, failed)
        assurance = _assurance(reviewed)
        return _released(reviewed, title=title, reason=reason, by=by, assurance=assurance)


def publish_loaded(editions: Iterable[Edition], *, title: str, reason: str) -> Release:
    """Publish drafts that came with the product, or are made up for trying it out: no person stands for them.

    The release says so, for ever. Problems to confirm stay open; one that must be fixed is refused with NotPublishable.
    """
    with transaction.atomic(), acting(None, step=Verb.PUBLISH):
        drafts = [locked_in(edition, [EditionState.DRAFT], to_be="published") for edition in editions]
        _refuse_what_must_be_fixed(drafts)
        Edition.objects.filter(pk__in=[draft.pk for draft in drafts]).update(state=EditionState.IN_REVIEW)
        return _released(drafts, title=title, reason=reason, by=None, assurance=Assurance.LOADED)


def refuse_without_reason(reason: str) -> None:
    """What changes what the public reads says why."""
    if not reason.strip():
        raise NotPublishable("A release needs a reason, in words for the public.")


def _refuse_what_must_be_fixed(editions: Sequence[Edition]) -> None:
    open_ones = Problem.objects.open().filter(edition__in=editions, level=ProblemLevel.MUST_FIX)
    if found := open_ones.select_related("edition__inspection__delivery_unit").first():
        raise NotPublishable(f"{found.edition} has a problem that must be fixed first: {found.message}")


def _assurance(editions: Sequence[Edition]) -> Assurance:
    approved = {edition.pk: edition for edition in editions}
    by_others, by_anybody = set(), set()
    for approval in Approval.objects.filter(edition__in=approved):
        by_anybody.add(approval.edition_id)
        if not approval.is_of_own_work:
            by_others.add(approval.edition_id)
    if by_others == approved.keys():
        return Assurance.TWO_PEOPLE
    first = next(edition for pk, edition in approved.items() if pk not in by_others)
    if not settings.ONE_PERSON_MAY_PUBLISH:
        raise NotPublishable(f"{first} needs the approval of somebody who has not worked on it.")
    if by_anybody != approved.keys():
        raise NotPublishable(f"{first} needs somebody's approval.")
    return Assurance.ONE_PERSON


def _released(
    editions: Sequence[Edition], *, title: str, reason: str, by: User | None, assurance: Assurance
) -> Release:
    if not editions:
        raise NotPublishable("There is nothing to publish.")
    release = new_release(title=title, reason=reason, by=by, assurance=assurance)
    try:
        with transaction.atomic():
            for edition in editions:
                make_public(edition, release)
            settle()
    except IntegrityError as error:
        raise NotPublishable(f"It can't be published: {reason_of(error)}") from error
    return release


def new_release(*, title: str, reason: str, by: User | None, assurance: Assurance) -> Release:
    """The next release. Two that are made at once wait for each other, so that numbers have no gap."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NEXT_RELEASE])
    last = Release.objects.order_by("-number").first()
    return release_after(last, title=title, reason=reason, by=by, assurance=assurance)


def release_after(last: Release | None, *, title: str, reason: str, by: User | None, assurance: Assurance) -> Release:
    """The release with the number after the last one's, dated now."""
    return Release.objects.create(
        number=last.number + 1 if last else 1,
        title=title,
        reason=reason,
        published_at=timezone.now(),
        published_by=by,
        assurance=assurance,
    )


def make_public(edition: Edition, release: Release) -> None:
    """Put an edition in review before the public with a release, in the place of the one it follows."""
    before = followed_by(edition)
    if before and before.state == EditionState.PUBLISHED:
        before = locked(before)
        before.state = EditionState.SUPERSEDED
        before.save(update_fields=["state"])
    if before:
        record_changes(before, edition, release)
    edition.state, edition.release = EditionState.PUBLISHED, release
    edition.save(update_fields=["state", "release"])
