"""The reference data shipped with the project: frameworks, themes, regions and their units, measures, events.

Run at every start, so that what a later version ships reaches an older store. Creates what was never there, and
overwrites nothing: what staff have changed since (a band marked verified, a name), removed or made themselves stays.
"""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from inspections.importing.missing import missing
from inspections.importing.precise_dates import dated
from inspections.models import (
    DeliveryUnit,
    Domain,
    Framework,
    KeyQuestion,
    Measure,
    PlaceAlias,
    PolicyEvent,
    RatingBand,
    Region,
    Standard,
    StandardTheme,
    Theme,
)

REFERENCE_DIR = Path(__file__).resolve().parent.parent / "reference"


@transaction.atomic
def load_reference(*, places: bool = True) -> int:
    """Load every reference file. Returns how many rows had to be created: 0 when run again.

    Without `places` no regions and units: a store of example data has invented ones.
    """
    return (
        _load_themes()
        + _load_frameworks()
        + (_load_regions() if places else 0)
        + _load_measures()
        + _load_recurring_themes()
        + _load_policy_events()
    )


def _read(name: str) -> Any:
    return json.loads((REFERENCE_DIR / name).read_text(encoding="utf-8"))


def _load_themes() -> int:
    return sum(
        missing(StandardTheme, slug=theme["slug"], defaults={"name": theme["name"], "position": position})[1]
        for position, theme in enumerate(_read("themes.json"), start=1)
    )


def _load_frameworks() -> int:
    created = 0
    for entry in _read("frameworks.json"):
        framework, is_new = missing(
            Framework,
            code=entry["code"],
            defaults={
                "name": entry["name"],
                "max_score": entry["max_score"],
                "source": entry["source"],
                **dated("used_from", entry["used_from"]),
                **dated("used_until", entry["used_until"]),
            },
        )
        created += is_new
        if framework:
            created += _load_standards(framework, entry) + _load_bands(framework, entry["bands"])
    return created


def _load_standards(framework: Framework, entry: dict[str, Any]) -> int:
    created = 0
    themes = {theme.slug: theme for theme in StandardTheme.objects.all()}
    domains = {}
    for domain in entry["domains"]:
        domains[domain["number"]], is_new = missing(
            Domain, framework=framework, number=domain["number"], defaults={"name": domain["name"]}
        )
        created += is_new
    for position, row in enumerate(entry["standards"], start=1):
        if row["theme"] not in themes:
            continue
        standard, is_new = missing(
            Standard,
            framework=framework,
            theme=themes[row["theme"]],
            defaults={
                "domain": domains.get(row.get("domain")),
                "code": row.get("code", ""),
                "name": row["name"],
                "statement": row.get("statement", ""),
                "position": position,
            },
            beside=framework.standards.all(),
        )
        created += is_new
        if standard:
            created += _load_key_questions(standard, row.get("key_questions", []))
    return created


def _load_key_questions(standard: Standard, rows: list[dict[str, str]]) -> int:
    return sum(
        missing(
            KeyQuestion,
            standard=standard,
            number=number,
            defaults={"strand": row["strand"], "text": row["text"]},
        )[1]
        for number, row in enumerate(rows, start=1)
    )


def _load_bands(framework: Framework, bands: dict[str, list[dict[str, Any]]]) -> int:
    """Bands arrive unverified, and stay so until an editor says where they are stated."""
    return sum(
        missing(
            RatingBand,
            framework=framework,
            applies_to=scale,
            rating=band["rating"],
            defaults={"lower": band["lower"], "upper": band["upper"]},
        )[1]
        for scale, rows in bands.items()
        for band in rows
    )


def _load_regions() -> int:
    created = 0
    for entry in _read("regions.json"):
        region, is_new = missing(Region, slug=entry["slug"], defaults={"name": entry["name"]})
        created += is_new
        if region is None:
            continue
        created += _load_aliases(entry, region=region)
        for row in entry["delivery_units"]:
            unit, is_new = missing(DeliveryUnit, slug=row["slug"], defaults={"name": row["name"], "region": region})
            created += is_new
            if unit:
                created += _load_aliases(row, delivery_unit=unit)
    return created


def _load_aliases(entry: dict[str, Any], **of: Any) -> int:
    return sum(
        missing(PlaceAlias, **of, name=alias["name"], defaults={"slug": alias["slug"], "note": alias.get("note", "")})[
            1
        ]
        for alias in entry.get("aliases", [])
    )


def _load_measures() -> int:
    return sum(
        missing(
            Measure,
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "unit": row["unit"],
                "direction": row["direction"],
                "description": row["description"],
                "is_headline": row["headline"],
                "position": position,
            },
        )[1]
        for position, row in enumerate(_read("measures.json"), start=1)
    )


def _load_recurring_themes() -> int:
    count = 0
    for position, row in enumerate(_read("recurring-themes.json"), start=1):
        words = "\n".join(row["suggested_by"])
        about = {"name": row["name"], "description": row["description"], "position": position}
        theme, is_new = missing(Theme, slug=row["slug"], defaults=about | {"suggested_by": words})
        if theme and not is_new:
            _give_words_once(theme, words)
        count += is_new
    return count


def _give_words_once(theme: Theme, words: str) -> None:
    """A store filled before themes had words has none of them. Where staff took them away, they stay away."""
    history = Theme.pgh_event_model.objects.filter(pgh_obj_id=theme.pk)  # type: ignore[attr-defined]
    if not history.exclude(suggested_by="").exists():
        Theme.objects.filter(pk=theme.pk).update(suggested_by=words)


def _load_policy_events() -> int:
    return sum(
        missing(
            PolicyEvent,
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "description": row["description"],
                "source": row["source"],
                "quote": row["quote"],
                **dated("happened", row["happened"]),
            },
        )[1]
        for row in _read("policy-events.json")
    )
