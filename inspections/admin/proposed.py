"""What is proposed for a row that is added by hand: its place, the address of its words, what it can belong to."""

import re
from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Max, Model, QuerySet
from django.http import HttpRequest

from inspections.admin.asked import row_number
from inspections.admin.forms import TriedForm
from inspections.models import Citation, Edition, EditionState

LAST = 32_767  # where a column of positions ends


def edition_asked(request: HttpRequest) -> Edition | None:
    """The edition of `?edition=17`, to which a row is added."""
    asked = row_number(request.GET.get("edition", ""))
    return None if asked is None else Edition.objects.filter(pk=asked).select_related("inspection").first()


def next_position(model: type[Model], edition: Edition) -> int:
    """After all that is held of its kind, and so the last of its part of the report."""
    held = model._default_manager.filter(edition=edition).aggregate(last=Max("position"))["last"]
    return min((held or 0) + 1, LAST)


def next_key(edition: Edition) -> str:
    """ "doncaster-2024-entered-3": never that of another fact of the inspection, in whichever edition."""
    start = f"{edition.inspection.key}-entered-"
    of_inspection = Citation.objects.filter(edition__inspection=edition.inspection_id, key__startswith=start)
    numbers = [key.removeprefix(start) for key in of_inspection.values_list("key", flat=True)]
    return f"{start}{max((int(number) for number in numbers if re.fullmatch('[0-9]{1,6}', number)), default=0) + 1}"


class PlacedForm(TriedForm):
    """A fact in the order of the report: where no position is given it is the last."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = "Its order in the report. Left empty, it is the last of its part."

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("edition") and "position" in given and given["position"] is None:
            given["position"] = next_position(self._meta.model, given["edition"])
        return given


class WordsWidget(RelatedFieldWidgetWrapper):
    """The choice of a citation, whose “+” adds one to the same edition, of its report."""

    def __init__(self, plain: RelatedFieldWidgetWrapper, *, edition: Edition) -> None:
        rights = ("can_add_related", "can_change_related", "can_delete_related", "can_view_related")
        given = {right: getattr(plain, right) for right in rights}
        super().__init__(plain.widget, plain.rel, plain.admin_site, **given)
        self.edition = edition

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        report = f"&source={self.edition.report_id}" if self.edition.report_id else ""
        context["url_params"] += f"&edition={self.edition.pk}{report}"
        return context


class OffersDrafts:
    """Rows that are offered where a fact names what it belongs to: those of drafts, which alone can be changed."""

    draft_by = "edition__state"

    def get_search_results(
        self: Any, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, has_doubles = super().get_search_results(request, queryset, search_term)  # type: ignore[misc]
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            found = found.filter(**{self.draft_by: EditionState.DRAFT}).order_by("-pk")
        return found, has_doubles
