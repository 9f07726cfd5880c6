"""Uploaded files on their way into the store: kept from the first step, recorded at the last."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.rules import check, one_of
from inspections.models.sources import FORM_CHOICES
from inspections.rows import FileForm


@tracked()
class Upload(models.Model):
    """Files that somebody chose together."""

    code = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at"]
        default_related_name = "uploads"

    def __str__(self) -> str:
        at = timezone.localtime(self.uploaded_at)
        return f"Upload of {at.day} {at:%B %Y, %H:%M}"


class StagedState(models.TextChoices):
    """How far a file is."""

    WAITING = "waiting", "waiting to be read"
    READ = "read", "read, to be checked"
    REFUSED = "refused", "refused"
    RECORDED = "recorded", "recorded"


@tracked(exclude=["content", "lines", "about", "must_fix", "to_confirm", "notes"])
class StagedFile(models.Model):
    """One uploaded file. Nothing of it is in the store of inspections before it is recorded.

    `lines` is its text as extracted, so that a person goes on with the very lines that were seen. What it is about and
    how many problems are open is kept for lists, as of the last time it was looked at.
    """

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255, help_text="The name it arrived with. Never used as a path.")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="In bytes.")
    content = models.BinaryField(editable=False)
    form = models.CharField(max_length=4, choices=FORM_CHOICES, blank=True)
    state = models.CharField(max_length=10, choices=StagedState.choices, default=StagedState.WAITING)
    reason = models.TextField(blank=True, help_text="Why it was refused.")
    lines = models.JSONField(null=True, blank=True, editable=False)
    read_at = models.DateTimeField(null=True, blank=True)
    about = models.CharField(max_length=200, blank=True, help_text="The delivery unit it is about, as it was read.")
    must_fix = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Open when it was last looked at.")
    to_confirm = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Open when it was last looked at.")
    notes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Open when it was last looked at.")
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering = ["upload_id", "position"]
        default_related_name = "staged_files"
        verbose_name = "staged file"
        constraints = [
            models.UniqueConstraint(fields=["upload", "position"], name="stagedfile_position_once"),
            one_of("stagedfile", "form", FORM_CHOICES, blank=True),
            one_of("stagedfile", "state", StagedState.choices),
            check(
                "stagedfile_refused_with_reason",
                Q(state=StagedState.REFUSED) & ~Q(reason="") | ~Q(state=StagedState.REFUSED) & Q(reason=""),
                "A refused file has a reason, and no other.",
            ),
            check("stagedfile_sha256_is_hex", Q(sha256__regex=r"^[0-9a-f]{64}$"), "Not a SHA-256 in hexadecimal."),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_to_check(self) -> bool:
        """Read, and in no draft: not recorded yet, or its draft has been deleted.

        A table of ratings is in many drafts, and links none: recorded, it stays so.
        """
        is_undone = self.state == StagedState.RECORDED and self.edition_id is None and not self.is_table
        return self.state == StagedState.READ or is_undone

    @property
    def is_table(self) -> bool:
        """Whether it holds a table of ratings and not a report."""
        return bool(self.form) and FileForm(self.form).is_table


@tracked()
class Answer(models.Model):
    """What a person said of one problem of a staged file: looked at and right, or what is right instead."""

    file = models.ForeignKey(StagedFile, on_delete=models.CASCADE)
    problem = models.CharField(max_length=40, help_text="The problem's key, the same at every reading of the file.")
    is_confirmed = models.BooleanField(default=False, help_text="Looked at, and right as it was read.")
    value = models.TextField(blank=True, help_text="What is right instead.")
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    answered_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["file_id", "problem"]
        default_related_name = "answers"
        constraints = [
            models.UniqueConstraint(fields=["file", "problem"], name="answer_once_to_a_problem"),
            check(
                "answer_confirms_or_corrects",
                Q(is_confirmed=True, value="") | Q(is_confirmed=False) & ~Q(value=""),
                "An answer either confirms or says what is right.",
            ),
        ]

    def __str__(self) -> str:
        return self.value or "confirmed"
