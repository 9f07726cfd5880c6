"""Rows to test sentences and charts with: Doncaster's are the report's own figures, the others are made up."""

import datetime
from decimal import Decimal

from inspections.comparison import count_for_percentage
from inspections.rows import (
    Absence,
    ComparatorRow,
    Direction,
    EditionRow,
    KeyQuestionRow,
    Lowest,
    MeasureDefinition,
    MeasureRow,
    Place,
    PreciseDate,
    Precision,
    Sourced,
    Strand,
)

DONCASTER = Place(name="Doncaster", slug="doncaster")
LEEDS = Place(name="Leeds", slug="leeds")
YORK = Place(name="York", slug="york")

SOURCE = Sourced(key="doncaster-2024-caseload")
HIGH_RISK = MeasureDefinition(
    name="High or very high risk of serious harm", slug="high-risk", unit="%", direction=Direction.CONTEXT
)
OVERSIGHT = MeasureDefinition(
    name="Sufficient management oversight", slug="oversight", unit="%", direction=Direction.HIGHER_IS_BETTER
)
CASELOAD = MeasureDefinition(name="Caseload", slug="caseload", unit="count", direction=Direction.CONTEXT)
VACANCIES = MeasureDefinition(
    name="Vacancies", slug="vacancies", unit="full-time equivalent", direction=Direction.LOWER_IS_BETTER
)


REGION = Place(name="Yorkshire and the Humber", slug="yorkshire-and-the-humber")
UNITS = [
    Place(name=name, slug=name.lower().replace(" ", "-"))
    for name in (
        "Barnsley and Rotherham",
        "Bradford and Calderdale",
        "Doncaster",
        "Hull and East Riding",
        "Kirklees",
        "Leeds",
        "North and North East Lincolnshire",
        "North Yorkshire",
        "Sheffield",
        "Wakefield",
        "York",
    )
]


def average(value, label="regional average", **fields):
    return ComparatorRow(label=label, value=Decimal(value), source=SOURCE, **fields)


def measured(value, *comparators, unit=DONCASTER, measure=HIGH_RISK, **fields):
    return MeasureRow(
        unit=unit,
        measure=measure,
        value=Decimal(value),
        comparators=comparators,
        source=SOURCE,
        **({"base": "the PDU's caseload"} if measure.unit == "%" else {}) | fields,
    )


def missing(why=Absence.REPORT_NOT_HELD, unit=LEEDS, measure=HIGH_RISK):
    return MeasureRow(unit=unit, measure=measure, absence=why)


def day(year, month=1, date=1, precision=Precision.DAY):
    return PreciseDate(date=datetime.date(year, month, date), precision=precision)


def sampled(value, *comparators, n=41, **fields):
    return measured(value, *comparators, measure=OVERSIGHT, base="inspected cases", n=n, is_case_sample=True, **fields)


def surveyed(value, *comparators, n=65, **fields):
    """Of people who were selected and answered: no case sample, and no full count."""
    about = {"base": "people on probation surveyed by User Voice", "n": n}
    return measured(value, *comparators, measure=OVERSIGHT, **about | fields)


def edition(framework="21 points", *, release=1, **fields):
    return EditionRow(region=REGION, round="2024", framework=framework, release=release, **fields)


def asked(percentage, standard="Assessment", strand=Strand.SAFETY, **fields):
    defaults = {
        "theme": standard.lower(),
        "number": list(Strand).index(strand) + 1,
        "text": "Does assessment focus sufficiently on keeping other people safe?",
        "numerator": None,
        "denominator": 41,
        "numerator_is_inferred": True,
        "source": SOURCE,
    }
    value = None if percentage is None else Decimal(percentage)
    return KeyQuestionRow(standard=standard, strand=strand, percentage=value, **{**defaults, **fields})


def key_question_rows():
    """The twelve key questions of the Doncaster report, of 41 inspected cases."""
    percentages = {
        "Assessment": (59, 78, 37),
        "Planning": (41, 68, 59),
        "Implementation and delivery": (49, 41, 27),
        "Reviewing": (44, 44, 44),
    }
    return [
        asked(
            value,
            standard,
            strand,
            lowest=_lowest(value, values),
            numerator=count_for_percentage(Decimal(value), 41),
        )
        for standard, values in percentages.items()
        for value, strand in zip(values, Strand, strict=True)
    ]


def _lowest(value, values):
    if value > min(values):
        return None
    return Lowest.EQUAL if values.count(value) > 1 else Lowest.ALONE


def high_risk_rows():
    """Doncaster's 38% against 32%, and ten PDUs whose figure is not held for one of two reasons."""
    held = measured(
        38,
        average(32),
        base="the PDU's caseload, approximately 1,500",
        inspected=day(2024, 7, 8),
        report_title="An inspection of probation services in Doncaster",
    )
    why = {"hull-and-east-riding": Absence.NO_INSPECTION_RECORDED}
    return [
        held if unit == DONCASTER else missing(why.get(unit.slug, Absence.REPORT_NOT_HELD), unit=unit) for unit in UNITS
    ]


def question_in_region(
    *results, strand=Strand.ENGAGEMENT, standard="Assessment", absence=Absence.REPORT_NOT_HELD, **fields
):
    """One question across the first PDUs: a result is (count, n), (percentage, None) without a count, or None."""
    rows = []
    for result, unit in zip(results, UNITS, strict=False):
        if result is None:
            rows.append(
                asked(None, standard, strand, unit=unit, denominator=None, source=None, absence=absence, **fields)
            )
            continue
        count, n = result
        percentage = count if n is None else round(100 * count / n)
        numerator = None if n is None else count
        rows.append(asked(percentage, standard, strand, unit=unit, numerator=numerator, denominator=n, **fields))
    return rows
