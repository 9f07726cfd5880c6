"""An edition as it will be once it is public, for as long as a page is drawn: it is published, and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import IntegrityError, InternalError, OperationalError, connection, transaction

from inspections.models import OPEN_STATES, Assurance, Edition, EditionState, Release
from inspections.publishing.acting import acting
from inspections.publishing.locking import locked_in
from inspections.publishing.publish import make_public, release_after
from inspections.publishing.refusals import Refused

# A preview waits a little for somebody who publishes, who waits for it as long as a page is drawn: seconds at most.
LIMITS = {"lock_timeout": "2s", "statement_timeout": "5s", "idle_in_transaction_session_timeout": "5s"}
BUSY = "Somebody is publishing, or looking at a preview, at this very moment. Try again in a few seconds."
READ_ONLY = "This server only reads, so it can't show what is not published yet."
# By their SQLSTATE: a write to a standby, and a transaction in which nothing was asked for too long.
EXPECTED = {"25006": READ_ONLY, "25P03": BUSY}


class NotPreviewed(Refused):
    """What could not be shown just now, or not on this server."""


@contextmanager
def as_published(edition: Edition, *, by: User) -> Iterator[Edition]:
    """Within it the store is as if the edition had just been published by somebody; afterwards as it was before.

    All happens in a transaction that is always taken back: nobody else sees any of it, and a killed process leaves
    nothing behind. So what the database looks at when a transaction ends (approvals, problems) is never asked for; all
    its other rules hold. What is to be shown must be drawn within. Raises NotOpen for an edition that is not open any
    more, NotPreviewed where the store is busy or only read.
    """
    try:
        with transaction.atomic():
            _bound()
            with acting(by, step="preview"):
                shown = _published(edition, by)
            yield shown
            transaction.set_rollback(True)
    except InternalError as error:
        reason = EXPECTED.get(getattr(error.__cause__, "sqlstate", ""))
        if reason is None:
            raise
        raise NotPreviewed(reason) from error
    except OperationalError as error:
        raise NotPreviewed(BUSY) from error


def _bound() -> None:
    """Of this transaction only: they go with it."""
    settings = ", ".join("set_config(%s, %s, true)" for _ in LIMITS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {settings}", [part for limit in LIMITS.items() for part in limit])


def _published(edition: Edition, by: User) -> Edition:
    """Locks in the order in which publishing does, so that neither ever waits for the other in a circle.

    The last release is not locked: a real one may be made meanwhile, and then this one's number is taken.
    """
    shown = locked_in(edition, OPEN_STATES, to_be="previewed")
    Edition.objects.filter(pk=shown.pk, state=EditionState.DRAFT).update(state=EditionState.IN_REVIEW)
    release = _release(shown, by)
    make_public(shown, release)
    return shown


def _release(edition: Edition, by: User) -> Release:
    last = Release.objects.order_by("-number").first()
    try:
        return release_after(
            last,
            title=f"Preview of {edition.inspection}",
            reason=edition.reason or "Not published yet.",
            by=by,
            assurance=Assurance.PREVIEW,
        )
    except IntegrityError as error:
        raise NotPreviewed(BUSY) from error
