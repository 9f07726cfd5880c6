"""What to do about an edition that stays as it is: the way on for who may take it, and whom to ask for who may not."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.html import format_html

from inspections.models import Edition, EditionState
from inspections.publishing.permissions import Verb, may


@dataclass(frozen=True, kw_only=True)
class Way:
    """The verb that leads on from a state, what it is told as, and who can take it: the groups that migrations make."""

    verb: Verb
    told: str
    others: str


WAYS = {
    EditionState.IN_REVIEW: Way(
        verb=Verb.TAKE_BACK,
        told="Take it back to change it.",
        others="An inspector or a reviewer can take it back to have it changed.",
    ),
    EditionState.PUBLISHED: Way(
        verb=Verb.CORRECT,
        told="Begin a correction to change what the public reads.",
        others="An inspector can begin a correction to change what the public reads.",
    ),
    EditionState.WITHDRAWN: Way(
        verb=Verb.RESTORE,
        told="Restore it as a draft to work on it.",
        others="An inspector can restore it as a draft, to be worked on.",
    ),
}


def way_on(edition: Edition, person: User) -> str:
    """What this person can do to have an edition say something else; "" of a draft, and of what was superseded."""
    way = WAYS.get(EditionState(edition.state))
    if way is None:
        return ""
    if open_one := open_beside(edition):
        page = reverse("admin:inspections_edition_change", args=[open_one.pk])
        state = open_one.get_state_display()
        return format_html('<a href="{}">Edition {}</a> ({}) is open beside it.', page, open_one.number, state)
    return way.told if may(person, way.verb) else way.others


def open_beside(edition: Edition) -> Edition | None:
    """The other edition of its inspection that is being worked on: there is one at most."""
    return Edition.objects.open().filter(inspection=edition.inspection_id).exclude(pk=edition.pk).first()
