"""The small rooms of reading: dates, marks, sentences, headings, strands."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import NotAReport, parse
from inspections.importing.reading.cleaning import clean, footnote_mark, joined_lines
from inspections.importing.reading.dates import read_date
from inspections.importing.reading.headings import (
    Announced,
    addressee,
    list_heading,
    rating_line,
    section_heading,
)
from inspections.importing.reading.key_questions import strand
from inspections.importing.reading.sentences import sentences
from inspections.importing.reading.wordings import qualifier_before
from inspections.ratings import Rating
from inspections.rows import FindingKind, Precision, SectionKind, Strand
from tests.importing.report_text import Facts, Layout, render


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("08 July 2024", "2024-07-08", Precision.DAY),
        ("on 3rd Sept 2021.", "2021-09-03", Precision.DAY),
        ("October 2024", "2024-10-01", Precision.MONTH),
    ],
)
def test_dates_have_the_precision_they_are_stated_with(text, date, precision):
    read = read_date(text)
    assert read is not None
    assert (read.date.isoformat(), read.precision) == (date, precision)


@pytest.mark.parametrize("text", ["31 February 2024", "no date", "2024", "July"])
def test_what_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Our rating² for  assessment", "Our rating for assessment"),
        ("The Probation Reset¹ policy.⁵", "The Probation Reset policy."),
        ("<u>Full</u> data<sup>3</sup> is here", "Full data is here"),
        ("20 km² and 30 m²", "20 km² and 30 m²"),
        ("## **Foreword**", "Foreword"),
        ("Outcomes (Back to top)", "Outcomes"),
        ("a\u00a0b\u00adc", "a bc"),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


def test_footnotes_open_with_their_mark():
    assert footnote_mark("² The rating") == ("²", "The rating")
    assert footnote_mark("25 community orders") == ("", "25 community orders")


def test_lines_join_with_a_space_except_inside_a_word():
    assert joined_lines("multi-", "agency") == "multi-agency"
    assert joined_lines("pre-", "and post-release") == "pre- and post-release"
    assert joined_lines("of the", "unit") == "of the unit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HMP Moorland and HMP Hatfield. One more.", ["HMP Moorland and HMP Hatfield.", "One more."]),
        ("Some, e.g. Shelter, and 7.8 posts. Next.", ["Some, e.g. Shelter, and 7.8 posts.", "Next."]),
        ("It was 'Inadequate'. However, no.", ["It was 'Inadequate'.", "However, no."]),
        ("He left.' Then (as said.) He came.", ["He left.'", "Then (as said.)", "He came."]),
        ("Led by J. Smith. Twelve came! 12 left?", ["Led by J. Smith.", "Twelve came!", "12 left?"]),
        ("no full stop", ["no full stop"]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("P 1.1. Leadership", SectionKind.STANDARD, "Leadership"),
        ("P2.3 Implementation and delivery", SectionKind.STANDARD, "Implementation and delivery"),
        ("DIVERSITY AND INCLUSION", SectionKind.DIVERSITY, "DIVERSITY AND INCLUSION"),
        ("Equality, diversity and inclusion:", SectionKind.DIVERSITY, "Equality, diversity and inclusion"),
        ("2. Service delivery", SectionKind.DOMAIN, "2. Service delivery"),
        ("Annex A: Web links", SectionKind.OTHER, "Annex A: Web links"),
        ("© Crown copyright 2031", SectionKind.OTHER, "© Crown copyright 2031"),
    ],
)
def test_section_headings(text, kind, title):
    heading = section_heading(text, Announced())
    assert heading is not None
    assert (heading.kind, heading.title) == (kind, title)


@pytest.mark.parametrize(
    "text", ["P 1.1 Leadership Requires improvement", "1.1 Leadership", "Our outcomes improved.", "Backgrounds"]
)
def test_what_is_no_section_heading(text):
    assert section_heading(text, Announced()) is None


def test_headings_are_known_from_the_contents_and_the_ratings_table():
    announced = Announced(titles=frozenset({"local context"}), codes=frozenset({"1.1"}))
    assert section_heading("Local context", announced) is not None
    heading = section_heading("1.1 Leadership", announced)
    assert heading is not None
    assert (heading.kind, heading.code) == (SectionKind.STANDARD, "1.1")


def test_list_headings_addressees_and_ratings():
    assert list_heading("Strengths:") is FindingKind.STRENGTH
    assert list_heading("Areas for improvement") is FindingKind.AREA_FOR_IMPROVEMENT
    assert list_heading("Strengths of the team") is None
    assert list_heading("Areas requiring improvments") is FindingKind.AREA_FOR_IMPROVEMENT
    assert list_heading("Requires improvement") is None
    assert list_heading("strenghts") is None
    assert addressee("The Northern Fells region should:") == "Northern Fells region"
    assert rating_line("‘Requires improvement’") is Rating.REQUIRES_IMPROVEMENT
    assert rating_line("Inadequate plans") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Is it implemented effectively with a focus on engaging the person on probation?", Strand.ENGAGEMENT),
        ("Does it support the compliance and engagement of the person?", Strand.ENGAGEMENT),
        ("Does it focus on the factors linked to offending and desistance?", Strand.DESISTANCE),
        ("Does it focus on reducing reoffending?", Strand.DESISTANCE),
        ("Does it effectively support the safety of other people?", Strand.SAFETY),
        ("Does it focus on keeping other people safe?", Strand.SAFETY),
        ("Is the office open?", None),
    ],
)
def test_strands(question, expected):
    assert strand(question) is expected


def test_qualifiers_stand_right_before_a_figure():
    assert qualifier_before("a caseload of approximately ", 28) == "approximately"
    assert qualifier_before("had less than ", 14) == "less than"
    assert qualifier_before("only ", 5) == ""
    assert qualifier_before("", 0) == ""


def test_key_questions_without_end_are_refused():
    rows = "".join(f"| Does assessment number {number} focus on safety? | 40% |\n" for number in range(201))
    text = render(Facts(), Layout()).decode().replace("| Key question | Percentage 'Yes' |\n", f"{rows}", 1)
    with pytest.raises(NotAReport, match="200 key questions"):
        parse(extract(text.encode()))
