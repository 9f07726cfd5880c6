"""The admin, with a start page of its own."""

from django.contrib import admin
from django.urls import path

from inspections.admin.dashboard import dashboard

urlpatterns = [
    path("", admin.site.admin_view(dashboard)),
    path("", admin.site.urls),
]
