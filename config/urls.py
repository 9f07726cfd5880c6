from django.urls import include, path

urlpatterns = [
    path("admin/", include("inspections.admin.urls")),
    path("", include("inspections.urls")),
]
