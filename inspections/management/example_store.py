"""Filling a store with example data: all of it, in one release for each round, or nothing."""

import pghistory
from django.db import connection, transaction

from inspections.example_data.build import example_rounds
from inspections.example_data.held import held_size, holds_real, reason
from inspections.example_data.size import Size
from inspections.importing.reference import load_reference
from inspections.publishing.publish import publish_loaded


class NotFilled(Exception):
    """One line that says why the store is left as it is."""


def refuse_real() -> None:
    """Raises NotFilled where the store holds anything that was not made up here."""
    if real := holds_real():
        raise NotFilled(f"This store holds {real} that are not example data, so nothing is made up beside them.")


def fill(size: Size) -> int:
    """Make up as much as was asked for, and publish it. Returns the number of inspections, 0 where they are there.

    Raises NotFilled, with nothing written, where the store holds something real, or other example data.
    """
    with transaction.atomic(), pghistory.context(make_example_data=str(size)):
        refuse_real()
        if held := held_size():
            if held == str(size):
                return 0
            raise NotFilled(f"Other example data is there, made with {held}. Add --replace to make it anew.")
        load_reference(places=False)
        check_at_once()
        return sum(_publish(size, drafted.label, drafted.editions) for drafted in example_rounds(size))


def check_at_once() -> None:
    """Foreign keys are checked with each statement of this transaction, and not all at its end.

    PostgreSQL goes through all checks that wait whenever a block of a trigger ends with an exception, as the history's
    does outside a context: with a hundred thousand waiting, that was most of the time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def analyse() -> None:
    """So that PostgreSQL knows what it holds: publishing, and the first pages, are planned as well as later ones."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _publish(size, label, editions) -> int:
    analyse()
    publish_loaded(editions, title=f"Example data of the {label} round", reason=reason(size))
    return len(editions)
