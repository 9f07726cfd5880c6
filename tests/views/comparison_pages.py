"""What stands in the tables and files of a comparison."""

import csv
import io

from tests.pages import Node, table_rows


def lines(page: Node, caption: str) -> dict[str, list[str]]:
    """The cells of the table of a caption by the words of its first column."""
    (table,) = [table for table in page.all("table") if table.one("caption").text.startswith(caption)]
    return {label: cells for label, *cells in table_rows(table)}


def heads(page: Node, caption: str) -> list[str]:
    (table,) = [table for table in page.all("table") if table.one("caption").text.startswith(caption)]
    return [head.text for head in table.one("thead").all("th")]


def file_lines(response) -> list[dict[str, str]]:
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
