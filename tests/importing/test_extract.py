import pytest

from inspections.importing.extract import MAX_BYTES, MAX_LINE_LENGTH, MAX_LINES, NotReadable, extract
from inspections.importing.extract.forms import form_of
from inspections.rows import FileForm


def texts(content: bytes) -> list[tuple[int, int | None, str]]:
    return [(line.number, line.page, line.text) for line in extract(content).lines]


@pytest.mark.parametrize("content", [b"one\ntwo", b"one\r\ntwo", b"one\rtwo", b"\xef\xbb\xbfone\ntwo"])
def test_lines_are_numbered_whatever_their_ends(content):
    assert texts(content) == [(1, None, "one"), (2, None, "two")]


def test_only_line_ends_end_lines():
    assert texts("one\u2028two\x0bthree\x85".encode()) == [(1, None, "one\u2028two\x0bthree\x85")]


def test_form_feeds_are_page_ends():
    assert texts(b"one\n\ftwo\nthree\f\nfour") == [(1, 1, "one"), (2, 2, "two"), (3, 2, "three"), (4, 3, "four")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n...", "PDF is damaged"),
        (b"\xef\xbb\xbf  %PDF-1.7", "PDF"),
        (b"PK\x03\x04 word/document.xml", "XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old office document"),
        (b"{\\rtf1 text}", "rich text"),
        (b"\n<html>", "page has no text"),
        (b'<?xml version="1.0"?><!-- a --><html>', "page has no text"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>', "XML"),
        (b"text\x00text", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\xff\xfet\x00e\x00", "UTF-16"),
        (b"Ratings\nDon\x92t", "line 2"),
        (b"one\ntwo\x1b[31m", "line 2 has control characters"),
        (b"x" * (MAX_BYTES + 1), "larger"),
        (b"\n" * MAX_LINES + b"x", "lines"),
        (b"one\n" + b"x" * (MAX_LINE_LENGTH + 1), "Line 2"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(content, reason):
    with pytest.raises(NotReadable, match=reason) as refusal:
        extract(content)
    assert "\n" not in str(refusal.value)


def test_comments_hide_no_form_and_take_no_time():
    assert form_of(b"<!-- a --> <!-- b --><!DOCTYPE html><p>x") == FileForm.HTML
    assert form_of(b"<!---->" * 285 + b"x") == FileForm.TEXT
