"""Which key questions an address asks for: of a region, of one of its rounds, all of them or one."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.published_edition import NotHeld
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.queries.rounds_with_key_questions import rounds_with_key_questions
from inspections.rows import KeyQuestionRow, Place, RoundRow
from inspections.tables.region_key_questions import question_id


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks for: a region, a round of it ("" where none is held), and one question or all of them.

    `every` are the rows of the round, `rows` those of the question.
    """

    region: Place
    rounds: tuple[RoundRow, ...]
    round: str
    question: str
    every: tuple[KeyQuestionRow, ...]
    rows: tuple[KeyQuestionRow, ...]

    @property
    def frameworks(self) -> list[str]:
        """The frameworks of the round, the later first."""
        return [row.framework for row in self.rounds if row.round == self.round]

    def file_address(self, form: str, question: str = "") -> str:
        query = {"round": self.round} | ({"question": question} if question else {})
        return f"{reverse('inspections:region_key_questions_file', args=[self.region.slug, form])}?{urlencode(query)}"


def asked_key_questions(request: HttpRequest, slug: str) -> Asked:
    """Raises NotHeld for a region, round or question that there is not."""
    region, rounds = region_place(slug), rounds_of_region(slug)
    label = request.GET.get("round") or _newest_round(slug, rounds)
    if label not in {row.round for row in rounds} | {""}:
        raise NotHeld(f"No inspection of {region.name} is held of a round {label}")
    every = key_questions_in_region(slug, label)
    question = request.GET.get("question", "")
    rows = tuple(row for row in every if not question or question_id(row) == question)
    if question and not rows:
        raise NotHeld(f"The frameworks of this round have no key question {question}")
    return Asked(region=region, rounds=rounds, round=label, question=question, every=every, rows=rows)


def _newest_round(slug: str, rounds: Sequence[RoundRow]) -> str:
    """The newest that holds a result, else the newest, else ""."""
    return next(iter([*rounds_with_key_questions(slug), *(row.round for row in rounds)]), "")
