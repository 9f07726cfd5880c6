"""Reports as text: noisy, as the shipped one came out of its PDF, and clean.

What a careful reader could not decide is never written: a page end cuts a text only where it goes on with a small
letter, and bullets are not left out where a heading is lost.
"""

import random
import re
import textwrap
from collections.abc import Iterator

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
from tests.generated.text_style import TextStyle

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CONTINUES = re.compile(r"[a-z,] [a-z]$")
PRINTED_LINE = 80


def write_text(report: Report, seed: int, style: TextStyle) -> bytes:
    blocks = TextWriter(report, random.Random(f"text noise {seed}"), style).blocks()
    text = ("\ufeff" if style.byte_order_mark else "") + "\n\n".join("\n".join(block) for block in blocks) + "\n"
    return text.replace("\n", style.line_end).encode()


Block = list[str]


class TextWriter:
    def __init__(self, report: Report, rng: random.Random, style: TextStyle):
        self.report, self.rng, self.style = report, rng, style
        self.page = 2
        self.quote_marks = "“”" if report.curly else '""'

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def blocks(self) -> Iterator[Block]:
        yield from self.cover()
        yield from self.contents()
        for part in self.report.parts:
            match part:
                case Chapter():
                    yield [part.title]
                case Ratings():
                    yield from self.ratings(part)
                case Recommendations():
                    yield from self.recommendations(part)
                case Section():
                    yield from self.section(part)
                case Standard():
                    yield from self.standard(part)

    # --- Front matter -------------------------------------------------------------------------------------------------

    def cover(self) -> Iterator[Block]:
        if self.style.is_noisy:
            yield [""]
            yield ["An inspection of probation services in:"]
            yield [self.report.pdu]
        else:
            yield [self.report.title]
        yield [f"The Probation Service – {self.report.region} region"]
        published = self.report.published
        yield ["HM Inspectorate of Probation" + (f", {published.printed}" if published else "")]

    def contents(self) -> Iterator[Block]:
        titles = [
            part.title for part in self.report.parts if isinstance(part, Section | Chapter | Ratings | Recommendations)
        ]
        titles = [
            title for title in titles if not title.startswith(("Acknow", "The role", "©", "Feedback", "Diversity"))
        ]
        numbers = sorted(self.rng.sample(range(3, 40), len(titles)))
        yield ["Contents"]
        if self.style.is_noisy:
            rows = [f"| {title} | {number} |" for title, number in zip(titles, numbers, strict=True)]
            yield [rows[0], "|---|----|", *rows[1:]]
        else:
            leader = self.rng.choice((" ", "\t", " ........ "))
            yield [f"{title}{leader}{number}" for title, number in zip(titles, numbers, strict=True)]

    # --- Tables -------------------------------------------------------------------------------------------------------

    def rows(self, rows: list[tuple[str, ...]], rule: str) -> Block:
        if not self.style.is_noisy:
            return [self.style.between_cells.join(filter(None, row)) for row in rows]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return [re.sub(" {2,}", " ", line) for line in (lines[0], rule, *lines[1:])]

    def ratings(self, part: Ratings) -> Iterator[Block]:
        report = self.report
        label = f"{self.style.label or part.label} {part.started.printed}" if part.started else ""
        overall = ("Overa", "ll rating") if self.style.is_overall_split else ("", "Overall rating")
        rows = [
            ("", label, "Score", part.score.format(report.score, report.max_score)),
            (*overall, str(report.overall_rating), ""),
        ]
        for chapter in (part for part in report.parts if isinstance(part, Chapter)):
            rows.append((f"{chapter.number}.", chapter.name, "", ""))
            rows += [
                (standard.code, standard.name, str(standard.rating), "")
                for standard in report.standards
                if standard.domain == chapter.number
            ]
        yield [part.title]
        yield self.rows(rows, "|-------|--|----------------------|------|")

    def key_questions(self, standard: Standard) -> Iterator[Block]:
        yes = "‘Yes’" if self.report.curly else "'Yes'"
        rows = [(question.text, f"{question.percentage}%") for question in standard.key_questions]
        yield self.rows([("Key question", f"Percentage {yes}"), *rows], "|---|---------------------|")

    # --- Prose --------------------------------------------------------------------------------------------------------

    def marked(self, text: str) -> str:
        def printed(match: re.Match) -> str:
            return self.note_number(mark_number(match.group()))

        return MARKS.sub(printed, text)

    def note_number(self, number: int) -> str:
        return str(number).translate(SUPERSCRIPT) if self.style.superscript else str(number)

    def wrapped(self, text: str, *, first: str = "", rest: str = "") -> Block:
        text = self.marked(text)
        if self.style.width is None:
            return [first + text]
        return textwrap.wrap(
            text,
            self.style.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=True,
            drop_whitespace=True,
        ) if not first.isspace() else self._leading_space(text, first)  # fmt: skip

    def _leading_space(self, text: str, first: str) -> Block:
        """A bullet lost but for its space: the lines that follow begin at the margin."""
        lines = textwrap.wrap(text, self.style.width or 80, break_long_words=False)
        return [first + lines[0], *lines[1:]]

    def paragraph(self, text: str) -> Iterator[Block]:
        yield from self.maybe_cut(self.wrapped(text))

    def maybe_cut(self, block: Block) -> Iterator[Block]:
        """The block, or the block in two with a page end between, where the second half begins with a small letter.

        A page ends at the end of a printed line: of a wrapped block between two of its lines, and of one that is not
        wrapped after as many characters as a line holds.
        """
        if not self.chance(self.style.page_ends):
            yield block
        elif len(block) > 1:
            yield from self._cut(block, [(block[:row], block[row:]) for row in range(1, len(block))])
        else:
            line = block[0]
            spaces = [match.start() for match in re.finditer(" ", line) if match.start() >= PRINTED_LINE]
            yield from self._cut(block, [([line[:space]], [line[space + 1 :]]) for space in spaces])

    def _cut(self, block: Block, halves: list[tuple[Block, Block]]) -> Iterator[Block]:
        cuts = [
            (before, after) for before, after in halves if CONTINUES.search(f"{before[-1]} {after[0].lstrip()[:1]}")
        ]
        if not cuts:
            yield block
            return
        before, after = self.rng.choice(cuts)
        yield before
        yield from self.page_end()
        yield [after[0].lstrip(), *after[1:]]

    def page_end(self) -> Iterator[Block]:
        self.page += 1
        if self.style.footer:
            yield [self.style.footer.format(self.page)]

    def footnote(self, note: Footnote | None) -> Iterator[Block]:
        if note:
            yield self.wrapped(f"{self.note_number(note.number)} {note.prose.printed}")

    # --- Lists --------------------------------------------------------------------------------------------------------

    def lists(self, lists: Lists) -> Iterator[Block]:
        if lists.strengths:
            yield [f"Strengths{self.style.colon}"]
            yield from self.findings(lists.strengths, may_lose=not lists.heading_lost)
        if lists.areas and not lists.heading_lost:
            yield [f"Areas for improvement{self.style.colon}"]
        yield from self.findings(lists.areas, may_lose=not lists.heading_lost)
        yield from self.findings(lists.plain, may_lose=True)

    def findings(self, findings: tuple[Finding, ...], *, may_lose: bool) -> Iterator[Block]:
        """Bulleted findings stand on lines that follow each other; others are paragraphs of their own."""
        run: Block = []
        for finding in findings:
            text = finding.prose.printed
            is_lost = may_lose and self.style.bullet.strip() and self.chance(self.style.bullets_lost)
            prefix = self.rng.choice(("", " ")) if is_lost else self.style.bullet
            pieces = list(
                self.maybe_cut(self.wrapped(text, first=prefix, rest=self.style.indent if prefix.strip() else ""))
            )
            if is_lost or not prefix.strip():
                yield from self._flushed(run)
                yield from pieces
            else:
                run += pieces[0]
                for piece in pieces[1:]:
                    yield from self._flushed(run)
                    run += piece
            if finding.quotes:
                yield from self._flushed(run)
                yield from self.quotes(finding)
            elif self.chance(self.style.page_ends) and finding is not findings[-1]:
                yield from self._flushed(run)
                yield from self.page_end()
        yield from self._flushed(run)

    @staticmethod
    def _flushed(run: Block) -> Iterator[Block]:
        if run:
            yield run.copy()
            run.clear()

    def quotes(self, finding: Finding) -> Iterator[Block]:
        opening, closing = self.quote_marks
        for quote in finding.quotes:
            yield self.wrapped(f"{opening}{quote}{closing}")

    # --- Parts --------------------------------------------------------------------------------------------------------

    def recommendations(self, part: Recommendations) -> Iterator[Block]:
        yield [part.title]
        yield from self.paragraph(part.opening)
        addressee = None
        run: Block = []
        for item in part.items:
            if item.addressed_to != addressee:
                yield from self._flushed(run)
                addressee = item.addressed_to
                yield [f"{addressee} should:"]
            run += self.wrapped(item.text, first=self.style.number.format(item.number), rest="   ")
        yield from self._flushed(run)

    def section(self, part: Section) -> Iterator[Block]:
        yield [part.title]
        for paragraph in part.paragraphs:
            text = paragraph.printed
            if self.style.is_noisy and text.endswith("on our website."):
                text = text.replace("on our website.", "<u>on our website.</u>")
            yield from (self.paragraph(text) if part.kind != "other" else [self.wrapped(text)])
        yield from self.footnote(part.footnote)
        yield from self.lists(part.lists)
        if self.chance(self.style.page_ends * 3):
            yield from self.page_end()

    def standard(self, part: Standard) -> Iterator[Block]:
        yield [self.style.heading.format(part.code, part.name)]
        if self.style.is_noisy:
            yield ["", ""]
        yield self.wrapped(part.statement)
        yield [str(part.rating)]
        yield from self.paragraph(part.summary.printed)
        if part.key_questions:
            yield from self.key_questions(part)
        yield from self.lists(part.lists)
        if self.style.footer and self.chance(self.style.page_ends * 3):
            yield from self.page_end()
        yield from self.footnote(part.footnote)
