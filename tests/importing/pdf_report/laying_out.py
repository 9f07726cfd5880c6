"""Pieces to the bytes of a PDF."""

import json
from pathlib import Path

import typst

from inspections.importing.extract import Document
from inspections.importing.parsed import ParsedReport
from tests.importing.pdf_report.pieces import pieces

TEMPLATE = Path(__file__).with_name("report.typ")


def laid_out(
    document: Document, report: ParsedReport, *, has_all_headings: bool = False, is_justified: bool = False
) -> bytes:
    """The report as a PDF. Justified text has its words parted at line ends."""
    unit = report.pdu.value
    inputs = {
        "pieces": json.dumps(pieces(document, report, has_all_headings=has_all_headings)),
        "title": f"{report.title.value.removesuffix(unit).strip()}:|{unit}",
        "footer": report.title.value.removeprefix("An ").capitalize().replace(unit.capitalize().lower(), unit),
        "justified": json.dumps(is_justified),
    }
    return typst.compile(TEMPLATE, sys_inputs=inputs, ignore_system_fonts=True)
