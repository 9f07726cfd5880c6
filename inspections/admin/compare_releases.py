"""What changed between two releases, field by field."""

from django import forms
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import Truncator

from inspections.admin.history import page_asked
from inspections.models import Release
from inspections.publishing.between_releases import difference, pairs_between
from inspections.wording import release_span

# Each corrected inspection is read whole, twice.
ON_A_PAGE = 20


class ReleasesForm(forms.Form):
    """Two releases, by their numbers."""

    def __init__(self, data, *, releases):
        super().__init__(data)
        choices = [
            (
                release.number,
                f"{Truncator(str(release)).chars(60)}, {timezone.localtime(release.published_at):%d.%m.%Y}",
            )
            for release in releases
        ]
        for name, label in (("from", "What was public as of"), ("to", "and what was as of")):
            self.fields[name] = forms.TypedChoiceField(coerce=int, label=label, choices=choices)

    def clean(self):
        """The earlier one comes first, whichever way they were chosen."""
        cleaned = super().clean()
        if not self.errors:
            cleaned["from"], cleaned["to"] = sorted((cleaned["from"], cleaned["to"]))
        return cleaned


def compare_releases(request, *, site, opts):
    """`?from=1&to=3`; the last two releases where nothing is chosen. `&page=2` for more than fit on one."""
    releases = list(Release.objects.order_by("-number"))
    chosen = {"from": request.GET.get("from"), "to": request.GET.get("to")}
    if not any(chosen.values()) and releases:
        chosen = {"from": releases[min(1, len(releases) - 1)].number, "to": releases[0].number}
    form = ReleasesForm(chosen, releases=releases)
    page = page_asked(request)
    context = {"rows": [], "newer": page - 1, "older": None}
    title = "What changed between two releases"
    if releases and form.is_valid():
        earlier, later = form.cleaned_data["from"], form.cleaned_data["to"]
        pairs = pairs_between(earlier, later)
        shown = pairs[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
        title = release_span(earlier, later, len(pairs))
        context |= {
            "rows": [difference(pair) for pair in shown],
            "chosen": form.cleaned_data,
            "older": page + 1 if len(pairs) > page * ON_A_PAGE else None,
        }
    context |= site.each_context(request) | {"title": title, "form": form, "opts": opts}
    return render(request, "admin/compare_releases.html", context)
