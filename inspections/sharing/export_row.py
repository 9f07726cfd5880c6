"""One line of every file: a value of a delivery unit with its base, comparator and source. One form for all pages."""

from dataclasses import dataclass, fields

from inspections.comparison import Interval
from inspections.rows import EditionRow, Place, PreciseDate, Precision, Sourced

# Names of columns that are not simply the words of their field.
HEADERS = {
    "pdu_code": "PDU code",
    "pdu": "PDU",
    "inspected": "inspected date",
    "corrected_in": "corrected here in release",
    "source": "source link",
    "source_url": "source URL",
}


@dataclass(frozen=True, kw_only=True)
class ExportRow:
    """The columns of a file in their order, each a text: "" where there is nothing, never 0.

    `value` is as published, without its unit; where there is none, `note` says why. `interval` is two limits in per
    cent, calculated here. `source` and `comparator_source` are addresses of the pages that show the sentence,
    `source_url` is the address of the document itself.
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
    comparator_source: str = ""
    framework: str = ""
    inspected: str = ""
    origin: str = ""
    source: str = ""
    source_title: str = ""
    source_url: str = ""
    page: str = ""
    line: str = ""
    quote: str = ""
    corrected_in: str = ""
    data_version: str = ""
    note: str = ""


def headers() -> list[str]:
    """The first line of a file: the names of the columns as a reader writes them."""
    return [HEADERS.get(field.name, field.name.replace("_", " ")) for field in fields(ExportRow)]


def of_subject(unit: Place, edition: EditionRow | None, *, region: Place, round_label: str) -> dict[str, str]:
    """The columns that say whose value it is and of which inspection; `region` and `round_label` where none is held."""
    return {
        **of_place(unit, edition.region if edition else region),
        **of_edition(edition),
        "round": edition.round if edition else round_label,
    }


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


def of_cases(*, n: int | None, count: int | None, is_inferred: bool, interval: Interval | None) -> dict[str, str]:
    """The columns that say how many cases a percentage rests on, and how exact it is for that."""
    return {
        "n": whole(n),
        "count": whole(count),
        "count_origin": "" if count is None else "inferred here" if is_inferred else "as published",
        "interval_lower": f"{interval.lower:.1f}" if interval else "",
        "interval_upper": f"{interval.upper:.1f}" if interval else "",
    }


def of_source(source: Sourced | None, site: str) -> dict[str, str]:
    """The columns that say where it comes from. `site` is the address the pages begin with, without a last slash."""
    if source is None:
        return {}
    return {
        "origin": str(source.origin),
        "source": source_link(source, site),
        "source_title": source.title,
        "source_url": source.url,
        "page": whole(source.page),
        "line": whole(source.line),
        "quote": source.quote or "",
        "corrected_in": whole(source.corrected_in),
    }


def source_link(source: Sourced, site: str) -> str:
    """The address of the page here that shows the sentence."""
    return f"{site}/sources/{source.key}/"


def whole(number: int | None) -> str:
    """The digits of a number; "" where none is held, and "0" only for a nought."""
    return "" if number is None else str(number)


def noted(*notes: str) -> str:
    """What has to be said beside a value, as one text."""
    return "; ".join(filter(None, notes))


def iso_date(date: PreciseDate | None) -> str:
    """ "2024-07-08", "2024-07" or "2024": never more than is known."""
    if date is None:
        return ""
    form = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}[date.precision]
    return date.date.strftime(form)
