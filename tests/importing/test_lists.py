"""Lists of findings: lost headings, lost bullets, items broken by a page end."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parsed import ProblemType
from inspections.importing.reading.joining import join_parts
from inspections.importing.reading.sections import Section, outline
from inspections.importing.reading.standards import read_chapter
from inspections.rows import FindingKind, ParagraphRole, ProblemLevel

GOOD, BAD = "Leaders had a clear vision for staff.", "However, plans were not good enough."


def section(text: str) -> Section:
    """The last section of a text, with its parts joined and numbered."""
    last = outline(extract(text.encode())).sections[-1]
    join_parts(last)
    last.blocks = [type(block)(**{**vars(block), "index": index}) for index, block in enumerate(last.blocks)]
    return last


def findings(text: str):
    chapter = read_chapter(section(text))
    return [(f.kind.value, f.heading_lost, f.text) for f in chapter.findings], chapter.problems


def test_headings_give_the_kind():
    read, problems = findings(f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\nAreas for improvement:\n\n- {BAD}\n")
    assert read == [("strength", False, GOOD), ("area_for_improvement", False, BAD)]
    assert problems == ()


def test_a_second_list_without_its_heading_is_confirmed_by_a_person():
    read, (problem,) = findings(f"Outcomes\n\nStrengths:\n\n- {GOOD}\n- {GOOD}\n\n- {BAD}\n- {BAD}\n")
    assert [(kind, lost) for kind, lost, _ in read] == [("strength", False)] * 2 + [("area_for_improvement", True)] * 2
    assert (problem.type, problem.level, problem.line) == (ProblemType.HEADING_LOST, ProblemLevel.CONFIRM, 8)
    assert "lines 8 to 9" in problem.message


@pytest.mark.parametrize("heading", ["Areas for improvment", "Area's for Improvement:", "Arears for improvement"])
def test_a_misspelt_heading_is_taken_for_what_it_is_close_to_and_confirmed(heading):
    read, (problem,) = findings(f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\n{heading}\n\n- {BAD}\n- {BAD}\n")
    assert read == [("strength", False, GOOD)] + [("area_for_improvement", True, BAD)] * 2
    assert (problem.type, problem.level, problem.line) == (ProblemType.HEADING_LOST, ProblemLevel.CONFIRM, 9)
    taken = f"“{heading.rstrip(':')}” is taken for the heading “Areas for improvement”"
    assert problem.message == f"{taken}: lines 9 to 10 read as areas for improvement."


def test_a_misspelt_first_heading_is_confirmed_with_whatever_else_is_doubted():
    read, (problem,) = findings(f"Outcomes\n\nStrenghts:\n\n- {GOOD}\n\nAreas for improvement:\n\n- {BAD}\n")
    assert [(kind, lost) for kind, lost, _ in read] == [("strength", True), ("area_for_improvement", False)]
    assert problem.message == "“Strenghts” is taken for the heading “Strengths”: line 5 read as strengths."

    read, (problem,) = findings(f"Outcomes\n\nStrenghts:\n\n- {GOOD}\n- {GOOD}\n\n- {BAD}\n- {BAD}\n")
    assert [(kind, lost) for kind, lost, _ in read] == [("strength", True)] * 2 + [("area_for_improvement", True)] * 2
    assert problem.message.startswith("“Strenghts” is taken for the heading “Strengths”. The heading “Areas for")


def test_under_an_unknown_heading_a_list_of_findings_may_be_lost_which_somebody_confirms():
    text = f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\nMatters to develop\n\n- {BAD}\n"
    (problem,) = outline(extract(text.encode())).problems
    assert (problem.type, problem.level, problem.line) == (ProblemType.UNKNOWN_HEADING, ProblemLevel.CONFIRM, 7)
    assert problem.message.endswith("What stands under it is not read as findings of “Outcomes”.")


@pytest.mark.parametrize(
    "text",
    [
        f"Background\n\nIt is so.\n\nMatters to develop\n\n- {BAD}\n",
        f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\nMatters to develop\n\nIt is so.\n",
    ],
    ids=["where no findings are told", "over prose"],
)
def test_an_unknown_heading_that_hides_no_list_of_findings_is_a_note(text):
    (problem,) = outline(extract(text.encode())).problems
    assert (problem.type, problem.level) == (ProblemType.UNKNOWN_HEADING, ProblemLevel.NOTE)
    assert "not read as findings" not in problem.message


def test_a_break_inside_the_strengths_is_no_second_list():
    read, _ = findings(f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\n- {GOOD}\n- {GOOD}\n\n- {BAD}\n")
    assert [kind for kind, _, _ in read] == ["strength"] * 3 + ["area_for_improvement"]


def test_between_equal_breaks_the_page_end_is_passed_over():
    text = f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\n- The one.\n\nInspection of probation services in X\n\n- The two.\n"
    read, _ = findings(f"An inspection of probation services in X\n\n{text}")
    assert [kind for kind, _, _ in read][:2] == ["strength", "strength"]


def test_strengths_alone_are_named_too():
    read, (problem,) = findings(f"Outcomes\n\nStrengths:\n\n- {GOOD}\n- {GOOD}\n")
    assert [kind for kind, _, _ in read] == ["strength"] * 2
    assert (problem.type, problem.level) == (ProblemType.HEADING_LOST, ProblemLevel.CONFIRM)


def test_a_lost_first_heading():
    read, (problem,) = findings(f"Outcomes\n\n- {GOOD}\n\nAreas for improvement:\n- {BAD}\n")
    assert [(kind, lost) for kind, lost, _ in read] == [("strength", True), ("area_for_improvement", False)]
    assert problem.line == 3


def test_neither_heading_gives_plain_findings_and_a_question():
    read, (problem,) = findings(f"Outcomes\n\n- {GOOD}\n\n- {BAD}\n")
    assert [kind for kind, _, _ in read] == ["finding"] * 2
    assert problem.type is ProblemType.HEADING_LOST


def test_feedback_and_domain_two_have_plain_findings_without_a_question():
    assert findings(f"Feedback from people on probation\n\nWe asked.\n\n• {GOOD}\n\n• {BAD}\n")[1] == ()
    read, problems = findings(f"P 2.1. Assessment\n\nIt is good.\n\nGood\n\n- {GOOD}\n- {BAD}\n")
    assert ([kind for kind, _, _ in read], problems) == (["finding"] * 2, ())


@pytest.mark.parametrize("bullet", ["- ", "• ", "▪ ", "* ", " ", ""])
def test_bullets_come_in_many_forms(bullet):
    text = f"Outcomes\n\nStrengths:\n\n{bullet}{GOOD}\n\n{bullet}{GOOD}\n\nAreas for improvement:\n\n{bullet}{BAD}\n"
    assert [text for _, _, text in findings(text)[0]] == [GOOD, GOOD, BAD]


def test_a_lost_bullet_among_others_is_noted():
    read, problems = findings(
        f"Outcomes\n\nStrengths:\n\n- {GOOD}\n\nThe team met weekly.\n\nAreas for improvement:\n- {BAD}"
    )
    assert len(read) == 3
    assert [(problem.type, problem.level, problem.line) for problem in problems] == [
        (ProblemType.BULLET_LOST, ProblemLevel.NOTE, 7)
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "\n\nagencies of the town.",
        "\n agencies of the town.",
        "\n\n\fagencies of the town.",
        "\n\n12\n\nagencies of the town.",
    ],
)
def test_an_item_broken_by_a_page_end_is_one_finding(rest):
    read, _ = findings(f"Outcomes\n\nStrengths:\n\n- They met with{rest}\n\nAreas for improvement:\n\n- {BAD}")
    assert read[0][2] == "They met with agencies of the town."


def test_a_footnote_between_two_parts_is_passed_over():
    chapter = read_chapter(
        section("P 2.1. Assessment\n\nIt is.\n\nGood\n\n- They met² with\n\n² As said.\n\nagencies.")
    )
    assert [finding.text for finding in chapter.findings] == ["They met with agencies."]
    assert ParagraphRole.FOOTNOTE in chapter.roles.values()


def test_quotations_are_read_without_their_marks_even_when_broken():
    text = 'Feedback from people on probation\n\nWe asked.\n\n- It is.\n\n"One\n\ntwo."\n\n“Three.”\n"Four."\n"Five."\n'
    assert [quotation.text for quotation in read_chapter(section(text)).quotations] == [
        "One two.",
        "Three.",
        "Four.",
        "Five.",
    ]


def test_a_quotation_in_a_chapter_is_named():
    chapter = read_chapter(section('P 2.1. Assessment\n\nIt is.\n\nGood\n\n- It was.\n\n"I said so."'))
    assert [problem.type for problem in chapter.problems] == [ProblemType.QUOTATION_OUT_OF_PLACE]
    assert chapter.findings[0].kind is FindingKind.FINDING
