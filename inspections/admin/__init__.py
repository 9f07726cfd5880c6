"""The admin, by topic. Importing a topic registers it."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from inspections.admin import (
    editions,
    facts,
    framework,
    measures,
    people,
    places,
    previews,
    releases,
    sources,
    themes,
    uploads,
)

__all__ = [
    "editions",
    "facts",
    "framework",
    "measures",
    "people",
    "places",
    "previews",
    "releases",
    "sources",
    "themes",
    "uploads",
]

admin.site.site_header = "Probation inspection findings: for inspection staff"
admin.site.site_title = "Inspection findings"
admin.site.index_title = "Your work"
admin.site.enable_nav_sidebar = False  # everything by topic is on the start page
admin.site.login = secure_admin_login(admin.site.login)
