"""The editions that are being worked on, as somebody's work."""

from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Value

from inspections.models import Approval, Edition, EditionState
from inspections.rows import OpenEdition


def open_editions(person: int) -> tuple[OpenEdition, ...]:
    """Every draft and every edition in review, by its inspection. One statement.

    Whether `person` (the id of a user) has worked on it, the database says by its history, as it does for approvals.
    """
    worked_on = Func(F("pk"), Value(person), function="inspections_worked_on", output_field=BooleanField())
    approved = Exists(Approval.objects.filter(edition=OuterRef("pk"), is_of_own_work=False))
    editions = (
        Edition.objects.open()
        .select_related("inspection__delivery_unit", "inspection__region")
        .with_open_problems()
        .annotate(is_mine=worked_on, is_approved=approved)
        .order_by("inspection__key")
    )
    return tuple(_row(edition) for edition in editions)


def _row(edition: Any) -> OpenEdition:
    return OpenEdition(
        pk=edition.pk,
        name=str(edition.inspection),
        is_in_review=edition.state == EditionState.IN_REVIEW,
        is_approved=edition.is_approved,
        problems=edition.open_problem_count,
        is_mine=edition.is_mine,
        is_correction=edition.number > 1,
    )
