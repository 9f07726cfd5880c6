"""Writes a report as a web page in the newer style, from what was read of the same report's text.

The words are the text's; only the layout is assumed. No page of the inspectorate was at hand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from inspections.importing.extract import Document
from inspections.importing.parsed import ParsedParagraph, ParsedReport, ParsedSection
from inspections.rows import ParagraphRole, SectionKind

ADDRESS = "https://hmiprobation.example.org/document/an-inspection-of-probation-services-in-doncaster-pdu/"
MARK = re.compile(r"[¹²³⁴⁵]")
DIGITS = dict(zip("¹²³⁴⁵", "12345", strict=True))
LEVELS = {SectionKind.STANDARD: 3}
LICENCE = "Crown copyright"
OVERALL = "Overall rating"  # the columns of the printed table break it in two
SITE_BEFORE = """
<a class="skip-link" href="#content">Skip to main content</a>
<div id="cookie-banner"><h2>Cookies on this site</h2><p>We use some essential cookies.</p><button>Accept</button></div>
<header><p>HM Inspectorate of Probation</p>
<nav><ul><li><a href="/">Home</a><li><a href="/pdu/">Inspections</a></ul></nav>
<form action="/search"><label>Search <input name="q" value="unseen"></label><button>Search</button></form></header>
<ol class="breadcrumbs"><li><a href="/">Home</a></li><li>An inspection of probation services in Doncaster PDU</li></ol>
<script>document.write("<p>P 1.1 Leadership</p>")</script><noscript>This page works without scripts.</noscript>
"""
SITE_AFTER = """
<section class="share-this-page"><h2>Share this page</h2>
<ul><li><a href="https://example.org/s">Share by email</a></li></ul></section>
"""
FOOTER = """<footer><h2>Related links</h2><p>All content is available elsewhere.</p></footer>
<script type="application/ld+json">{"headline": "Inadequate"}</script>"""


@dataclass(frozen=True, kw_only=True)
class Style:
    """How the page is laid out. `published` is what stands after "Published:"."""

    has_licence: bool = True
    published: str = "October 2024"
    tables: str = "real"  # or "cells", each a paragraph of its own; or "rows", each one paragraph
    has_site: bool = True
    notes_at_end: bool = False
    back_to_top: str = "text"  # or "link", or "after"
    last_first: bool = False


def page(document: Document, report: ParsedReport, style: Style) -> str:
    """The page's source."""
    sections = [section for section in report.sections if style.has_licence or LICENCE not in section.title]
    cover, *others = sections
    if style.last_first:
        recommendations = next(s for s in others if s.kind is SectionKind.RECOMMENDATIONS)
        others.remove(recommendations)
        others.insert(-1, recommendations)
    writer = Writer(document=document, report=report, style=style)
    notes = [] if not style.notes_at_end else list(writer.notes(others))
    body = [*writer.cover(cover), *writer.contents(others)]
    for section in others:
        body += writer.section(section)
    if notes:
        body += ['<section class="footnotes"><ol>', *notes, "</ol></section>"]
    main = "\n".join(body)
    before, after, footer = (SITE_BEFORE, SITE_AFTER, FOOTER) if style.has_site else ("", "", "")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Doncaster PDU - Inspectorate</title>'
        f'<link rel="canonical" href="{ADDRESS}"><style>p {{ color: black }}</style></head>\n'
        f'<body class="page-report">{before}<main id="content"><article>{main}</article>{after}</main>'
        f"{footer}</body></html>\n"
    )


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Writes the parts of the page."""

    document: Document
    report: ParsedReport
    style: Style

    def cover(self, cover: ParsedSection) -> Iterator[str]:
        region = next(p.text for p in cover.paragraphs if p.text.startswith("The Probation Service"))
        yield f"<h1>An inspection of probation services in\n {self.report.pdu.value} PDU</h1>"
        yield f"<p>{escape(region)}</p><p><strong>Published:</strong> {self.style.published}</p>"

    def contents(self, sections: Sequence[ParsedSection]) -> Iterator[str]:
        if self.style.has_site:
            links = (f'<li><a href="#{anchor(section)}">{escape(self.title(section))}</a></li>' for section in sections)
            yield f"<p>On this page</p><ul>{''.join(links)}</ul>"

    def title(self, section: ParsedSection) -> str:
        codes = {standard.section: standard.code for standard in self.report.standards}
        code = codes.get(self.report.sections.index(section))
        return f"{code}. {section.title}" if code else section.title

    def section(self, section: ParsedSection) -> Iterator[str]:
        level = LEVELS.get(section.kind, 2)
        top = {"text": " (Back to top)", "link": ' <a href="#content">(Back to top)</a>', "after": ""}
        yield f'<h{level} id="{anchor(section)}">{escape(self.title(section))}{top[self.style.back_to_top]}</h{level}>'
        if self.style.back_to_top == "after":
            yield '<p><a href="#content">Back to top</a></p>'
        kinds = self.kinds(section)
        parts = groupby(section.paragraphs, key=lambda p: (p.role, kinds.get(p.paragraph)))
        for (role, _), paragraphs in parts:
            yield from self.part(role, list(paragraphs))

    def kinds(self, section: ParsedSection) -> dict[int, object]:
        """The kind of each finding by its paragraph: a list of its own for each."""
        owners = [section, *(s for s in self.report.standards if self.report.sections[s.section or 0] is section)]
        return {finding.paragraph: finding.kind for owner in owners for finding in owner.findings}

    def part(self, role: ParagraphRole, paragraphs: Sequence[ParsedParagraph]) -> Iterator[str]:
        match role:
            case ParagraphRole.FINDING | ParagraphRole.ITEM:
                yield "<ul>" + "\n".join(f"<li>{self.words(p)}</li>" for p in paragraphs) + "</ul>"
            case ParagraphRole.RECOMMENDATION:
                yield "<ol>" + "\n".join(f"<li>{self.words(p)}</li>" for p in paragraphs) + "</ol>"
            case ParagraphRole.ROW:
                yield from self.table([p.text.split(" | ") for p in paragraphs])
            case ParagraphRole.HEADING:
                yield from (f"<h4>{escape(p.text)}</h4>" for p in paragraphs)
            case ParagraphRole.RATING:
                yield from (f'<p class="rating"><strong>{p.text}</strong></p>' for p in paragraphs)
            case ParagraphRole.QUOTATION:
                yield from (f"<blockquote><p>{self.words(p)}</p></blockquote>" for p in paragraphs)
            case ParagraphRole.FOOTNOTE if self.style.notes_at_end:
                return
            case ParagraphRole.FOOTNOTE:
                yield from (f"<p><sup>{DIGITS[p.mark]}</sup> {self.words(p)}</p>" for p in paragraphs)
            case _:
                yield from (f"<p>{self.words(p)}</p>" for p in paragraphs)

    def table(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        rows = [[OVERALL, row[-1]] if row[0] == OVERALL[: len(row[0])] and len(row) > 1 else row for row in rows]
        if self.style.tables == "real":
            yield "<table><tbody>" + "".join(f"<tr>{_cells(row)}</tr>" for row in rows) + "</tbody></table>"
        elif self.style.tables == "rows":
            yield from (f"<p>{' '.join(map(escape, row))}</p>" for row in rows)
        else:
            yield from (f"<p>{escape(cell)}</p>" for row in rows for cell in row)

    def words(self, paragraph: ParsedParagraph) -> str:
        """A paragraph's words with the marks of footnotes, which reading takes away, as the page shows them."""
        raw = self.document.lines[paragraph.line - 1].text
        text = escape(paragraph.text, quote=False)
        for found in re.finditer(r"(\w+)([¹²³⁴⁵])(?= \w)", raw):
            number = DIGITS[found[2]]
            link = f'<a id="ref{number}" href="#note{number}">{number}</a>'
            text = text.replace(found[1], f"{found[1]}<sup>{link}</sup>", 1)
        return text

    def notes(self, sections: Sequence[ParsedSection]) -> Iterator[str]:
        for section in sections:
            for p in section.paragraphs:
                if p.role is ParagraphRole.FOOTNOTE:
                    number = DIGITS[p.mark]
                    yield f'<li id="note{number}">{escape(p.text)} <a href="#ref{number}">↩</a></li>'


def anchor(section: ParsedSection) -> str:
    """The id of a section's heading."""
    return re.sub(r"[^a-z0-9]+", "-", section.title.lower()).strip("-")


def _cells(row: Sequence[str]) -> str:
    first, *others = (escape(cell) for cell in row)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)
