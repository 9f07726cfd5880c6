"""Web pages that are no report, or that mean harm, each with words of the reason it is refused for."""

from inspections.importing.extract import MAX_LINES, extract
from inspections.importing.extract.html.tree import MOST_ATTRIBUTES, MOST_TAGS
from inspections.importing.parse import parse
from tests.importing.report_page import SITE_AFTER, SITE_BEFORE, Style, page
from tests.importing.report_text import Facts, Layout, render

TEXT = extract(render(Facts(), Layout()))
REPORT = page(TEXT, parse(TEXT), Style(published="May 2025"))
START = "<!DOCTYPE html><html><body>"
LANDING_PAGE = f"""{START}{SITE_BEFORE}<main><h1>An inspection of probation services in Marlow Vale PDU</h1>
<p>Published: 9 May 2025</p><p>The unit was rated Requires improvement, with a score of 8 out of 21.</p></main>
{SITE_AFTER}</body></html>"""
PRESS_RELEASE = f"""{START}<h1>Inspection of probation services in Marlow Vale</h1>
<p>Inspectors have rated the unit.</p>
<h2>Notes to editors</h2><p>The report is available elsewhere.</p></body></html>"""

NO_REPORTS = (
    (LANDING_PAGE, "a web page about a report"),
    (PRESS_RELEASE, "a press release"),
    (f"{START}<h1>404</h1><p>Page not found.</p>", "no inspection report"),
    (REPORT.replace("Marlow Vale PDU", "the Northern Fells region"), "a report on a region"),
    (REPORT.replace("P 1.1", "R 1.1"), "a report on a region"),
    (REPORT[: REPORT.index('id="planning"')], "cut off"),
    (REPORT[: REPORT.index('id="ratings"')], "a web page about a report"),
    ("<html><frameset><frame src=report.html></frameset></html>", "only shows other pages"),
    (f"{START}<iframe src=report.html></iframe>", "only shows other pages"),
    (f"{START}</body></html>", "no text"),
    (f"{START}<script>Ratings</script>", "no text"),
    (f"{START}<!-- {REPORT}", "no text"),
)

BOMB = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
NAMES = (
    *(
        "billion laughs",
        "outside entity",
        "deep",
        "just not too deep",
        "deeper",
        "unclosed inline",
        "million tags",
        "lines",
        "breaks",
    ),
    *("preformatted", "rows", "links", "attributes", "quoted attributes", "many with attributes", "one line"),
    *("too large", "blank", "NUL"),
)
HARM = (
    (f"<!DOCTYPE html [<!ENTITY l0 'lol'>{BOMB}]><html><body>&l9;</body></html>", "entities"),
    ("<!DOCTYPE html [<!ENTITY x SYSTEM 'https://example.org/x'>]><html><body>&x;</body></html>", "entities"),
    (START + "<div>" * 300 + "x", "nested deeper"),
    (START + "<ul><li>" * 48 + "x", "no inspection report"),
    (START + "<div>" * 100_000, "tags"),
    (START + "<b>" * (MOST_TAGS // 2) + "x", "nested deeper"),
    (START + "<p>" * 1_000_000, "tags"),
    (START + "<p>x" * (MOST_TAGS - 10), "lines"),
    (START + "x<br>" * (MOST_TAGS - 10), "lines"),
    (START + "<pre>" + "x\n" * (MAX_LINES + 1), "lines"),
    (START + "<table>" + "<tr><td>x<td>y" * 30_000, "paragraphs"),
    (START + "<ul>" + "<li><a href=#x>x</a>" * 30_000, "no inspection report"),
    (START + "<p " + " ".join(f"a{n}" for n in range(600_000)) + ">x", "attributes"),
    (START + "<p " + " ".join(f'a{n}=">"' for n in range(300_000)) + ">x", "attributes"),
    (
        START + ("<p " + " ".join(f"a{n}" for n in range(MOST_ATTRIBUTES - 1)) + ">x") * 1_000,
        "no inspection report",
    ),
    (START + "x " * 2_400_000, "characters"),
    (START + "x" * 5_000_000, "larger than 5,000,000 bytes"),
    (START + "<p>words</p>" * 5 + " " * 4_900_000, "no inspection report"),
    (REPORT.replace("Leadership", "Leader\0ship"), "control characters"),
)
HARMFUL = dict(zip(NAMES, HARM, strict=True))
