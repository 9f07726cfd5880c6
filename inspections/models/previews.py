"""Links by which a named outside reader may see one draft, until a chosen time."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.rules import check, together


@tracked()
class PreviewLink(models.Model):
    """A link to one edition before it is public, for one reader (a check of factual accuracy). It can be revoked.

    The address is signed and holds the code; the store holds whom it is for and until when.
    """

    code = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE)
    reader = models.CharField(max_length=200, help_text="Whom it is for: name and office.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="preview_links")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(help_text="From then on it shows nothing.")
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="revoked_preview_links",
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        default_related_name = "preview_links"
        verbose_name = "preview link"
        constraints = [
            check("previewlink_expires_after_it_is_made", Q(expires_at__gt=F("made_at")), "It would never be valid."),
            together("previewlink", "revoked_by", "revoked_at"),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, for {self.reader}"
