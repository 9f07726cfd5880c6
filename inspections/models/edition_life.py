"""The life of an edition, kept by the database: whoever writes, and however.

A draft is open to change; one in review stands as its reviewers see it; what was published stays for ever. The verbs in
`inspections.publishing` keep these rules, and the admin, a bulk update, the shell and raw SQL meet the same triggers,
each of which gives its name with the refusal. What several statements bring about together is looked at when their
transaction ends, so that a preview, which publishes and takes it back, is asked for none of it.
"""

import pgtrigger

from inspections.models.rules import refusal

# Who may move to which state, from which. An edition that was public never comes back: a correction is a new one.
STEPS = {
    "draft": ("in_review",),
    "in_review": ("draft", "published"),
    "published": ("superseded", "withdrawn"),
    "superseded": (),
    "withdrawn": (),
}
# All that a step changes of an edition.
OF_STEPS = ("state", "release_id", "withdrawn_in_id")


def edition_life() -> list[pgtrigger.Trigger]:
    """The triggers of an edition itself, each named after what it holds to."""
    return [
        _begins_as_draft(),
        _takes_known_steps(),
        _stays_as_reviewed(),
        _is_kept(),
        _taken_back_without_approvals(),
        _released_as_it_is_made(),
        _published_without_problems(),
        _published_with_approval(),
        _corrected_with_changes(),
        _superseded_by_another(),
    ]


def _begins_as_draft() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="edition_begins_as_draft",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(new__state__df="draft"),
        func=refusal("edition_begins_as_draft", "A new edition is a draft"),
    )


def _takes_known_steps() -> pgtrigger.Trigger:
    known = " OR ".join(
        f"OLD.state = '{before}' AND NEW.state = '{after}'" for before, steps in STEPS.items() for after in steps
    )
    return pgtrigger.Trigger(
        name="edition_takes_known_steps",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(new__state__df=pgtrigger.F("old__state")),
        func=f"""
            IF NOT ({known}) THEN
                {refusal("edition_takes_known_steps", "An edition can not go from its state to this one")}
            END IF;
            RETURN NEW;
        """,
    )


def _stays_as_reviewed() -> pgtrigger.Trigger:
    free = " - ".join(f"'{column}'" for column in OF_STEPS)
    return pgtrigger.Trigger(
        name="edition_stays_as_reviewed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=~pgtrigger.Q(old__state="draft", new__state="draft"),
        func=f"""
            IF to_jsonb(NEW) - {free} <> to_jsonb(OLD) - {free}
                OR NEW.release_id IS DISTINCT FROM OLD.release_id AND OLD.state <> 'in_review'
                OR NEW.withdrawn_in_id IS DISTINCT FROM OLD.withdrawn_in_id AND OLD.state <> 'published'
            THEN
                {refusal("edition_stays_as_reviewed", "What is in review or was published stays as it is")}
            END IF;
            RETURN NEW;
        """,
    )


def _is_kept() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="edition_is_kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        condition=~pgtrigger.Q(old__state="draft"),
        func=refusal("edition_is_kept", "Only a draft can be deleted"),
    )


def _taken_back_without_approvals() -> pgtrigger.Trigger:
    """What was approved is not what will be submitted next, so its approvals go, whoever takes it back."""
    return pgtrigger.Trigger(
        name="edition_taken_back_without_approvals",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__state="in_review", new__state="draft"),
        func="DELETE FROM inspections_approval WHERE edition_id = NEW.id; RETURN NULL;",
    )


