"""A store of invented places with random facts in every state, to compare two ways of asking with."""

import datetime
from random import Random

from inspections import models
from inspections.ratings import Rating
from inspections.rows import FindingKind
from tests import factories
from tests.past_the_rules import made_past_the_rules

STATES = [
    (),
    ("published",),
    ("draft",),
    ("in_review",),
    ("withdrawn",),
    ("superseded", "published"),
    ("published", "draft"),
    ("superseded", "published", "in_review"),
    ("superseded", "withdrawn", "draft"),
]
ROUNDS = ["2022", "2022-23", "2024"]
# Names whose order depends on how capitals and spaces are compared.
NAMES = ["North Vale", "North and East Fells", "Northam", "Avon Mere", "East Mere", "Zell", "Upper Fells", "upper Mere"]
MEASURES = ["caseload", "oversight", "vacancies"]
FACTS_OF_STANDARDS = ["Leadership", "Staffing", "Assessment", "Planning"]
PERCENTAGES = ["0", "25", "37.5", "37.5", "100"]
PRECISIONS = {"day": (7, 8), "month": (7, 1), "year": (1, 1)}


@made_past_the_rules
def build(seed: int) -> None:
    """Two regions with units and one without, two frameworks, three rounds, editions in every combination of states."""
    random = Random(seed)
    frameworks = [_framework("points-9", FACTS_OF_STANDARDS, 9), _framework("points-12", FACTS_OF_STANDARDS[1:], 12)]
    for position, slug in enumerate(MEASURES, start=1):
        factories.measure(slug.capitalize(), position=position, is_headline=slug == "vacancies")
    sources = [
        factories.source(kind=kind, key=f"{kind}-{seed}-{number}")
        for kind in models.SourceKind.values
        for number in range(2)
    ]
    factories.region("Empty Fells")
    for region in [factories.region("Southern Fells"), factories.region("Eastern Fells")]:
        _inspected(random, factories.inspection(region=region, framework=frameworks[0], round="2024"), sources)
        for name in random.sample(NAMES, k=len(NAMES) - 3):
            unit = factories.delivery_unit(name, slug=f"{region.slug}-{name}".lower().replace(" ", "-"), region=region)
            for label in ROUNDS:
                inspection = factories.inspection(unit, round=label, framework=random.choice(frameworks))
                _inspected(random, inspection, sources)
    _meanwhile(random, frameworks)
    _questions_on_no_strand(Random(f"{seed} strands"), frameworks)
    _earlier_values(Random(f"{seed} earlier"))


def _meanwhile(random: Random, frameworks: list[models.Framework]) -> None:
    """The ratings of the first framework may be compared with later ones of the second, and not the other way."""
    models.Comparability.objects.create(earlier=frameworks[0], later=frameworks[1], source="A framework says so.")
    for year, month in [(2021, 1), (2023, 1), (2023, 4), (2024, 1), (2024, 7), (2025, 1)]:
        precision = random.choice(["day", "month"])
        factories.policy_event(happened=datetime.date(year, month, 1), happened_precision=precision)


