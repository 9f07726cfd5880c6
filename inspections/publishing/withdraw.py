"""Taking from the public what should not be public."""

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Assurance, Edition, EditionState, Release
from inspections.publishing.acting import acting
from inspections.publishing.locking import locked_in
from inspections.publishing.permissions import Verb, allow
from inspections.publishing.publish import new_release, refuse_without_reason


def withdraw(edition: Edition, *, by: User, reason: str) -> Release:
    """Withdraw a published edition at once, in a release of its own that says why. Nothing takes its place.

    One person is enough: what is wrong in public can't wait. It comes back only as a new draft.
    """
    allow(by, Verb.WITHDRAW)
    with transaction.atomic(), acting(by, step=Verb.WITHDRAW, reason=reason):
        refuse_without_reason(reason)
        public = locked_in(edition, [EditionState.PUBLISHED], to_be="withdrawn")
        release = new_release(
            title=f"{public.inspection} withdrawn", reason=reason, by=by, assurance=Assurance.WITHDRAWAL
        )
        public.state, public.withdrawn_in = EditionState.WITHDRAWN, release
        public.save(update_fields=["state", "withdrawn_in"])
        return release
