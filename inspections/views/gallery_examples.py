"""Made-up values for the gallery of components. No place, person or number here is real."""

import datetime
import itertools
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import django_tables2
from django import forms

from inspections import wording
from inspections.charts.measure_by_unit import measure_by_unit
from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    ComparatorRow,
    DateRow,
    Direction,
    EarlierRatings,
    HistoryEntry,
    InspectionRow,
    LastChange,
    MeasureDefinition,
    MeasureRow,
    Origin,
    Place,
    PolicyEventRow,
    PreciseDate,
    Precision,
    RatingCell,
    Sourced,
)
from inspections.tables.columns import RatingColumn
from inspections.views.context import Link
from inspections.views.drawing import drawn
from inspections.views.paging import Size
from inspections.views.places import placed

REPORT = Sourced(key="made-up-2031-example")
PRESS = Sourced(key="made-up-2031-press", origin=Origin.PRESS)
PRESS_RELEASE = Sourced(key="made-up-2031-release", origin=Origin.PRESS_RELEASE)
STAFF = Sourced(key="made-up-2031-staff", origin=Origin.STAFF)
NORTHMERE = Place(name="Northmere (made up)", slug="northmere")
SOUTHMERE = Place(name="Southmere (made up)", slug="southmere")
EASTMERE = Place(name="Eastmere (made up)", slug="eastmere")
DAY = PreciseDate(date=datetime.date(2031, 7, 8), precision=Precision.DAY)
MONTH = PreciseDate(date=datetime.date(2031, 10, 1), precision=Precision.MONTH)
CHANGED = datetime.date(2031, 11, 3)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A finding, quotation or recommendation as the components take it."""

    text: str
    key: str = ""
    source: Sourced | None = REPORT
    is_kind_inferred: bool = False
    asked_by: str = ""
    number: int = 0
    addressed_to: str = ""


def measure(name: str, slug: str, unit: str, direction: Direction) -> MeasureDefinition:
    return MeasureDefinition(name=name, slug=slug, unit=unit, direction=direction)


RATINGS = [
    ("Outstanding", RatingCell(rating=Rating.OUTSTANDING, source=REPORT)),
    ("Good", RatingCell(rating=Rating.GOOD, source=REPORT)),
    ("Requires improvement, press release", RatingCell(rating=Rating.REQUIRES_IMPROVEMENT, source=PRESS_RELEASE)),
    ("Inadequate, press", RatingCell(rating=Rating.INADEQUATE, source=PRESS)),
    ("Good, staff", RatingCell(rating=Rating.GOOD, source=STAFF)),
    *((absence.name, RatingCell(absence=absence)) for absence in Absence),
]

MEASURES = [
    MeasureRow(
        unit=NORTHMERE,
        measure=measure("Made-up caseload share", "caseload-share", "%", Direction.CONTEXT),
        value=Decimal(58),
        base="the made-up caseload, approximately 900",
        source=Sourced(key="made-up-2031-caseload"),
        comparators=(ComparatorRow(label="regional average as published", value=Decimal(52), source=REPORT),),
    ),
    MeasureRow(
        unit=NORTHMERE,
        measure=measure("Made-up vacancies", "vacancies", "full-time equivalent", Direction.LOWER_IS_BETTER),
        value=Decimal("4.50"),
        qualifier="approximately",
        cohort="made-up officers",
        as_of=MONTH,
        source=STAFF,
    ),
    MeasureRow(
        unit=NORTHMERE,
        measure=measure("Made-up cases with a plan", "plans", "%", Direction.HIGHER_IS_BETTER),
        value=Decimal(45),
        base="inspected cases",
        n=40,
        numerator=18,
        is_case_sample=True,
        source=Sourced(key="made-up-2031-plans"),
    ),
    MeasureRow(
        unit=NORTHMERE,
        measure=measure("Made-up population", "population", "count", Direction.CONTEXT),
        absence=Absence.NOT_IN_REPORT,
    ),
]

PLANS = MEASURES[2]
NEIGHBOURS = [replace(PLANS, unit=SOUTHMERE, value=Decimal(60), numerator=24)]

FINDINGS = [
    Example(text="This made-up finding has a source and an address of its own.", key="made-up-strength-1"),
    Example(text="This made-up finding was under a heading that is lost.", is_kind_inferred=True),
    Example(text="This made-up finding has no source link.", source=None),
]

QUOTATION = Example(text="These words were made up to show a quotation.", asked_by="a made-up charity")

RECOMMENDATIONS = [
    Example(number=1, addressed_to="Northmere PDU", text="do the first made-up thing.", key="made-up-rec-1"),
    Example(number=4, addressed_to="", text="Do a made-up thing that is addressed to nobody.", source=None),
]

CONTENTS = [
    {"id": "ratings", "text": "Ratings"},
    {"id": "key-facts", "text": "Headline numbers"},
    {"id": "places", "text": "Places among a region"},
    {"id": "chart", "text": "Chart"},
    {"id": "filters", "text": "Filters"},
    {"id": "table", "text": "Table"},
    {"id": "rounds", "text": "Rounds and history"},
    {"id": "words", "text": "Findings, voices, recommendations"},
    {"id": "facts", "text": "Facts"},
]

CRUMBS = [Link(label="Regions", address="/regions/"), Link(label="Made-up region", address="/regions/made-up/")]

THEMES = ["Leadership", "Staffing", "Services", "Assessment", "Planning", "Implementation and delivery", "Reviewing"]


def standards(*cells: RatingCell) -> dict[str, RatingCell]:
    """The cells in turn, over and over, for all themes."""
    return dict(zip(THEMES, itertools.cycle(cells), strict=False))


INSPECTIONS = [
    InspectionRow(
        unit=NORTHMERE,
        round="2031",
        overall=RatingCell(rating=Rating.GOOD, source=REPORT),
        score=12,
        max_score=21,
        standards=standards(
            RatingCell(rating=Rating.OUTSTANDING, source=REPORT),
            RatingCell(rating=Rating.REQUIRES_IMPROVEMENT, source=PRESS),
        ),
    ),
    InspectionRow(
        unit=SOUTHMERE,
        round="2031",
        overall=RatingCell(rating=Rating.INADEQUATE, source=PRESS),
        score=0,
        max_score=21,
        standards=standards(RatingCell(absence=Absence.REPORT_NOT_HELD)),
    ),
    InspectionRow(
        unit=EASTMERE,
        round="2031",
        overall=RatingCell(absence=Absence.NO_INSPECTION_RECORDED),
        standards=standards(RatingCell(absence=Absence.NO_INSPECTION_RECORDED)),
    ),
]


HISTORY = [
    HistoryEntry(
        inspection=replace(
            INSPECTIONS[0],
            inspected=DateRow(meaning="fieldwork started", label="", date=DAY, is_queried=False, source=REPORT),
            score_source=REPORT,
            earlier=EarlierRatings(
                round="2029",
                framework="Made-up standards",
                overall=RatingCell(rating=Rating.INADEQUATE, source=REPORT),
                is_comparable=True,
            ),
        )
    ),
    HistoryEntry(
        event=PolicyEventRow(
            name="Made-up policy",
            slug="made-up-policy",
            happened=replace(MONTH, date=datetime.date(2030, 10, 1)),
            description="It changed something for every made-up PDU.",
            source="A made-up report",
            quote="This was made up.",
        )
    ),
    HistoryEntry(inspection=replace(INSPECTIONS[1], round="2029", score=None)),
]

ROUND_LINKS = [
    Link(label="All rounds", address="."),
    Link(label="2031", address="?round=2031", is_current=True),
    Link(label="2029", address="?round=2029"),
]


class ExampleTable(django_tables2.Table):
    """A ratings grid as regions have it, two rows a page."""

    caption = "Made-up ratings of made-up PDUs"
    note = "In alphabetical order. Out of 21 points."

    unit = django_tables2.Column(accessor="unit__name", verbose_name="PDU")
    score = django_tables2.Column(
        verbose_name="Score",
        default="Not held here",
        attrs={"th": {"class": "govuk-table__header--numeric"}, "td": {"class": "govuk-table__cell--numeric"}},
    )
    overall = RatingColumn(verbose_name="Overall", orderable=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        columns = [(theme, RatingColumn(accessor=f"standards__{theme}", orderable=False)) for theme in THEMES]
        super().__init__(*args, extra_columns=columns, **kwargs)


class EmptyTable(ExampleTable):
    caption = "Made-up table in which nothing was found"


class ExampleFilter(forms.Form):
    """A choice that is made, and one that the address asks for in vain."""

    size = forms.ChoiceField(label="Made-up size", choices=[("", "Any size"), ("large", "Large")])
    kind = forms.ChoiceField(
        label="Made-up kind",
        choices=[("", "Any kind")],
        error_messages={"invalid_choice": "The address asks for a made-up kind that is not held here."},
    )


SIZES = [Size(label=label, address=f"?size={label}", is_current=label == "25") for label in ("25", "50")]
PROBLEMS = [
    {"text": "Made-up kind: the address asks for one that is not held here.", "id": "id_kind"},
    {"text": "The made-up list can't be sorted by that.", "id": ""},
]


def context() -> dict[str, Any]:
    chart = measure_by_unit(
        [MEASURES[0], replace(MEASURES[3], unit=SOUTHMERE, measure=MEASURES[0].measure)],
        region=Place(name="Made-up region", slug="made-up"),
        this=NORTHMERE,
        source_url="/sources/made-up-2031-example/",
    )
    return {
        "contents": CONTENTS,
        "ratings": RATINGS,
        "measures": MEASURES,
        "history": HISTORY,
        "northmere": NORTHMERE,
        "round_links": ROUND_LINKS,
        "not_held": {wording.absence(Absence.REPORT_NOT_HELD): ["Southmere (made up)", "Eastmere (made up)"]},
        "before": RatingCell(rating=Rating.GOOD, source=PRESS),
        "places": [placed(replace(PLANS, source=Sourced(key="made-up-2031-placed")), NEIGHBOURS, address="/regions/")],
        "question_places": [placed(replace(PLANS, source=Sourced(key="made-up-2031-question")), NEIGHBOURS)],
        "findings": FINDINGS,
        "quotation": QUOTATION,
        "recommendations": RECOMMENDATIONS,
        "last_change": LastChange(changed=CHANGED, release=7),
        "crumbs": CRUMBS,
        "source": REPORT,
        "inspected": DateRow(meaning="fieldwork started", label="", date=DAY, is_queried=False, source=REPORT),
        "published": DateRow(meaning="published", label="", date=MONTH, is_queried=False, source=REPORT),
        "changed": CHANGED,
        "filters": ExampleFilter({"size": "large", "kind": "unknown"}),
        "sizes": SIZES,
        "problems": PROBLEMS,
        "figure": drawn(chart, csv="/regions/made-up.csv"),
    }
