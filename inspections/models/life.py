"""The rules of an edition's life, kept by the database: whoever writes, and however.

A draft is open to change; one in review stands as its reviewers see it; what was published stays for ever. The verbs in
`inspections.publishing` keep these rules, and the admin, a bulk update, the shell and raw SQL meet the same triggers,
each of which gives its name with the refusal. Who sets `pgtrigger.ignore` on purpose goes round them (decision 103).
"""

import pgtrigger

OF_FACT = "edition.id IN (OLD.edition_id, NEW.edition_id)"
OF_COMPARATOR = """edition.id IN (
    SELECT value.edition_id FROM inspections_measurevalue value
    WHERE value.id IN (OLD.measure_value_id, NEW.measure_value_id))"""

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


def _refusal(name: str, message: str) -> str:
    return f"RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', MESSAGE = '{message}';"


def changed_in_drafts_only(model: str, *, of: str = OF_FACT, but: str = "") -> pgtrigger.Trigger:
    """What hangs on an edition is added, changed and taken away only while that edition is a draft.

    `but` is a column that publishing itself writes, while the edition is still in review.
    """
    name = f"{model}_changed_in_drafts_only"
    by_publishing = f"""
        IF TG_OP = 'UPDATE' THEN
            IF NEW.{but} IS DISTINCT FROM OLD.{but} AND to_jsonb(NEW) - '{but}' = to_jsonb(OLD) - '{but}' AND EXISTS (
                SELECT 1 FROM inspections_edition edition WHERE {of} AND edition.state = 'in_review'
            ) THEN
                RETURN NEW;
            END IF;
        END IF;
    """  # noqa: S608 the names of our own columns
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            {by_publishing if but else ""}
            PERFORM 1 FROM inspections_edition edition WHERE {of} FOR SHARE;  -- waits for who submits it meanwhile
            IF EXISTS (
                SELECT 1 FROM inspections_edition edition WHERE {of} AND edition.state <> 'draft'
            ) THEN
                {_refusal(name, "Only a draft can be changed: what is in review or was published stays as it is")}
            END IF;
            RETURN COALESCE(NEW, OLD);
        """,  # noqa: S608 the names of our own columns
    )


def stays_once_cited(model: str, *, of: str) -> pgtrigger.Trigger:
    """The text of a document stays as it is from when an edition that is no draft cites it or was read from it.

    `of` are the ids of the sources that a change concerns, in SQL: where a row comes from and where it goes.
    """
    name = f"{model}_stays_once_cited"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_unless_cited(name, of),
    )


def source_stays_once_cited() -> pgtrigger.Trigger:
    """What kind of document a source is stays too. Its title and address may be mended: pages move."""
    name = "source_stays_once_cited"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'UPDATE' AND NEW.kind = OLD.kind AND NEW.key = OLD.key THEN
                RETURN NEW;
            END IF;
            {_unless_cited(name, "OLD.id")}
        """,
    )


def _unless_cited(name: str, of: str) -> str:
    return f"""
        IF EXISTS (
            SELECT 1 FROM inspections_edition edition
            WHERE edition.state <> 'draft' AND (
                edition.report_id IN ({of})
                OR edition.id IN (
                    SELECT edition_id FROM inspections_citation WHERE source_id IN ({of}) OR table_id IN ({of})))
        ) THEN
            {_refusal(name, "What is in review or was published cites this document, so it stays as it is")}
        END IF;
        RETURN COALESCE(NEW, OLD);
    """  # noqa: S608 the names of our own columns


def edition_life() -> list[pgtrigger.Trigger]:
    """The triggers of an edition itself, each named after what it holds to."""
    return [
        _begins_as_draft(),
        _takes_known_steps(),
        _stays_as_reviewed(),
        _is_kept(),
        _taken_back_without_approvals(),
        _published_without_problems(),
        _published_with_approval(),
    ]


def _begins_as_draft() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="edition_begins_as_draft",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(new__state__df="draft"),
        func=_refusal("edition_begins_as_draft", "A new edition is a draft"),
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
                {_refusal("edition_takes_known_steps", "An edition can not go from its state to this one")}
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
                {_refusal("edition_stays_as_reviewed", "What is in review or was published stays as it is")}
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
        func=_refusal("edition_is_kept", "Only a draft can be deleted"),
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


def _published_without_problems() -> pgtrigger.Trigger:
    """Nobody need have confirmed what was loaded with the product: its release says that it was."""
    return _when_published(
        "edition_published_without_problems",
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
    return _when_published(
        "edition_published_with_approval",
        condition="""
            EXISTS (
                SELECT 1 FROM inspections_release release
                WHERE release.id = NEW.release_id AND (
                    release.assurance = 'loaded' AND NOT EXISTS (
                        SELECT 1 FROM inspections_editionevent event
                        JOIN pghistory_context context ON context.id = event.pgh_context_id
                        WHERE event.id = NEW.id AND context.metadata ? 'user')
                    OR EXISTS (
                        SELECT 1 FROM inspections_approval approval
                        WHERE approval.edition_id = NEW.id
                            AND (NOT approval.is_of_own_work OR release.assurance = 'one_person'))))
        """,
        message="It needs the approval of somebody who has not worked on it",
    )


def _when_published(name: str, *, condition: str, message: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__state__df="published", new__state="published"),
        func=f"""
            IF NOT COALESCE(({condition}), FALSE) THEN
                {_refusal(name, message)}
            END IF;
            RETURN NEW;
        """,
    )
