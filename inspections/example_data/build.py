"""All of it: regions, delivery units, and round after round of drafts to be published together."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from django.utils.text import slugify

from inspections.example_data import numbers
from inspections.example_data.collected import Collected
from inspections.example_data.figures import WITH_AVERAGE
from inspections.example_data.names import names
from inspections.example_data.ratings import write_ratings
from inspections.example_data.report import write_report
from inspections.example_data.rounds import ExampleRound, Held, held_of_units, latest_rounds
from inspections.example_data.size import Size
from inspections.example_data.visit import Definitions, Visit
from inspections.models import (
    DeliveryUnit,
    Edition,
    Framework,
    KeyQuestion,
    Measure,
    Region,
    Source,
    SourceKind,
    Standard,
    Theme,
)
from inspections.rows import MADE_UP

PREFIX = MADE_UP
Averages = dict[tuple[int, str], list[Decimal]]


@dataclass(frozen=True, kw_only=True)
class DraftedRound:
    """The drafts of one round."""

    label: str
    editions: tuple[Edition, ...]


def example_rounds(size: Size) -> Iterator[DraftedRound]:
    """Write regions and units, and then round after round, each when it is asked for. Needs the reference data.

    The store is to hold no other regions and editions: the caller sees to that, and to one transaction for all.
    """
    random = Random(f"example data {size}")
    units = _places(random, size)
    definitions = _definitions()
    qualities = {unit.slug: numbers.quality(random) for unit in units}
    for round_ in latest_rounds(size.rounds):
        qualities = {slug: numbers.quality(random, 0.7 * held + 18) for slug, held in qualities.items()}
        yield _drafted(random, round_, units, qualities, definitions)


def _places(random: Random, size: Size) -> list[DeliveryUnit]:
    """Every region has one delivery unit; chance gives it more."""
    of_regions, of_units = names(random, regions=size.regions, units=size.pdus)
    regions = Region.objects.bulk_create(Region(name=name, slug=slugify(name)) for name in of_regions)
    homes = [*regions, *random.choices(regions, k=size.pdus - size.regions)]
    return DeliveryUnit.objects.bulk_create(
        DeliveryUnit(name=name, slug=slugify(f"{PREFIX}{name}"), region=region)
        for name, region in zip(of_units, homes, strict=True)
    )


def _definitions() -> Definitions:
    standards: dict[str, list[Standard]] = {}
    questions: dict[int, list[KeyQuestion]] = {}
    for standard in Standard.objects.select_related("framework", "theme").order_by("position"):
        standards.setdefault(standard.framework.code, []).append(standard)
    for question in KeyQuestion.objects.order_by("number"):
        questions.setdefault(question.standard_id, []).append(question)
    return Definitions(
        frameworks={framework.code: framework for framework in Framework.objects.all()},
        standards=standards,
        questions=questions,
        measures={measure.slug: measure for measure in Measure.objects.all()},
        themes=list(Theme.objects.all()),
    )


def _drafted(
    random: Random,
    round_: ExampleRound,
    units: list[DeliveryUnit],
    qualities: dict[str, float],
    definitions: Definitions,
) -> DraftedRound:
    collected = Collected()
    held = held_of_units(random, [unit.slug for unit in units])
    averages = _averages(random, units)
    table = collected.add(
        Source(
            key=f"{PREFIX}ratings-{round_.label}",
            kind=SourceKind.TABLE,
            title=f"Example table of ratings, {round_.label} (made up)",
        )
    )
    numbered = {kind: iter(range(len(units))) for kind in Held}
    for unit in units:
        kind = held[unit.slug]
        visit = Visit(
            unit=unit,
            round=round_,
            number=next(numbered[kind]),
            quality=qualities[unit.slug],
            random=random,
            definitions=definitions,
            collected=collected,
            averages={slug: random.choice(averages[unit.region_id, slug]) for slug in WITH_AVERAGE},
        )
        if kind is Held.REPORT:
            write_report(visit)
        elif kind is Held.RATINGS:
            write_ratings(visit, table=table, row=visit.number + 2)
    collected.write()
    return DraftedRound(label=round_.label, editions=tuple(collected.editions))


def _averages(random: Random, units: list[DeliveryUnit]) -> Averages:
    """One for each region and measure; of every third, one report in four prints another."""
    drawn: Averages = {}
    for region in sorted({unit.region_id for unit in units}):
        for slug in WITH_AVERAGE:
            average = Decimal(random.randint(26, 44))
            others = [average + random.randint(1, 3)] if len(drawn) % 3 == 0 else []
            drawn[region, slug] = [average] * 3 + (others or [average])
    return drawn
