"""Tables of ratings for tests: the shipped one, and any other as the bytes of a file."""

import csv
import io

from inspections.importing.reference import REFERENCE_DIR
from inspections.importing.store_source import ReportFile

SHIPPED = REFERENCE_DIR / "yorkshire-and-the-humber-ratings.csv"
ROWS = list(csv.DictReader(io.StringIO(SHIPPED.read_text(encoding="utf-8"))))
COLUMNS = list(ROWS[0])
LEEDS = {
    "region": "Yorkshire and the Humber",
    "pdu": "Leeds",
    "round": "2025",
    "framework": "pdu-21",
    "max_score": "21",
    "source_kind": "hmip",
    "source_title": "Leeds (press release)",
}


def table(*rows: dict[str, str], columns: list[str] = COLUMNS) -> ReportFile:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return ReportFile(name="ratings.csv", content=text.getvalue().encode())


def shipped() -> ReportFile:
    return ReportFile(name=SHIPPED.name, content=SHIPPED.read_bytes())
