"""Whether a correction corrects anything."""

from inspections.models import Edition, EditionState
from inspections.publishing.changed import changes_between
from inspections.queries.told_by_edition import told_by_edition


def replaced_by(edition: Edition) -> Edition | None:
    """What is public and will be superseded by this edition; None of a first edition, or after a withdrawal."""
    public = edition.inspection.editions.filter(number__lt=edition.number, state=EditionState.PUBLISHED)
    return public.first()


def count_changes(before: Edition, after: Edition) -> int:
    """How many changes a release would tell. A fixed number of statements."""
    return len(changes_between(told_by_edition(before), told_by_edition(after)))
