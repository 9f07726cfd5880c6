"""A page's content as a file: the same address without its last slash, with .csv or .xlsx."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import register_converter, reverse

from inspections.sharing.export_row import ExportRow, noted
from inspections.sharing.files import as_csv, as_xlsx
from inspections.views.context import address_with
from inspections.views.preview_notice import MARK, PREVIEW, preview_notice


class FileFormConverter:
    """ "csv" or "xlsx" at the end of an address."""

    regex = "csv|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FileFormConverter, "file_form")

FORMS: dict[str, tuple[Callable[[Iterable[ExportRow]], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def file_response(rows: Iterable[ExportRow], *, form: str, name: str) -> HttpResponse:
    """The rows to download as `name`.csv or `name`.xlsx."""
    write, content_type = FORMS[form]
    if preview_notice():
        rows, name = _marked(rows), f"{PREVIEW}-{name}"
    response = HttpResponse(write(rows), content_type=content_type)
    if settings.EXAMPLE_DATA:
        name = f"example-data-{name}"
        response["X-Robots-Tag"] = "noindex"
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _marked(rows: Iterable[ExportRow]) -> Iterator[ExportRow]:
    """Every line says that it is not published, and is of no version of the data."""
    return (replace(row, data_version=PREVIEW, note=noted(MARK, row.note)) for row in rows)


def file_addresses(name: str, *arguments: str, **asked: str | Sequence[str]) -> dict[str, str]:
    """The addresses of a page's files by their form. `asked` is what the page is filtered and sorted by."""
    return {form: address_with(reverse(name, args=[*arguments, form]), **asked) for form in FORMS}


def site_address(request: HttpRequest) -> str:
    """What the addresses of our pages begin with, without a last slash."""
    return request.build_absolute_uri("/").rstrip("/")
