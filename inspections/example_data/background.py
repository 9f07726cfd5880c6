"""The background of a made-up report: its dates, what it rests on, and the values of the known measures."""

import datetime

from inspections.example_data import figures, texts
from inspections.example_data.written import WrittenReport
from inspections.models import (
    Comparator,
    DateKind,
    EditionDate,
    Measure,
    MeasureValue,
    Paragraph,
    SampleCount,
    SampleKind,
)
from inspections.rows import ComparatorKind, PreciseDate, Precision, SectionKind
from inspections.wording import value_with_unit

DATE_WORDS = {
    DateKind.WORK_STARTED: "work started",
    DateKind.FIELDWORK_STARTED: "fieldwork began",
    DateKind.PUBLISHED: "published",
}
# Of five reports three give the day, one the month and one the year; one that gives the day gives a second date too.
PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.DAY, Precision.YEAR, Precision.DAY)
WITH_SECOND_DATE = 2


def write_background(report: WrittenReport) -> None:
    """The section of numbers."""
    report.begin(SectionKind.BACKGROUND, "Background")
    _write_dates(report)
    _write_sample(report)
    measures = report.visit.definitions.measures
    for value in figures.values(
        report.random, quality=report.visit.quality, samples=report.samples, inspected=report.inspected
    ):
        if value.slug in measures:
            _write_value(report, measures[value.slug], value)


def _write_dates(report: WrittenReport) -> None:
    place = report.visit.number % len(PRECISIONS)
    is_queried = place == WITH_SECOND_DATE
    dates = {
        DateKind.FIELDWORK_STARTED: to_precision(report.inspected, PRECISIONS[place]),
        DateKind.PUBLISHED: to_precision(report.inspected + datetime.timedelta(days=90), Precision.MONTH),
    }
    if is_queried:
        earlier = report.inspected - datetime.timedelta(days=30)
        dates[DateKind.WORK_STARTED] = to_precision(earlier, Precision.MONTH)
    for kind, date in dates.items():
        text = texts.dated(report.visit.place, DATE_WORDS[kind], date)
        report.add(
            EditionDate(
                edition=report.edition,
                citation=report.say(kind.value.replace("_", "-"), text),
                kind=kind,
                label=DATE_WORDS[kind].capitalize(),
                date=date.date,
                date_precision=date.precision,
                is_queried=is_queried and kind != DateKind.PUBLISHED,
            )
        )


def to_precision(date: datetime.date, precision: Precision) -> PreciseDate:
    """A day as it is kept where less of it is known: on the first."""
    kept = {Precision.DAY: date, Precision.MONTH: date.replace(day=1), Precision.YEAR: date.replace(day=1, month=1)}
    return PreciseDate(date=kept[precision], precision=precision)


def _write_sample(report: WrittenReport) -> None:
    samples = report.samples
    counts = {SampleKind.PRACTITIONER_INTERVIEWS: samples.interviews, SampleKind.SURVEYED: samples.surveyed}
    if samples.cases is not None:
        orders = report.random.randint(1, samples.cases - 1)
        counts |= {
            SampleKind.CASES: samples.cases,
            SampleKind.COMMUNITY_ORDERS: orders,
            SampleKind.RELEASES_ON_LICENCE: samples.cases - orders,
        }
    for kind, count in counts.items():
        text = texts.sampled(report.visit.place, str(kind.label), count)
        report.add(
            SampleCount(
                edition=report.edition,
                citation=report.say(kind.value.replace("_", "-"), text),
                kind=kind,
                count=count,
                counted_by=texts.ASKED_BY if kind == SampleKind.SURVEYED else "",
            )
        )


def _write_value(report: WrittenReport, measure: Measure, value: figures.ExampleValue) -> None:
    average = report.visit.averages.get(value.slug)
    paragraph = report.paragraph(
        texts.figure(
            report.visit.place,
            name=measure.name,
            value=value_with_unit(value.value, measure.unit, qualifier=value.qualifier),
            of=value.of,
            average=average,
        )
    )
    name = f"{value.slug}-{value.as_of:%Y-%m}" if value.as_of else value.slug
    stored = report.add(
        MeasureValue(
            edition=report.edition,
            citation=report.cite(name, paragraph),
            measure=measure,
            value=value.value,
            qualifier=value.qualifier,
            base=value.base,
            numerator=value.numerator,
            denominator=value.denominator,
            is_denominator_elsewhere=value.is_denominator_elsewhere,
            is_case_sample=value.is_case_sample,
            cohort=value.cohort,
            as_of=value.as_of,
            as_of_precision=Precision.MONTH if value.as_of else "",
            as_of_words=value.as_of_words,
        )
    )
    if average is not None:
        _write_average(report, stored, paragraph, name)


def _write_average(report: WrittenReport, value: MeasureValue, paragraph: Paragraph, name: str) -> None:
    region = report.visit.unit.region
    report.add(
        Comparator(
            measure_value=value,
            citation=report.cite(f"{name}-regional-average", paragraph),
            kind=ComparatorKind.REGIONAL_AVERAGE,
            region=region,
            place=region.name,
            value=report.visit.averages[value.measure.slug],
        )
    )
