"""What hangs on an edition stays as long as the edition does: facts, citations, and the documents they cite.

The database keeps these rules, whoever writes, and however; see `edition_life` for those of the edition itself.
"""

import pgtrigger

from inspections.models.rules import refusal

OF_FACT = "edition.id IN (OLD.edition_id, NEW.edition_id)"
OF_COMPARATOR = """edition.id IN (
    SELECT value.edition_id FROM inspections_measurevalue value
    WHERE value.id IN (OLD.measure_value_id, NEW.measure_value_id))"""


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
                {refusal(name, "Only a draft can be changed: what is in review or was published stays as it is")}
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
            {refusal(name, "What is in review or was published cites this document, so it stays as it is")}
        END IF;
        RETURN COALESCE(NEW, OLD);
    """  # noqa: S608 the names of our own columns
