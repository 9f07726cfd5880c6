"""Rows in states that took several people and steps to reach, made at once: for tests of what comes after.

pgtrigger has a switch for it, which the product turns off for good (`inspections.no_way_round`) and the stores
of tests turn on again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connections, transaction
from pgtrigger.compiler import UpsertTriggerSql

from inspections.publishing.settled import settle

OF_LIFE = (
    *("changed_in_drafts_only", "stays_once_cited", "release_stays", "releasedchange_stays"),
    *("begins_as_draft", "stays_as_reviewed", "takes_known_steps", "without_problems", "with_approval"),
    *("released_as_it_is_made", "with_changes", "superseded_by_another", "by_who_acts", "where_allowed"),
    *("releasedchange_in_review_only", "releasedchange_with_its_edition", "stays_once_published"),
    "problem_stays_as_found",
)


def turn_the_switch_on(*, using: str, **_: Any) -> None:
    """Put pgtrigger's own function back, which each of its triggers brings."""
    any_trigger = str(UpsertTriggerSql(pgid="any_one", func="", table="", when="", operation=""))
    function, _trigger = any_trigger.split("CREATE OR REPLACE FUNCTION any_one()")
    with connections[using].cursor() as cursor:
        cursor.execute(function)


@cache
def _rules() -> list[str]:
    """The triggers of the editorial life, as pgtrigger names them."""
    models = apps.get_app_config("inspections").get_models()
    named = [(model, trigger.name) for model in models for trigger in getattr(model._meta, "triggers", [])]
    return [f"{model._meta.label}:{name}" for model, name in named if name.endswith(OF_LIFE)]


@contextmanager
def past_the_rules(*, but: str = "") -> Iterator[None]:
    """Within it a published edition can be made, and facts added to it. All other rules hold, and the one of `but`."""
    ignored = [rule for rule in _rules() if not but or not rule.endswith(f":{but}")]
    with pgtrigger.ignore(*ignored), transaction.atomic():  # so that after a refusal the transaction goes on
        yield
        if not transaction.get_rollback():
            settle()


def made_past_the_rules(make: Callable) -> Callable:
    """A factory whose rows may hang on an edition of any state."""

    @wraps(make)
    def made(*args, **kwargs):
        with past_the_rules():
            return make(*args, **kwargs)

    return made
