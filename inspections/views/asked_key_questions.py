"""Which key questions an address asks for: of a region, of one of its rounds, all of them or one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from inspections.queries.key_questions_in_region import key_questions_in_region
from inspections.queries.published_edition import NotHeld
from inspections.queries.region_place import region_place
from inspections.queries.rounds_of_region import rounds_of_region
from inspections.queries.rounds_with_key_questions import rounds_with_key_questions
from inspections.rows import KeyQuestionRow, Place, RoundRow
from inspections.tables.region_key_questions import question_id
from inspections.views.files import file_addresses
from inspections.views.round_choice import chosen_round


@dataclass(frozen=True, kw_only=True)
class AskedQuestions:
    """What an address asks for: a region, a round of it ("" where none is held), and one question or all of them.

    `named` is the round that the address names, if any; `every` are the rows of the round, `rows` of the question.
    """

    region: Place
    rounds: tuple[RoundRow, ...]
    named: str
    round: str
    question: str
    every: tuple[KeyQuestionRow, ...]
    rows: tuple[KeyQuestionRow, ...]

    @property
    def frameworks(self) -> list[str]:
        """The frameworks of the round, the later first."""
        return [row.framework for row in self.rounds if row.round == self.round]

    def files(self, question: str = "") -> dict[str, str]:
        """The addresses of the files of the round, or of one question of it."""
        return file_addresses(
            "inspections:region_key_questions_file", self.region.slug, round=self.round, question=question
        )


def asked_key_questions(request: HttpRequest, slug: str) -> AskedQuestions:
    """Raises NotHeld for a region, round or question that there is not."""
    region, rounds = region_place(slug), rounds_of_region(slug)
    named = chosen_round(request, [row.round for row in rounds])
    label = named or _newest_round(slug, rounds)
    every = key_questions_in_region(slug, label)
    question = request.GET.get("question", "")
    rows = tuple(row for row in every if not question or question_id(row) == question)
    if question and not rows:
        raise NotHeld(f"The frameworks of this round have no key question {question}")
    return AskedQuestions(
        region=region, rounds=rounds, named=named, round=label, question=question, every=every, rows=rows
    )


def _newest_round(slug: str, rounds: Sequence[RoundRow]) -> str:
    """The newest that holds a result, else the newest, else ""."""
    return next(iter([*rounds_with_key_questions(slug), *(row.round for row in rounds)]), "")
