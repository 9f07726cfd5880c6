"""Themes of recommendations and findings: suggested by the words of each theme, decided by a person.

They are ours and not the report's, so they can be decided of what is published too, and make no release.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from inspections.models import Edition, Finding, Recommendation, Theme
from inspections.publishing.acting import acting
from inspections.publishing.refusals import NotAllowed
from inspections.publishing.suggestions import phrases, suggestions
from inspections.rows.deciding import FactToDecide, ThemeChoice

PERMISSIONS = ("inspections.change_recommendationtheme", "inspections.change_findingtheme")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The themes of one fact: those it had when a person looked, and those the person wants it to have."""

    seen: frozenset[int]
    wanted: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """How many themes were assigned and taken away."""

    assigned: int
    taken_away: int


def may_decide_themes(person: User) -> bool:
    """Whether somebody may decide what recommendations and findings are about."""
    return person.is_active and person.is_staff and person.has_perms(PERMISSIONS)


def facts_to_decide(edition: Edition) -> tuple[FactToDecide, ...]:
    """Recommendations, then findings, in the order of the report, with what is suggested and why. Five statements."""
    themes = list(Theme.objects.all())
    recommendations = edition.recommendations.select_related("citation").prefetch_related("themes")
    findings = edition.findings.select_related("citation", "standard").prefetch_related("themes")
    return (
        *(_fact(row, f"Recommendation {row.number}", themes) for row in recommendations),
        *(_fact(row, row.standard.name if row.standard else row.get_area_display(), themes) for row in findings),
    )


def _fact(row: Recommendation | Finding, where: str, themes: Iterable[Theme]) -> FactToDecide:
    held = {theme.pk for theme in row.themes.all()}
    because = suggestions(row.text, {theme.slug: phrases(theme.suggested_by) for theme in themes})
    return FactToDecide(
        name=f"{row._meta.model_name}-{row.pk}",
        key=row.citation.key,
        where=where,
        text=row.text,
        choices=tuple(
            ThemeChoice(pk=theme.pk, name=theme.name, is_assigned=theme.pk in held, because=because.get(theme.slug, ""))
            for theme in themes
        ),
    )


def decide_themes(edition: Edition, decisions: Mapping[str, Decision], *, by: User) -> Decided:
    """Assign and take away just what a person changed, by the names of `facts_to_decide`; in any state of an edition.

    What somebody else decided since the person looked stays: of one theme of one fact either of them changed, both did
    the same. A fact or theme that is gone is passed over. Raises NotAllowed.
    """
    if not may_decide_themes(by):
        raise NotAllowed(f"{by.get_username()} may not decide themes.")
    known = set(Theme.objects.values_list("pk", flat=True))
    with transaction.atomic(), acting(by, step="decide_themes"):
        done = [
            _decide(links, decisions[name], known)
            for links, row in _facts(edition)
            if (name := f"{row._meta.model_name}-{row.pk}") in decisions
        ]
    return Decided(assigned=sum(new for new, _ in done), taken_away=sum(gone for _, gone in done))


def _facts(edition: Edition) -> Iterator[tuple[Any, Recommendation | Finding]]:
    """Each with its links to themes."""
    yield from ((row.recommendation_themes, row) for row in edition.recommendations.all())
    yield from ((row.finding_themes, row) for row in edition.findings.all())


def _decide(links: Any, decision: Decision, known: set[int]) -> tuple[int, int]:
    new = [links.get_or_create(theme_id=theme)[1] for theme in sorted((decision.wanted - decision.seen) & known)]
    gone = (decision.seen - decision.wanted) & known
    return sum(new), links.filter(theme__in=gone).delete()[0] if gone else 0
