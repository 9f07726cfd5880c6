"""The printer's quotation marks and apostrophes."""

import re
from dataclasses import fields, is_dataclass, replace

from inspections.ratings import Rating


def curled(value):
    """The same with the printer's quotation marks and apostrophes."""
    if isinstance(value, Rating):
        return value
    if isinstance(value, str):
        return curl(value)
    if isinstance(value, tuple):
        return tuple(curled(item) for item in value)
    if is_dataclass(value):
        return replace(value, **{field.name: curled(getattr(value, field.name)) for field in fields(value)})
    return value


def curl(text: str) -> str:
    return re.sub("^'|(?<=[ (])'", "‘", text).replace("'", "’")
