"""What is public is changed by a new edition only: a copy of it, or of an earlier one, as a draft to be worked on."""

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Edition, EditionState
from inspections.publishing.acting import acting
from inspections.publishing.copying import copied
from inspections.publishing.locking import locked_in
from inspections.publishing.permissions import Verb, allow
from inspections.publishing.refusals import NotOpen

WAS_PUBLIC = (EditionState.PUBLISHED, EditionState.SUPERSEDED, EditionState.WITHDRAWN)


def begin_correction(edition: Edition, *, by: User, reason: str) -> Edition:
    """A new draft that says what a published edition says, to correct it. `reason` is for the public.

    Raises NotOpen if the edition is not published, or the inspection has an open edition already.
    """
    allow(by, Verb.CORRECT)
    with transaction.atomic(), acting(by, correct=str(edition.inspection)):
        public = locked_in(edition, [EditionState.PUBLISHED], to_be="corrected")
        return _begun(public, reason=reason)


def restore(edition: Edition, *, by: User, reason: str) -> Edition:
    """A new draft that says what an edition said which is, or once was, public."""
    allow(by, Verb.RESTORE)
    with transaction.atomic(), acting(by, restore=str(edition)):
        earlier = locked_in(edition, WAS_PUBLIC, to_be="restored")
        return _begun(earlier, reason=reason)


def _begun(edition: Edition, *, reason: str) -> Edition:
    if not reason.strip():
        raise NotOpen(f"{edition} can't be replaced without a reason, in words for the public.")
    if held := Edition.objects.open().filter(inspection=edition.inspection_id).first():
        raise NotOpen(f"{held} is being worked on already: one edition at a time.")
    return copied(edition, reason=reason)
