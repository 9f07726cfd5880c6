"""The list of all inspections held: filtered, sorted and cut into pages by its address."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django_tables2 import RequestConfig

from inspections import wording
from inspections.forms.listing import InspectionFilter
from inspections.queries.inspections_listed import inspections_listed
from inspections.queries.latest_release import latest_release
from inspections.queries.listing_choices import listing_choices
from inspections.queries.published_edition import NotHeld
from inspections.rows import ListedInspection
from inspections.sharing.listing import exported_listing
from inspections.tables import ListingTable
from inspections.views.context import page_address
from inspections.views.errors import not_held_is_404
from inspections.views.files import file_addresses, file_response, site_address
from inspections.views.paging import SIZE_FIELD, UNKNOWN_SIZE, has_unknown_size, paged

UNKNOWN_ORDER = (
    "The list can't be sorted by that. It can be sorted by PDU, region, round, rating and date, and not by score: "
    "scores of different frameworks are not comparable."
)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What the address asks for, and the lines it finds, in its order."""

    asked: InspectionFilter
    lines: tuple[ListedInspection, ...]
    table: ListingTable


def pdus(request: HttpRequest) -> HttpResponse:
    """Every inspection that was asked for, and every PDU without any."""
    listing = _listing(request)
    asked, held = listing.asked, listing.asked.choices.inspections
    found = sum(line.inspection is not None for line in listing.lines)
    sentence = wording.listing_sentence(found=found, held=held, asked=asked.said)
    without = asked.units_without.count() if asked.leaves_out_units else len(listing.lines) - found
    return render(
        request,
        "inspections/pdus.html",
        {
            "page_title": sentence,
            "page_description": f"{sentence}. Each with its overall rating, its score, its date and its source.",
            "canonical": page_address(request, keep=(*asked.filters, "page")),
            "sentence": sentence,
            "without": wording.without_inspection_sentence(without, is_left_out=asked.leaves_out_units),
            "release": latest_release(),
            "asked": asked,
            "problems": _problems(request, listing),
            "kept": [(name, value) for name in ("sort", SIZE_FIELD) for value in request.GET.getlist(name)],
            "clear_address": reverse("inspections:pdus") if asked.is_filtered else "",
            "sizes": paged(request, listing.table),
            "table": listing.table,
            "files": file_addresses(request, "inspections:pdus_file"),
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
    lines = inspections_listed(asked.qs, asked.units, asked.chosen_standard)
    table = ListingTable(lines, asked.chosen_standard)
    return Listing(asked=asked, lines=lines, table=RequestConfig(request, paginate=False).configure(table))


def _problems(request: HttpRequest, listing: Listing) -> list[dict[str, str]]:
    problems = listing.asked.problems
    if request.GET.get("sort") and not listing.table.order_by:
        problems.append({"text": UNKNOWN_ORDER, "id": ""})
    if has_unknown_size(request):
        problems.append({"text": UNKNOWN_SIZE, "id": ""})
    return problems
