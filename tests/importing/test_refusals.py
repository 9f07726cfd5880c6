"""What is no whole report of a delivery unit is refused with one line; damage inside a report is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from inspections.importing.parsed import ProblemType
from inspections.rows import ProblemLevel
from tests.importing.account import lost_lines
from tests.importing.conftest import SHIPPED
from tests.importing.number_notes import ON_NUMBERS
from tests.importing.report_text import Facts, Layout, render

REPORT = render(Facts(), Layout()).decode()
WITHOUT_CONTENTS = render(Facts(), Layout(contents=False)).decode()
PRESS_RELEASE = """Inspection of probation services in Marlow Vale

FOR RELEASE: 9 May 2025

Inspectors have rated the unit ‘Inadequate’. The full set of ratings can be found in the report.

Notes to editors

The report is available at example.org. For media enquiries call 01632 960000.
"""
LANDING_PAGE = """An inspection of probation services in Marlow Vale PDU

Published: 9 May 2025

The unit was rated Requires improvement, with a score of 8 out of 21.

Read the report

Share this page
"""
REGION_REPORT = REPORT.replace("in:\n\nMarlow Vale", "in:\n\nThe Northern Fells").replace(
    "– the Northern", "– The Northern"
)


def refusal(text: str) -> str:
    with pytest.raises(NotAReport) as refused:
        parse(extract(text.encode()))
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear all, the report is late. Kind regards.", "no inspection report"),
        ("An inspection of probation services in:\n\nMarlow Vale\n\nComing soon.", "no ratings"),
        (PRESS_RELEASE, "press release"),
        (LANDING_PAGE, "web page"),
        (REGION_REPORT, "region"),
        (REPORT.replace("in:\n\nMarlow Vale", "in:\n\nNorthern Fells region"), "region"),
        (REPORT.replace("P 1.1 | Leadership", "R 1.1 | Leadership"), "region"),
        (REPORT.replace("An inspection of", "A look at"), "no inspection report"),
        (REPORT.replace("in:\n\nMarlow Vale\n", "in:\n"), "which delivery unit"),
    ],
)
def test_other_documents_are_refused_by_what_they_are(text, reason):
    assert reason in refusal(text)


HEADINGS = (
    "Foreword",
    "Ratings",
    "Recommendations",
    "Background",
    *(f"{code}. " for code in ("P 1.1", "P 1.2", "P 1.3", "P 2.1", "P 2.2", "P 2.3", "P 2.4")),
    "Feedback from",
    "Diversity and",
    "Outcomes",
    "Annexe one",
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_report_cut_off_at_any_heading_is_refused(heading):
    """The contents announce its last heading. (What is cut off after it, inside the annexe, cannot be known.)"""
    start = REPORT.index(f"\n{heading}", REPORT.index("Acknowledgements"))
    assert refusal(REPORT[:start])


@pytest.mark.parametrize("heading", HEADINGS[:-2])
def test_without_contents_the_ratings_table_tells_which_chapters_are_missing(heading):
    if heading != "Outcomes":
        assert refusal(WITHOUT_CONTENTS[: WITHOUT_CONTENTS.index(f"\n{heading}") + 1])


@pytest.mark.parametrize("stop", ["It helped them to", "were not carried out where", "and there were delays in"])
def test_a_report_that_stops_inside_a_sentence_is_refused(stop):
    assert refusal(WITHOUT_CONTENTS[: WITHOUT_CONTENTS.rindex(stop) + len(stop)])


@pytest.mark.parametrize("share", range(2, 98, 4))
def test_the_shipped_report_cut_off_anywhere_is_refused(share):
    content = SHIPPED.read_bytes()
    assert refusal(content[: len(content) * share // 100].decode(errors="ignore"))


DAMAGE = (
    (REPORT.replace("| 48% |", "| 140% |"), ProblemType.PERCENTAGE_OUT_OF_RANGE),
    (REPORT.replace("| 48% |", "| -5% |"), ProblemType.PERCENTAGE_OUT_OF_RANGE),
    (REPORT.replace("| 48% |", "| 49% |"), ProblemType.PERCENTAGE_UNREACHABLE),
    (REPORT.replace("| 48% |", "| |"), ProblemType.QUESTION_MISSING),
    (REPORT.replace("Score 6/21", "Score 7/21"), ProblemType.SCORE_DISAGREES),
    (REPORT.replace("Score 6/21", "Score 2/25"), ProblemType.UNKNOWN_MAXIMUM),
    (REPORT.replace("Score 6/21", "Score 30/21"), ProblemType.SCORE_OUT_OF_RANGE),
    (REPORT.replace("| P 1.2 | Staffing | Requires improvement |\n", ""), ProblemType.STANDARD_MISSING),
    (REPORT.replace("P 1.2. Staffing\n", ""), ProblemType.STANDARD_MISSING),
    (REPORT.replace("| P 1.2 | Staffing |", "| P 1.1 | Leadership |"), ProblemType.STANDARD_DOUBLED),
    (REPORT.replace("quality service.\n\nGood\n", "quality service.\n\nOutstanding\n"), ProblemType.RATING_DISAGREES),
    (REPORT.replace("started February 2025", "started April 2024"), ProblemType.TWO_VALUES),
    (REPORT.replace("Probation, May 2025", "Probation, January 2025"), ProblemType.DATES_OUT_OF_ORDER),
    (REPORT.replace("- 2. ", "- 5. "), ProblemType.RECOMMENDATION_NUMBERS),
    (REPORT.replace('asked for it."', "asked for it."), ProblemType.QUOTATION_UNBALANCED),
    (REPORT.replace("9 of the 50", "90 of the 50"), ProblemType.COUNT_ABOVE_BASE),
    (REPORT.replace("30 community", "29 community"), ProblemType.SAMPLE_DISAGREES),
    (REPORT.replace("available on our website.", "available on our"), ProblemType.TEXT_STOPS_SHORT),
    (REPORT.replace("| Overall rating | Requires improvement |\n", ""), ProblemType.FACT_MISSING),
    (REPORT.replace("Outcomes\n", "Outcomes\n\nAll went well.\n\nOutcomes\n"), ProblemType.SECTION_DOUBLED),
    (
        REPORT.replace("Outcomes\n", "What came of it\n\nAll of this was seen.\n\nOutcomes\n"),
        ProblemType.UNKNOWN_HEADING,
    ),
)


@pytest.mark.parametrize(("text", "type_"), DAMAGE, ids=[f"{n}-{type_}" for n, (_, type_) in enumerate(DAMAGE)])
def test_damage_inside_a_report_is_a_named_problem(text, type_):
    document = extract(text.encode())
    report = parse(document)
    assert type_ in {problem.type for problem in report.problems}
    assert lost_lines(document, report) == []


def test_an_undamaged_report_has_nothing_to_look_at():
    """Only notes on how its numbers were read: their words, their counts and their bases."""
    problems = parse(extract(REPORT.encode())).problems
    assert {problem.level for problem in problems} == {ProblemLevel.NOTE}
    assert {problem.type for problem in problems} == ON_NUMBERS


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_to_lines_raises_anything_else_or_loses_a_line(data):
    """Lines left out, doubled, moved and mixed with noise: read or refused, and every line that is read is found."""
    lines = REPORT.split("\n")
    for _ in range(data.draw(st.integers(1, 12))):
        position = data.draw(st.integers(0, len(lines) - 1))
        noise = data.draw(
            st.sampled_from(("", "|", "- ", "Good", "Ratings", '"', "² ", "7", " x", "Strengths:", "1. y"))
        )
        match data.draw(st.sampled_from(("drop", "double", "move", "noise", "cut"))):
            case "drop":
                del lines[position]
            case "double":
                lines.insert(position, lines[position])
            case "move":
                lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(position))
            case "noise":
                lines.insert(position, noise)
            case "cut":
                lines[position] = lines[position][: data.draw(st.integers(0, 40))]
    document = extract("\n".join(lines).encode())
    try:
        report = parse(document)
    except NotAReport:
        return
    assert lost_lines(document, report) == []


@settings(max_examples=100, deadline=None)
@given(st.text() | st.binary().map(lambda content: content.decode(errors="replace")))
def test_no_text_raises_anything_else(text):
    with pytest.raises((NotReadable, NotAReport)):
        parse(extract(text.encode(errors="replace")))
