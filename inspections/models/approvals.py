"""Approvals: who looked at an edition in review and found it right."""

import pgtrigger
from django.conf import settings
from django.db import models

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.rules import refuse_unless

# Every table whose rows hang on an edition by `edition_id`: who has changed one of them has worked on the edition.
WORKED_ON = (
    *("citation", "editiondate", "samplecount", "standardrating", "keyquestionresult"),
    *("finding", "quotation", "figure", "recommendation", "measurevalue", "problem"),
)


def _own_work() -> pgtrigger.Trigger:
    """Whether the approver has worked on the edition is read from its history, so that nobody can say otherwise.

    Worked on it has who changed the edition while it was a draft (a step from state to state is no work), any fact,
    citation or problem of it, or answered one of its problems.
    """
    facts = " UNION ALL ".join(
        f"SELECT pgh_context_id FROM inspections_{table}event WHERE edition_id = NEW.edition_id"  # noqa: S608 our own
        for table in WORKED_ON
    )
    return pgtrigger.Trigger(
        name="approval_knows_own_work",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            NEW.is_of_own_work := EXISTS (
                WITH step AS (
                    SELECT pgh_context_id, state, LAG(state) OVER (ORDER BY pgh_id) AS before
                    FROM inspections_editionevent WHERE id = NEW.edition_id
                ), work AS (
                    SELECT pgh_context_id FROM step WHERE state = 'draft' AND COALESCE(before, 'draft') = 'draft'
                    UNION ALL {facts} UNION ALL
                    SELECT pgh_context_id FROM inspections_comparatorevent WHERE measure_value_id IN (
                        SELECT id FROM inspections_measurevalueevent WHERE edition_id = NEW.edition_id)
                )
                SELECT 1 FROM work JOIN pghistory_context context ON context.id = work.pgh_context_id
                WHERE context.metadata->>'user' = NEW.approved_by_id::text
            ) OR EXISTS (
                SELECT 1 FROM inspections_problem problem
                WHERE problem.edition_id = NEW.edition_id AND problem.answered_by_id = NEW.approved_by_id
            );
            RETURN NEW;
        """,  # noqa: S608 the names of our own tables
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
            refuse_unless(
                "approval_in_review_only",
                condition="""
                    EXISTS (
                        SELECT 1 FROM inspections_edition edition
                        WHERE edition.id = NEW.edition_id AND edition.state = 'in_review')
                """,
                message="Only what is in review can be approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, approved by {self.approved_by}"
