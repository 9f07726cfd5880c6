"""What the database looks at when a transaction ends, looked at as soon as a verb is done."""

import pgtrigger

LATE = [f"{model._meta.label}:{rule.name}" for model, rule in pgtrigger.registered() if rule.timing]


def settle() -> None:
    """Raises IntegrityError, with the name of the rule, where what was just done is not to stay."""
    pgtrigger.constraints(pgtrigger.Immediate, *LATE)
    pgtrigger.constraints(pgtrigger.Deferred, *LATE)
