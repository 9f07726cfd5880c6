from django.contrib import admin
from django.urls import include, path

from inspections.admin.dashboard import dashboard

urlpatterns = [
    path("admin/", admin.site.admin_view(dashboard)),
    path("admin/", admin.site.urls),
    path("", include("inspections.urls")),
]
