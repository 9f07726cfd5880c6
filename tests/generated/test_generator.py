"""The generator itself: a test that writes its own answers has to be above suspicion."""

import re
from copy import deepcopy

import pytest
from pypdfium2 import PdfDocument

from inspections.ratings import Rating, points_total
from tests.generated.author import write_report
from tests.generated.comparing import Tally
from tests.generated.model import Section, Standard
from tests.generated.sentences import number_word
from tests.generated.writing import FORMS, Written, write

SEEDS = range(40)


@pytest.fixture(scope="module")
def texts() -> list[Written]:
    return [write(seed, form="text", points=21 if seed % 3 else 27) for seed in SEEDS]


@pytest.mark.parametrize("form", FORMS)
def test_a_seed_always_writes_the_same(form: str):
    first, second = (write(5, form=form, points=21) for _ in range(2))
    assert (first.content, first.expected) == (second.content, second.expected)
    assert first.content != write(6, form=form, points=21).content


def test_score_is_the_sum_of_the_ratings(texts: list[Written]):
    for written in texts:
        ratings = [Rating(standard["rating"]) for standard in written.expected["standards"]]
        assert written.expected["report"]["score"] == points_total(ratings)
        assert written.expected["report"]["max_score"] == 3 * len(ratings)


def test_every_figure_stands_in_its_sentence(texts: list[Written]):
    for written in texts:
        for figure in written.expected["figures"]:
            for number in filter(None, (figure["value"], figure["numerator"], figure["denominator"])):
                assert any(printed in figure["quote"].lower() for printed in _printings(number)), figure


def _printings(number: float) -> list[str]:
    return [f"{number:,}", *([number_word(number)] if isinstance(number, int) and number < 100 else [])]


def test_no_number_of_a_sentence_is_forgotten(texts: list[Written]):
    """Digits that no figure names are dates, codes, ages or labels."""
    not_figures = re.compile(
        r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|"
        r"\b20\d\d\b|18 to 25|CAS3|P 1\.2|January|1st Floor|1 Bridge|M3 3FX|ISBN [\d-]+"
    )
    for written in texts:
        named: dict[str, set] = {}
        for figure in written.expected["figures"]:
            numbers = {figure["value"], figure["numerator"], figure["denominator"]}
            named.setdefault(figure["quote"], set()).update(numbers)
        for text in _texts(written.expected):
            for quote, numbers in named.items():
                if quote in text:
                    rest = not_figures.sub("", quote)
                    digits = {float(digit.replace(",", "")) for digit in re.findall(r"\d[\d,.]*\d|\d", rest)}
                    assert digits <= numbers, quote
            assert not re.search(r"\d+ (?:per cent|out of)|\d%", _without(text, named)), text


def _texts(expected: dict) -> list[str]:
    places = [*expected["standards"], *expected["sections"]]
    texts = [finding["text"] for place in places for finding in place["findings"]]
    return texts + [paragraph["text"] for place in expected["sections"] for paragraph in place["paragraphs"]]


def _without(text: str, quotes: dict[str, set]) -> str:
    for quote in quotes:
        text = text.replace(quote, "")
    return text


def test_every_word_of_a_pdf_stands_in_its_pages():
    written = write(3, form="pdf", points=21)
    pages = PdfDocument(written.content)
    printed = set(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    wanted = {word for text in _texts(written.expected) for word in text.split() if "-" not in word}
    assert len(pages) >= 10
    assert len(wanted - printed) <= len(wanted) // 50, wanted - printed


def test_reports_differ_in_all_that_reports_differ_in():
    reports = [write_report(seed, form="text", points=21) for seed in SEEDS]
    sections = [{part.kind for part in report.parts if isinstance(part, Section)} for report in reports]
    for kind in ("foreword", "feedback", "diversity", "outcomes", "other"):
        assert any(kind in kinds for kinds in sections)
    assert any("feedback" not in kinds for kinds in sections)
    assert any("foreword" not in kinds for kinds in sections)
    assert {report.curly for report in reports} == {True, False}
    assert {report.loses_headings for report in reports} == {True, False}
    assert {standard.rating for report in reports for standard in report.standards} == set(Rating)
    assert {report.cases is None for report in reports} == {True, False}
    assert any("&" in report.pdu for report in reports)
    assert any(part.footnote for report in reports for part in report.parts if isinstance(part, Standard))


def test_a_difference_is_a_miss():
    expected = write(1, form="text", points=21).expected
    read = {**deepcopy(expected), "problems": []}
    for name, count in expected["problems"].items():
        read["problems"] += [{"type": name}] * count
    tally = Tally()
    tally.add("as written", expected, read)
    assert (tally.exact, tally.misses) == (1, [])
    read["standards"][0]["findings"][0]["kind"] = "finding"
    read["figures"].pop()
    tally.add("changed", expected, read)
    assert tally.exact == 1
    assert tally.asked["kinds"] - tally.right["kinds"] == 1
    assert tally.asked["figures"] - tally.right["figures"] == 1
    assert tally.asked["findings"] == tally.right["findings"]
    assert tally.misses[0].startswith("changed\n")


def test_a_refused_report_counts_as_nothing_read():
    tally = Tally()
    tally.add("refused", write(1, form="text", points=21).expected, "The file is empty.")
    assert (tally.reports, tally.exact, tally.right["fields"]) == (1, 0, 0)
    assert "The file is empty." in tally.misses[0]
