"""What is asked before a draft is shown to somebody."""

import datetime

from django import forms
from django.utils import timezone

from inspections.publishing.preview_links import LONGEST

LOCAL = "%Y-%m-%dT%H:%M"  # as a browser gives a date and time
USUAL = datetime.timedelta(days=7)
END_OF_WORK = 17  # o'clock


def usual_end() -> datetime.datetime:
    """In a week, at the end of the day's work."""
    return timezone.localtime(timezone.now() + USUAL).replace(hour=END_OF_WORK, minute=0, second=0, microsecond=0)


class PreviewLinkForm(forms.Form):
    """For whom, and until when."""

    reader = forms.CharField(
        max_length=200,
        label="For whom",
        help_text="Name and office. The banner on every page names them, so that a page passed on tells whose it was.",
    )
    expires_at = forms.DateTimeField(
        label="Until",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
        help_text=f"From then on the link shows nothing. {LONGEST.days} days at most.",
    )
