"""The rules that recur in the models, as named constraints and triggers of the database.

A check constraint sees one row; what joins several tables (a standard belongs to the inspection's framework) is a
trigger, which raises `check_violation` with the rule's name, so that both arrive as an IntegrityError.
"""

from enum import StrEnum

import pgtrigger
from django.db import models
from django.db.models import F, Q

from inspections.ratings import Rating
from inspections.rows import Precision


def choices_of(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    """The words of a vocabulary as the choices of a field."""
    return [(word.value, word.value.replace("_", " ")) for word in vocabulary]


RATING_CHOICES = choices_of(Rating)
PRECISION_CHOICES = choices_of(Precision)


def check(name: str, condition: Q, message: str) -> models.CheckConstraint:
    """A named check whose message also serves the admin's forms."""
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=message)


def one_of(model: str, field: str, choices: list[tuple[str, str]], *, blank: bool = False) -> models.CheckConstraint:
    """The field holds one of its choices, whoever writes it."""
    values = [value for value, _ in choices] + ([""] if blank else [])
    return check(f"{model}_{field}_is_known", Q(**{f"{field}__in": values}), f"Unknown {field.replace('_', ' ')}.")


def together(model: str, first: str, second: str, *, text: bool = False) -> models.CheckConstraint:
    """Both fields are held or neither is. `text`: the second is a text field, where "" is not held."""
    missing = Q(**{second: ""}) if text else Q(**{f"{second}__isnull": True})
    return check(
        f"{model}_{first}_with_{second}",
        Q(**{f"{first}__isnull": True}) & missing | Q(**{f"{first}__isnull": False}) & ~missing,
        f"{first.replace('_', ' ')} and {second.replace('_', ' ')} go together.".capitalize(),
    )


def cited(model: str, field: str, *, text: bool = True) -> models.CheckConstraint:
    """A held value has a citation, and a value that is not held has none."""
    missing = Q(**{field: ""}) if text else Q(**{f"{field}__isnull": True})
    citation = f"{field}_citation__isnull"
    return check(
        f"{model}_{field}_is_cited",
        missing & Q(**{citation: True}) | ~missing & Q(**{citation: False}),
        f"{field.replace('_', ' ')} needs its source, and a source its value.".capitalize(),
    )


def precise_date(model: str, field: str) -> list[models.CheckConstraint]:
    """A date and its precision go together; what is not known of a date stands on the first."""
    precision = f"{field}_precision"
    return [
        together(model, field, precision, text=True),
        one_of(model, precision, PRECISION_CHOICES, blank=True),
        check(
            f"{model}_{field}_stands_on_the_first",
            Q(**{f"{field}__isnull": True})
            | Q(**{precision: Precision.DAY})
            | Q(**{precision: Precision.MONTH, f"{field}__day": 1})
            | Q(**{precision: Precision.YEAR, f"{field}__day": 1, f"{field}__month": 1}),
            "A date known only to the month stands on its first day, one known only to the year on 1 January.",
        ),
    ]


def within(model: str, field: str, lower: int, upper: int) -> models.CheckConstraint:
    """The number, where held, lies in a closed interval."""
    return check(
        f"{model}_{field}_within_{lower}_and_{upper}",
        Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gte": lower, f"{field}__lte": upper}),
        f"{field.replace('_', ' ')} is between {lower} and {upper}.".capitalize(),
    )


def part_of(model: str, part: str, whole: str) -> list[models.CheckConstraint]:
    """A count is not above what it is a part of, and is not held without it."""
    return [
        check(
            f"{model}_{part}_not_above_{whole}",
            Q(**{f"{part}__isnull": True}) | Q(**{f"{whole}__isnull": False, f"{part}__lte": F(whole)}),
            f"The {part} can't be above the {whole}, or stand without it.",
        ),
        check(
            f"{model}_{whole}_is_not_zero",
            Q(**{f"{whole}__isnull": True}) | Q(**{f"{whole}__gt": 0}),
            f"The {whole} is above zero, or not held.",
        ),
    ]


WRITTEN = pgtrigger.Insert | pgtrigger.Update
# Who acts as the history is being told, in SQL: the id of an account as text, NULL where nobody is named.
ACTING = "inspections_told()->>'user'"


def refusal(name: str, message: str) -> str:
    """A statement that refuses what is being done, by the name of a rule."""
    return f"RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', MESSAGE = '{message}';"


def refuse_unless(
    name: str,
    *,
    condition: str,
    message: str,
    declare: list | None = None,
    when: pgtrigger.Operation = WRITTEN,
) -> pgtrigger.Trigger:
    """A trigger that refuses an insert or update for which an SQL condition on NEW does not hold."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=when,
        declare=declare,
        func=f"""
            IF NOT COALESCE(({condition}), FALSE) THEN
                {refusal(name, message)}
            END IF;
            RETURN NEW;
        """,
    )


def standard_in_framework(model: str) -> pgtrigger.Trigger:
    """`NEW.standard_id`, where held, is a standard of the framework of the edition's inspection."""
    return refuse_unless(
        f"{model}_standard_in_framework",
        condition="""
            NEW.standard_id IS NULL OR EXISTS (
                SELECT 1 FROM inspections_standard standard
                JOIN inspections_inspection inspection ON inspection.framework_id = standard.framework_id
                JOIN inspections_edition edition ON edition.inspection_id = inspection.id
                WHERE standard.id = NEW.standard_id AND edition.id = NEW.edition_id)
        """,
        message="The standard is not one of the framework of this inspection",
    )


def cites_own_edition(model: str, *, also: str = "") -> pgtrigger.Trigger:
    """The citation of a fact, and `also` a second one where held, is of the fact's own edition."""
    columns = ["NEW.citation_id", *([f"NEW.{also}_id"] if also else [])]
    return refuse_unless(
        f"{model}_cites_own_edition",
        condition=f"""
            NOT EXISTS (
                SELECT 1 FROM inspections_citation citation
                WHERE citation.edition_id <> NEW.edition_id AND citation.id IN ({", ".join(columns)}))
        """,  # noqa: S608 the names of our own columns
        message="The citation of a fact is of the same edition",
    )


def slug_stays(model: str, *, instead: str = "") -> pgtrigger.Trigger:
    """The address of a page never changes. `instead` is what to do: ": give the other name as an alias"."""
    name = f"{model}_slug_stays"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("slug"),
        condition=pgtrigger.Q(new__slug__df=pgtrigger.F("old__slug")),
        func=refusal(name, f"An address never changes{instead}"),
    )


def stays_once_published(model: str, *columns: str, published: str, message: str) -> pgtrigger.Trigger:
    """What gives published values their meaning stays from when the first of them is public.

    `published` are the editions with such values, as `FROM ... WHERE ...` in SQL that names them `edition`.
    """
    name = f"{model}_{columns[0].removesuffix('_id')}_stays_once_published"
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(*columns),
        func=f"""
            IF ({changed}) AND EXISTS (SELECT 1 {published} AND edition.release_id IS NOT NULL) THEN
                {refusal(name, message)}
            END IF;
            RETURN NEW;
        """,
    )
