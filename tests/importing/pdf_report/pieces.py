"""A parsed report as the pieces that a page is laid out from, in the order of the report."""

import re
from collections.abc import Iterator
from itertools import pairwise

from inspections.importing.extract import Document
from inspections.importing.parsed import ParsedParagraph, ParsedReport, ParsedSection
from inspections.rows import ParagraphRole, SectionKind

Piece = dict[str, object]

MARKED = re.compile(r"([\w.,;’']+)([¹²³⁴⁵⁶⁷⁸⁹])")
BEFORE_CONTENTS = (SectionKind.COVER,)
WITH_BOX = SectionKind.STANDARD


def pieces(document: Document, report: ParsedReport, *, has_all_headings: bool) -> list[Piece]:
    """What stands in the report. `has_all_headings`: lists whose heading the text lost have it again."""
    notes = {p.mark: p.text for p in report.paragraphs if p.role is ParagraphRole.FOOTNOTE}
    laid: list[Piece] = []
    for section in report.sections:
        if section.kind is SectionKind.COVER:
            laid += [{"kind": "cover", "parts": _parts(p, {}, document)} for p in section.paragraphs]
            laid.append({"kind": "contents", "rows": list(_contents(report))})
            continue
        laid.append({"kind": _heading_kind(section), "parts": [{"text": _heading(section, report)}]})
        laid += _with_list_headings(section, report, document, notes, has_all_headings=has_all_headings)
    return list(_rows_together(laid))


def _contents(report: ParsedReport) -> Iterator[list[str]]:
    for line in report.furniture:
        cells = [cell.strip() for cell in line.text.strip("|").split("|")]
        if len(cells) == 2 and cells[1].isdigit():
            yield cells


def _heading_kind(section: ParsedSection) -> str:
    return {SectionKind.STANDARD: "standard", SectionKind.DOMAIN: "chapter"}.get(section.kind, "section")


def _heading(section: ParsedSection, report: ParsedReport) -> str:
    codes = {standard.line: standard.code for standard in report.standards}
    return f"{codes[section.line]}. {section.title}" if section.line in codes else section.title


def _with_list_headings(
    section: ParsedSection,
    report: ParsedReport,
    document: Document,
    notes: dict[str, str],
    *,
    has_all_headings: bool,
) -> Iterator[Piece]:
    """A list whose heading the text lost begins with that heading, or with a wider space as in the text."""
    owners = [*report.standards, *report.sections]
    lost = {finding.paragraph for owner in owners for finding in owner.findings if finding.heading_lost}
    firsts = {paragraph for paragraph in lost if paragraph - 1 not in lost}
    for paragraph in section.paragraphs:
        if paragraph.paragraph in firsts:
            heading = {"kind": "list-heading", "parts": [{"text": "Areas for improvement:"}]}
            yield heading if has_all_headings else {"kind": "space", "parts": []}
        if paragraph.role is not ParagraphRole.FOOTNOTE:
            yield {"kind": _kind(paragraph, section), "parts": _parts(paragraph, notes, document)}


def _kind(paragraph: ParsedParagraph, section: ParsedSection) -> str:
    if section.kind is SectionKind.RATINGS:
        return "rating-row"
    if paragraph.role is ParagraphRole.PROSE and section.kind is WITH_BOX:
        is_statement = paragraph.line < min(p.line for p in section.paragraphs if p.role is ParagraphRole.RATING)
        return "statement" if is_statement else "prose"
    is_question = "?" in paragraph.text or "%" not in paragraph.text
    return ("question-row" if is_question else "row") if paragraph.role is ParagraphRole.ROW else paragraph.role.value


def _parts(paragraph: ParsedParagraph, notes: dict[str, str], document: Document) -> list[dict[str, str]]:
    """The paragraph's words, with its footnote set back where the text has the mark."""
    lines = [line.text for line in document.lines if paragraph.line <= line.number <= paragraph.last_line]
    if paragraph.role is ParagraphRole.ROW:
        return [{"text": cell} for cell in paragraph.text.replace("Overa | ll", "Overall").split(" | ")]
    marked = next((found for line in lines for found in MARKED.finditer(line) if found[2] in notes), None)
    if marked is None:
        return [{"text": paragraph.text}]
    before, word, after = paragraph.text.partition(marked[1])
    return [{"text": before + word}, {"note": notes[marked[2]]}, {"text": after}]


def _rows_together(laid: list[Piece]) -> Iterator[Piece]:
    """Rows that follow each other as one table."""
    table: list[list[str]] = []
    for piece, following in pairwise([*laid, {"kind": "end"}]):
        kind = str(piece["kind"])
        if not kind.endswith("row"):
            yield piece
            continue
        table.append([part["text"] for part in piece["parts"]])  # type: ignore[union-attr,attr-defined]
        if not str(following["kind"]).endswith("row"):
            yield {"kind": "ratings" if kind == "rating-row" else "questions", "rows": table}
            table = []
