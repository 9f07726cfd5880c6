"""Who may do what, as a table: each role against each verb, and against each page of the admin.

What a role may do is read from the running system and compared with what is meant.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from inspections.models import Edition
from inspections.publishing.answer import answer
from inspections.publishing.approve import approve
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.permissions import Verb, may
from inspections.publishing.publish import publish
from inspections.publishing.refusals import NotAllowed
from inspections.publishing.submit import submit, take_back
from inspections.publishing.withdraw import withdraw
from tests.publishing.staff import approved, draft, person, problem, public

pytestmark = pytest.mark.django_db

ROLES = ("Inspector", "Reviewer", "Data manager", "Administrator")
MEANT = {
    Verb.EDIT: {"Inspector"},
    Verb.SUBMIT: {"Inspector"},
    Verb.TAKE_BACK: {"Inspector", "Reviewer"},
    Verb.APPROVE: {"Reviewer"},
    Verb.PUBLISH: {"Reviewer"},
    Verb.CORRECT: {"Inspector"},
    Verb.WITHDRAW: {"Reviewer"},
    Verb.RESTORE: {"Inspector"},
    Verb.PREVIEW: {"Inspector", "Reviewer"},
}

INSPECTORS = (
    *("citation", "edition", "editiondate", "figure", "finding", "inspection", "keyquestionresult", "measurevalue"),
    *("paragraph", "quotation", "recommendation", "samplecount", "section", "source", "standardrating"),
)
MANAGERS = (
    *("comparability", "deliveryunit", "framework", "measure", "policyevent", "ratingband", "region", "standard"),
    *("standardtheme", "theme"),
)
ONLY_READ = ("release",)
# Who may add a row, by the model of the page; every list of ours is open to be read by all of them.
ADDS = {
    **{key: {"Inspector"} for key in INSPECTORS},
    **{key: {"Data manager"} for key in MANAGERS},
    **{key: set() for key in (*ONLY_READ, "problem", "previewlink")},
    "upload": {"Inspector"},
    "user": {"Administrator"},
    "group": set(),
}
# Who may read a list, of those that not everybody may.
READS = {"user": {"Administrator"}, "group": {"Administrator"}, "previewlink": {"Inspector", "Reviewer"}}


def in_role(role: str) -> User:
    user, _ = User.objects.get_or_create(username=role, is_staff=True)
    user.groups.set([Group.objects.get(name=role)])
    return User.objects.get(pk=user.pk)


def test_a_new_store_has_these_groups_and_nobody_in_them():
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
    assert not User.objects.exists()


@pytest.mark.parametrize("verb", Verb)
def test_each_role_may_do_what_is_meant(verb):
    assert {role for role in ROLES if may(in_role(role), verb)} == MEANT[verb]


def _edition(make: Callable[[Edition], Edition]) -> Edition:
    return make(draft())


def _submitted(edition: Edition) -> Edition:
    return submit(edition, by=person("somebody"))


DONE: dict[Verb, Callable[[User], object]] = {
    Verb.EDIT: lambda by: answer(problem(draft(), "confirm"), by=by, words="Right."),
    Verb.SUBMIT: lambda by: submit(draft(), by=by),
    Verb.TAKE_BACK: lambda by: take_back(_edition(_submitted), by=by, reason="Wrong."),
    Verb.APPROVE: lambda by: approve(_edition(_submitted), by=by),
    Verb.PUBLISH: lambda by: publish([_edition(approved)], title="A release", reason="It is out.", by=by),
    Verb.CORRECT: lambda by: begin_correction(_edition(public), by=by, reason="Wrong."),
    Verb.WITHDRAW: lambda by: withdraw(_edition(public), by=by, reason="Wrong."),
    Verb.RESTORE: lambda by: restore(_edition(public), by=by, reason="Right after all."),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", DONE)
def test_each_verb_is_done_for_those_roles_and_refused_to_the_others(role, verb):
    by = in_role(role)
    if role in MEANT[verb]:
        DONE[verb](by)
    else:
        with pytest.raises(NotAllowed, match=f"{role} may not {verb.words}"):
            DONE[verb](by)


def test_every_verb_is_tried():
    assert set(DONE) == set(MEANT) - {Verb.PREVIEW} == set(Verb) - {Verb.PREVIEW}


def test_nobody_does_anything_who_is_no_staff_or_has_left():
    inspector = in_role("Inspector")
    for field in ("is_staff", "is_active"):
        User.objects.filter(pk=inspector.pk).update(**{field: False})
        assert not any(may(User.objects.get(pk=inspector.pk), verb) for verb in Verb)
        User.objects.filter(pk=inspector.pk).update(**{field: True})


OF_ROLES = {model._meta.model_name: model for model in admin.site._registry if model._meta.model_name in ADDS}


@pytest.mark.parametrize("name", sorted(OF_ROLES))
def test_each_page_of_the_admin_answers_the_roles_that_are_meant(client, name):
    model = OF_ROLES[name]._meta
    listed, added = (reverse(f"admin:{model.app_label}_{name}_{page}") for page in ("changelist", "add"))
    readers, adders = set(), set()
    for role in ROLES:
        client.force_login(in_role(role))
        readers |= {role} if client.get(listed).status_code == 200 else set()
        adders |= {role} if client.get(added).status_code == 200 else set()
    assert adders == ADDS[name]
    assert readers == READS.get(name, set(ROLES))


def test_the_table_for_staff_is_the_one_of_the_running_system():
    def row(verb: Verb) -> str:
        cells = ("yes" if may(in_role(role), verb) else "" for role in ROLES)
        return f"| {verb.words} | " + " | ".join(cells) + " |"

    table = "\n".join([f"| To | {' | '.join(ROLES)} |", "|---|---|---|---|---|", *(row(verb) for verb in Verb)])
    assert table in (Path(settings.BASE_DIR) / "docs" / "editing.md").read_text()
