"""The shipped report as a PDF that is laid out like the original: the same is read as from the text."""

import re
from collections import Counter
from typing import Any

import pypdfium2
import pytest

from inspections.importing.extract import Document, extract
from inspections.importing.extract.pdf import read_pdf
from inspections.importing.parse import parse
from tests.importing.account import lost_lines
from tests.importing.pdf_report.laying_out import laid_out
from tests.importing.pdf_report.same import CUT_UP, but, without_places

LAYOUTS: dict[str, dict[str, bool]] = {
    "headings lost": {},
    "all headings": {"has_all_headings": True},
    "justified, words parted": {"is_justified": True},
}


@pytest.fixture(scope="module", params=LAYOUTS.values(), ids=LAYOUTS.keys())
def content(request, shipped, doncaster) -> bytes:
    return laid_out(shipped, doncaster, **request.param)


@pytest.fixture(scope="module")
def read(content) -> Document:
    return read_pdf(content)


def characters(texts) -> Counter[str]:
    """How often each character stands there, but spaces, hyphens and the edges of cells; raised figures as others."""
    superscripts = str.maketrans("¹²³⁴⁵", "12345")
    return Counter(re.sub(r"[\s|\ufffe\x02-]", "", "".join(texts).translate(superscripts)))


def test_every_character_of_it_is_in_some_line(content, read):
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert characters(pages) == characters(line.text for line in read.lines)


def test_every_line_is_accounted_for(read):
    assert lost_lines(read, parse(read)) == []


def test_pages_are_those_of_the_file(content, read):
    assert {line.page for line in read.lines} == set(range(1, len(pypdfium2.PdfDocument(content)) + 1))
    assert [line.number for line in read.lines] == list(range(1, len(read.lines) + 1))


def test_only_its_footers_are_furniture(read):
    pages = sorted({line.page for line in read.lines if line.page})
    assert [(line.page, line.text) for line in read.lines if line.is_furniture] == [
        (page, f"Inspection of probation services in Doncaster {page}") for page in pages[1:]
    ]


def test_the_same_is_read_as_from_the_text(shipped, doncaster):
    of_text, of_pdf = (
        without_places(doncaster),
        without_places(parse(extract(laid_out(shipped, doncaster)))),
    )
    assert of_pdf | {"problems": None} == of_text | {"problems": None}
    assert but(of_pdf["problems"], CUT_UP) == but(of_text["problems"], CUT_UP)
    assert {problem[0] for problem in of_pdf["problems"]} & set(CUT_UP) <= {"joined_over_break"}


def test_justified_text_is_read_alike(shipped, doncaster):
    of_text = without_places(doncaster)
    justified = without_places(parse(read_pdf(laid_out(shipped, doncaster, is_justified=True))))
    assert justified | {"problems": None} == of_text | {"problems": None}


def test_headings_that_the_text_lost_are_read_where_the_page_has_them(shipped, doncaster):
    of_text = without_places(doncaster)
    full = without_places(parse(read_pdf(laid_out(shipped, doncaster, has_all_headings=True))))
    assert full | {"problems": None} == _all_headings_found(of_text) | {"problems": None}
    lost = (*CUT_UP, "heading_lost")
    assert but(full["problems"], CUT_UP) == but(of_text["problems"], lost)


def _all_headings_found(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: False if key == "heading_lost" else _all_headings_found(inner) for key, inner in value.items()}
    return [_all_headings_found(inner) for inner in value] if isinstance(value, list) else value
