"""The themes of a report's recommendations and findings, from a file that a person wrote after reading the report.

The file says for each fact, by its public key, the first words of its text and the slugs of its themes. The words are
there to be checked: by the reader of the file, and here.
"""

import json
from collections.abc import Mapping
from typing import Any, TypedDict

import pghistory
from django.db import transaction
from django.db.models import QuerySet

from inspections.importing.reference import REFERENCE_DIR
from inspections.models import (
    Edition,
    Finding,
    FindingTheme,
    Inspection,
    Recommendation,
    RecommendationTheme,
    Theme,
)


class Assigned(TypedDict):
    """The first words of a fact, and the slugs of its themes."""

    words: str
    themes: list[str]


class NotAssigned(Exception):
    """A file of themes that does not fit the edition or the list of themes. Nothing of it was written."""


def read_themes(name: str) -> dict[str, Assigned]:
    """What a file of the reference data assigns, by key."""
    assigned: dict[str, Assigned] = json.loads((REFERENCE_DIR / name).read_text(encoding="utf-8"))
    return assigned


def assign_themes(edition: Edition, assigned: Mapping[str, Assigned]) -> int:
    """Give the facts of an edition their themes. Returns to how many facts. Raises NotAssigned, with nothing written.

    What has a theme already keeps it.
    """
    facts = _facts(edition)
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    wrong = [why for key, each in assigned.items() if (why := _why_not(key, each, facts.get(key), themes))]
    if wrong:
        raise NotAssigned("; ".join(wrong))
    with transaction.atomic(), pghistory.context(assign_themes=edition.inspection.key):
        for key, each in assigned.items():
            for slug in each["themes"]:
                _give(facts[key], themes[slug])
    return len(assigned)


def had_themes(inspection: Inspection) -> bool:
    """Whether anything of an inspection has a theme, or had one that was taken away: its history says so."""
    of_recommendations: QuerySet[Any] = RecommendationTheme.pgh_event_model.objects.all()  # type: ignore[attr-defined]
    of_findings: QuerySet[Any] = FindingTheme.pgh_event_model.objects.all()  # type: ignore[attr-defined]
    return (
        of_recommendations.filter(recommendation__edition__inspection=inspection).exists()
        or of_findings.filter(finding__edition__inspection=inspection).exists()
    )


def _facts(edition: Edition) -> dict[str, Recommendation | Finding]:
    recommendations = edition.recommendations.select_related("citation")
    findings = edition.findings.select_related("citation")
    return {fact.citation.key: fact for fact in recommendations} | {fact.citation.key: fact for fact in findings}


def _why_not(key: str, each: Assigned, fact: Recommendation | Finding | None, themes: Mapping[str, Any]) -> str:
    """Why an entry can't be assigned; "" where it can."""
    if fact is None:
        return f"{key}: no recommendation or finding has this key"
    if not each["words"] or not fact.text.startswith(each["words"]):
        return f"{key} begins “{fact.text[:40]}”, and not “{each['words']}”"
    unknown = [slug for slug in each["themes"] if slug not in themes]
    return f"{key}: no theme is called {', '.join(unknown)}" if unknown else ""


def _give(fact: Recommendation | Finding, theme: Theme) -> None:
    if isinstance(fact, Recommendation):
        RecommendationTheme.objects.get_or_create(recommendation=fact, theme=theme)
    else:
        FindingTheme.objects.get_or_create(finding=fact, theme=theme)
