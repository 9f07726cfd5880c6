"""What a report calls things, found in the store by name: variants are found, slips of the pen offered."""

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.importing.extract import extract
from inspections.importing.match import close_names, known_units, matched, normalised
from inspections.importing.parse import parse
from inspections.importing.parsed import ProblemType
from inspections.models import BandStatus, DeliveryUnit, PlaceAlias, RatingBand, Region
from inspections.rows import ProblemLevel, Strand
from tests import factories
from tests.importing.report_text import Facts, Layout, render

REPORT = parse(extract(render(Facts(), Layout())))


def saying(**stated: str):
    """The report of Marlow Vale with other words in place of what it states."""
    return dataclasses.replace(
        REPORT, **{name: dataclasses.replace(getattr(REPORT, name), value=value) for name, value in stated.items()}
    )


def types(report) -> set[ProblemType]:
    return {problem.type for problem in matched(report).problems}


@pytest.mark.parametrize(
    "variant",
    [
        "barnsley and rotherham",
        "Barnsley & Rotherham",
        "Rotherham and Barnsley",
        "Barnsley and Rotherham PDU",
        "the Barnsley and Rotherham Probation Delivery Unit",
        " Barnsley  and\tRotherham ",
    ],
)
def test_variants_of_a_name_are_one_name(variant):
    assert normalised(variant) == normalised("Barnsley and Rotherham")


@pytest.mark.parametrize(("one", "other"), [("York", "North Yorkshire"), ("Leeds", "Leads"), ("Hull", "Hull and East")])
def test_different_names_stay_different(one, other):
    assert normalised(one) != normalised(other)


@given(st.permutations(["North", "East", "Marlow", "and", "Vale"]))
def test_the_order_of_words_does_not_matter(words):
    assert normalised(" ".join(words)) == normalised("North East Marlow & Vale")


def test_everything_a_report_names_is_found(marlow):
    found = matched(REPORT)

    assert found.is_complete
    assert found.problems == ()
    assert (found.region, found.delivery_unit) == (marlow.region, marlow)
    assert found.framework.code == "pdu-21"
    assert {name: standard.code for name, standard in found.standards.items()} == {
        standard.name: standard.code for standard in REPORT.standards
    }
    strands = [Strand.ENGAGEMENT, Strand.DESISTANCE, Strand.SAFETY]
    assert [found.key_questions["Planning", n].strand for n in (1, 2, 3)] == strands
    assert len(found.key_questions) == 12


def test_a_name_of_other_times_leads_to_the_place(marlow):
    PlaceAlias.objects.create(delivery_unit=marlow, name="Marlow and the Vale", slug="marlow-and-the-vale")
    PlaceAlias.objects.create(region=marlow.region, name="The North", slug="the-north")
    found = matched(saying(pdu="Vale & Marlow", region="the North region"))

    assert (found.region, found.delivery_unit) == (marlow.region, marlow)


def test_nothing_is_found_and_nothing_made_in_a_store_that_does_not_know_it(reference, db):
    found = matched(REPORT)

    assert not found.is_complete
    assert [(problem.type, problem.level, problem.message, problem.text) for problem in found.problems] == [
        (
            ProblemType.REGION_UNKNOWN,
            ProblemLevel.MUST_FIX,
            "No region named Northern Fells is held.",
            "Northern Fells",
        ),
        (ProblemType.PDU_UNKNOWN, ProblemLevel.MUST_FIX, "No delivery unit named Marlow Vale is held.", "Marlow Vale"),
    ]
    assert all(problem.line for problem in found.problems)
    assert Region.objects.count() == 1
    assert DeliveryUnit.objects.count() == 11


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("Donacster", "Doncaster"), ("Wakefeild", "Wakefield"), ("Hull and East Ridding", "Hull and East Riding")],
)
def test_close_spellings_are_offered(reference, db, slip, meant):
    problems = matched(saying(pdu=slip, region="Yorkshire & Humberside")).problems

    assert [problem.message for problem in problems] == [
        "No region named Yorkshire & Humberside is held. Close spellings: Yorkshire and the Humber.",
        f"No delivery unit named {slip} is held. Close spellings: {meant}.",
    ]


def test_a_name_like_none_is_offered_none(reference, db):
    assert close_names(known_units(), "Marlow Vale") == []


def test_a_unit_of_another_region_is_a_problem_and_no_match(marlow):
    report = saying(region="Yorkshire and the Humber")

    assert types(report) == {ProblemType.REGION_DISAGREES}
    assert matched(report).delivery_unit is None


