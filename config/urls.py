from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    # allauth's, which asks for the second factor first.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    path("accounts/", include("inspections.admin.signing_in.addresses")),
    path("", include("inspections.urls")),
]
