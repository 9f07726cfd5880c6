"""Links by which a named outside reader sees one draft: made, looked up and revoked."""

import datetime
from enum import StrEnum
from uuid import UUID

from django.contrib.auth.models import User
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from inspections.models import OPEN_STATES, Edition, PreviewLink
from inspections.publishing.acting import acting
from inspections.publishing.locking import locked_in
from inspections.publishing.permissions import Verb, allow
from inspections.publishing.refusals import Refused

LONGEST = datetime.timedelta(days=30)


class NotShared(Refused):
    """A link that can't be made as it is asked for."""


class NoSuchLink(Exception):
    """An address that is not one of ours, or was not copied whole."""


class LinkState(StrEnum):
    """What becomes of who follows a link. The value is how staff read it."""

    OPEN = "open"
    REVOKED = "revoked"
    EXPIRED = "expired"
    OVER = "over: the edition is no draft any more"


def make_preview_link(edition: Edition, *, by: User, reader: str, expires_at: datetime.datetime) -> PreviewLink:
    """Let a named reader see an open edition until then, and whatever is changed in it meanwhile.

    Raises NotOpen for an edition that is not open, NotShared for a link to nobody, to what has no pages, or with an end
    that has passed or is too far away.
    """
    allow(by, Verb.PREVIEW)
    with transaction.atomic(), acting(by, step=Verb.PREVIEW, reader=reader):
        shared = locked_in(edition, OPEN_STATES, to_be="shown to anybody")
        if shared.inspection.delivery_unit is None:
            raise NotShared(f"{shared} has no pages yet, so there is nothing to show.")
        if not reader.strip():
            raise NotShared("Say whom the link is for.")
        if not timezone.now() < expires_at <= timezone.now() + LONGEST:
            raise NotShared(f"A link ends in the future, and within {LONGEST.days} days.")
        return PreviewLink.objects.create(edition=shared, reader=reader.strip(), made_by=by, expires_at=expires_at)


def revoke_preview_link(link: PreviewLink, *, by: User) -> PreviewLink:
    """End a link at once, for ever. Revoking twice is revoking once."""
    allow(by, Verb.PREVIEW)
    with transaction.atomic(), acting(by, step=Verb.PREVIEW, revoked=link.reader):
        found = PreviewLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
        if found.revoked_at is None:
            found.revoked_by, found.revoked_at = by, timezone.now()
            found.save(update_fields=["revoked_by", "revoked_at"])
        return found


def token_of(link: PreviewLink) -> str:
    """What its address holds. Without the secret key of this installation, a copy of the store gives no address."""
    return _signer().sign(link.code.hex)


def link_of(token: str) -> PreviewLink:
    """The link of an address, with its edition and reader. One statement. Raises NoSuchLink."""
    related = ("edition__inspection__delivery_unit", "edition__inspection__region", "made_by")
    try:
        return PreviewLink.objects.select_related(*related).get(code=UUID(hex=_signer().unsign(token)))
    except (BadSignature, PreviewLink.DoesNotExist) as error:
        raise NoSuchLink from error


def link_state(link: PreviewLink) -> LinkState:
    """Whether it shows anything now, and if not, why. Needs the edition selected."""
    if link.revoked_at:
        return LinkState.REVOKED
    if link.expires_at <= timezone.now():
        return LinkState.EXPIRED
    return LinkState.OPEN if link.edition.state in OPEN_STATES else LinkState.OVER


def _signer() -> Signer:
    return Signer(salt="inspections.preview", sep=".")
