"""Whose work an edition is, by its history."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models.expressions import RawSQL
from pghistory.models import Context

from inspections.models import Problem
from inspections.queries.acts import events_of, person_name
from inspections.rows import Workers

ORIGIN = ("application", "database_role")


def who_worked_on(edition: int) -> Workers:
    """The people by name, and where work came from that names nobody. Three statements, whatever its history.

    It asks the functions of the database by which an approval knows whether it is of own work.
    """
    work = Context.objects.filter(pk__in=RawSQL("SELECT inspections_work_on(%s)", [edition]))
    told: list[dict[str, Any]] = list(work.order_by().values_list("metadata", flat=True))
    answered = events_of(Problem).filter(edition_id__in=RawSQL("SELECT inspections_origins(%s)", [edition]))
    # An answer that came with a copy is of the edition it was given in.
    answered = answered.exclude(pgh_label="insert", pgh_context__metadata__has_any_keys=["correct", "restore"])
    answerers = answered.order_by().values_list("answered_by_id", flat=True)
    accounts: set[Any] = {act.get("user") for act in told} | set(answerers)
    people = User.objects.in_bulk(accounts - {None})
    origins = sorted({tuple(act.get(name, "") for name in ORIGIN) for act in told if act.get("user") is None})
    return Workers(
        people=tuple(sorted(person_name(account, people) for account in accounts - {None})),
        unnamed=tuple(dict(zip(ORIGIN, origin, strict=True)) for origin in origins),
    )
