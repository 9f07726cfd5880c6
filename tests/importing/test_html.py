"""The elements of a page as lines: what becomes of each, and that none is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from inspections.importing.extract import NotReadable, extract
from inspections.importing.extract.html import read_html
from inspections.rows import FileForm
from tests.importing.report_page import Style, page

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def document(body: str, head: str = ""):
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    """The lines, with "~" before what is furniture."""
    return ["~" * line.is_furniture + line.text for line in document(body).lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one\n two</p><p>three</p>", ["one two", "", "three"]),
        ("before<div>one<p>two</p>three</div>after", ["before", "", "one", "", "two", "", "three", "", "after"]),
        ("<p>one <em>two</em><b>three</b>&nbsp;four</p>", ["one twothree four"]),
        ("<p>one<br>two</p><p>three<br><br>four</p>", ["one", "two", "", "three", "", "four"]),
        ("<h2>one<br>two <span>three</span></h2><p>four</p>", ["one two three", "", "four"]),
        ("<ul><li>one<li><p>two</p><p>three</p></ul><p>four", ["- one", "- two", "three", "", "four"]),
        ("<ol><li>one<li value=7>two<li>three</ol>", ["1. one", "7. two", "8. three"]),
        ("<ol start=3><li>one</ol><ol type=a><li>two</ol>", ["3. one", "", "- two"]),
        (
            "<ul><li>one:<ul><li>two<li>three</ul>four<li>five</ul>",
            ["- one:", "  - two", "  - three", "four", "- five"],
        ),
        ("<ol><li>1. one<li>two</ol><ul><li>• three</ul>", ["1. one", "2. two", "", "• three"]),
        ("<ul><li>one</ul><ul><li>two</ul>", ["- one", "", "- two"]),
        ("<ul><li><h3>one</h3><p>two</p></ul>", ["one", "", "two"]),
        ("<dl><dt>one<dd>two</dl>", ["one", "", "two"]),
        ("<table><tr><th>one<td>two<tr><td><td>th<br>ree</table>", ["| one | two |", "|  | th ree |"]),
        ("<table><caption>one</caption><tr><td>a<td>b</table>", ["one", "", "| a | b |"]),
        ("<table><tr><td><h2>one</h2><p>two</p><td>three</table>", ["one", "", "two", "", "three"]),
        ("<table><tr><td>boxed<tr><td>too</table>", ["boxed", "", "too"]),
        ("<p>rated<sup>2</sup> as <sup> 3 </sup>so<sup>1, 2</sup></p>", ["rated² as³so¹²"]),
        ("<p>a <sup><a href='#n'>[2]</a></sup> b<a href=#m>[12]</a> the 1<sup>st</sup></p>", ["a² b¹² the 1st"]),
        ("<p><sup>2</sup> The note.</p>", ["² The note."]),
        (
            "<p>x<sup><a href=#n1>1</a></sup><ol><li id=n1>The note. <a href=#r1>↩</a></ol>",
            ["x¹", "", "¹ The note.", "~↩"],
        ),
        ("<blockquote><p>“said”</p></blockquote><p>as <q>told</q>", ["“said”", "", "as told"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one", "two", "", "three"]),
        ("<details><summary>one</summary>two</details>", ["one", "", "two"]),
        ("<p>one<script>two</script><style>three</style><template>four</template></p>", ["one"]),
        ("<p>one<!-- two --></p><svg><title>three</title></svg>", ["one", "", "~three"]),
        ("<p>a &lt;b&gt;c&lt;/b&gt; &amp;amp; &#150; &rsquo;</p>", ["a <b>c</b> &amp; – ’"]),
        ("<p>one</p></body></html><p>two</p>three", ["one", "", "two", "", "three"]),
        ("<p>one<p>two<div>three", ["one", "", "two", "", "three"]),
    ],
)
def test_elements_become_lines(body, expected):
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<header>site</header><nav>menu</nav><p>text</p><footer>end</footer>",
            ["~site", "", "~menu", "", "text", "", "~end"],
        ),
        ("<article><header><p>one</p></header><footer>two</footer></article>", ["one", "", "two"]),
        ("<header>site<h1>title</h1><nav>menu</nav></header>", ["site", "", "title", "", "~menu"]),
        ("<form><p>one</p><button>two</button></form>", ["~one", "", "~two"]),
        ("<form><h1>one</h1><button>two</button></form>", ["one", "", "~two"]),
        ("<div class='cookie-banner x'>one</div><div class=share-of-cases>two</div>", ["~one", "", "two"]),
        ("<body class=toc><p>one</p>", ["one"]),
        (
            "<p>one <span hidden>two</span>three <span style='display: none'>four</span></p>",
            ["one three", "", "~two", "", "~four"],
        ),
        ("<ul><li>one <b aria-hidden=true>x</b><p>two</ul>", ["- one", "~x", "two"]),
        ("<ul><li><a href=#a>one</a><li><a href=#b>two</a></ul>", ["~- one", "~- two"]),
        ("<ul><li><a href=#a>one</a> more<li><a href=#b>two</a></ul>", ["- one more", "- two"]),
        ("<ul><li><a href=/a>one</a><li><a href=/b>two</a></ul>", ["- one", "- two"]),
        ("<h2>one (Back to top)</h2>", ["one", "", "~(Back to top)"]),
        ("<h2>one <a href=#top>(Back to top)</a> <a href=#one>¶</a></h2>", ["one", "", "~(Back to top)", "", "~¶"]),
        ("<h2>one</h2><p>Back to top</p><p>Share this page</p>", ["one", "", "~Back to top", "", "~Share this page"]),
        (
            "<p>We went back to top.</p><p>Share this page with care.</p>",
            ["We went back to top.", "", "Share this page with care."],
        ),
        ("<p>one <del>two</del> three <img alt='a chart'></p>", ["one three", "", "~two", "", "~Image: a chart"]),
    ],
)
def test_what_is_no_part_of_the_report_is_furniture(body, expected):
    assert lines(body) == expected


@pytest.mark.parametrize("start", ["<title>x</title>", "<!-- x --><main>", "\ufeff<meta charset=utf-8>", "<h1>x</h1>"])
def test_a_page_may_do_without_the_tag_that_says_so(start):
    assert extract(f"{start}<p>one</p>".encode()).form is FileForm.HTML


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (["P 1.1", "Leadership", "Requires improvement"], ["| P 1.1 | Leadership | Requires improvement |"]),
        (["P 1.1 Leadership", "Good"], ["| P 1.1 Leadership | Good |"]),
        (
            ["Overall rating", "Inadequate", "Score", "3/21"],
            ["| Overall rating | Inadequate |", "", "| Score | 3/21 |"],
        ),
        (["Fieldwork started", "June 2024"], ["| Fieldwork started | June 2024 |"]),
        (
            ["1.", "Service delivery", "P 2.1", "Planning", "Good"],
            ["| 1. | Service delivery |", "", "| P 2.1 | Planning | Good |"],
        ),
        (["Key question", "Percentage 'Yes'"], ["| Key question | Percentage 'Yes' |"]),
        (["Key question Percentage 'Yes'"], ["| Key question Percentage 'Yes' |"]),
        (["Does it keep people safe?", "59%"], ["| Does it keep people safe? | 59% |"]),
        (["Does it keep people safe?", "In part."], ["Does it keep people safe?", "", "In part."]),
        (["P 1.1 Leadership", "A statement.", "Good"], ["P 1.1 Leadership", "", "A statement.", "", "Good"]),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_cells_that_stand_apart_are_put_together(cells, rows, tag):
    assert lines("".join(f"<{tag}>{cell}</{tag}>" for cell in cells)) == rows


def test_a_heading_is_no_cell():
    """A chapter whose statement is missing has its rating right under its heading."""
    assert lines("<h3>P 1.1 Leadership</h3><p>Good</p>") == ["P 1.1 Leadership", "", "Good"]


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        ("<h2 id=a>x</h2><p>y</p><h3 id=b>z</h3>", ["a", "a", "b"]),
        ("<h2><a name=a></a>x</h2><p>y</p>", ["a", "a"]),
        ("<a id=a></a><h2>x</h2><p>y</p>", ["a", "a"]),
        ("<section id=a><h2>x</h2><p>y</p></section>", ["a", "a"]),
        ("<section id=a><h2 id=b>x</h2></section>", ["b"]),
        ("<h1 id=a>x</h1><h2 id=b>y</h2><h2>z</h2><p>of a</p>", ["a", "b", "a", "a"]),
        ("<h2 id=a>x</h2><p>y <b id=b>z</b></p><p>u</p>", ["a", "a", "a"]),
        ("<h2 id=a>x</h2><nav id=b><p>y</p></nav><p>z</p>", ["a", "a", "a"]),
        (f"<h2 id='a b'>x</h2><h2 id={'a' * 201}>y</h2>", ["", ""]),
        ("<p>x</p>", [""]),
    ],
)
def test_lines_know_the_anchor_they_stand_under(body, anchors):
    assert [line.anchor for line in document(body).lines if line.text] == anchors


def test_headings_know_their_level():
    assert [line.level for line in document("<h1>x</h1><p>y</p><h4>z</h4>").lines] == [1, 0, 0, 0, 4]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://example.org/a/#part">', "https://example.org/a/"),
        ('<meta property="og:url" content=" http://example.org/b ">', "http://example.org/b"),
        (
            '<meta property="og:url" content="https://example.org/b"><link rel="Canonical" href="/c">',
            "https://example.org/b",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://exa mple.org/">', ""),
        ('<link rel="canonical" href="//example.org/">', ""),
        (f'<link rel="canonical" href="https://example.org/{"a" * 500}">', ""),
        ('<link rel="stylesheet" href="https://example.org/s.css">', ""),
    ],
)
def test_address_is_one_that_can_be_linked(head, address):
    assert document("<p>x</p>", head).address == address


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=UTF8>", "utf-8-sig"),
        ('<meta charset="windows-1252">', "utf-8-sig"),
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
    ],
)
def test_the_declared_charset_is_honoured(charset, encoding):
    source = f"<html><head>{charset}</head><body>Doncaster’s – €</body></html>"
    assert read_html(source.encode(encoding)).lines[0].text == "Doncaster’s – €"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><meta charset=utf-8><p>Doncaster\x92s", "not in utf-8"),
        (b"<html>\n<p>Doncaster\x92s", r"not in UTF-8, and declares no other charset \(line 2"),
        (b"<html><meta charset=windows-1252><p>\x81", "not in windows-1252"),
        ("<html><meta charset=iso-8859-1><p>Doncaster’s".encode(), "declares iso-8859-1, but it is in UTF-8"),
        (b"<html><meta charset=gb2312><p>x", "in gb2312, which is not read"),
        ("<html><meta charset=utf-16><p>x".encode("utf-16"), "UTF-16"),
        (b"<html><p>a\x00b", "control characters"),
    ],
)
def test_what_cannot_be_decoded_is_refused(content, reason):
    with pytest.raises(NotReadable, match=reason):
        extract(content)


# --- Nothing is lost --------------------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text.translate(SUPERSCRIPTS))


def lost_texts(source: str, lines_: list[str] | None = None) -> list[str]:
    """The texts of the page's elements, scripts and the like aside, that stand in no line."""
    read = squeezed(
        "".join(line.text for line in read_html(source.encode()).lines) if lines_ is None else "".join(lines_)
    )
    root = lxml_html.document_fromstring(source.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    texts = root.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::template or ancestor::head)]")
    return [text for text in texts if squeezed(text).strip("[]()") not in read]


