"""Addresses are printed in briefings: they never change their meaning, and never die."""

from django.urls import path

from inspections.views.about import about, accessibility
from inspections.views.changes import ChangesFeed, changes, release
from inspections.views.compare import compare, compare_file
from inspections.views.delivery_unit_files import inspection_file, pdu_file
from inspections.views.delivery_units import inspection, pdu
from inspections.views.gallery import gallery
from inspections.views.home import home
from inspections.views.listing import pdus, pdus_file
from inspections.views.measures import region_measure, region_measure_file
from inspections.views.region import region, region_file
from inspections.views.region_key_questions import region_key_questions, region_key_questions_file
from inspections.views.region_standards import region_standard, region_standard_file
from inspections.views.region_themes import region_theme, region_theme_file
from inspections.views.regions import regions
from inspections.views.sources import source
from inspections.views.standards import standard

app_name = "inspections"
urlpatterns = [
    path("", home, name="home"),
    path("regions/", regions, name="regions"),
    path("regions/<slug:slug>/", region, name="region"),
    path("regions/<slug:slug>/themes/<slug:theme>/", region_theme, name="region_theme"),
    path("regions/<slug:slug>/themes/<slug:theme>.<file_form:form>", region_theme_file, name="region_theme_file"),
    path("regions/<slug:slug>/standards/<slug:theme>/", region_standard, name="region_standard"),
    path(
        "regions/<slug:slug>/standards/<slug:theme>.<file_form:form>",
        region_standard_file,
        name="region_standard_file",
    ),
    path("regions/<slug:slug>.<file_form:form>", region_file, name="region_file"),
    path("regions/<slug:slug>/key-questions/", region_key_questions, name="region_key_questions"),
    path(
        "regions/<slug:slug>/key-questions.<file_form:form>",
        region_key_questions_file,
        name="region_key_questions_file",
    ),
    path("regions/<slug:slug>/measures/<slug:measure>/", region_measure, name="region_measure"),
    path(
        "regions/<slug:slug>/measures/<slug:measure>.<file_form:form>", region_measure_file, name="region_measure_file"
    ),
    path("pdus/", pdus, name="pdus"),
    path("pdus.<file_form:form>", pdus_file, name="pdus_file"),
    path("pdus/<slug:slug>/", pdu, name="pdu"),
    path("pdus/<slug:slug>.<file_form:form>", pdu_file, name="pdu_file"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/", inspection, name="inspection"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>.<file_form:form>", inspection_file, name="inspection_file"),
    path("pdus/<slug:slug>/inspections/<slug:round_label>/standards/<slug:theme>/", standard, name="standard"),
    path("compare/", compare, name="compare"),
    path("compare.<file_form:form>", compare_file, name="compare_file"),
    path("changes/", changes, name="changes"),
    path("changes.atom", ChangesFeed(), name="changes_feed"),
    path("changes/<int:number>/", release, name="release"),
    path("sources/<slug:key>/", source, name="source"),
    path("about/", about, name="about"),
    path("about/accessibility/", accessibility, name="accessibility"),
    path("about/components/", gallery, name="gallery"),
]
