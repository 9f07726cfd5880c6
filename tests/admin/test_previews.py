"""Links to drafts in the admin: made for an edition, listed with what they do today, revoked after a question."""

import datetime
import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from inspections.models import Edition, PreviewLink
from inspections.publishing.preview_links import make_preview_link, revoke_preview_link, token_of
from tests.publishing.staff import Verb, draft, person, public

pytestmark = pytest.mark.django_db
LIST = reverse("admin:inspections_previewlink_changelist")


@pytest.fixture
def sharer(client):
    """Somebody who may let others see drafts, and nothing else of the admin."""
    client.force_login(person("sharer", Verb.PREVIEW))
    return client


def made(edition: Edition | None = None, reader: str = "Ada Example") -> PreviewLink:
    until = timezone.now() + datetime.timedelta(days=1)
    return make_preview_link(edition or draft(), by=person("maker"), reader=reader, expires_at=until)


def for_edition(edition: Edition) -> str:
    return reverse("admin:inspections_previewlink_for", args=[edition.pk])


def change(link: PreviewLink) -> str:
    return reverse("admin:inspections_previewlink_change", args=[link.pk])


def revoke(link: PreviewLink) -> str:
    return reverse("admin:inspections_previewlink_revoke", args=[link.pk])


def typed(**changed: str) -> dict[str, str]:
    until = timezone.localtime() + datetime.timedelta(days=2)
    return {"reader": "Ada Example, Marlow Vale PDU", "expires_at": f"{until:%Y-%m-%dT%H:%M}"} | changed


def test_a_link_is_made_and_its_address_shown(sharer):
    edition = draft()

    answer = sharer.post(for_edition(edition), typed(), follow=True)

    link = PreviewLink.objects.get()
    assert (link.edition, link.reader, link.made_by) == (edition, "Ada Example, Marlow Vale PDU", person("sharer"))
    address = f"http://testserver/preview/{token_of(link)}/"
    assert address in answer.content.decode()
    assert sharer.get(address, follow=True).status_code == 200


def test_a_week_is_offered_and_the_links_there_are(sharer):
    link = made()

    html = sharer.get(for_edition(link.edition)).content.decode()

    week = timezone.localtime() + datetime.timedelta(days=7)
    assert f'value="{week:%Y-%m-%d}T17:00"' in html
    assert re.search(r">Ada Example</a>, until .*: open<", html)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reader": ""}, "This field is required"),
        ({"expires_at": "soon"}, "Enter a valid date/time"),
        ({"expires_at": "2020-01-01T12:00"}, "A link ends in the future"),
    ],
)
def test_what_is_typed_wrong_is_said_and_nothing_is_made(sharer, changed, words):
    answer = sharer.post(for_edition(draft()), typed(**changed))

    assert words in answer.content.decode()
    assert not PreviewLink.objects.exists()


def test_what_is_public_is_shown_to_nobody_by_a_link(sharer):
    answer = sharer.post(for_edition(public(draft())), typed())

    assert "can&#x27;t be shown to anybody" in answer.content.decode()


def test_it_is_revoked_after_a_question(sharer):
    link = made()
    assert revoke(link) in sharer.get(change(link)).content.decode()
    assert "Yes, revoke it" in sharer.get(revoke(link)).content.decode()
    assert PreviewLink.objects.get().revoked_at is None

    answer = sharer.post(revoke(link), follow=True).content.decode()

    assert PreviewLink.objects.get().revoked_by == person("sharer")
    assert "shows nothing any more" in answer
    assert token_of(link) not in answer
    assert revoke(link) not in answer


def test_the_list_says_what_each_does_today(sharer):
    over = draft()
    links = {name: made(reader=name) for name in ("Open", "Revoked", "Expired")} | {"Over": made(over, reader="Over")}
    revoke_preview_link(links["Revoked"], by=person("maker"))
    hour = datetime.timedelta(hours=1)
    PreviewLink.objects.filter(reader="Expired").update(
        made_at=timezone.now() - 2 * hour, expires_at=timezone.now() - hour
    )
    public(over)

    for name in links:
        html = sharer.get(LIST, {"state": name.lower()}).content.decode()
        assert [reader for reader in links if f">{reader}</a></th>" in html] == [name]
    assert all(f">{reader}</a></th>" in sharer.get(LIST).content.decode() for reader in links)


def test_only_who_may_share_sees_any_of_it(client):
    link = made()
    client.force_login(person("inspector", *set(Verb) - {Verb.PREVIEW}))

    for address in (LIST, change(link), revoke(link), for_edition(link.edition)):
        assert client.get(address).status_code == 403
    assert client.post(revoke(link)).status_code == 403
    assert client.post(for_edition(link.edition), typed()).status_code == 403


def test_a_link_is_neither_changed_nor_deleted_by_hand(admin_client):
    link = made()

    assert admin_client.post(change(link), {"reader": "Somebody else"}).status_code == 403
    assert admin_client.get(change(link).replace("change", "delete")).status_code == 403
    assert admin_client.get(reverse("admin:inspections_previewlink_add")).status_code == 403


def test_a_link_that_is_not_there_leads_back(sharer):
    assert sharer.get(reverse("admin:inspections_previewlink_change", args=[0])).status_code == 302
    assert sharer.get(reverse("admin:inspections_previewlink_revoke", args=[0])).status_code == 404
    assert sharer.get(reverse("admin:inspections_previewlink_for", args=[0])).status_code == 404


def test_a_draft_is_deleted_with_its_links(client):
    edition = made().edition
    editor = person("editor", Verb.EDIT)
    editor.user_permissions.add(
        *Permission.objects.filter(content_type__app_label="inspections", codename__startswith="delete_")
    )
    client.force_login(editor)

    client.post(reverse("admin:inspections_edition_delete", args=[edition.pk]), {"post": "yes"})

    assert not Edition.objects.filter(pk=edition.pk).exists()
    assert not PreviewLink.objects.exists()