@pytest.mark.parametrize("style", [Style(), Style(tables="cells", notes_at_end=True, back_to_top="link")])
def test_every_text_of_the_report_is_in_a_line(shipped, doncaster, style):
    assert lost_texts(page(shipped, doncaster, style)) == []


def test_the_account_notices_a_loss():
    source = "<html><body><p>one<nav>two</nav></p>three<script>four</script></body></html>"
    assert lost_texts(source) == []
    assert lost_texts(source, ["one", "three"]) == ["two"]


TAGS = (
    *("p", "div", "span", "b", "h1", "h2", "ul", "ol", "li", "table", "tr", "td", "th", "nav", "header", "main", "sup"),
    *("a href='#x'", "a id='x'", "form", "button", "pre", "dl", "dt", "dd", "p hidden", "p class='share'", "caption"),
    *("noscript", "select", "option", "svg", "title", "blockquote", "details", "summary", "article", "footer", "del"),
)


@st.composite
def tag_soup(draw) -> str:
    """Tags opened and closed in any order, with numbered words between them."""
    parts = []
    for number in range(draw(st.integers(1, 25))):
        tag = draw(st.sampled_from(TAGS))
        parts.append(draw(st.sampled_from((f"<{tag}>", f"</{tag.split()[0]}>", "<br>", f"<{tag}>word{number}"))))
        parts.append(
            draw(st.sampled_from(("", " ", f" Word{number} more", f"{number}", "P 1.1", "Good", "Back to top")))
        )
    return f"<html><body>start {''.join(parts)}</body></html>"


@settings(max_examples=400, deadline=None)
@given(tag_soup())
def test_no_text_of_any_page_is_lost(source):
    assert lost_texts(source) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_page_raises_anything_else(text):
    try:
        read_html(f"<html>{text}".encode(errors="replace"))
    except NotReadable as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 it may also be read
