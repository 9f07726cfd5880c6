"""Forms that know what the store would refuse, before it does."""

import copy
from typing import Any

from django import forms
from django.db import IntegrityError, transaction

from inspections.models import Citation, Problem
from inspections.publishing.refusals import reason_of


def tall_text(rows: int) -> forms.Textarea:
    """A box for a text of some lines."""
    return forms.Textarea(attrs={"rows": rows, "cols": 80})


class TriedForm(forms.ModelForm):
    """A form that tries its row at the database and takes it back, so that a trigger's refusal is a line on the form.

    What was typed stays. Checks and unique constraints are told beside their fields by Django itself.
    """

    def _post_clean(self) -> None:
        if self.instance.pk and not self.has_changed():
            return  # as the store has it: a page holds hundreds of rows, of which a few are changed
        super()._post_clean()
        if self.errors or self._lacks_a_parent():
            return
        try:
            with transaction.atomic():
                copy.copy(self.instance).save()
                transaction.set_rollback(True)
        except IntegrityError as error:
            self.add_error(None, reason_of(error))

    def _lacks_a_parent(self) -> bool:
        """Whether a row it belongs to is itself not saved yet."""
        fields = self.instance._meta.concrete_fields
        return any(f.is_relation and not f.null and getattr(self.instance, f.attname) is None for f in fields)


class ProblemForm(forms.ModelForm):
    """A problem to be answered: most of the time what was read is right, and that is one box to tick."""

    RIGHT = "Looked at, and right as it was read."
    is_right = forms.BooleanField(required=False, label="Looked at, and right as it was read")
    answer = forms.CharField(
        required=False, widget=tall_text(2), help_text="Or what was decided about it. Emptied, it is open again."
    )

    class Meta:
        model = Problem
        fields = ["answer"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("is_right") and not given.get("answer"):
            given["answer"] = self.RIGHT
        return given


class CitationForm(TriedForm):
    """An empty quote is "no sentence held", which is right for the row of a table only."""

    quote = forms.CharField(
        required=False,
        empty_value=None,
        widget=tall_text(4),
        help_text="The source's words. Empty only for the row of a table of ratings.",
    )

    class Meta:
        model = Citation
        fields = "__all__"  # noqa: DJ007 the admin says which
        error_messages = {"key": {"invalid": "Letters, digits and hyphens only: it becomes an address."}}
