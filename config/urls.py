from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from inspections.views.preview import outside_preview, staff_preview, staff_preview_start

handler500 = "inspections.views.server_error.server_error"
for_staff = admin.site.admin_view

urlpatterns = [
    path("admin/preview/<int:pk>/start/", for_staff(staff_preview_start), name="staff_preview_start"),
    path("admin/preview/<int:pk>/", for_staff(staff_preview), {"rest": ""}, name="staff_preview_home"),
    path("admin/preview/<int:pk>/<path:rest>", for_staff(staff_preview), name="staff_preview"),
    # allauth's, which asks for the second factor first.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", include("inspections.admin.urls")),
    path("accounts/", include("inspections.admin.signing_in.addresses")),
    path("preview/<str:token>/", outside_preview, {"rest": ""}, name="outside_preview_start"),
    path("preview/<str:token>/<path:rest>", outside_preview, name="outside_preview"),
    path("", include("inspections.urls")),
]
