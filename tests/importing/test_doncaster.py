"""The shipped report: what it says is read, and where the machine was unsure is named."""

from collections import Counter
from decimal import Decimal

from inspections.importing.parsed import ProblemType
from inspections.rows import FindingKind, Precision, ProblemLevel, SectionKind, Strand
from tests.importing.account import lost_lines


def test_every_line_is_accounted_for(shipped, doncaster):
    assert lost_lines(shipped, doncaster) == []


def test_every_item_points_to_the_paragraph_that_states_it(doncaster):
    paragraphs = doncaster.paragraphs
    assert [paragraph.paragraph for paragraph in paragraphs] == list(range(len(paragraphs)))
    findings = [f for owner in (*doncaster.standards, *doncaster.sections) for f in owner.findings]
    assert all(paragraphs[finding.paragraph].text == finding.text for finding in findings)
    quotations = [quotation for section in doncaster.sections for quotation in section.quotations]
    assert all(quotation.text in paragraphs[quotation.paragraph].text for quotation in quotations)
    assert all(paragraphs[item.paragraph].text == item.text for item in doncaster.recommendations)
    for figure in doncaster.figures:
        text = paragraphs[figure.paragraph].text
        assert text[figure.start : figure.end] == figure.text
        assert figure.quote in text
        assert figure.text in figure.quote
    facts = ("title", "pdu", "region", "published", "isbn", "lead_inspector", "work_started", "fieldwork_started")
    for name in (*facts, "overall_rating", "score", "max_score"):
        fact = getattr(doncaster, name)
        assert fact.quote in paragraphs[fact.paragraph].text
    for fact in vars(doncaster.sample).values():
        assert fact.quote in paragraphs[fact.paragraph].text


def test_both_starts_are_kept_with_their_labels(doncaster):
    assert doncaster.work_started.label == "ork started"
    assert doncaster.work_started.value.precision is Precision.MONTH
    assert doncaster.fieldwork_started.value.date.isoformat() == "2024-07-08"
    types = Counter(problem.type for problem in doncaster.problems)
    assert (types[ProblemType.TWO_VALUES], types[ProblemType.LABEL_CUT_OFF]) == (1, 1)


def test_findings_by_kind_and_place(doncaster):
    strength, area, plain = FindingKind
    kinds = {owner.name: Counter(f.kind for f in owner.findings) for owner in doncaster.standards}
    kinds |= {s.title: Counter(f.kind for f in s.findings) for s in doncaster.sections if s.findings}
    assert kinds == {
        "Leadership": {strength: 9, area: 5},
        "Staffing": {strength: 6, area: 7},
        "Services": {strength: 10, area: 6},
        "Assessment": {plain: 4},
        "Planning": {plain: 4},
        "Implementation and delivery": {plain: 4},
        "Reviewing": {plain: 3},
        "Feedback from people on probation": {plain: 5},
        "Diversity and inclusion": {strength: 7, area: 3},
        "Outcomes": {strength: 3, area: 3},
    }


def test_four_lists_lost_their_heading(doncaster):
    lost = [problem for problem in doncaster.problems if problem.type is ProblemType.HEADING_LOST]
    assert [(problem.section, problem.line) for problem in lost] == [
        ("Leadership", 144),
        ("Services", 231),
        ("Diversity and inclusion", 289),
        ("Outcomes", 427),
    ]
    assert {problem.level for problem in lost} == {ProblemLevel.CONFIRM}


def test_nothing_in_it_must_be_fixed(doncaster):
    assert ProblemLevel.MUST_FIX not in {problem.level for problem in doncaster.problems}


def test_key_questions_are_on_one_axis(doncaster):
    axis = [Strand.ENGAGEMENT, Strand.DESISTANCE, Strand.SAFETY]
    assert all([q.strand for q in s.key_questions] == axis for s in doncaster.standards if s.domain == 2)


def test_sections_in_order(doncaster):
    kinds = [section.kind for section in doncaster.sections if section.kind is not SectionKind.OTHER]
    assert [kind.value for kind in kinds] == [
        "cover",
        "foreword",
        "ratings",
        "recommendations",
        "background",
        "domain",
        *["standard"] * 3,
        "feedback",
        "diversity",
        "domain",
        *["standard"] * 4,
        "outcomes",
    ]


def test_known_measures(doncaster):
    values = [(value.slug, value.value, value.n, value.n_is_inferred) for value in doncaster.measure_values]
    number = Decimal
    assert values == [
        ("area-square-miles", number(219), None, False),
        ("population", number(308000), None, False),
        ("white-british-residents", number(93), None, False),
        ("neurodiversity-and-emotional-wellbeing-needs", number(62), None, False),
        ("caseload", number(1500), None, False),
        ("high-risk-caseload", number(38), None, False),
        ("probation-reset-cases", number(12), 41, False),
        ("practitioners-with-necessary-skills", number(97), 37, True),
        ("probation-officer-workload", number(134), None, False),
        ("probation-officer-workload", number(169), None, False),
        ("probation-officer-vacancies", number("7.8"), None, False),
        ("sufficient-management-oversight", number(20), 41, True),
        ("understood-expectations", number(86), 65, True),
        ("received-induction", number(94), 65, False),
        ("induction-took-time-to-understand-needs", number(50), None, False),
        ("involved-in-sentence-plan", number(34), 65, True),
        ("treated-fairly", number(82), 65, True),
        ("good-relationship-with-practitioner", number(75), 65, True),
        ("supported-rehabilitation", number(74), 65, True),
        ("full-compliance", number(34), 41, True),
        ("charged-or-convicted-of-new-offence", number(20), 41, True),
        ("reduced-risk-factors", number(7), 39, False),
    ]


def test_the_regional_average_stands_beside_its_value(doncaster):
    (value,) = [value for value in doncaster.measure_values if value.slug == "high-risk-caseload"]
    (comparator,) = value.comparators
    assert (comparator.place, comparator.value) == ("Yorkshire and the Humber", Decimal(32))
    assert doncaster.figures[comparator.figure].value == Decimal(32)
    assert value.base == "the delivery unit's caseload, approximately 1,500"


def test_two_workloads_are_two_dated_values(doncaster):
    now, before = [value for value in doncaster.measure_values if value.slug == "probation-officer-workload"]
    assert (now.as_of, now.comparators, before.comparators) == (None, (), ())
    assert before.as_of is not None
    assert (before.as_of.date.isoformat(), before.as_of.precision) == ("2024-04-01", Precision.MONTH)
    assert before.as_of_words == "in April 2024"


def test_who_asked_people_on_probation(doncaster):
    assert (doncaster.survey.conducted_by.value, doncaster.survey.people.value) == ("User Voice", 65)
