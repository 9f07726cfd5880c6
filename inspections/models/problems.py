"""What a reading of a report was unsure of, or found to disagree, kept until a person has settled it."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models

from inspections.models.history import tracked
from inspections.models.inspection import Edition
from inspections.models.life import changed_in_drafts_only
from inspections.models.rules import ACTING, choices_of, one_of, refusal, refuse_unless, together
from inspections.rows import ProblemLevel

LEVEL_CHOICES = choices_of(ProblemLevel)


def _is_kept() -> pgtrigger.Trigger:
    """A problem goes with its edition, or with the reading that found it, where the report is read anew."""
    return pgtrigger.Trigger(
        name="problem_is_kept",
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (SELECT 1 FROM inspections_edition WHERE id = OLD.edition_id)
                AND NOT EXISTS (SELECT 1 FROM inspections_problem WHERE id = OLD.id)
                AND NOT EXISTS (
                    SELECT 1 FROM inspections_citationevent event
                    WHERE event.edition_id = OLD.edition_id AND event.pgh_label = 'insert'
                        AND event.pgh_created_at = NOW())
            THEN
                {refusal("problem_is_kept", "A problem is answered, and stays to be read")}
            END IF;
            RETURN NULL;
        """,  # noqa: S608 the names of our own columns
    )


def _stays_as_found() -> pgtrigger.Trigger:
    """A problem is answered, and not made a lesser one or another's."""
    name = "problem_stays_as_found"
    free = " - ".join(f"'{column}'" for column in ("answer", "answered_by_id", "answered_at"))
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF to_jsonb(NEW) - {free} <> to_jsonb(OLD) - {free} THEN
                {refusal(name, "A problem is answered, and stays as it was found")}
            END IF;
            RETURN NEW;
        """,
    )


class ProblemQuerySet(models.QuerySet["Problem"]):
    def open(self) -> Self:
        """The problems that nobody has answered."""
        return self.filter(answered_at__isnull=True)


@tracked()
class Problem(models.Model):
    """A named problem of an edition, with the place in the file and the words concerned."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    type = models.SlugField(max_length=50)
    level = models.CharField(max_length=10, choices=LEVEL_CHOICES)
    section = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    message = models.TextField()
    text = models.TextField(blank=True)
    answer = models.TextField(blank=True, help_text="What was decided about it, in words.")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="answered_problems"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "problems"
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="problem_position_once"),
            one_of("problem", "level", LEVEL_CHOICES),
            together("problem", "answered_by", "answered_at"),
            together("problem", "answered_at", "answer", text=True),
        ]
        triggers = [
            changed_in_drafts_only("problem"),
            _is_kept(),
            _stays_as_found(),
            refuse_unless(
                "problem_answered_by_who_acts",
                condition=f"""
                    NEW.answered_by_id IS NULL OR NEW.answered_by_id IS NOT DISTINCT FROM OLD.answered_by_id
                    OR {ACTING} = NEW.answered_by_id::text OR inspections_told() ? 'restore_state'
                """,
                message="Nobody answers in the name of somebody else",
                when=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.message
