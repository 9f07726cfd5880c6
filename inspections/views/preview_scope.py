"""What of the site is previewed: for staff its pages, for an outside reader those about one inspection."""

from django.db.models import Q
from django.urls import ResolverMatch

from inspections.models import Edition

OF_INSPECTION = ("inspections:inspection", "inspections:inspection_file", "inspections:standard")
OF_UNIT = ("inspections:pdu", "inspections:pdu_file")

# Read by programs, which keep what they read.
NO_PAGES = ("inspections:changes_feed",)


def is_page(match: ResolverMatch, _edition: Edition) -> bool:
    """Whether an address is one of a page or of its file."""
    return match.view_name not in NO_PAGES


def is_about(match: ResolverMatch, edition: Edition) -> bool:
    """Whether an address is one of an edition that is shown as published. At most one statement.

    Beside the pages of its inspection and unit these are the sources of its facts, and the release it would come with.
    """
    inspection, asked = edition.inspection, match.kwargs
    is_unit = inspection.delivery_unit is not None and asked.get("slug") == inspection.delivery_unit.slug
    if match.view_name in OF_INSPECTION:
        return is_unit and asked["round_label"] == inspection.round
    if match.view_name == "inspections:source":
        key = asked["key"]
        told = Q(key=key) | Q(source__key=key) | Q(table__key=key)
        return edition.citations.filter(told).exists()
    if match.view_name == "inspections:release":
        return edition.release is not None and asked["number"] == edition.release.number
    return is_unit and match.view_name in OF_UNIT