def test_a_report_that_names_no_region_is_of_the_region_its_unit_is_held_in(marlow):
    found = matched(dataclasses.replace(REPORT, region=None))
    [problem] = found.problems

    assert (found.is_complete, found.region) == (True, marlow.region)
    assert (problem.type, problem.level) == (ProblemType.REGION_NOT_STATED, ProblemLevel.NOTE)
    assert "Marlow Vale is held as a delivery unit of Northern Fells" in problem.message


def test_an_unknown_unit_of_no_region_has_no_place(reference, db):
    found = matched(dataclasses.replace(REPORT, region=None))

    assert not found.is_complete
    assert {problem.type for problem in found.problems} == {ProblemType.REGION_UNKNOWN, ProblemType.PDU_UNKNOWN}


def test_the_framework_is_found_by_its_maximum(marlow):
    report = dataclasses.replace(REPORT, max_score=dataclasses.replace(REPORT.max_score, value=27))

    assert matched(report).framework.code == "pdu-27"


def test_of_two_frameworks_with_one_maximum_the_one_with_its_standards_is_meant(marlow):
    other = factories.framework(*[f"Other {number}" for number in range(7)], max_score=21)
    assert matched(REPORT).framework.code == "pdu-21"

    standards = tuple(
        dataclasses.replace(standard, name=f"Other {number}") for number, standard in enumerate(REPORT.standards)
    )
    assert matched(dataclasses.replace(REPORT, standards=standards)).framework == other
    assert types(dataclasses.replace(REPORT, standards=standards[1:])) == {ProblemType.FRAMEWORK_UNKNOWN}


def test_without_a_score_the_framework_is_found_by_its_standards(marlow):
    assert matched(dataclasses.replace(REPORT, score=None, max_score=None)).framework.code == "pdu-21"


def test_a_maximum_that_no_framework_has_is_a_problem(marlow):
    report = dataclasses.replace(REPORT, max_score=dataclasses.replace(REPORT.max_score, value=30))

    assert types(report) == {ProblemType.FRAMEWORK_UNKNOWN}
    assert matched(report).standards == {}


def test_a_standard_the_framework_lacks_is_a_problem_and_the_others_are_found(marlow):
    first, *others = REPORT.standards
    found = matched(dataclasses.replace(REPORT, standards=(dataclasses.replace(first, name="Court work"), *others)))

    assert [problem.type for problem in found.problems] == [ProblemType.STANDARD_UNKNOWN]
    assert len(found.standards) == 6


def test_a_standard_is_found_by_its_name_whatever_its_code(marlow):
    swapped = tuple(dataclasses.replace(standard, code="P 9.9") for standard in REPORT.standards)

    assert matched(dataclasses.replace(REPORT, standards=swapped)).problems == ()


def test_a_question_on_no_strand_is_a_problem(marlow):
    *others, last = REPORT.standards
    questions = (*last.key_questions[:2], dataclasses.replace(last.key_questions[2], strand=None))
    found = matched(
        dataclasses.replace(REPORT, standards=(*others, dataclasses.replace(last, key_questions=questions)))
    )

    assert [(problem.type, problem.section) for problem in found.problems] == [
        (ProblemType.QUESTION_UNKNOWN, "Reviewing")
    ]
    assert len(found.key_questions) == 11


def test_questions_in_another_order_keep_to_their_strand(marlow):
    *others, last = REPORT.standards
    turned = tuple(
        dataclasses.replace(question, number=4 - question.number, percentage=Decimal(question.number))
        for question in last.key_questions
    )
    found = matched(dataclasses.replace(REPORT, standards=(*others, dataclasses.replace(last, key_questions=turned))))

    assert found.key_questions["Reviewing", 3].strand == Strand.ENGAGEMENT


def test_only_verified_bands_are_held_against_a_rating(marlow):
    report = parse(extract(render(Facts(percentages=(80, 62, 44, *Facts().percentages[3:])), Layout())))
    assert [problem.type for problem in matched(report).problems] == []

    RatingBand.objects.filter(framework__code="pdu-21").update(status=BandStatus.VERIFIED, source="A page")
    found = [problem for problem in matched(report).problems if problem.type is ProblemType.BAND_DISAGREES]
    assert [(problem.section, problem.level) for problem in found] == [("Assessment", ProblemLevel.CONFIRM)]
