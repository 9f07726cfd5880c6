"""Step 1: choose files."""

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect

from inspections.admin.uploads.limits import MAX_REQUEST_BYTES, LimitedUpload, is_too_large, megabytes
from inspections.importing.extract import MAX_FILE_BYTES
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.staging import MAX_FILES, NotStaged, stage


def choose(model_admin, request):
    """The page to choose files on, and what becomes of them. The limits hold before anything is read of a body."""
    if is_too_large(request):
        return _page(model_admin, request, f"All files together are larger than {megabytes(MAX_REQUEST_BYTES)}.", 413)
    limited = LimitedUpload(request)
    if request.method == "POST":
        request.upload_handlers.insert(0, limited)
        try:
            request.POST  # noqa: B018 the body is read here, before the token in it is looked for
        except (TooManyFilesSent, TooManyFieldsSent, RequestDataTooBig):
            return _page(model_admin, request, f"Too much at once: choose {MAX_FILES} files at most.", 413)
    return _chosen(request, model_admin, limited)


@csrf_protect
def _chosen(request, model_admin, limited):
    if request.method != "POST":
        return _page(model_admin, request)
    files = limited.kept(request.FILES)
    if not files:
        reason = "\n".join(limited.left_out.values()) or "Choose at least one file."
        return _page(model_admin, request, reason, 400)
    try:
        upload = stage((ReportFile(name=file.name, content=file.read()) for file in files), by=request.user)
    except NotStaged as error:
        return _page(model_admin, request, str(error), 400)
    for line in limited.left_out.values():
        messages.warning(request, line)
    model_admin.log_addition(request, upload, [{"added": {}}])
    return redirect(reverse("admin:inspections_upload_change", args=[upload.pk]) + "?read=now")


def _page(model_admin, request, error="", status=200):
    context = model_admin.page_context(request, "Upload reports") | {
        "error": error,
        "most_files": MAX_FILES,
        "most_bytes": MAX_FILE_BYTES,
        "most": megabytes(MAX_FILE_BYTES),
    }
    return TemplateResponse(request, "admin/uploads/choose.html", context, status=status)
