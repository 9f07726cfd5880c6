"""The addresses of the upload pages, and who may open them."""

from functools import update_wrapper

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inspections.admin.asked import ChecksWhatIsAsked, row_number
from inspections.admin.uploads.choose import choose
from inspections.admin.uploads.original import original
from inspections.admin.uploads.steps import steps_of
from inspections.admin.uploads.upload_page import read_file, read_next, upload_page
from inspections.models import StagedFile, Upload

RECORD = "inspections.add_edition"  # beside the permission to change the upload: the last step makes one


@admin.register(Upload)
class UploadAdmin(ChecksWhatIsAsked, admin.ModelAdmin):
    """Uploads are worked through on pages of their own; what was uploaded is not deleted here."""

    list_display = ["__str__", "uploaded_by", "files"]
    list_select_related = ["uploaded_by"]
    search_fields = ["staged_files__name", "staged_files__about"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(file_count=Count("staged_files", distinct=True))

    @admin.display(description="files", ordering="file_count")
    def files(self, upload):
        return upload.file_count

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        read_next = self._page(self.read_next_view, require_POST, change=True)
        read = self._page(self.read_view, require_POST, change=True)
        return [
            path("<int:pk>/read/", read_next, name="uploads_read_next"),
            path("files/<int:pk>/read/", read, name="uploads_read"),
            path("files/<int:pk>/check/", self._page(self.check_view, PAGE), name="uploads_check"),
            path("files/<int:pk>/record/", self._page(self.record_view, PAGE), name="uploads_record"),
            path("files/<int:pk>/original/", self._page(self.original_view, require_GET), name="uploads_original"),
            *super().get_urls(),
        ]

    def _page(self, view, methods, *, change=False):
        """A page for staff who may look at uploads; those who send something must be allowed to change them."""

        def allowed(request, pk):
            is_change = change or request.method == "POST"
            if not (self.has_change_permission if is_change else self.has_view_permission)(request):
                raise PermissionDenied
            return view(request, pk)

        return self.admin_site.admin_view(methods(update_wrapper(allowed, view)))

    def page_context(self, request, title):
        """What every page of the admin is given."""
        common = self.admin_site.each_context(request)
        return {**common, "opts": self.opts, "title": title, "is_nav_sidebar_enabled": False}

    @method_decorator(csrf_exempt)  # checked by `choose`, once it has set the limits that hold while a body is read
    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return choose(self, request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        number = row_number(object_id)
        if number is None:
            raise Http404
        return upload_page(self, request, pk=number)

    def read_view(self, request, pk):
        return read_file(request, _file(pk))

    def read_next_view(self, request, pk):
        return read_next(pk)

    def check_view(self, request, pk):
        file = _file(pk, with_lines=True)
        return steps_of(file).check(self, request, file)

    def record_view(self, request, pk):
        if not request.user.has_perm(RECORD):
            raise PermissionDenied
        file = _file(pk, with_lines=True)
        return steps_of(file).record(self, request, file)

    def original_view(self, request, pk):
        return original(get_object_or_404(StagedFile, pk=pk))


PAGE = require_http_methods(["GET", "POST"])


def _file(pk, *, with_lines=False):
    files = StagedFile.objects.select_related("upload", "edition__inspection__delivery_unit")
    return get_object_or_404(files.defer("content") if with_lines else files.defer("content", "lines"), pk=pk)
