"""The sentences that compare: a measure in its region, a delivery unit among it, and the two averages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from inspections import wording
from inspections.comparison import NotPooled, averages, pool
from inspections.rows import Absence, Origin, Precision, Sourced
from inspections.wording.regions import average_words
from tests.example_rows import (
    CASELOAD,
    DONCASTER,
    HIGH_RISK,
    LEEDS,
    OVERSIGHT,
    REGION,
    UNITS,
    VACANCIES,
    YORK,
    average,
    day,
    edition,
    measured,
    missing,
    sampled,
    surveyed,
)

AVERAGE_32 = average(32)
OLD, NEW = edition("27 points"), edition("21 points")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        # Missing
        ([], "Measure: no figure held here for any of the 0 PDUs"),
        (
            [missing(), missing(unit=YORK)],
            "High or very high risk of serious harm: no figure held here for any of the 2 PDUs",
        ),
        # One PDU only: above
        (
            [measured(38, AVERAGE_32), missing()],
            "38% of the PDU's caseload in Doncaster, against a published regional average of 32% "
            "(about 6 percentage points higher, calculated here)",
        ),
        (
            [measured(134), measured(169, as_of=day(2024, 4, precision=Precision.MONTH)), missing()],
            "134% of the PDU's caseload in Doncaster; 169% of the PDU's caseload in Doncaster (April 2024)",
        ),
        # Context: above, below and equal, and no word of ranks
        (
            [measured(38, AVERAGE_32), measured(28, AVERAGE_32, unit=LEEDS), missing(unit=YORK)],
            "From 28% to 38%, of the PDU's caseload, in the 2 of 3 PDUs with a figure held here, against a published "
            "regional average of 32% "
            "(1 higher and 1 lower, calculated here)",
        ),
        (
            [measured(38, AVERAGE_32), measured(32, unit=LEEDS), measured(28, unit=YORK)],
            "From 28% to 38%, of the PDU's caseload, in the 3 PDUs with a figure held here, against a published "
            "regional average of 32% "
            "(1 higher, 1 lower and 1 the same as rounded, calculated here)",
        ),
        # A limit is no exact figure
        (
            [measured(38, AVERAGE_32), measured(5, qualifier="less than", unit=LEEDS)],
            "From less than 5% to 38%, of the PDU's caseload, in the 2 PDUs with a figure held here, against a "
            "published regional average of "
            "32%",
        ),
        # Tie
        (
            [measured(38), measured(38, unit=LEEDS)],
            "38%, of the PDU's caseload, in each of the 2 PDUs with a figure held here",
        ),
        # Two published averages that differ, and more
        (
            [measured(38, AVERAGE_32), measured(28, average(30), unit=LEEDS)],
            "From 28% to 38%, of the PDU's caseload, in the 2 PDUs with a figure held here, against a published "
            "regional average of 32% "
            "(in the report on Doncaster) and a published regional average of 30% (in the report on Leeds)",
        ),
        (
            [measured(38, AVERAGE_32, average(30, "national average")), measured(28, unit=LEEDS)],
            "From 28% to 38%, of the PDU's caseload, in the 2 PDUs with a figure held here, against a published "
            "regional average of 32% and a "
            "published national average of 30%",
        ),
        (
            [
                measured(value, average(value + 1), unit=unit)
                for value, unit in ((38, DONCASTER), (28, LEEDS), (30, YORK))
            ],
            "From 28% to 38%, of the PDU's caseload, in the 3 PDUs with a figure held here, against 3 published "
            "averages that differ, each "
            "shown with its report",
        ),
        # Samples: too few to rank, too few for a percentage, too few to tell; pooled 5 + 18 + 24 of 8 + 41 + 41
        (
            [sampled(63, n=8), sampled(44, average(50), unit=LEEDS), sampled(59, unit=YORK)],
            "From 44% to 59%, of 41 inspected cases each, in the 2 of 3 PDUs with a figure from at least 10 cases, too "
            "few cases to rank, against a "
            "published regional average of 50% (2 with too few cases to tell, calculated here) and an average of 52% "
            "of the 3 PDUs held here, pooled by cases (47 of 90, calculated here)",
        ),
        (
            [sampled(63, n=8), sampled(50, n=8, unit=LEEDS)],
            "From 4 of 8 to 5 of 8 inspected cases in the 2 PDUs with a figure held here, too few cases to rank, "
            "against an average of "
            "56% of the 2 PDUs held here, pooled by cases (9 of 16, calculated here)",
        ),
        # Rankable: 31 + 49 of 50 + 70
        (
            [sampled(62, n=50, numerator=31), sampled(70, n=70, numerator=49, unit=LEEDS), missing(unit=YORK)],
            "From 62% to 70%, of 50 to 70 inspected cases each, in the 2 of 3 PDUs with a figure held here, against an "
            "average of 67% of the 2 of 3 PDUs "
            "held here, pooled by cases (80 of 120, calculated here)",
        ),
        # A survey is pooled by people, and set against no average
        (
            [surveyed(86, average(70), numerator=56), surveyed(62, unit=LEEDS, n=60, numerator=37)],
            "From 62% to 86%, of 60 to 65 people on probation surveyed by User Voice each, in the 2 PDUs with a figure "
            "held here, against a published regional average of 70% and an average of 74% of the 2 PDUs held here, "
            "pooled by people (93 of 125, calculated here)",
        ),
        (
            [surveyed(86), surveyed(62, unit=LEEDS, n=None), surveyed(75, unit=YORK, n=8, numerator=6)],
            "From 62% to 86%, of 65 people on probation surveyed by User Voice each where the number is given, in the "
            "2 "
            "of 3 PDUs with a figure from at least 10 people",
        ),
        # Not the same bases, none, an unknown number, and caseloads of several sizes
        (
            [sampled(44), replace(sampled(59, unit=LEEDS), base="releases on licence")],
            "From 44% to 59%, of different bases, in the 2 PDUs with a figure held here, too few cases to rank",
        ),
        (
            [measured(38, base=""), measured(28, base="", unit=LEEDS)],
            "From 28% to 38%, base not stated, in the 2 PDUs with a figure held here",
        ),
        (
            [sampled(44, n=None), sampled(60, n=None, unit=LEEDS)],
            "From 44% to 60%, of inspected cases (number not given), in the 2 PDUs with a figure held here, not ranked "
            "without the number of cases",
        ),
        (
            [
                measured(38, base="the PDU's caseload, approximately 1,500"),
                measured(28, base="the PDU's caseload, approximately 900", unit=LEEDS),
            ],
            "From 28% to 38%, of the PDU's caseload, in the 2 PDUs with a figure held here",
        ),
        (
            [measured(38, base="those 40 who replied"), measured(28, base="those 30 who replied", unit=LEEDS)],
            "From 28% to 38%, of those who replied, in the 2 PDUs with a figure held here",
        ),
        # Counts, each with the number that it is of
        (
            [
                measured(34, measure=CASELOAD, base="people surveyed", n=65),
                measured(34, measure=CASELOAD, base="people surveyed", n=50, unit=LEEDS),
            ],
            "Counts, each out of 50 to 65 people surveyed, in the 2 PDUs with a figure held here",
        ),
        (
            [
                measured(34, measure=CASELOAD, base="people surveyed", n=65),
                measured(30, measure=CASELOAD, base="people surveyed", n=65, unit=LEEDS),
            ],
            "From 30 of 65 to 34 of 65 people surveyed in the 2 PDUs with a figure held here",
        ),
        (
            [
                measured(34, measure=CASELOAD, base="people surveyed", n=65),
                measured(34, measure=CASELOAD, base="people surveyed", unit=LEEDS),
            ],
            "Counts, each out of 65 people surveyed where the number is given, in the 2 PDUs with a figure held here",
        ),
        # Different frameworks
        (
            [
                measured(38, AVERAGE_32, edition=NEW),
                measured(28, unit=LEEDS, edition=NEW),
                measured(45, average(40), unit=YORK, edition=OLD),
            ],
            "21 points: from 28% to 38%, of the PDU's caseload, in the 2 of 3 PDUs with a figure held here, against a "
            "published regional "
            "average of 32% (1 higher and 1 lower, calculated here); 27 points: 45% of the PDU's caseload in York, "
            "against a published "
            "regional average of 40% (about 5 percentage points higher, calculated here); these are not compared with "
            "each other",
        ),
        # Different groups
        (
            [measured(134, cohort="probation officers"), measured(120, unit=LEEDS)],
            "Probation officers: 134% of the PDU's caseload in Doncaster (probation officers); Whole PDU: 120% of the "
            "PDU's caseload in Leeds; these are not "
            "compared with each other",
        ),
        # Not a percentage
        (
            [measured("7.8", measure=VACANCIES), measured("5.2", measure=VACANCIES, unit=LEEDS)],
            "From 5.2 full-time equivalent to 7.8 full-time equivalent in the 2 PDUs with a figure held here",
        ),
    ],
)
def test_region_sentence(rows, sentence):
    assert wording.region_sentence(rows) == sentence


def test_no_sentence_of_a_region_judges_or_ranks_context():
    for measure in (HIGH_RISK, OVERSIGHT):
        rows = [
            measured(value, AVERAGE_32, measure=measure, unit=unit) for value, unit in ((38, DONCASTER), (20, LEEDS))
        ]
        sentence = wording.region_sentence(rows)
        assert not {"worse", "better", "best", "worst"} & set(sentence.split())
        assert "rank" not in sentence


def test_region_title_names_measure_region_and_round_once():
    held = [measured(38), missing()]

    assert wording.region_title(held, region=REGION.name, round_label="2024") == (
        "High or very high risk of serious harm: 38% of the PDU's caseload in Doncaster; Yorkshire and the Humber, 2024"
    )
    assert wording.region_title([missing()], region=REGION.name, round_label="2024") == (
        "High or very high risk of serious harm: no figure held here for any of the 1 PDU; Yorkshire and the Humber, "
        "2024"
    )


def test_region_title_leaves_what_stands_beside_the_finding_to_the_page():
    def title(*rows):
        return wording.region_title(rows, region=REGION.name, round_label="2024")

    about = "; Yorkshire and the Humber, 2024"
    high_risk = "High or very high risk of serious harm: "
    assert title(measured(38, AVERAGE_32), missing()) == f"{high_risk}38% of the PDU's caseload in Doncaster{about}"
    assert title(measured(38, AVERAGE_32), measured(28, unit=LEEDS)) == (f"{high_risk}figures of 2 of 2 PDUs{about}")
    assert title(sampled(44), sampled(59, unit=LEEDS)) == (
        f"Sufficient management oversight: figures of 2 of 2 PDUs{about}"
    )
    words = title(measured(38, AVERAGE_32, edition=NEW), measured(45, average(40), unit=YORK, edition=OLD))
    assert words == f"{high_risk}figures of 2 of 2 PDUs{about}"


def test_a_finding_begins_with_a_capital():
    rows = [measured(1500, measure=CASELOAD, qualifier="approximately"), missing(measure=CASELOAD)]
    assert wording.region_sentence(rows) == "Approximately 1,500 in Doncaster"


def of_others(*values, **fields):
    return [
        measured(value, unit=unit, **fields) for value, unit in zip(values, (LEEDS, YORK, *UNITS[:2]), strict=False)
    ]


@pytest.mark.parametrize(
    ("row", "others", "sentence"),
    [
        (
            measured(38, AVERAGE_32),
            [*of_others(25, 41), missing(unit=UNITS[0])],
            "38%, against a published regional average of 32% (about 6 percentage points higher, calculated here); the "
            "other PDUs with a figure held: from 25% to 41%, of the PDU's caseload (2 of 3)",
        ),
        (measured(38), [missing()], "38%; no other PDU's figure is held here"),
        (measured(38), [], "38%; no other PDU's figure is held here"),
        (measured(38), of_others(25), "38%; the other PDU with a figure held: 25%, of the PDU's caseload (1 of 1)"),
        (
            measured(38),
            of_others(25, 25),
            "38%; the other PDUs with a figure held: 25% each, of the PDU's caseload (2 of 2)",
        ),
        # The region's average, quoted in another report only; where two differ, neither
        (
            measured(31),
            [measured(25, AVERAGE_32, unit=LEEDS)],
            "31%, against a published regional average of 32% (in the report on Leeds, about 1 percentage point lower, "
            "calculated here); the other PDU with a figure held: 25%, of the PDU's caseload (1 of 1)",
        ),
        (
            measured(31),
            [measured(25, AVERAGE_32, unit=LEEDS), measured(41, average(33), unit=YORK)],
            "31%; the other PDUs with a figure held: from 25% to 41%, of the PDU's caseload (2 of 2)",
        ),
        # Missing itself
        (
            missing(unit=DONCASTER),
            of_others(25, 41),
            "High or very high risk of serious harm: no figure held here for Doncaster (inspected, report not held "
            "here); the other PDUs with a figure held: from 25% to 41%, of the PDU's caseload (2 of 2)",
        ),
        # Against the others' cases: 18 of 41 and 24 of 41 are 42 of 82, 51 per cent
        (
            sampled(44),
            [sampled(44, unit=LEEDS), sampled(59, unit=YORK)],
            "44%; the other PDUs with a figure held: from 44% to 59%, of 41 inspected cases each (2 of 2); against "
            "their cases pooled (51%, 42 of 82): too few cases to tell them apart, calculated here",
        ),
        (
            sampled(90),
            [sampled(44, unit=LEEDS), sampled(59, unit=YORK)],
            "90%; the other PDUs with a figure held: from 44% to 59%, of 41 inspected cases each (2 of 2); against "
            "their cases pooled (51%, 42 of 82): about 39 percentage points higher, calculated here",
        ),
        # Under ten cases, here or there
        (
            sampled(63, n=8),
            [sampled(44, unit=LEEDS)],
            "5 of 8; the other PDU with a figure held: 44%, of 41 inspected cases (1 of 1); against "
            "their cases pooled (44%, 18 of 41): too few cases to compare",
        ),
        (
            sampled(45),
            [sampled(63, n=8, unit=LEEDS), sampled(44, unit=YORK)],
            "45%; the other PDUs with a figure held: 44%, of 41 inspected cases (2 of 2, 1 of them "
            "with under 10 cases); their cases pooled: 47%, 23 of 49, calculated here",
        ),
        (
            sampled(45),
            [sampled(63, n=8, unit=LEEDS)],
            "45%; the other PDU with a figure held: under 10 cases, no percentage (1 of 1); their cases pooled: "
            "5 of 8, calculated here",
        ),
        # People who answered a survey are no sample: the figures, and nothing of a difference
        (
            surveyed(86, average(70), numerator=56),
            [surveyed(62, unit=LEEDS, n=60, numerator=37), surveyed(71, unit=YORK, n=8, numerator=5)],
            "86%, against a published regional average of 70%; the other PDUs with a figure held: 62%, of 60 people on "
            "probation surveyed by User Voice (2 of 2, 1 of them with under 10 people); their people pooled: 62%, 42 "
            "of "
            "68, calculated here",
        ),
        (
            surveyed(86, numerator=56),
            [surveyed(71, unit=YORK, n=8, numerator=5)],
            "86%; the other PDU with a figure held: under 10 people, no percentage (1 of 1); their people pooled: 5 of "
            "8, calculated here",
        ),
        # Other frameworks and groups
        (
            measured(38, edition=NEW),
            [measured(25, unit=LEEDS, edition=OLD), measured(41, unit=YORK, edition=NEW)],
            "38%; the other PDU with a figure held: 41%, of the PDU's caseload (1 of 2); 1 with a figure of another "
            "framework or group, not compared",
        ),
        (
            measured(38, edition=NEW),
            [measured(25, unit=LEEDS, edition=OLD)],
            "38%; 1 with a figure of another framework or group, not compared",
        ),
        (
            replace(measured(38), source=Sourced(key="x", origin=Origin.PRESS)),
            [],
            "38% (from a press report, not the inspectorate); no other PDU's figure is held here",
        ),
        (
            measured(1500, measure=CASELOAD, qualifier="approximately"),
            of_others(900, 1200, measure=CASELOAD),
            "approximately 1,500; the other PDUs with a figure held: from 900 to 1,200 (2 of 2)",
        ),
    ],
)
def test_place_sentence(row, others, sentence):
    assert wording.place_sentence(row, [row, *others]) == sentence


def test_the_values_own_row_is_not_its_neighbour_even_where_it_has_several():
    newer = measured(169, as_of=day(2024, 4))

    assert wording.place_sentence(newer, [measured(134), missing()]) == "169%; no other PDU's figure is held here"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (measured(38), ""),
        (measured(1500, measure=CASELOAD, qualifier="approximately"), ""),
        (
            measured(38, AVERAGE_32),
            "38%, against a published regional average of 32% (about 6 percentage points higher, calculated here)",
        ),
        (
            replace(measured(38), source=Sourced(key="x", origin=Origin.PRESS)),
            "38% (from a press report, not the inspectorate)",
        ),
    ],
)
def test_of_a_figure_that_stands_alone_only_what_was_published_beside_it_is_said(row, sentence):
    assert wording.is_alone(row, [row, missing()])
    assert not wording.is_alone(row, [row, *of_others(25)])
    assert wording.own_sentence(row, [row, missing()]) == sentence


def test_that_figures_stand_alone_is_said_once_for_all_of_them():
    assert wording.alone_note(0, 3) == ""
    assert wording.alone_note(1, 1) == "No other PDU's figure is held here to set beside this figure."
    assert wording.alone_note(3, 3) == "No other PDU's figure is held here to set beside these figures."
    assert wording.alone_note(2, 3) == ("Where nothing is said of the other PDUs, no figure of theirs is held here.")


# --- The two averages


def test_a_published_average_is_the_inspectorates():
    (found,) = averages([measured(38, AVERAGE_32), measured(28, AVERAGE_32, unit=LEEDS)]).published

    assert wording.published_note(found, "%") == (
        "The published regional average of 32% is the inspectorate's, from the reports on Doncaster and Leeds. It is "
        "not an average of what is held here."
    )


def test_a_pooled_average_is_ours_with_its_cases():
    found = pool([sampled(44), sampled(59, unit=LEEDS), missing(unit=YORK)])

    assert average_words(found, "%") == (
        "an average of 51% of the 2 of 3 PDUs held here, pooled by cases (42 of 82, calculated here)"
    )
    assert wording.pooled_note(found) == (
        "The average of the PDUs held here is calculated here and is not the inspectorate's: 42 of 82 inspected cases "
        "in 2 of 3 PDUs, each of them counting once. It is never a mean of percentages. Some of the counts are worked "
        "out here from the percentage."
    )


@pytest.mark.parametrize("why", NotPooled)
def test_why_there_is_none_is_said(why):
    assert wording.pooled_note(why) == f"No average of the PDUs held here is calculated: {why}."


def test_difference_words():
    assert wording.difference_words(measured(38), Decimal(32)) == "about 6 percentage points higher, calculated here"
    assert wording.difference_words(measured(5, qualifier="less than"), Decimal(32)) == ""


# --- Of whom not


def test_missing_units_by_reason():
    rows = [missing(), missing(Absence.NOT_IN_REPORT, unit=YORK), missing(None, unit=UNITS[0]), measured(38)]

    assert wording.missing_units(rows) == {
        "inspected, report not held here": ["Leeds"],
        "held, but the report gives no such figure": ["York"],
        "not held here": ["Barnsley and Rotherham"],
    }
