"""Addresses are printed in briefings: they never change their meaning, and never die."""

from django.urls import path

from inspections.views.about import about
from inspections.views.delivery_units import inspection, pdu
from inspections.views.gallery import gallery
from inspections.views.home import home, pdus
from inspections.views.measures import region_measure, region_measure_file
from inspections.views.regions import region, regions
from inspections.views.sources import source
from inspections.views.standards import standard

app_name = "inspections"
urlpatterns = [
    path("", home, name="home"),
    path("regions/", regions, name="regions"),
    path("regions/<slug:slug>/", region, name="region"),
    path("regions/<slug:slug>/measures/<slug:measure>/", region_measure, name="region_measure"),
    path(
        "regions/<slug:slug>/measures/<slug:measure>.<file_form:form>", region_measure_file, name="region_measure_file"
    ),
    path("pdus/", pdus, name="pdus"),
    path("pdus/<slug:slug>/", pdu, name="pdu"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/", inspection, name="inspection"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/standards/<slug:theme>/", standard, name="standard"),
    path("sources/<slug:key>/", source, name="source"),
    path("about/", about, name="about"),
    path("about/components/", gallery, name="gallery"),
]
