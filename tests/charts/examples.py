"""One chart of every kind, from the report's figures and from made-up ones that are harder to draw."""

from dataclasses import replace
from decimal import Decimal

from inspections.charts.chart import Axis, Chart, Group, Mark, Role, Shape
from inspections.charts.key_question_by_unit import key_question_by_unit
from inspections.charts.key_questions import key_questions
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.charts.place_in_region import place_in_region
from inspections.comparison.intervals import wilson_interval
from inspections.ratings import Rating
from inspections.rows import Absence, BandRow, Lowest, Place
from tests.example_rows import (
    CASELOAD,
    DONCASTER,
    LEEDS,
    REGION,
    UNITS,
    VACANCIES,
    YORK,
    average,
    day,
    edition,
    high_risk_rows,
    key_question_rows,
    measured,
    missing,
    question_in_region,
    sampled,
)


def of_samples():
    """Shares of 41, 8, 30 and 25 inspected cases, none and all of them included, and one that is missing."""
    shares = [(44, 41), (63, 8), (100, 30), (0, 25)]
    rows = [
        replace(sampled(share, average(50), n=n), unit=unit) for (share, n), unit in zip(shares, UNITS, strict=False)
    ]
    return [*rows, missing(Absence.NOT_IN_REPORT, unit=UNITS[9])]


def of_region(*averages):
    """Every PDU with a value; the averages are quoted in turn."""
    shares = ["28", "31", "38", "27", "49", "33", "30.5", "22", "35", "36", "19"]
    return [
        measured(share, *([average(averages[index % len(averages)])] if averages else []), unit=unit)
        for index, (share, unit) in enumerate(zip(shares, UNITS, strict=True))
    ]


def dots():
    """A chart of dots with intervals, as a region's key questions will be."""
    marks = tuple(
        Mark(
            label=unit.name,
            value=Decimal(100 * count) / 50,
            value_label=f"{2 * count}%",
            role=Role.THIS if unit == DONCASTER else Role.PEER,
            shape=Shape.DOT,
            interval=wilson_interval(count, 50),
        )
        for unit, count in zip(UNITS, range(5, 50, 9), strict=False)
    )
    return Chart(
        id="dots",
        finding="Dots",
        subtitle="",
        details=". ".join(mark.words for mark in marks),
        unit="%",
        axis=Axis(maximum=Decimal(100), step=Decimal(20)),
        groups=(Group(heading="Keeping other people safe", marks=marks),),
    )


def bands(framework="F"):
    """Made up: none is verified in the data that is shipped."""
    lower_ends = {Rating.INADEQUATE: 0, Rating.REQUIRES_IMPROVEMENT: 40, Rating.GOOD: 60, Rating.OUTSTANDING: 85}
    return [
        BandRow(framework=framework, rating=rating, lower=lower, source="A rule.")
        for rating, lower in lower_ends.items()
    ]


def by_unit(*results, **fields):
    options = {name: fields.pop(name) for name in ("bands", "among", "source_url") if name in fields}
    rows = question_in_region(*results, framework="F", **fields)
    return key_question_by_unit(rows, region=REGION, chart_id="assessment-q1", **options)


def of_two_averages():
    """Shares of known numbers of cases beside a published average: 18 + 24 + 15 of 41 + 41 + 40 are pooled."""
    counted = [(44, 41, 18, DONCASTER), (59, 41, 24, LEEDS), (38, 40, 15, YORK)]
    return [sampled(share, average(50), n=n, numerator=count, unit=unit) for share, n, count, unit in counted]


def of_two_frameworks():
    """Two PDUs of one framework and one of another, in one round, each with an average."""
    return [
        measured(38, average(32), edition=edition("21 points")),
        measured(28, average(32), unit=LEEDS, edition=edition("21 points")),
        measured(45, average(40), unit=YORK, edition=edition("27 points")),
        missing(unit=UNITS[0]),
    ]


def rankable():
    """A measure with a direction and at least 50 cases everywhere: it may be drawn in order of value."""
    shares = [(62, UNITS[0]), (81, DONCASTER), (74, LEEDS)]
    return [*(sampled(share, n=60, numerator=None, unit=unit) for share, unit in shares), missing(unit=YORK)]


HOSTILE = Place(name='<b>"Ex & Why"</b>', slug="ex-and-why")

CHARTS = {
    "doncaster and its region": measure_by_unit(high_risk_rows(), region=REGION, this=DONCASTER),
    "nothing held": measure_by_unit([missing(), missing(None, unit=HOSTILE)], region=REGION),
    "many not held": measure_by_unit([missing(unit=unit) for unit in UNITS], region=REGION),
    "samples": measure_by_unit(of_samples(), region=REGION),
    "two averages": measure_by_unit(of_region(32, 33), region=REGION, this=DONCASTER),
    "three averages": measure_by_unit(of_region(32, 33, 34), region=REGION),
    "no average": measure_by_unit(of_region(), region=REGION),
    "over a hundred": measure_by_unit([measured(134), measured(169, as_of=day(2024, 4))], region=REGION),
    "counts": measure_by_unit([measured(1500, measure=CASELOAD, qualifier="approximately")], region=REGION),
    "full-time equivalent": measure_by_unit([measured("7.8", average("5.2"), measure=VACANCIES)], region=REGION),
    "hostile name": measure_by_unit([measured(38, average(32), unit=HOSTILE)], region=REGION),
    "key questions": key_questions(key_question_rows(), unit=DONCASTER, inspected=day(2024, 7, 8)),
    "key questions of one standard": key_questions(key_question_rows()[:3], unit=DONCASTER),
    "dots": dots(),
    "key question of one unit": by_unit(None, None, (24, 41), *[None] * 8, lowest=Lowest.ONLY),
    "key question of every unit": by_unit(
        (0, 41), (41, 41), (5, 8), (20, 50), (33, 61), (20, 41), (59, None), (9, 41), (21, 41), (7, 9), (30, 41)
    ),
    "key question of no unit": by_unit(*[None] * 11),
    "key question with bands": by_unit((24, 41), (20, 36), (5, 8), None, bands=bands()),
    "published and pooled": measure_by_unit(of_two_averages(), region=REGION),
    "two published and pooled": measure_by_unit(
        [*of_two_averages(), sampled(50, average(52), n=40, unit=UNITS[0])], region=REGION
    ),
    "two frameworks": measure_by_unit(of_two_frameworks(), region=REGION),
    "by value": measure_by_unit(rankable(), region=REGION),
    "place of a sample": place_in_region(of_two_averages()[0], of_two_averages()),
    "place beside an average": place_in_region(high_risk_rows()[2], high_risk_rows()),
    "place of a few cases": place_in_region(of_samples()[1], of_samples()),
    "place among many": place_in_region(of_region(32, 33)[2], of_region(32, 33)),
}
