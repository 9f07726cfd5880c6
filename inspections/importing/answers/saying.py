"""From the fields of a form to an answer."""

import re
from collections.abc import Mapping

from inspections.importing.answers.forms import Ask, Typed
from inspections.importing.answers.state import paragraph_at
from inspections.importing.answers.typed import READERS, NotAnAnswer
from inspections.importing.parsed import ParsedReport

__all__ = ["NotAnAnswer", "said"]

CONFIRM, CHOOSE = "confirm", "choose"


def said(ask: Ask, fields: Mapping[str, str], report: ParsedReport) -> str | None:
    """The answer that a form gives: "" confirms, None is none.

    `do` says what is done: confirm, choose (from the list `choose`), the value of an option, or the verb of what is
    typed. Something typed, or chosen from the list, with nothing else chosen is meant. Raises NotAnAnswer.
    """
    do = fields.get("do", "")
    if not do:
        do = next((typed.verb for typed in ask.typed if fields.get(typed.verb, "").strip()), "")
    if not do and fields.get(CHOOSE):
        do = CHOOSE
    if not do:
        return None
    if do == CONFIRM and ask.confirm:
        return ""
    if do == CHOOSE:
        do = fields.get(CHOOSE, "")
    if do in ask.values:
        return do
    typed = next((typed for typed in ask.typed if typed.verb == do), None)
    if typed is None:
        raise NotAnAnswer("Choose one of the answers.")
    return _typed(typed, fields, report)


def _typed(typed: Typed, fields: Mapping[str, str], report: ParsedReport) -> str:
    text = " ".join(fields.get(typed.verb, "").split())
    if not text:
        raise NotAnAnswer(f"Say what is right: {typed.label.lower()}.")
    if typed.choices and text not in typed.choices:
        raise NotAnAnswer(f"“{text}” is none of the choices.")
    value = text if typed.choices else READERS[typed.verb](text)
    return f"{typed.verb} {value}" + (_at_line(fields.get(f"{typed.verb}-line", ""), report) if typed.has_line else "")


def _at_line(text: str, report: ParsedReport) -> str:
    digits = text.strip()
    if not re.fullmatch("[0-9]{1,6}", digits) or paragraph_at(report, int(digits)) is None:
        raise NotAnAnswer("Type the number of the line that states it: every value opens to its sentence.")
    return f" at line {int(digits)}"
