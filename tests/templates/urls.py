"""The addresses that components link to, without the pages behind them."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from inspections.views.about import about
from inspections.views.gallery import gallery


def page(request: HttpRequest, **parts: str) -> HttpResponse:
    raise NotImplementedError


named = [
    path("", page, name="home"),
    path("regions/", page, name="regions"),
    path("pdus/", page, name="pdus"),
    path("compare/", page, name="compare"),
    path("sources/<slug:key>/", page, name="source"),
    path("about/", about, name="about"),
    path("about/components/", gallery, name="gallery"),
]
urlpatterns = [path("", include((named, "inspections")))]
