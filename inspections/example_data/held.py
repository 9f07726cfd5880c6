"""What a store holds already: whether anything real, and which example data."""

from django.db import connection
from django.db.models import Model, Q

from inspections.example_data.build import PREFIX
from inspections.example_data.size import Size
from inspections.models import DeliveryUnit, Edition, Region, Release, Source, Upload

# What is made up, by table. What somebody uploaded never is.
MADE_UP: dict[type[Model], Q] = {
    Region: Q(slug__startswith=PREFIX),
    DeliveryUnit: Q(slug__startswith=PREFIX, region__slug__startswith=PREFIX),
    Edition: Q(inspection__key__startswith=PREFIX),
    Source: Q(key__startswith=PREFIX),
    Upload: Q(pk=None),
}
REASON = "Made up by make_example_data {}. Nothing in it is real."


def holds_real() -> str:
    """The name of the first table with a row that was not made up here; "" where there is none, or no table yet."""
    there = set(connection.introspection.table_names())
    for model, is_made_up in MADE_UP.items():
        if model._meta.db_table in there and model._default_manager.exclude(is_made_up).exists():
            return str(model._meta.verbose_name_plural)
    return ""


def held_size() -> str:
    """With which arguments the example data that is held was made: "" where none is."""
    before, after = REASON.split("{}")
    reason = Release.objects.filter(reason__startswith=before).values_list("reason", flat=True).first()
    return reason.removeprefix(before).removesuffix(after) if reason else ""


def reason(size: Size) -> str:
    """Why the releases of example data were made, in words for the public."""
    return REASON.format(size)
