"""The admin, by topic. Importing a topic registers it."""

from django.contrib import admin

from inspections.admin import (
    facts,
    framework,
    inspection,
    measures,
    places,
    previews,
    releases,
    sources,
    themes,
    uploads,
)

__all__ = [
    "facts",
    "framework",
    "inspection",
    "measures",
    "places",
    "previews",
    "releases",
    "sources",
    "themes",
    "uploads",
]

admin.site.site_header = "Probation inspection findings: for inspection staff"
admin.site.site_title = "Inspection findings"
admin.site.index_title = "Places, frameworks, inspections, sources, releases"
