"""A store of example data takes nothing real: one place that says so, for whoever records."""

from django.conf import settings

REFUSAL = "This store holds made-up example data, so nothing real is recorded in it. Run without EXAMPLE_DATA."


def is_example_store() -> bool:
    """Whether all that the store holds is made up."""
    return bool(settings.EXAMPLE_DATA)
