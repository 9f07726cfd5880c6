"""The problems of a report as small forms, and the answers that come back from them."""

from dataclasses import dataclass, field

from inspections.importing.answers import Ask, NotAnAnswer, Option, in_words, said
from inspections.importing.answers.saying import CHOOSE, CONFIRM
from inspections.importing.answers.words import parts
from inspections.importing.parsed import Problem
from inspections.importing.staging.answering import TAKE_BACK, Conflict, Said, stamp
from inspections.models import Answer


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something to type or to choose, as it stands in the form."""

    verb: str
    label: str
    hint: str
    choices: tuple[str, ...]
    has_line: bool
    text: str
    line: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """A problem with its small form: `fields` are what it is filled with, from the answer or as it was just sent."""

    problem: Problem
    ask: Ask
    answer: Answer | None = None
    remains: bool = False
    error: str = ""
    conflict: Conflict | None = None
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.problem.key

    @property
    def level(self):
        return self.problem.level

    @property
    def seen(self) -> str:
        return stamp(self.answer)

    @property
    def words(self) -> str:
        return in_words(self.answer.value) if self.answer else ""

    @property
    def theirs(self) -> str:
        """What somebody else has said meanwhile."""
        theirs = self.conflict.theirs if self.conflict else None
        return in_words(theirs.value) if theirs else ""

    @property
    def mine(self) -> str:
        """What was sent and not kept because of it."""
        mine = self.conflict.mine if self.conflict else None
        return in_words(mine) if mine is not None else "no answer"

    @property
    def is_answered(self) -> bool:
        """Answered, and in no need of being looked at."""
        return self.answer is not None and not self.error and self.conflict is None

    @property
    def can_be_answered(self) -> bool:
        return bool(self.ask.confirm or self.ask.options or self.ask.typed)

    @property
    def do(self) -> str:
        return self.fields.get("do", "")

    @property
    def chosen(self) -> str:
        return self.fields.get(CHOOSE, "")

    @property
    def radios(self) -> list[Option]:
        return [option for option in self.ask.options if not option.group]

    @property
    def listed(self) -> list[Option]:
        """What is chosen from a list, in groups."""
        return [option for option in self.ask.options if option.group]

    @property
    def typed(self) -> list[Field]:
        return [
            Field(
                verb=typed.verb,
                label=typed.label,
                hint=typed.hint,
                choices=typed.choices,
                has_line=typed.has_line,
                text=self.fields.get(typed.verb, ""),
                line=self.fields.get(f"{typed.verb}-line", ""),
            )
            for typed in self.ask.typed
        ]


def cards(found, errors, conflicts, given):
    """A card for each problem. One whose answer was not kept is filled with what was sent."""
    return [
        Card(
            problem=asked.problem,
            ask=asked.ask,
            answer=_answer(asked, found),
            remains=asked.remains,
            error=errors.get(asked.problem.key, ""),
            conflict=conflicts.get(asked.problem.key),
            fields=_fields(asked, errors, conflicts, given),
        )
        for asked in found.asked
    ]


def _answer(asked, found):
    return None if asked.is_open else found.answers.get(asked.problem.key)


def _fields(asked, errors, conflicts, given):
    key = asked.problem.key
    return given[key] if key in errors or key in conflicts else _filled(asked)


def _filled(asked):
    """The fields that would give the answer there is."""
    value = asked.value
    if value is None:
        return {}
    if value == "":
        return {"do": CONFIRM}
    option = next((option for option in asked.ask.options if option.value == value), None)
    if option is not None:
        return {"do": CHOOSE, CHOOSE: value} if option.group else {"do": value}
    verb, argument, line = parts(value)
    return {"do": verb, verb: argument, f"{verb}-line": str(line or "")}


def answers_given(post, found):
    """What a form says of each problem of a report: answers, errors, and the fields as they were sent, by key.

    `only` in the form is the key of the one problem whose own button was pressed: what else is filled in is kept too,
    and what is half filled in is no error yet.
    """
    said_of, errors, given = {}, {}, {}
    only = post.get("only", "")
    for asked in found.asked:
        key = asked.problem.key
        if f"{key}-seen" not in post:
            continue
        fields = given[key] = _sent(post, key)
        try:
            value = None if fields.get("do") == TAKE_BACK else said(asked.ask, fields, found.report)
        except NotAnAnswer as error:
            if only in ("", key):
                errors[key] = str(error)
            continue
        if value is not None or fields.get("do") == TAKE_BACK:
            said_of[key] = Said(value=value, seen=post[f"{key}-seen"])
    return said_of, errors, given


def _sent(post, key):
    prefix = f"{key}-"
    return {name.removeprefix(prefix): post[name] for name in post if name.startswith(prefix)}