def _earlier_values(random: Random) -> None:
    """Of some values an earlier one of the same group, and of some of those one more."""
    values = list(models.MeasureValue.objects.select_related("edition", "measure").order_by("pk"))
    for value in random.sample(values, k=len(values) // 3):
        for year in [[2020], [2020, 2021]][random.randint(0, 1)]:
            date = {"as_of": datetime.date(year, 4, 1), "as_of_precision": "month"}
            factories.measure_value(
                value.edition, value.measure, cohort=value.cohort, value=random.randint(0, 99), **date
            )


def _questions_on_no_strand(random: Random, frameworks: list[models.Framework]) -> None:
    """A fourth question beside three on the strands, and one that is alone, answered in some of the editions."""
    for framework in frameworks:
        for name, number in [("Assessment", 4), ("Staffing", 1)]:
            question = factories.key_question(framework.standards.get(name=name), number=number, strand="")
            editions = list(models.Edition.objects.filter(inspection__framework=framework).order_by("pk"))
            for edition in random.sample(editions, k=len(editions) // 2):
                factories.key_question_result(edition, question, percentage=random.choice(PERCENTAGES))


def _framework(code: str, standards: list[str], max_score: int) -> models.Framework:
    framework = factories.framework(*standards, code=code, max_score=max_score)
    for standard in framework.standards.filter(name__in=["Assessment", "Planning"]):
        for number, strand in enumerate(["engagement", "desistance", "keeping other people safe"], start=1):
            factories.key_question(standard, number=number, strand=strand)
    return framework


def _inspected(random: Random, inspection: models.Inspection, sources: list[models.Source]) -> None:
    for state in random.choice(STATES):
        _edition(random, factories.edition(inspection, state=state), sources)


def _edition(random: Random, edition: models.Edition, sources: list[models.Source]) -> None:
    def cited() -> models.Citation:
        basis = random.choice(["published", "published", "published", "staff"])
        return factories.citation(edition, source=random.choice(sources), basis=basis)

    edition.report = random.choice([None, random.choice(sources)])
    if random.random() < 0.8:
        edition.overall_rating, edition.overall_rating_citation = random.choice(list(Rating)), cited()
    if random.random() < 0.6:
        edition.max_score = edition.inspection.framework.max_score
        edition.score, edition.score_citation = random.choice([0, 1, edition.max_score]), cited()
    if random.random() < 0.3:
        edition.recommendation_count, edition.recommendation_count_citation = random.randint(0, 9), cited()
    edition.save()
    _judgements(random, edition, cited)
    _words(random, edition, cited)
    _measures(random, edition, cited)


def _judgements(random: Random, edition: models.Edition, cited) -> None:
    def some(items: list) -> list:
        return random.sample(items, k=random.randint(0, len(items)))

    for kind in some(models.DateKind.values):
        factories.edition_date(edition, kind=kind, citation=cited(), is_queried=random.random() < 0.5, **_date(random))
    for kind in some(models.SampleKind.values):
        factories.sample_count(edition, kind=kind, count=random.randint(0, 99), citation=cited())
    for standard in some(list(edition.inspection.framework.standards.all())):
        summary = {"summary": "It says why.", "summary_citation": cited()} if random.random() < 0.5 else {}
        factories.standard_rating(edition, standard, rating=random.choice(list(Rating)), citation=cited(), **summary)
    for question in some(list(models.KeyQuestion.objects.filter(standard__framework=edition.inspection.framework))):
        counts = {"numerator": 3, "denominator": 8, "counts_origin": random.choice(["published", "inferred"])}
        given = random.choice([counts, {}])
        factories.key_question_result(
            edition, question, percentage=random.choice(PERCENTAGES), citation=cited(), **given
        )


def _words(random: Random, edition: models.Edition, cited) -> None:
    positions = random.sample(range(50), k=8)
    for position in positions[: random.randint(0, 6)]:
        standard = random.choice([None, *edition.inspection.framework.standards.all()[:2]])
        area = "standard" if standard else random.choice(["feedback", "outcomes"])
        factories.finding(
            edition,
            position=position,
            area=area,
            standard=standard,
            kind=random.choice(list(FindingKind)),
            text=f"Finding {random.random()}",
            is_kind_inferred=random.random() < 0.5,
            citation=cited(),
        )
    for position in positions[: random.randint(0, 2)]:
        factories.quotation(edition, position=position, citation=cited(), text=f"Words {random.random()}")
    for number in positions[: random.randint(0, 3)]:
        factories.recommendation(edition, number=number + 1, citation=cited(), text=f"act {random.random()}")


def _measures(random: Random, edition: models.Edition, cited) -> None:
    for measure in models.Measure.objects.all():
        for cohort in random.choice([[], [""], [""], ["officers", ""], ["officers", "managers"]]):
            dated = random.choice([{}, *({f"as_of{name[4:]}": value for name, value in _date(random).items()},) * 2])
            value = factories.measure_value(
                edition,
                measure,
                cohort=cohort,
                value=random.choice(["0", "7.5", "38", "1500"]),
                qualifier=random.choice(["", "approximately"]),
                base=random.choice(["", "inspected cases"]),
                denominator=random.choice([None, 41]),
                is_denominator_elsewhere=random.choice([True, False]),
                citation=cited(),
                **dated,
            )
            for place in random.sample(["", "Wales", "London"], k=random.randint(0, 2)):
                factories.comparator(value, place=place, value=random.choice(["31", "32.5"]), citation=cited())


def _date(random: Random) -> dict:
    precision = random.choice(list(PRECISIONS))
    date = datetime.date(random.choice([2023, 2024]), *PRECISIONS[precision])
    return {"date": date, "date_precision": precision}
