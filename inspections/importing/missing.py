"""A row of the reference data, created where the store never had it."""

from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from psycopg.errors import UniqueViolation

Row = TypeVar("Row", bound=models.Model)


def missing(
    model: type[Row], *, defaults: dict[str, Any], beside: models.QuerySet[Row] | None = None, **key: Any
) -> tuple[Row | None, bool]:
    """The row of this key, and whether it had to be created.

    None where its history says that it was here and is not any more, or where a row that staff made has its name:
    both are theirs to decide. A `position` that is taken `beside` it, without that anywhere, becomes the last one.
    """
    found = model.objects.filter(**key).first()  # type: ignore[attr-defined]
    if found or model.pgh_event_model.objects.filter(**key).exists():  # type: ignore[attr-defined]
        return found, False
    if "position" in defaults:
        everything = model.objects.all() if beside is None else beside  # type: ignore[attr-defined]
        defaults = defaults | {"position": _free_position(everything, defaults["position"])}
    try:
        with transaction.atomic():
            return model.objects.create(**key, **defaults), True  # type: ignore[attr-defined]
    except IntegrityError as error:
        if not isinstance(error.__cause__, UniqueViolation):
            raise
        return None, False


def _free_position(rows: models.QuerySet[Any], wanted: int) -> int:
    taken = set(rows.values_list("position", flat=True))
    return max(taken) + 1 if wanted in taken else wanted
