"""What was made public last."""

from django.utils import timezone

from inspections.models import Release
from inspections.rows import ReleaseRow


def latest_release() -> ReleaseRow | None:
    """The release with the highest number, or None in an empty store. One statement."""
    release = Release.objects.order_by("-number").first()
    if release is None:
        return None
    return ReleaseRow(
        number=release.number,
        title=release.title,
        reason=release.reason,
        published=timezone.localdate(release.published_at),
    )
