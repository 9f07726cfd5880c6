"""What a person can say of the problems of a report, and what follows from it. Pure: it knows no database.

An answer is kept as one line of text: "" where what was read is confirmed, else a verb and what it is about
("percentage 41", "rating Good at line 214", "leave-out").
"""

from inspections.importing.answers.asking import ask
from inspections.importing.answers.forms import Ask, Option, Typed
from inspections.importing.answers.known import Known, KnownFramework, KnownStandard, KnownUnit
from inspections.importing.answers.saying import NotAnAnswer, said
from inspections.importing.answers.settling import Asked, LookedUp, Settling, settle
from inspections.importing.answers.state import Corrected
from inspections.importing.answers.words import in_words

__all__ = [
    "Ask",
    "Asked",
    "Corrected",
    "Known",
    "KnownFramework",
    "KnownStandard",
    "KnownUnit",
    "LookedUp",
    "NotAnAnswer",
    "Option",
    "Settling",
    "Typed",
    "ask",
    "in_words",
    "said",
    "settle",
]
