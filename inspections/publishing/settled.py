"""What the database looks at when a transaction ends, looked at as soon as a verb is done."""

import pgtrigger

from inspections.models import Edition

LATE = [f"{Edition._meta.label}:{rule.name}" for rule in Edition._meta.triggers if rule.timing]  # type: ignore[attr-defined]


def settle() -> None:
    """Raises IntegrityError, with the name of the rule, where what was just done to editions is not to stay."""
    pgtrigger.constraints(pgtrigger.Immediate, *LATE)
    pgtrigger.constraints(pgtrigger.Deferred, *LATE)
