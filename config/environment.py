"""Variables that must be there: their absence stops start-up by name, with what to do."""

from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from environs import Env


class MissingVariable(ImproperlyConfigured):
    """A required variable is absent, empty or has none of the values it may have."""


def required(env: Env, name: str, *, choices: Sequence[str] = ()) -> str:
    """The value of a variable that has no default.

    Raises MissingVariable, naming the variable and the two ways to set it.
    """
    value: str = env.str(name, "").strip()
    if not value:
        raise MissingVariable(
            f"The variable {name} is not set. Run `make run` once, which writes a .env file for development, "
            f"or set {name} in the environment (the README's configuration table says what to)."
        )
    if choices and value not in choices:
        raise MissingVariable(f"The variable {name} is {value!r}; it must be one of {', '.join(choices)}.")
    return value
