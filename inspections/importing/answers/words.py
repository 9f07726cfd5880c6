"""An answer, said to whoever reads it later."""

import re

from inspections.importing.answers.typed import precise_date
from inspections.importing.checks.dates import date_words

PLAIN = {
    "": "Looked at: right as it was read",
    "keep": "Kept as the report prints it",
    "leave-out": "Left out",
    "areas-nowhere": "All of them are strengths",
    "chapter": "The rating of the chapter is recorded",
    "create": "Created when recorded",
}
FORMS = {
    "areas-from": "The areas for improvement begin at line {}",
    "unit": "It is {}",
    "create-in": "Created in {} when recorded",
    "region": "The region is {}",
    "framework": "The framework is {}",
    "standard": "It is {}",
    "strand": "It is about {}",
    "percentage": "{}%, entered by staff",
    "rating": "{}, entered by staff",
    "score": "{}, entered by staff",
    "number": "Number {}, entered by staff",
    "cases": "{} cases, entered by staff",
    "published": "Published {}, entered by staff",
    "started": "Started {}, entered by staff",
    "fieldwork": "Fieldwork started {}, entered by staff",
}
DATES = ("published", "started", "fieldwork")
AT_LINE = re.compile(r"(.*) at line ([0-9]+)")


def in_words(value: str) -> str:
    """What an answer says: a sentence without its full stop."""
    if value in PLAIN:
        return PLAIN[value]
    verb, argument, line = parts(value)
    words = date_words(precise_date(argument)) if verb in DATES else argument
    return FORMS[verb].format(words) + (f" (line {line})" if line else "")


def parts(value: str) -> tuple[str, str, int | None]:
    """Verb, what it is about, and the line it names: "score 3/21 at line 68"."""
    verb, _, argument = value.partition(" ")
    found = AT_LINE.fullmatch(argument)
    return (verb, found[1], int(found[2])) if found else (verb, argument, None)
