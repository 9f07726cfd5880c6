"""Texts written to take long: each of one kind, as long as asked for."""

import itertools

from inspections.importing.extract import MAX_LINE_LENGTH
from tests.importing.report_text import Facts, Layout, render

REPORT = render(Facts(), Layout()).decode()
START = REPORT.index("Outcomes\n")

# Repeated to fill paragraphs of nearly the longest line that is read.
IN_A_LINE = {
    "words": "The staff were good at work and people were seen often in time ",
    "sentences": "The staff were good. ",
    "figures": "In 12 of 41 cases it was 38 per cent (so). ",
    "digits and hyphens": "1-",
    "digits": "7",
    "commas": "1,234,",
    "brackets": "( 12 [",
    "number words": "twenty one hundred and ",
    "percentages": "38 per cent of the cases of the people ",
    "dots": ".",
    "full stops": "a. ",
    "question marks": "a? 5 ",
    "spaces": "\u00a0",
    "one word": "a",
    "hyphens": "a-",
    "straight quotation marks": '"',
    "nested quotation marks": "“‘",
    "tags": "<!--<b>",
    "addresses": "www.a@",
    "dotted addresses": "a.",
    "dates": "1, 2, 3, 4, 5 and 6 May 2024 ",
    "fieldwork": "fieldwork beginning on ",
    "names": "led by Ab Cd Ef ",
    "capitals": "in the Abc ",
    "measures": "38 per cent of the caseload is assessed as posing a high or very high risk of serious ",
    "ages": "aged 18 to ",
    "pounds": "£1",
    "superscripts": "a² ",
}
# Repeated line by line.
BY_LINE = {
    "bullets": "- Staff were good at their work in 12 cases.",
    "rows": "| a | b | c |",
    "edges": "|" * 300,
    "tabs": "a\tb\tc",
    "rating rows": "| P 1.1 | Leadership | Good |",
    "question rows": "Does it? 5%",
    "headings": "Outcomes\n\nA sentence.\n",
    "unknown headings": "Some heading\n\nA sentence is here.\n",
    "list headings": "Strengths:\n- A good.\n",
    "empty headings": "Strengths\n\nBackground\n",
    "ratings": "Good\n",
    "quotations": '"It was good, they said."\n',
    "quotations that never end": '"It was good, they said\n',
    "footnotes": "² The rating\n",
    "parts of sentences": "and so on\n",
    "footers": "Inspection of probation services in Marlow Vale",
    "page numbers": "12",
    "contents": "Contents\n| Foreword | 3 |",
    "empty lines": "",
}
KINDS = (*IN_A_LINE, *BY_LINE)


def hostile(kind: str, size: int) -> bytes:
    """A whole report with about `size` characters of one kind put into it."""
    if kind in IN_A_LINE:
        unit = IN_A_LINE[kind]
        length = min(size, MAX_LINE_LENGTH // 4 * 3)
        line = (unit * (length // len(unit) + 1))[:length]
        lines = [f"{line}\n"] * max(1, size // length)
    else:
        unit = BY_LINE[kind]
        lines = list(itertools.repeat(unit, size // (len(unit) + 1)))[: 49_000 // (unit.count("\n") + 1)]
    return "\n".join([REPORT[:START], *lines, "", REPORT[START:]]).encode()
