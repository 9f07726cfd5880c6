"""Pages that are no report, or that mean harm: refused in one line, in little time, and never in part."""

import time

import pytest

from inspections.importing.extract import NotReadable, extract
from inspections.importing.parse import NotAReport, parse
from inspections.importing.parsed import ProblemType
from inspections.rows import ParagraphRole, SectionKind
from tests.importing.account import lost_lines
from tests.importing.bad_pages import HARMFUL, NO_REPORTS, REPORT, TEXT
from tests.importing.number_notes import ON_NUMBERS
from tests.importing.report_page import Style, page

SECONDS = 5  # of the processor, so that other work on the machine does not count; the slowest takes three


def refusal(source: str | bytes) -> str:
    content = source if isinstance(source, bytes) else source.encode()
    start = time.process_time()
    with pytest.raises((NotReadable, NotAReport)) as refused:
        parse(extract(content))
    assert time.process_time() - start < SECONDS
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_report_itself_is_read():
    report = parse(extract(REPORT.encode()))
    assert (report.pdu.value, {problem.type for problem in report.problems}) == ("Marlow Vale", ON_NUMBERS)


@pytest.mark.parametrize(("source", "reason"), NO_REPORTS)
def test_what_is_no_report_is_refused_by_what_it_is(source, reason):
    assert reason in refusal(source)


@pytest.mark.parametrize(("source", "reason"), HARMFUL.values(), ids=HARMFUL)
def test_harm_is_refused_in_bounded_time(source, reason):
    assert reason in refusal(source)


def test_the_text_of_a_script_is_nowhere():
    source = REPORT.replace("<ul>\n<li>", "<ul><li>").replace("<li>", "<li><script>alert('Good')</script>")
    source = source.replace("</h4>", "</h4><style>.x { color: red }</style>")
    report = parse(extract(source.encode()))
    clean = parse(extract(REPORT.encode()))
    assert [standard.findings for standard in report.standards] == [standard.findings for standard in clean.standards]
    everything = repr((report.paragraphs, report.furniture))
    assert not any(words in everything for words in ("alert", "color: red", "document.write", "headline"))


def test_markup_that_the_page_shows_as_text_is_kept_as_text():
    source = REPORT.replace("Leaders had", "&lt;script&gt;alert(1)&lt;/script&gt; Leaders had")
    report = parse(extract(source.encode()))
    assert report.standards[0].findings[0].text.startswith("<script>alert(1)</script> Leaders had")


def test_tags_that_are_not_closed_change_nothing():
    closed = page(TEXT, parse(TEXT), Style(has_site=False))
    source = closed
    for tag in ("p", "li", "tr", "td", "th", "body", "html"):
        source = source.replace(f"</{tag}>", "")
    assert len(source) < len(closed)
    assert parse(extract(source.encode())) == parse(extract(closed.encode()))


def test_a_heading_that_nobody_knows_begins_a_section_of_its_own():
    """Whatever stands under it: the page says that it is a heading."""
    new = '<h2 id="next">What happens next in 2026</h2><table><tr><td>a</td><td>b</td></tr></table>'
    source = REPORT.replace('<h2 id="background">', f'{new}<h2 id="background">')
    document = extract(source.encode())
    report = parse(document)
    (section,) = [section for section in report.sections if section.title == "What happens next in 2026"]
    assert (section.kind, section.anchor, len(section.paragraphs)) == (SectionKind.OTHER, "next", 1)
    assert {problem.type for problem in report.problems} - ON_NUMBERS == {ProblemType.UNKNOWN_HEADING}
    assert lost_lines(document, report) == []


def test_contents_in_the_navigation_announce_nothing():
    """They have no page numbers: a number at the end of an entry is a part of its words."""
    contents = '<nav><h2>Contents</h2><ul><li><a href="/x/#annexe-1">Annexe 1</a></li></ul></nav>'
    source = REPORT.replace("<main", f"{contents}<main")
    assert {problem.type for problem in parse(extract(source.encode())).problems} == ON_NUMBERS


def test_a_heading_inside_a_chapter_stays_in_it_and_is_no_finding():
    source = REPORT.replace("<h4>Strengths:</h4>", "<h4>Main points</h4><h4>Strengths:</h4>", 1)
    report, clean = parse(extract(source.encode())), parse(extract(REPORT.encode()))
    assert [[f.text for f in s.findings] for s in report.standards] == [
        [f.text for f in s.findings] for s in clean.standards
    ]
    (heading,) = [paragraph for paragraph in report.paragraphs if paragraph.text == "Main points"]
    assert heading.role is ParagraphRole.HEADING


def test_a_paragraph_after_a_list_is_not_the_rest_of_its_last_item():
    source = REPORT.replace("train all staff</li></ol>", "train all staff</li></ol><p>These are for the unit</p>")
    assert source != REPORT
    texts = [item.text for item in parse(extract(REPORT.encode())).recommendations]
    assert [item.text for item in parse(extract(source.encode())).recommendations] == texts


def test_what_follows_the_title_is_no_part_of_it():
    source = REPORT.replace("</h1>", "</h1><p>A report by inspectors</p>")
    report = parse(extract(source.encode()))
    assert (report.title.value, report.pdu.value) == (
        "An inspection of probation services in Marlow Vale PDU",
        "Marlow Vale",
    )


def counts(source: str) -> tuple[int, int, int]:
    report = parse(extract(source.encode()))
    findings = [finding for part in (*report.standards, *report.sections) for finding in part.findings]
    return len(findings), len(report.recommendations), len(report.figures)


@pytest.mark.parametrize("link", ['<a href="#">1</a>', '<a href="#page-2">2</a>'])
def test_a_number_that_links_somewhere_makes_no_item_a_footnote(link):
    assert counts(REPORT.replace("<main", f"<nav>{link}</nav><main", 1)) == counts(REPORT)


def test_a_number_that_is_a_link_stays_in_its_sentence():
    source = REPORT.replace("We inspected 30 community", 'We inspected <a href="#annexe">30</a> community')
    assert source != REPORT
    assert counts(source) == counts(REPORT)


def test_a_number_alone_on_a_page_is_no_page_number():
    source = REPORT.replace('<h2 id="outcomes">', '<p>Number of cases seen:</p><p>39</p><h2 id="outcomes">')
    assert source != REPORT
    report = parse(extract(source.encode()))
    assert "39" in [paragraph.text for paragraph in report.paragraphs]


def test_a_paragraph_among_the_recommendations_is_named():
    source = REPORT.replace('<h2 id="background">', '<p>Improve the quality of court reports.</p><h2 id="background">')
    assert source != REPORT
    report = parse(extract(source.encode()))
    assert ProblemType.RECOMMENDATION_NOT_READ in {problem.type for problem in report.problems}
