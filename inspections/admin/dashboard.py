"""The start page for staff: what waits for them, then everything by topic."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from inspections.models import Release
from inspections.publishing.permissions import Verb, may
from inspections.queries.open_editions import open_editions

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
    """My drafts, what waits for my review, open problems, the last releases. A fixed number of statements."""
    return admin.site.index(request, {**_work(request), "app_list": by_topic(request)})


def _work(request: Any) -> dict[str, Any]:
    if not (may(request.user, Verb.EDIT) or request.user.has_perm("inspections.view_edition")):
        return {}
    editions = open_editions(request.user.pk)
    reviewable = [e for e in editions if e.is_in_review and not e.is_mine and may(request.user, Verb.APPROVE)]
    work = {
        "My drafts": [edition for edition in editions if edition.is_mine and not edition.is_in_review],
        "Waiting for my review": reviewable,
        "Drafts with open problems": [edition for edition in editions if edition.problems],
    }
    return {
        "work": [(title, found[:SHOWN], max(len(found) - SHOWN, 0)) for title, found in work.items()],
        "last_releases": Release.objects.order_by("-number")[:RELEASES],
    }


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
