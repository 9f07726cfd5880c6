"""The addresses that components link to, without the pages behind them."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from inspections.views.about import accessibility
from inspections.views.gallery import gallery


def page(request: HttpRequest, **parts: str) -> HttpResponse:
    raise NotImplementedError


named = [
    path("", page, name="home"),
    path("regions/", page, name="regions"),
    path("pdus/", page, name="pdus"),
    path("sources/<slug:key>/", page, name="source"),
    path("about/", page, name="about"),
    path("about/accessibility/", accessibility, name="accessibility"),
    path("about/components/", gallery, name="gallery"),
]
urlpatterns = [path("", include((named, "inspections")))]
