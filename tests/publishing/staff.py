"""People who may do something to editions, and editions on their way."""

from django.contrib.auth.models import Permission, User
from django.utils import timezone

from inspections.models import Edition, Problem
from inspections.publishing.approve import approve
from inspections.publishing.permissions import Verb
from inspections.publishing.publish import publish
from inspections.publishing.submit import submit
from tests import factories


def person(name: str, *verbs: Verb, **fields: object) -> User:
    """A member of staff, new or held, who may do these things; all of them where none is named."""
    user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True} | fields)
    codenames = [f"{verb.value}_edition" for verb in verbs or Verb]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames, content_type__app_label="inspections"))
    return User.objects.get(pk=user.pk)


def draft(**fields: object) -> Edition:
    """A draft with a finding."""
    edition = factories.edition(fields.pop("inspection_", None), **fields)
    factories.finding(edition)
    return edition


def problem(edition: Edition, level: str, **fields: object) -> Problem:
    values = {"type": "two_values", "message": "Two values.", "position": edition.problems.count() + 1}
    return Problem.objects.create(edition=edition, level=level, **values | fields)


def answered(by: User) -> dict[str, object]:
    return {"answer": "Looked at, and right.", "answered_by": by, "answered_at": timezone.now()}


def approved(edition: Edition) -> Edition:
    """The draft submitted by one person and approved by another."""
    submit(edition, by=person("inspector"))
    approve(edition, by=person("reviewer"))
    edition.refresh_from_db()
    return edition


def public(edition: Edition) -> Edition:
    """The draft published, with two people."""
    publish([approved(edition)], title="A release", reason="To try it.", by=person("reviewer"))
    edition.refresh_from_db()
    return edition


def says_now(edition: Edition, key: str, words: str) -> None:
    """Have a fact cite words of the printed report that the text held of it does not have."""
    edition.citations.filter(key=key).update(quote=words, paragraph=None)