def _released_as_it_is_made() -> pgtrigger.Trigger:
    """What a release holds is settled when it is made: no edition joins one of yesterday's, nor is withdrawn by it."""
    return pgtrigger.Trigger(
        name="edition_released_as_it_is_made",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.release_id IS DISTINCT FROM OLD.release_id AND NEW.release_id IS NOT NULL AND NOT
                ({_made_now("NEW.release_id", "'two_people', 'one_person', 'loaded', 'preview'")})
                OR NEW.withdrawn_in_id IS DISTINCT FROM OLD.withdrawn_in_id AND NEW.withdrawn_in_id IS NOT NULL AND NOT
                ({_made_now("NEW.withdrawn_in_id", "'withdrawal'")})
            THEN
                {refusal("edition_released_as_it_is_made", "A release holds what it was made for, and nothing later")}
            END IF;
            RETURN NEW;
        """,
    )


def _made_now(release: str, assurances: str) -> str:
    """Whether a release of one of these kinds was made in this transaction: its history is dated by its beginning."""
    return f"""EXISTS (
        SELECT 1 FROM inspections_releaseevent event
        WHERE event.id = {release} AND event.pgh_label = 'insert' AND event.pgh_created_at = NOW()
            AND event.assurance IN ({assurances}))"""  # noqa: S608 the names of our own columns


def _published_without_problems() -> pgtrigger.Trigger:
    """Nobody need have confirmed what was loaded with the product: its release says that it was."""
    return _by_the_end_when(
        "published",
        name="edition_published_without_problems",
        condition="""
            NOT EXISTS (
                SELECT 1 FROM inspections_problem problem
                JOIN inspections_release release ON release.id = NEW.release_id
                WHERE problem.edition_id = NEW.id AND problem.answered_at IS NULL
                    AND (problem.level = 'must_fix' OR problem.level = 'confirm' AND release.assurance <> 'loaded'))
        """,
        message="A problem that must be fixed or confirmed is open",
    )


def _published_with_approval() -> pgtrigger.Trigger:
    return _by_the_end_when(
        "published",
        name="edition_published_with_approval",
        condition="""
            EXISTS (
                SELECT 1 FROM inspections_release release
                WHERE release.id = NEW.release_id AND (
                    release.assurance = 'loaded' AND NOT EXISTS (
                        SELECT 1 FROM pghistory_context context
                        WHERE context.id IN (SELECT inspections_work_on(NEW.id)) AND context.metadata ? 'user')
                    OR EXISTS (
                        SELECT 1 FROM inspections_approval approval
                        WHERE approval.edition_id = NEW.id
                            AND (NOT approval.is_of_own_work OR release.assurance = 'one_person'))))
        """,
        message="It needs the approval of somebody who has not worked on it",
    )


def _corrected_with_changes() -> pgtrigger.Trigger:
    """What takes the place of a public edition has said, with its release, what it changed."""
    return _by_the_end_when(
        "published",
        name="edition_corrected_with_changes",
        condition="""
            EXISTS (SELECT 1 FROM inspections_releasedchange WHERE edition_id = NEW.id)
            OR 'superseded' IS DISTINCT FROM (
                SELECT before.state FROM inspections_edition before
                WHERE before.inspection_id = NEW.inspection_id AND before.number < NEW.number
                    AND before.release_id IS NOT NULL
                ORDER BY before.number DESC LIMIT 1)
        """,
        message="A correction says what it changed of what was public",
    )


def _superseded_by_another() -> pgtrigger.Trigger:
    """Nothing leaves the public without a word: another edition takes its place in the same act, or it is withdrawn."""
    return _by_the_end_when(
        "superseded",
        name="edition_superseded_by_another",
        condition="""
            EXISTS (
                SELECT 1 FROM inspections_edition later
                WHERE later.inspection_id = NEW.inspection_id AND later.number > NEW.number
                    AND later.state = 'published')
        """,
        message="Only a correction takes the place of what is public",
    )


def _by_the_end_when(state: str, *, name: str, condition: str, message: str) -> pgtrigger.Trigger:
    """Looked at when the transaction ends in which an edition came to be in that state."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Q(old__state__df=state, new__state=state),
        func=f"""
            IF NOT COALESCE(({condition}), FALSE) THEN
                {refusal(name, message)}
            END IF;
            RETURN NULL;
        """,
    )
