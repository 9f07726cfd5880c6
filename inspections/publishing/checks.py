"""What must be true of an edition before it is public, asked again each time it is looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.text import Truncator

from inspections import wording
from inspections.models import Citation, Comparator, Edition, Figure, Problem
from inspections.publishing.corrected import Correction, correction_of
from inspections.publishing.quotes import not_as_held, typed_of_no_paragraph
from inspections.publishing.refusals import NotPublishable
from inspections.publishing.typed_values import WORDS_TOLD, NotSaid, not_in_their_words
from inspections.ratings import Rating, points_total
from inspections.rows import ProblemLevel

OF_THEIR_OWN_PAGE = (Comparator, Figure)  # facts that the page of an edition does not list
NOTHING_CORRECTED = "it says the same as what is public: change what is to be corrected, or delete the draft"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at: whether it holds, what was found, and the field or row of the page that mends it.

    `anchor` is the id of that place on the edition's page; on the page of `row` where the edition's has no such field.
    """

    name: str
    is_met: bool
    found: str
    anchor: str
    row: Model | None = None


class NotReady(NotPublishable):
    """An edition with checks that do not pass."""

    def __init__(self, edition: Edition, failed: tuple[Check, ...]) -> None:
        super().__init__(f"{edition} is not ready: {'; '.join(check.found for check in failed)}.")
        self.edition = edition
        self.failed = failed


def open_checks(edition: Edition) -> tuple[Check, ...]:
    """The checks that keep an edition from review and from the public."""
    return tuple(check for check in checks(edition) if not check.is_met)


def checks(edition: Edition, *, correction: Correction | None = None) -> tuple[Check, ...]:
    """Everything that is checked, in the order in which a person would look, in a fixed number of statements.

    `correction` is what it corrects, where the caller has worked that out already.
    """
    of_itself = [check for ask in ASKED for check in ask(edition)]
    return (*of_itself, *_changes(correction or correction_of(edition)))


def _something_is_said(edition: Edition) -> Iterator[Check]:
    is_met = edition.citations.exists()
    yield Check(
        name="It says something",
        is_met=is_met,
        found="every fact has the citation of its source" if is_met else "it has no fact and no source",
        anchor="problems",
    )


def _problems(edition: Edition) -> Iterator[Check]:
    problems = list(edition.problems.open())
    for level, name, what in (
        (ProblemLevel.MUST_FIX, "Nothing must be fixed", "must be fixed"),
        (ProblemLevel.CONFIRM, "Everything to confirm was confirmed by a named person", "to be confirmed"),
    ):
        found = [problem for problem in problems if problem.level == level]
        yield Check(name=name, is_met=not found, found=_told(found, what), anchor=_first(found))


def _told(problems: list[Problem], what: str) -> str:
    if not problems:
        return f"no problem is {what}" if what.startswith("to") else f"no problem {what}"
    words = "problem" if len(problems) == 1 else "problems"
    return f"{len(problems)} {words} {what}, the first: {problems[0].message}"


def _first(problems: list[Problem]) -> str:
    return f"problem-{problems[0].pk}" if problems else "problems"


def _recommendations(edition: Edition) -> Iterator[Check]:
    numbers: dict[str, list[int]] = {}
    for addressee, number in edition.recommendations.values_list("addressed_to", "number"):
        numbers.setdefault(addressee, []).append(number)
    gaps = [who for who, held in numbers.items() if sorted(held) != list(range(min(held), min(held) + len(held)))]
    yield Check(
        name="Recommendations are numbered",
        is_met=not gaps,
        found=f"the numbers of recommendations have a gap ({'; '.join(gaps)})" if gaps else "their numbers have no gap",
        anchor="recommendations",
    )


def _score(edition: Edition) -> Iterator[Check]:
    """Of a score whose standards are not all held nothing can be said. Where they disagree, the source does."""
    ratings = [Rating(rating.rating) for rating in edition.standard_ratings.all()]
    if edition.score is None or len(ratings) != edition.inspection.framework.standards.count():
        return
    total = points_total(ratings)
    agree = total == edition.score
    noted = "; noted, and shown to the public as queried" if edition.is_score_queried else ""
    yield Check(
        name="Ratings and score agree, or the disagreement is noted",
        is_met=agree or edition.is_score_queried,
        found=f"the {len(ratings)} ratings have {total} points, the published score is {edition.score}{noted}",
        anchor="id_is_score_queried",
    )


def _correction(edition: Edition) -> Iterator[Check]:
    if not edition.inspection.editions.filter(number__lt=edition.number, release__isnull=False).exists():
        return
    yield Check(
        name="What was published before is replaced for a reason",
        is_met=bool(edition.reason.strip()),
        found="the reason is given" if edition.reason.strip() else "no reason is given for replacing what is public",
        anchor="id_reason",
    )


def _quotes(edition: Edition) -> Iterator[Check]:
    """A reader who follows a number to its sentence must find that sentence in the document."""
    found = list(not_as_held(edition))
    first = found[0] if found else None
    told = f"{len(found)} {'quote does' if len(found) == 1 else 'quotes do'} not stand in the paragraph cited for it"
    unread = typed_of_no_paragraph(edition)
    names = "one typed quote names" if unread == 1 else f"{unread} typed quotes name"
    others = f"; {names} no paragraph, and can be compared with the source only by reading it" if unread else ""
    yield Check(
        name="What is quoted stands in the paragraph it cites",
        is_met=not found,
        found=f"{told}, the first: “{_start(first)}”. Mend one of them"
        if first
        else f"every quote of a paragraph does{others}",
        anchor="id_quote" if first else "problems",
        row=first,
    )


def _start(citation: Citation) -> str:
    return Truncator(citation.quote or "").words(WORDS_TOLD)


def _changes(correction: Correction | None) -> Iterator[Check]:
    """Of what is public. The database asks the same, by the name of `edition_corrected_with_changes`."""
    if correction is None or not correction.is_of_what_is_public:
        return
    count = len(correction.changes)
    yield Check(
        name="It corrects something of what is public",
        is_met=count > 0,
        found=f"its release will tell {wording.changes_count(count)}" if count else NOTHING_CORRECTED,
        anchor="checks-heading",
    )


def _typed_values(edition: Edition) -> Iterator[Check]:
    """A corrected number beside the sentence of the old one would look like a misprint of ours, or be one."""
    found = list(not_in_their_words(edition))
    first = found[0] if found else None
    told = f"{len(found)} typed {'value does' if len(found) == 1 else 'values do'} not stand in the words beside it"
    yield Check(
        name="What was typed stands in the words it cites",
        is_met=not found,
        found=f"{told}, the first: {first.told}. Mend the value, or its citation"
        if first
        else "every typed value does",
        anchor=_anchor(first) if first else "id_score",
        row=first.row if first and isinstance(first.row, OF_THEIR_OWN_PAGE) else None,
    )


def _anchor(found: NotSaid) -> str:
    if isinstance(found.row, (Edition, *OF_THEIR_OWN_PAGE)):
        return f"id_{found.field}"
    return f"{found.row._meta.model_name}-{found.row.pk}"


ASKED: tuple[Callable[[Edition], Iterator[Check]], ...] = (
    _something_is_said,
    _problems,
    _recommendations,
    _score,
    _quotes,
    _typed_values,
    _correction,
)
