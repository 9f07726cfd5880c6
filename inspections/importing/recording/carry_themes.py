"""The themes that people gave to recommendations and findings, kept from one edition of an inspection to the next.

They are ours and not the report's, so reading the report again must not lose them. A fact is known again by its key,
and by its words: a recommendation keeps its number, and with it its key, when it comes to say something else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspections.importing.recording.keys import is_same_fact
from inspections.models import Edition, Finding, FindingTheme, Recommendation, RecommendationTheme


@dataclass(frozen=True, kw_only=True)
class Themed:
    """What a fact said, and the ids of its themes."""

    text: str
    themes: tuple[int, ...]


def themes_by_key(editions: Iterable[Edition]) -> dict[str, list[Themed]]:
    """The themes of editions by the key of the fact, in the order of the editions, before a draft is emptied.

    A fact without themes counts too: in a draft they may have been taken away.
    """
    found: dict[str, list[Themed]] = {}
    for edition in editions:
        for fact in _facts(edition):
            themes = tuple(theme.pk for theme in fact.themes.all())
            found.setdefault(fact.citation.key, []).append(Themed(text=fact.text, themes=themes))
    return found


def carry_themes(themed: Mapping[str, Sequence[Themed]], edition: Edition) -> None:
    """Give an edition the themes of the facts it has again: those of the first edition that says the same."""
    for fact in _facts(edition):
        known = themed.get(fact.citation.key, ())
        before = next((each for each in known if is_same_fact(fact.text, each.text)), None)
        for theme in before.themes if before else ():
            if isinstance(fact, Recommendation):
                RecommendationTheme.objects.create(recommendation=fact, theme_id=theme)
            else:
                FindingTheme.objects.create(finding=fact, theme_id=theme)


def _facts(edition: Edition) -> list[Recommendation | Finding]:
    return [
        *edition.recommendations.select_related("citation").prefetch_related("themes"),
        *edition.findings.select_related("citation").prefetch_related("themes"),
    ]
