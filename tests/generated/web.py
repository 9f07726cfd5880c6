"""Reports as web pages, in the newer style: no contents page, headings that end in "(Back to top)"."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from tests.generated.model import (
    MARKS,
    Chapter,
    Finding,
    Footnote,
    Lists,
    Ratings,
    Recommendations,
    Report,
    Section,
    Standard,
    mark_number,
)

ENTITIES = {"’": "&rsquo;", "‘": "&lsquo;", "–": "&ndash;", "©": "&copy;"}


@dataclass(frozen=True)
class WebStyle:
    cell: str
    """Between the cells of a flattened table; empty where it is a real one."""
    back_to_top: str
    list_heading: str
    quote: str
    is_numbered: bool
    """The recommendations' numbers are the list's own."""
    entities: bool
    wrap: bool
    is_bare: bool
    """Without the site's own parts around the report."""
    line_end: str


def web_style(seed: int) -> WebStyle:
    rng = random.Random(f"web style {seed}")
    return WebStyle(
        cell=rng.choice(("", "", "", " ", "<br>", "</p>\n<p>")),
        back_to_top=rng.choice((" (Back to top)", ' <a href="#top">(Back to top)</a>', "&nbsp;(Back to top)", "")),
        list_heading=rng.choice(("<h4>{}:</h4>", "<p><strong>{}:</strong></p>", "<h4>{}</h4>", "<p><b>{}</b>:</p>")),
        quote=rng.choice(("<blockquote><p>{}</p></blockquote>", "<p><em>{}</em></p>", "<blockquote>{}</blockquote>")),
        is_numbered=rng.random() < 0.6,
        entities=rng.random() < 0.4,
        wrap=rng.random() < 0.4,
        is_bare=rng.random() < 0.25,
        line_end=rng.choice(("\n", "\n", "\r\n")),
    )


def write_web(report: Report, seed: int, style: WebStyle) -> bytes:
    page = WebWriter(report, random.Random(f"web noise {seed}"), style).page()
    return page.replace("\n", style.line_end).encode()


