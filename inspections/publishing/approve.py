"""A person's word that an edition in review says what its sources say."""

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Approval, Edition, EditionState
from inspections.publishing.acting import acting
from inspections.publishing.locking import locked_in
from inspections.publishing.permissions import Verb, allow


def approve(edition: Edition, *, by: User, note: str = "") -> Approval:
    """Approve an edition in review. Whether the approver has worked on it, the database says by its history.

    Who has worked on it may approve it too; that alone does not let it be published. Raises NotOpen if it is not in
    review. Approving twice is approving once.
    """
    allow(by, Verb.APPROVE)
    with transaction.atomic(), acting(by, step=Verb.APPROVE, reason=note):
        reviewed = locked_in(edition, [EditionState.IN_REVIEW], to_be="approved")
        approval, _ = Approval.objects.get_or_create(edition=reviewed, approved_by=by, defaults={"note": note})
        approval.refresh_from_db(fields=["is_of_own_work"])
        return approval
