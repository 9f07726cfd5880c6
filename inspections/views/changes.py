"""What was published, corrected and withdrawn here, and why: a list, a page for each release, a feed."""

import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from inspections import wording
from inspections.queries.releases_made import release_made, releases_made
from inspections.rows import ReleaseEntry
from inspections.views.context import Link, page_address
from inspections.views.errors import not_held_is_404

ON_A_PAGE = 20
CHANGES_IN_AN_ENTRY = 10  # of the feed; its page has all of them
TITLE = "Releases and corrections"
DESCRIPTION = "What was published, corrected and withdrawn here, when and why: every value with what it was before."


def changes(request: HttpRequest) -> HttpResponse:
    """The releases, the newest first. `?before=` a number turns to the ones before it."""
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isdecimal() and len(asked) < len("2147483648") else None
    found = releases_made(newest=ON_A_PAGE + 1, before=before)
    shown = found[:ON_A_PAGE]
    return render(
        request,
        "inspections/changes.html",
        {
            "page_title": TITLE if before is None else f"{TITLE} before release {before}",
            "page_description": DESCRIPTION,
            "canonical": page_address(request, keep=("before",) if before is not None else ()),
            "releases": shown,
            "older": f"?before={shown[-1].number}" if len(found) > len(shown) else "",
            "feed": reverse("inspections:changes_feed"),
        },
    )


@not_held_is_404
def release(request: HttpRequest, number: int) -> HttpResponse:
    """One release by field: what each value is, and what it was."""
    entry = release_made(number)
    title = wording.release_title(entry)
    return render(
        request,
        "inspections/release.html",
        {
            "page_title": title,
            "page_description": f"{wording.release_date(entry)}. {entry.reason}",
            "breadcrumbs": [Link(label=TITLE, address=reverse("inspections:changes"))],
            "release": entry,
        },
    )


class ChangesFeed(Feed):
    """The newest releases as an Atom feed, for whoever wants to be told of corrections."""

    feed_type = Atom1Feed
    title = TITLE
    subtitle = DESCRIPTION

    def link(self) -> str:
        return reverse("inspections:changes")

    def items(self) -> tuple[ReleaseEntry, ...]:
        return releases_made(newest=ON_A_PAGE, with_changes=True)

    def item_title(self, item: ReleaseEntry) -> str:
        return wording.release_title(item)

    def item_description(self, item: ReleaseEntry) -> str:
        changes = "; ".join(wording.release_changes(item, at_most=CHANGES_IN_AN_ENTRY))
        said = [wording.release_name(item), item.reason, changes]
        return " ".join(f"{words.strip().removesuffix('.')}." for words in said if words.strip())

    def item_link(self, item: ReleaseEntry) -> str:
        return reverse("inspections:release", args=[item.number])

    def item_pubdate(self, item: ReleaseEntry) -> datetime.datetime:
        return item.published_at

    item_updateddate = item_pubdate
