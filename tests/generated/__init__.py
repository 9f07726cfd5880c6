"""Invented inspection reports, written from the reports' form and not from the parser, and the object each should give.

A seeded author writes a report (`model`), a writer gives it a form (`text`, `web`, `pdf` with `report.typ`), and
`expected` says what docs/report-json.md asks for, from the report alone. Whoever changes this should not read the
parser first. `python -m tests.generated --seed 7 --form pdf > report.pdf` writes one; `--expected` prints its object;
`--count 300` reads that many and counts.

Where the contract leaves a choice, the reports here follow these rules:

1. Texts keep their quotation marks as printed, curly or straight: they are the report's own words.
2. A compound broken at its hyphen by the end of a line ("one-" / "to-one") is joined without a space.
3. "17 out of 39 relevant cases (44 per cent)" would be one figure, 44 % with 17 of 39, as "44 per cent of cases (17 out
   of 39)" is. Only the second, which the contract has, is written.
4. "Twelve of the 41 cases" gives `sample.cases` 41. A report that prints no total has `cases` null. "Five of the eight
   inspected cases where ..." is a narrower base, never the sample.
5. A section's footnote follows its last paragraph; a standard's has no place in the object.
6. The licence page's address has no figures, wherever the page stands: also at the end of the report.
7. A standard's `code` is as printed: "P 1.1", or in the 27-point reports "1.1" too. The codes, statements and key
   questions of "Information and facilities" and "Court work" are invented.
8. A newer web page's `title` keeps its "PDU", and `pdu` is the name without it. A blank "Published:" gives null; so
   does a page that names no region.
9. A cover with a year alone gives a date of precision "year".
10. Where a heading is lost, the first area is plainly a fault and each strength plainly praise: a reader can tell.
11. A footnote mark in plain text may be a digit stuck to its word ("rating2"), where the footnote begins with it.
12. Of problems only `heading_lost` (one a list), `two_values` (the ratings table and the background name different
    months) and `label_cut_off` are counted: the contract does not name the others.
"""
