"""Releases: the numbered versions of what is public, and what each of them changed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models.history import tracked
from inspections.models.rules import ACTING, check, one_of, refusal, refuse_unless

# Whether the act says that ONE_PERSON_MAY_PUBLISH is set: the history keeps that with the release.
ALONE = "inspections_told() ? 'one_person_may_publish'"


class Assurance(models.TextChoices):
    """Who stood for a release before it was public. The public is told."""

    TWO_PEOPLE = "two_people", "approved by somebody who had not worked on it"
    ONE_PERSON = "one_person", "approved by somebody who had worked on it"
    WITHDRAWAL = "withdrawal", "withdrawn by one person, as one is enough for that"
    LOADED = "loaded", "loaded with the product, approved by nobody here"
    PREVIEW = "preview", "a preview: not published, and who will have approved it is not known yet"


def stays(name: str) -> pgtrigger.Protect:
    """A row that is written once, and neither changed nor deleted."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def _is_no_preview() -> pgtrigger.Trigger:
    """The release of a preview is taken back with it."""
    return pgtrigger.Trigger(
        name="release_is_no_preview",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Q(new__assurance="preview"),
        func=refusal("release_is_no_preview", "A preview is not published"),
    )


@tracked()
class Release(models.Model):
    """A numbered set of editions made public together. Its number is the version of the data."""

    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    reason = models.TextField(help_text="Why it was made, in words for the public.")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="releases"
    )
    assurance = models.CharField(max_length=10, choices=Assurance.choices, default=Assurance.LOADED)

    class Meta:
        ordering = ["-number"]
        constraints = [
            one_of("release", "assurance", Assurance.choices),
            check(
                "release_by_a_person_or_loaded",
                Q(assurance=Assurance.LOADED, published_by__isnull=True)
                | ~Q(assurance=Assurance.LOADED) & Q(published_by__isnull=False),
                "A release is made by a person, unless it was loaded.",
            ),
        ]
        triggers = [
            stays("release_stays"),
            _is_no_preview(),
            refuse_unless(
                "release_by_who_acts",
                condition=f"NEW.published_by_id IS NULL OR {ACTING} = NEW.published_by_id::text",
                message="Nobody publishes in the name of somebody else",
                when=pgtrigger.Insert,
            ),
            refuse_unless(
                "release_by_one_person_where_allowed",
                condition=f"NEW.assurance <> 'one_person' OR {ALONE}",
                message="One person may not publish alone here",
                when=pgtrigger.Insert,
            ),
        ]

    def __str__(self) -> str:
        return f"Release {self.number}: {self.title}"


def _with_its_edition() -> pgtrigger.Trigger:
    name = "releasedchange_with_its_edition"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=f"""
            IF NOT EXISTS (SELECT 1 FROM inspections_edition WHERE id = NEW.edition_id AND release_id IS NOT NULL) THEN
                {refusal(name, "What an edition changed is recorded as it is published")}
            END IF;
            RETURN NULL;
        """,  # noqa: S608 the names of our own columns
    )


@tracked()
class ReleasedChange(models.Model):
    """One value that a correcting edition changed, in the words of its release: old, new, and where it is found.

    `key` is the public key of the fact, `field` what of it was changed. An empty text is "not held".
    """

    edition = models.ForeignKey("inspections.Edition", on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=150)
    label = models.CharField(max_length=300, help_text="What the value is, in words.")
    field = models.CharField(max_length=50)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ["edition_id", "position"]
        default_related_name = "released_changes"
        verbose_name = "released change"
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="releasedchange_position_once"),
            check("releasedchange_changes_something", ~Q(before=models.F("after")), "Nothing was changed."),
        ]
        triggers = [
            stays("releasedchange_stays"),
            _with_its_edition(),
            refuse_unless(
                "releasedchange_in_review_only",
                condition="""
                    EXISTS (
                        SELECT 1 FROM inspections_edition edition
                        WHERE edition.id = NEW.edition_id AND edition.state = 'in_review')
                """,
                message="What a release changed is settled when it is made",
                when=pgtrigger.Insert,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.before or 'not held'} to {self.after or 'not held'}"