class WebWriter:
    def __init__(self, report: Report, rng: random.Random, style: WebStyle):
        self.report, self.rng, self.style = report, rng, style
        self.quote_marks = "“”" if report.curly else '""'

    # --- Around the report --------------------------------------------------------------------------------------------

    def page(self) -> str:
        title = escape(self.report.title)
        main = "\n".join([f'<h1 id="top">{title}</h1>', *self.opening(), *self.parts()])
        before, after = ("", "") if self.style.is_bare else (SITE_HEADER, SITE_FOOTER)
        return (
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{title} - HM Inspectorate of Probation</title>\n<style>main {{ max-width: 60em; }}</style>\n"
            f'<script>window.dataLayer = ["12 of 41 cases"];</script>\n</head>\n<body>\n{before}'
            f'<main id="main-content">\n<article>\n{main}\n</article>\n</main>\n{after}</body>\n</html>\n'
        )

    def opening(self) -> Iterator[str]:
        published = self.report.published.printed if self.report.published else ""
        label = self.rng.choice(("Published:", "<strong>Published:</strong>", "Published:&nbsp;"))
        yield f'<p class="published">{label} {published}</p>'
        if self.report.region:
            yield f"<p>The Probation Service {self.dash} {escape(self.report.region)} region</p>"

    @property
    def dash(self) -> str:
        return "&ndash;" if self.style.entities else "–"

    # --- Text ---------------------------------------------------------------------------------------------------------

    def text(self, printed: str) -> str:
        text = escape(printed, quote=False)
        if self.style.entities:
            for character, entity in ENTITIES.items():
                text = text.replace(character, entity)
        if self.style.wrap:
            text = re.sub(r"(.{60,90}?) ", r"\1\n      ", text)
        text = text.replace("on our website", '<a href="https://example.org/data">on our website</a>')
        return MARKS.sub(self._mark, text)

    def _mark(self, match: re.Match) -> str:
        number = mark_number(match.group())
        return f'<sup><a href="#footnote-{number}" id="mark-{number}">{number}</a></sup>'

    def footnote(self, note: Footnote | None) -> Iterator[str]:
        if note:
            number = note.number
            yield f'<p id="footnote-{number}" class="footnote"><sup>{number}</sup> {self.text(note.prose.printed)}</p>'

    def heading(self, level: int, text: str) -> str:
        anchor = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
        back = self.style.back_to_top if level == 2 else ""
        return f'<h{level} id="{anchor}">{self.text(text)}{back}</h{level}>'

    # --- Tables -------------------------------------------------------------------------------------------------------

    def table(self, rows: list[tuple[str, ...]]) -> str:
        if self.style.cell:
            return "\n".join(f"<p>{self.style.cell.join(self.text(cell) for cell in row if cell)}</p>" for row in rows)
        head, *body = ("".join(f"<td>{self.text(cell)}</td>" for cell in row) for row in rows)
        head = head.replace("td>", "th>")
        return "<table>\n<thead>\n<tr>{}</tr>\n</thead>\n<tbody>\n{}\n</tbody>\n</table>".format(
            head, "\n".join(f"<tr>{row}</tr>" for row in body)
        )

    def ratings(self, part: Ratings) -> Iterator[str]:
        report = self.report
        label = f"{part.label} {part.started.printed}" if part.started else ""
        rows = [("", label, "Score", part.score.format(report.score, report.max_score))]
        rows.append(("", "Overall rating", str(report.overall_rating), ""))
        for chapter in (part for part in report.parts if isinstance(part, Chapter)):
            rows.append((f"{chapter.number}.", chapter.name, "", ""))
            rows += [
                (standard.code, standard.name, str(standard.rating), "")
                for standard in report.standards
                if standard.domain == chapter.number
            ]
        yield self.heading(2, part.title)
        yield self.table(rows)

    def key_questions(self, standard: Standard) -> str:
        yes = "‘Yes’" if self.report.curly else "'Yes'"
        rows = [(question.text, f"{question.percentage}%") for question in standard.key_questions]
        return self.table([("Key question", f"Percentage {yes}"), *rows])

    # --- Parts --------------------------------------------------------------------------------------------------------

    def parts(self) -> Iterator[str]:
        for part in self.report.parts:
            match part:
                case Chapter():
                    yield self.heading(2, part.title)
                case Ratings():
                    yield from self.ratings(part)
                case Recommendations():
                    yield from self.recommendations(part)
                case Section():
                    yield from self.section(part)
                case Standard():
                    yield from self.standard(part)

    def recommendations(self, part: Recommendations) -> Iterator[str]:
        yield self.heading(2, part.title)
        yield f"<p>{self.text(part.opening)}</p>"
        addressees = list(dict.fromkeys(item.addressed_to for item in part.items))
        for addressee in addressees:
            items = [item for item in part.items if item.addressed_to == addressee]
            yield f"<p><strong>{self.text(addressee)} should:</strong></p>"
            if self.style.is_numbered:
                start = f' start="{items[0].number}"' if items[0].number > 1 else ""
                yield f"<ol{start}>\n" + "\n".join(f"<li>{self.text(item.text)}</li>" for item in items) + "\n</ol>"
            else:
                yield "\n".join(f"<p>{item.number}. {self.text(item.text)}</p>" for item in items)

    def section(self, part: Section) -> Iterator[str]:
        yield self.heading(2, part.title)
        for paragraph in part.paragraphs:
            yield f"<p>{self.text(paragraph.printed)}</p>"
        yield from self.footnote(part.footnote)
        yield from self.lists(part.lists)

    def standard(self, part: Standard) -> Iterator[str]:
        yield self.heading(3, f"{part.code}. {part.name}")
        yield f"<p>{self.text(part.statement)}</p>"
        yield f'<p class="rating"><strong>{part.rating}</strong></p>'
        yield f"<p>{self.text(part.summary.printed)}</p>"
        if part.key_questions:
            yield self.key_questions(part)
        yield from self.lists(part.lists)
        yield from self.footnote(part.footnote)

    def lists(self, lists: Lists) -> Iterator[str]:
        if lists.strengths:
            yield self.style.list_heading.format("Strengths")
            yield self.items(lists.strengths)
        if lists.areas and not lists.heading_lost:
            yield self.style.list_heading.format("Areas for improvement")
        if lists.areas:
            yield self.items(lists.areas)
        if any(finding.quotes for finding in lists.plain):
            for finding in lists.plain:
                yield self.items((finding,))
                yield from self.quotes(finding)
        elif lists.plain:
            yield self.items(lists.plain)

    def items(self, findings: tuple[Finding, ...]) -> str:
        return "<ul>\n" + "\n".join(f"<li>{self.text(finding.prose.printed)}</li>" for finding in findings) + "\n</ul>"

    def quotes(self, finding: Finding) -> Iterator[str]:
        opening, closing = self.quote_marks
        for quote in finding.quotes:
            yield self.style.quote.format(f"{opening}{self.text(quote)}{closing}")


SITE_HEADER = """<a href="#main-content" class="skip">Skip to main content</a>
<div role="dialog" aria-label="Cookies"><p>We use 12 cookies on this site.</p><button>Accept</button></div>
<header>
<a href="/">HM Inspectorate of Probation</a>
<nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/reports">Reports</a></li>
<li><a href="/about">About us</a></li></ul></nav>
</header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Inspection reports</li></ol></nav>
"""
SITE_FOOTER = """<footer>
<ul><li><a href="/accessibility">Accessibility</a></li><li><a href="/privacy">Privacy notice</a></li></ul>
<p>All content is available under the Open Government Licence v3.0, except where otherwise stated</p>
</footer>
<script src="/site.js"></script>
"""
