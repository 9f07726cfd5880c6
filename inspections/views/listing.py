"""The list of all inspections held: filtered, sorted and cut into pages by its address."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django_tables2 import RequestConfig

from inspections import wording
from inspections.forms.listing import InspectionFilter
from inspections.queries.inspections_found import inspections_found
from inspections.queries.inspections_listed import inspections_listed
from inspections.queries.listing_choices import listing_choices
from inspections.queries.published_edition import NotHeld
from inspections.queries.units_without_inspection import units_without_inspection
from inspections.rows import FoundInspection, last_change
from inspections.sharing.listing import exported_listing
from inspections.tables import FoundLines, ListingTable
from inspections.views.context import page_address
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.paging import UNKNOWN_SIZE, has_unknown_size, layout_asked, order_asked, page_asked, paged

UNKNOWN_ORDER = (
    "The list can't be sorted by that. It can be sorted by PDU, region, round, rating and date, and not by score: "
    "scores of different frameworks are not comparable."
)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What the address asks for, the lines it finds, and of how many PDUs of its places there is no inspection."""

    asked: InspectionFilter
    lines: tuple[FoundInspection, ...]
    without: int
    table: ListingTable


def pdus(request: HttpRequest) -> HttpResponse:
    """Every inspection that was asked for, and every PDU without any."""
    listing = _listing(request)
    asked, held = listing.asked, listing.asked.choices.inspections
    found = [line.edition for line in listing.lines if line.edition]
    sentence = wording.listing_sentence(found=len(found), held=held, asked=asked.said)
    sizes, layout = paged(request, listing.table), layout_asked(request, listing.table)
    return render(
        request,
        "inspections/pdus.html",
        {
            "page_title": sentence,
            "page_description": f"{sentence}. Each with its overall rating, its score, its date and its source.",
            "canonical": page_address(request, **asked.values, **page_asked(request, listing.table)),
            "sentence": sentence,
            "without": wording.without_inspection_sentence(listing.without, is_left_out=asked.leaves_out_units),
            "change": last_change(found),
            "asked": asked,
            "problems": _problems(request, listing),
            "kept": [(name, value) for name, values in layout.items() for value in values],
            "clear_address": reverse("inspections:pdus") if asked.is_filtered else "",
            "sizes": sizes,
            "table": listing.table,
            "files": file_addresses("inspections:pdus_file", **asked.values, **order_asked(listing.table)),
        },
    )


@not_held_is_404
def pdus_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same inspections in the same order, all pages of them. A filter that means nothing is no file."""
    listing = _listing(request)
    if listing.asked.problems:
        raise NotHeld("The address asks for what is not held here, and a file can't say so")
    lines = (row.record for row in listing.table.rows)
    rows = exported_listing(lines, standard=listing.asked.chosen_standard, site=site_address(request))
    return file_response(rows, form=form, name="inspections")


def _listing(request: HttpRequest) -> Listing:
    asked = InspectionFilter(request.GET, choices=listing_choices())
    standard = asked.chosen_standard
    found = inspections_found(asked.qs, standard)
    without = units_without_inspection(region=asked.asked("region"), unit=asked.asked("pdu"))
    lines = found if asked.leaves_out_units else tuple(sorted((*found, *without), key=lambda line: line.by_name))
    table = ListingTable(FoundLines(lines, partial(inspections_listed, standard=standard)), standard)
    return Listing(
        asked=asked,
        lines=lines,
        without=len(without),
        table=RequestConfig(request, paginate=False).configure(table),
    )


def _problems(request: HttpRequest, listing: Listing) -> list[dict[str, str]]:
    problems = listing.asked.problems
    if request.GET.get("sort") and not listing.table.order_by:
        problems.append({"text": UNKNOWN_ORDER, "id": ""})
    if has_unknown_size(request):
        problems.append({"text": UNKNOWN_SIZE, "id": ""})
    return problems
