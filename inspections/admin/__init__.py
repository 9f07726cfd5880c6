"""The admin, by topic. Importing a topic registers it."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from inspections.admin import (
    facts,
    framework,
    inspection,
    measures,
    people,
    places,
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
    "people",
    "places",
    "releases",
    "sources",
    "themes",
    "uploads",
]

admin.site.site_header = "Probation inspection findings: for inspection staff"
admin.site.site_title = "Inspection findings"
admin.site.index_title = "Places, frameworks, inspections, sources, releases"
admin.site.login = secure_admin_login(admin.site.login)
