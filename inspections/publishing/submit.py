"""A draft goes into review, where it stands still, and comes back to be worked on."""

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Approval, Edition, EditionState
from inspections.publishing.acting import acting
from inspections.publishing.checks import NotReady, open_checks
from inspections.publishing.locking import locked_in
from inspections.publishing.permissions import Verb, allow


def submit(edition: Edition, *, by: User, note: str = "") -> Edition:
    """Put a draft in review. From then on nobody changes it, so that what is approved is what is published.

    Raises NotOpen if it is no draft, NotReady if a check does not pass.
    """
    allow(by, Verb.SUBMIT)
    with transaction.atomic(), acting(by, step=Verb.SUBMIT, reason=note):
        draft = locked_in(edition, [EditionState.DRAFT], to_be="submitted")
        if failed := open_checks(draft):
            raise NotReady(draft, failed)
        return _moved(draft, EditionState.IN_REVIEW)


def take_back(edition: Edition, *, by: User, reason: str) -> Edition:
    """Make an edition in review a draft again, to be worked on. Its approvals are undone."""
    allow(by, Verb.TAKE_BACK)
    with transaction.atomic(), acting(by, step=Verb.TAKE_BACK, reason=reason):
        reviewed = locked_in(edition, [EditionState.IN_REVIEW], to_be="taken back")
        Approval.objects.filter(edition=reviewed).delete()
        return _moved(reviewed, EditionState.DRAFT)


def _moved(edition: Edition, state: EditionState) -> Edition:
    edition.state = state
    edition.save(update_fields=["state"])
    return edition
