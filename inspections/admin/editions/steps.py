"""The steps of an edition's life as pages: what it does, what is asked, and the verb that does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.forms import Form
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from inspections.admin.editions.step_forms import NoteForm, PublicReasonForm, PublishForm, ReasonForm
from inspections.admin.way_on import open_beside
from inspections.models import Approval, Edition, EditionState, Release
from inspections.publishing.approve import approve
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.permissions import Verb, may
from inspections.publishing.publish import publish
from inspections.publishing.submit import submit, take_back
from inspections.publishing.withdraw import withdraw

Editions = Sequence[Edition]


@dataclass(frozen=True, kw_only=True)
class Done:
    """What is told when a step is done, and the edition whose page comes next."""

    told: SafeString
    edition: Edition


@dataclass(frozen=True, kw_only=True)
class Step:
    """A verb as it is offered: in which states, what it means, what it asks.

    What is sensitive changes what the public reads: it asks again who somebody is. `opens_another`: it makes a draft,
    of which an inspection has one at a time.
    """

    verb: Verb
    label: str
    means: str
    states: tuple[EditionState, ...]
    form: type[Form]
    do: Callable[..., Done]
    several: bool = False
    is_sensitive: bool = False
    opens_another: bool = False

    @property
    def name(self) -> str:
        """Of its address."""
        return f"admin:edition_{self.verb.value}"


def steps_for(person: User, edition: Edition) -> list[tuple[Step, str]]:
    """The steps somebody may take with an edition now, each with its address."""
    fitting = [step for step in STEPS.values() if edition.state in step.states and may(person, step.verb)]
    if any(step.opens_another for step in fitting) and open_beside(edition):
        fitting = [step for step in fitting if not step.opens_another]
    if STEPS[Verb.APPROVE] in fitting and have_all_approvals(person, [edition]):
        fitting.remove(STEPS[Verb.APPROVE])
    return [(step, address(step, [edition.pk])) for step in fitting]


def have_all_approvals(person: User, editions: Editions) -> bool:
    """Whether somebody has approved every one of them already. One statement."""
    given = Approval.objects.filter(approved_by=person.pk, edition__in=[edition.pk for edition in editions])
    return given.count() == len(editions)


def address(step: Step, editions: Sequence[int]) -> str:
    return f"{reverse(step.name)}?{'&'.join(f'edition={pk}' for pk in editions)}"


def _submit(editions: Editions, *, by: User, note: str) -> Done:
    for edition in editions:
        submit(edition, by=by, note=note)
    return _told(editions, "in review: somebody who has not worked on it can approve it.")


def _take_back(editions: Editions, *, by: User, reason: str) -> Done:
    for edition in editions:
        take_back(edition, by=by, reason=reason)
    return _told(editions, "a draft again.")


def _approve(editions: Editions, *, by: User, note: str) -> Done:
    own = [approve(edition, by=by, note=note).is_of_own_work for edition in editions]
    more = " You have worked on it yourself: somebody else’s approval is needed beside yours." if any(own) else ""
    return _told(editions, f"approved by you.{more}")


def _publish(editions: Editions, *, by: User, title: str, reason: str, approve: bool = False) -> Done:
    if approve:
        _approve(editions, by=by, note="")
    release = publish(editions, title=title, reason=reason, by=by)
    return Done(told=_in_release("Published", release), edition=editions[0])


def _correct(editions: Editions, *, by: User, reason: str) -> Done:
    draft = begin_correction(editions[0], by=by, reason=reason)
    still = editions[0].number
    told = format_html("{} is the correction. The public reads edition {} until it is published.", draft, still)
    return Done(told=told, edition=draft)


def _restore(editions: Editions, *, by: User, reason: str) -> Done:
    draft = restore(editions[0], by=by, reason=reason)
    return Done(told=format_html("{} says what edition {} says.", draft, editions[0].number), edition=draft)


def _withdraw(editions: Editions, *, by: User, reason: str) -> Done:
    release = withdraw(editions[0], by=by, reason=reason)
    return Done(told=_in_release("Withdrawn", release), edition=editions[0])


def _in_release(what: str, release: Release) -> SafeString:
    page = reverse("inspections:release", args=[release.number])
    return format_html('{} in <a href="{}">release {}</a>.', what, page, release.number)


def _told(editions: Editions, what: str) -> Done:
    whose = editions[0].inspection if len(editions) == 1 else f"{len(editions)} inspections"
    return Done(told=format_html("{}: {}", whose, what), edition=editions[0])


_ALL = (
    Step(
        verb=Verb.SUBMIT,
        label="Submit for review",
        means="From then on nobody changes it, so that what is approved is what is published. It can be taken back.",
        states=(EditionState.DRAFT,),
        form=NoteForm,
        do=_submit,
        several=True,
    ),
    Step(
        verb=Verb.APPROVE,
        label="Approve",
        means="You say that it says what its source says. Read it beside the source, in the preview, first.",
        states=(EditionState.IN_REVIEW,),
        form=NoteForm,
        do=_approve,
        several=True,
    ),
    Step(
        verb=Verb.PUBLISH,
        label="Publish",
        means="It is public at once, in a numbered release. What is wrong later is corrected by a new edition.",
        states=(EditionState.IN_REVIEW,),
        form=PublishForm,
        do=_publish,
        several=True,
        is_sensitive=True,
    ),
    Step(
        verb=Verb.TAKE_BACK,
        label="Take back",
        means="It is a draft again, to be worked on. Its approvals are undone.",
        states=(EditionState.IN_REVIEW,),
        form=ReasonForm,
        do=_take_back,
        several=True,
    ),
    Step(
        verb=Verb.CORRECT,
        label="Begin a correction",
        means="A new draft that says what the public reads. Change what is wrong in it, and have it published.",
        states=(EditionState.PUBLISHED,),
        form=PublicReasonForm,
        do=_correct,
        opens_another=True,
    ),
    Step(
        verb=Verb.RESTORE,
        label="Restore as a draft",
        means="A new draft that says what this edition says. Nothing changes for the public before that is published.",
        states=(EditionState.SUPERSEDED, EditionState.WITHDRAWN),
        form=PublicReasonForm,
        do=_restore,
        opens_another=True,
    ),
    Step(
        verb=Verb.WITHDRAW,
        label="Withdraw",
        means="At once the public reads nothing of this inspection. The changes page says why it was withdrawn.",
        states=(EditionState.PUBLISHED,),
        form=PublicReasonForm,
        do=_withdraw,
        is_sensitive=True,
    ),
)
STEPS = {step.verb: step for step in _ALL}
