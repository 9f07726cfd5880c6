"""The start page for staff: what waits for them, then everything by topic."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from inspections.models import Release
from inspections.publishing.permissions import Verb, may
from inspections.queries.open_editions import open_editions
from inspections.rows import OpenEdition

SHOWN = 10
ACCOUNTS = "Accounts"
RELEASES = 5
TOPICS = {
    "Inspections": ("edition", "inspection", "upload", "problem", "previewlink"),
    "What was found": (
        *("standardrating", "keyquestionresult", "finding", "quotation", "figure", "measurevalue"),
        *("samplecount", "editiondate"),
    ),
    "Recommendations and themes": ("recommendation", "theme"),
    "Sources": ("source", "section", "paragraph", "citation"),
    "Releases": ("release",),
    "Places": ("region", "deliveryunit"),
    "Frameworks and measures": (
        *("framework", "standard", "standardtheme", "comparability", "ratingband", "measure", "policyevent"),
    ),
}


def dashboard(request: Any) -> HttpResponse:
    """My work, what waits for my review, open problems, the last releases. A fixed number of statements."""
    return admin.site.index(request, {**_work(request), "app_list": by_topic(request)})


def _work(request: Any) -> dict[str, Any]:
    if not (may(request.user, Verb.EDIT) or request.user.has_perm("inspections.view_edition")):
        return {}
    work = _lists(request.user)
    return {
        "work": [(title, found[:SHOWN], max(len(found) - SHOWN, 0)) for title, found in work.items()],
        "last_releases": Release.objects.order_by("-number")[:RELEASES],
    }


def _lists(person: User) -> dict[str, list[OpenEdition]]:
    """What somebody works on, where they may or have; what they can approve, where they may; and what is open."""
    editions = open_editions(person.pk)
    lists = {
        "My drafts": [edition for edition in editions if edition.is_mine and not edition.is_in_review],
        "My work in review": [edition for edition in editions if edition.is_mine and edition.is_in_review],
    }
    if not may(person, Verb.EDIT):
        lists = {title: found for title, found in lists.items() if found}
    if may(person, Verb.APPROVE):
        lists["Waiting for my review"] = [e for e in editions if e.is_in_review and not e.is_mine]
    return lists | {"Drafts with open problems": [edition for edition in editions if edition.problems]}


def by_topic(request: HttpRequest) -> list[dict[str, Any]]:
    """The lists somebody may see: ours by topic, then those about accounts, whichever library has them."""
    apps = admin.site.get_app_list(request)
    held = {model["model"]._meta.model_name: model for app in apps for model in app["models"]}
    topics = {topic: [held.pop(name) for name in names if name in held] for topic, names in TOPICS.items()}
    topics[ACCOUNTS] = list(held.values())
    url, label = reverse("admin:index"), "inspections"
    return [
        {"name": topic, "models": models, "app_url": url, "app_label": label, "has_module_perms": True}
        for topic, models in topics.items()
        if models
    ]
