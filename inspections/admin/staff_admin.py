"""What every page of ours has in the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from inspections.admin.asked import ChecksWhatIsAsked
from inspections.admin.forms import TriedForm
from inspections.admin.history import ToldByDatabase
from inspections.admin.meanwhile import AsksBeforeOverwriting
from inspections.admin.wrong import what_is_wrong


class StaffAdmin(ChecksWhatIsAsked, AsksBeforeOverwriting, ToldByDatabase):
    """A second save on top of another's is asked about, and the history is the one that the database keeps.

    What a rule of the database refuses is a line on the form.
    """

    form = TriedForm

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **options: Any) -> HttpResponse:
        context["wrong"] = what_is_wrong(context)
        return super().render_change_form(request, context, **options)
