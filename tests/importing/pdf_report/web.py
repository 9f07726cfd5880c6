"""Pieces as a web page, for a browser to print: bullets are drawn, fonts are others, headers are the browser's."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.importing.pdf_report.pieces import Piece

STYLE = """
@page { size: A4; margin: 2cm }
body { font: 11pt/1.4 "DejaVu Serif", serif }
h2, h3, h4 { font-family: "DejaVu Sans", sans-serif }
sup { font-size: 60% }
table { border-collapse: collapse; width: 100% }
.ruled td { border: 1px solid gray; padding: 4px }
.beside { display: flex; align-items: center; gap: 12px }
.box { background: firebrick; color: white; padding: 8px; white-space: nowrap }
.note { font-size: 8pt }
li { margin: 5px 0 }
"""
TAGS = {
    "section": "h2",
    "chapter": "h2",
    "standard": "h3",
    "heading": "h4",
    "list-heading": "h4",
    "quotation": "blockquote",
}
LISTS = {"finding": "ul", "item": "ul", "recommendation": "ol"}
NEW_SECTION = ("section", "chapter", "standard")


def web_page(pieces: Sequence[Piece]) -> str:
    """The whole page. Footnotes stand at the end of their section."""
    notes: list[tuple[int, str]] = []
    body: list[str] = []
    printed = 0
    for kind, group in groupby(pieces, key=lambda piece: str(piece["kind"])):
        for piece in [list(group)] if kind in LISTS else [[one] for one in group]:
            if kind in NEW_SECTION:
                body += [f'<p class="note"><sup>{mark}</sup> {note}</p>' for mark, note in notes if mark > printed]
                printed = len(notes)
            body.append(_markup(kind, piece, notes))
    return f'<!doctype html><meta charset="utf-8"><title>Report</title><style>{STYLE}</style>{"".join(body)}'


def _markup(kind: str, pieces: Sequence[Piece], notes: list[tuple[int, str]]) -> str:
    (first, *_) = pieces
    if kind in LISTS:
        items = "".join(f"<li>{_words(piece, notes)}" for piece in pieces)
        return f"<{LISTS[kind]}>{items}</{LISTS[kind]}>"
    if "rows" in first:
        heading = "<h2>Contents</h2>" if kind == "contents" else ""
        return f'{heading}<table class="{"" if heading else "ruled"}">{"".join(_rows(first))}</table>'
    if kind == "statement":
        return f'<div class="beside"><div>{_words(first, notes)}</div>'
    if kind == "rating":
        return f'<div class="box">{_words(first, notes)}</div></div>'
    tag = TAGS.get(kind, "p")
    return f"<{tag}>{_words(first, notes)}</{tag}>"


def _rows(piece: Piece) -> Iterator[str]:
    rows: list[list[str]] = piece["rows"]  # type: ignore[assignment]
    for row in rows:
        span = max(map(len, rows)) - len(row) + 1
        *others, last = map(escape, row)
        yield f"<tr>{''.join(f'<td>{cell}' for cell in others)}<td colspan={span}>{last}"


def _words(piece: Piece, notes: list[tuple[int, str]]) -> str:
    words = ""
    for part in piece["parts"]:  # type: ignore[attr-defined]
        if "note" in part:
            notes.append((len(notes) + 1, escape(part["note"])))
            words += f"<sup>{len(notes)}</sup>"
        else:
            words += escape(part["text"], quote=False)
    return words
