"""What somebody says with a step: a note, a reason, the title of a release."""

from typing import Any

from django import forms

from inspections.admin.forms import tall_text


class NoteForm(forms.Form):
    """A step that needs no reason."""

    note = forms.CharField(
        required=False, widget=tall_text(2), help_text="For your colleagues. It stays in the history."
    )


def reason_field(help_text: str) -> forms.CharField:
    """A reason in a few lines; the help says who reads it."""
    return forms.CharField(widget=tall_text(3), help_text=help_text)


class ReasonForm(forms.Form):
    """A step that goes back, for colleagues."""

    reason = reason_field("For your colleagues: what is to be done. It stays in the history.")


class PublicReasonForm(forms.Form):
    """A step of which the public is told why."""

    reason = reason_field(
        "For the public, in a sentence or two: what was wrong, and how you know. The changes page shows it."
    )


class StateReasonForm(forms.Form):
    """Why a draft is to say something again."""

    reason = reason_field("Kept in the history. Where it replaces what is public, readers are told it too.")


class PublishForm(forms.Form):
    """A release: named, with a reason. Who may approve can do so with it."""

    title = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"size": 60}), help_text="Names the release: “Doncaster 2024”."
    )
    reason = reason_field("For the public: why it is published now. “The report was published on 5 December 2024.”")
    approve = forms.BooleanField(
        required=False,
        label="I have read it beside its source, and approve it",
        help_text="In the place of approving first. What you have worked on yourself needs somebody else’s approval.",
    )

    def __init__(self, *arguments: Any, may_approve: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not may_approve:
            del self.fields["approve"]
