"""A link is for one reader, one draft and a time: made by who may, told apart from what was never ours, and ended."""

import datetime

import pytest
from django.utils import timezone

from inspections.models import OPEN_STATES, PreviewLink
from inspections.publishing import preview_links
from inspections.publishing.preview_links import (
    LONGEST,
    LinkState,
    NoSuchLink,
    NotShared,
    link_of,
    link_state,
    make_preview_link,
    revoke_preview_link,
    token_of,
)
from inspections.publishing.refusals import NotAllowed, NotOpen
from tests import factories
from tests.models.example import EVENTS
from tests.publishing.staff import Verb, draft, person, public

pytestmark = pytest.mark.django_db
A_DAY = datetime.timedelta(days=1)


def link_to(edition, *, reader="Ada Example", lasting=A_DAY) -> PreviewLink:
    return make_preview_link(edition, by=person("sharer"), reader=reader, expires_at=timezone.now() + lasting)


@pytest.mark.parametrize("state", OPEN_STATES)
def test_a_link_is_for_somebody_and_until_a_time(state):
    edition = factories.edition(state=state)

    link = link_to(edition, reader=" Ada Example, Marlow Vale PDU ")

    assert (link.edition, link.reader, link.made_by) == (edition, "Ada Example, Marlow Vale PDU", person("sharer"))
    assert link_of(token_of(link)) == link
    assert link_state(link) is LinkState.OPEN


@pytest.mark.parametrize("state", ["published", "superseded", "withdrawn"])
def test_only_what_is_open_is_shown_to_somebody(state):
    with pytest.raises(NotOpen, match="can't be shown"):
        link_to(factories.edition(state=state))


@pytest.mark.parametrize("reader", ["", "   "])
def test_it_is_for_somebody(reader):
    with pytest.raises(NotShared, match="whom"):
        link_to(draft(), reader=reader)


@pytest.mark.parametrize("lasting", [-A_DAY, datetime.timedelta(0), LONGEST + A_DAY])
def test_it_ends_and_not_too_late(lasting):
    with pytest.raises(NotShared, match="within 30 days"):
        link_to(draft(), lasting=lasting)


def test_what_has_no_pages_is_not_shown():
    region = factories.region("Northern Fells")
    inspection = factories.inspection(region=region, framework=factories.framework())

    with pytest.raises(NotShared, match="no pages"):
        link_to(factories.edition(inspection))


def test_it_is_revoked_once_and_for_ever():
    link = link_to(draft())

    first = revoke_preview_link(link, by=person("sharer"))
    again = revoke_preview_link(link, by=person("another"))

    assert link_state(link_of(token_of(link))) is LinkState.REVOKED
    assert first.revoked_by == again.revoked_by == person("sharer")
    assert first.revoked_at == again.revoked_at


def test_it_ends_at_its_time(monkeypatch):
    link = link_to(draft())

    monkeypatch.setattr(preview_links.timezone, "now", lambda: link.expires_at)

    assert link_state(link) is LinkState.EXPIRED


def test_it_is_over_once_the_draft_is_public():
    edition = draft()
    link = link_to(edition)
    public(edition)

    assert link_state(link_of(token_of(link))) is LinkState.OVER


def test_only_who_may_makes_and_revokes():
    edition, reader = draft(), person("reader", Verb.EDIT)
    link = link_to(edition)

    with pytest.raises(NotAllowed, match="reader may not"):
        make_preview_link(edition, by=reader, reader="Ada", expires_at=timezone.now() + A_DAY)
    with pytest.raises(NotAllowed, match="reader may not"):
        revoke_preview_link(link, by=reader)
    assert [link_state(held) for held in PreviewLink.objects.all()] == [LinkState.OPEN]


def test_the_store_alone_gives_no_address(settings):
    link = link_to(draft())
    token = token_of(link)

    for tampered in (link.code.hex, str(link.code), f"{link.code.hex}.", token[:-1], token.swapcase(), "0" * 32, "."):
        with pytest.raises(NoSuchLink):
            link_of(tampered)
    settings.SECRET_KEY = "another"
    with pytest.raises(NoSuchLink):
        link_of(token)


def test_a_link_goes_with_its_draft():
    edition = draft()
    token = token_of(link_to(edition))
    edition.delete()

    with pytest.raises(NoSuchLink):
        link_of(token)


def test_the_history_tells_who_made_and_who_revoked():
    link = revoke_preview_link(link_to(draft()), by=person("another"))

    events = EVENTS[PreviewLink].objects.filter(pgh_obj_id=link.pk).order_by("pgh_id")
    assert [event.pgh_context.metadata["user"] for event in events] == [person("sharer").pk, person("another").pk]
