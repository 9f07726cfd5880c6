"""Every component on one page, with made-up values that say so. Not served in production; no database."""

import django_tables2
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.views import gallery_examples
from inspections.views.page_cache import asks_no_data


@asks_no_data
def gallery(request: HttpRequest) -> HttpResponse:
    if settings.IS_PRODUCTION:
        raise Http404("The gallery shows made-up values.")
    sort_and_page = django_tables2.RequestConfig(request, paginate={"per_page": 2})
    return render(
        request,
        "inspections/gallery.html",
        {
            "page_title": "Components",
            "page_description": "Every part of a page on one page, with made-up values.",
            "breadcrumbs": gallery_examples.CRUMBS,
            "table": sort_and_page.configure(gallery_examples.ExampleTable(gallery_examples.INSPECTIONS)),
            "empty_table": gallery_examples.EmptyTable([], prefix="empty-"),
            **gallery_examples.context(),
        },
    )
