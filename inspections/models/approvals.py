"""Approvals: who looked at an edition in review and found it right."""

import pgtrigger
from django.conf import settings
from django.db import models

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.rules import ACTING, refusal, refuse_unless


def _own_work() -> pgtrigger.Trigger:
    """Whether the approver has worked on the edition is read from its history, so that nobody can say otherwise.

    `inspections_worked_on`, a function of the database, says: worked on an edition has who changed it while it was a
    draft (a step from state to state is no work), any fact, citation or problem of it, answered one of its problems, or
    did so in the edition whose earlier state was put back as this one.
    """
    return pgtrigger.Trigger(
        name="approval_knows_own_work",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            NEW.is_of_own_work := inspections_worked_on(NEW.edition_id, NEW.approved_by_id);
            RETURN NEW;
        """,
    )


def _stays_once_published() -> pgtrigger.Trigger:
    """Who stood for what is or was public can be read for ever. Taken back in review, an approval goes."""
    name = "approval_stays_once_published"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF EXISTS (SELECT 1 FROM inspections_edition WHERE id = OLD.edition_id AND release_id IS NOT NULL) THEN
                {refusal(name, "Who approved what was published stays on record")}
            END IF;
            RETURN COALESCE(NEW, OLD);
        """,  # noqa: S608 the names of our own columns
    )


@tracked()
class Approval(models.Model):
    """A person's word that an edition in review says what its sources say. Taking the edition back undoes it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    approved_at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True, help_text="What was looked at, where that is worth saying.")
    is_of_own_work = models.BooleanField(
        default=False, editable=False, help_text="The approver has worked on the edition: the database says."
    )

    class Meta:
        ordering = ["edition_id", "approved_at"]
        default_related_name = "approvals"
        constraints = [models.UniqueConstraint(fields=["edition", "approved_by"], name="approval_once_by_a_person")]
        triggers = [
            _own_work(),
            _stays_once_published(),
            refuse_unless(
                "approval_by_who_acts",
                condition=f"{ACTING} = NEW.approved_by_id::text",
                message="Nobody approves in the name of somebody else",
            ),
            refuse_unless(
                "approval_in_review_only",
                condition="""
                    EXISTS (
                        SELECT 1 FROM inspections_edition edition
                        WHERE edition.id = NEW.edition_id AND edition.state = 'in_review'
                        FOR SHARE)  -- waits for who takes it back meanwhile
                """,
                message="Only what is in review can be approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, approved by {self.approved_by}"
