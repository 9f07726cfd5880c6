"""One line of every file: a value of a delivery unit with its base, comparator and source. One form for all pages."""

from dataclasses import dataclass, fields

from inspections.rows import EditionRow, Place, PreciseDate, Precision, Sourced


@dataclass(frozen=True, kw_only=True)
class ExportRow:
    """The columns of a file in their order, each a text: "" where there is nothing, never 0.

    `value` is as published, without its unit; where there is none, `note` says why. `interval` is two limits in per
    cent, calculated here. `source` is the address of the page that shows the sentence.
    """

    region_code: str
    region: str
    pdu_code: str
    pdu: str
    round: str
    measure_id: str
    measure: str
    group: str = ""
    value: str = ""
    unit: str = ""
    base: str = ""
    n: str = ""
    count: str = ""
    count_origin: str = ""
    interval_lower: str = ""
    interval_upper: str = ""
    comparator: str = ""
    comparator_kind: str = ""
    framework: str = ""
    inspected: str = ""
    origin: str = ""
    source: str = ""
    source_title: str = ""
    source_url: str = ""
    page: str = ""
    line: str = ""
    quote: str = ""
    data_version: str = ""
    note: str = ""


def headers() -> list[str]:
    """The first line of a file: the names of the columns as a reader writes them."""
    return [field.name.replace("_", " ") for field in fields(ExportRow)]


def of_place(unit: Place, region: Place) -> dict[str, str]:
    """The columns that say whose value it is."""
    return {"region_code": region.slug, "region": region.name, "pdu_code": unit.slug, "pdu": unit.name}


def of_edition(edition: EditionRow | None) -> dict[str, str]:
    """The columns that say which inspection it is of, and which version of the data."""
    if edition is None:
        return {}
    return {
        "framework": edition.framework,
        "inspected": iso_date(edition.inspected),
        "data_version": str(edition.release),
    }


def of_source(source: Sourced | None, site: str) -> dict[str, str]:
    """The columns that say where it comes from. `site` is the address the pages begin with, without a last slash."""
    if source is None:
        return {}
    return {
        "origin": str(source.origin),
        "source": f"{site}/sources/{source.key}/",
        "source_title": source.title,
        "source_url": source.url,
        "page": "" if source.page is None else str(source.page),
        "line": "" if source.line is None else str(source.line),
        "quote": source.quote or "",
    }


def iso_date(date: PreciseDate | None) -> str:
    """ "2024-07-08", "2024-07" or "2024": never more than is known."""
    if date is None:
        return ""
    form = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}[date.precision]
    return date.date.strftime(form)
