"""The addresses of the site, and two that fail."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from config.urls import urlpatterns as ours


def fails(request):
    raise RuntimeError("the secret of the failure")


def forbids(request):
    raise PermissionDenied


def suspects(request):
    raise SuspiciousOperation


urlpatterns = [
    *ours,
    path("fails/", fails),
    path("forbids/", forbids),
    path("suspects/", suspects),
]
