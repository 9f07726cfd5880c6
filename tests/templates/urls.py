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
    path("regions/<slug:slug>/themes/<slug:theme>/", page, name="region_theme"),
    path("pdus/", page, name="pdus"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/", page, name="inspection"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/standards/<slug:theme>/", page, name="standard"),
    path("compare/", page, name="compare"),
    path("changes/", page, name="changes"),
    path("changes/<int:number>/", page, name="release"),
    path("sources/<slug:key>/", page, name="source"),
    path("about/", page, name="about"),
    path("about/accessibility/", accessibility, name="accessibility"),
    path("about/components/", gallery, name="gallery"),
]
urlpatterns = [path("", include((named, "inspections")))]
