"""Step 2: the files of an upload, how far each is, and the reading of those that wait."""

from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from inspections.importing.recording.record import held_editions
from inspections.importing.staging import read_staged
from inspections.models import StagedFile, StagedState, Upload


def upload_page(model_admin, request, pk):
    """All files of an upload, in a number of statements that does not depend on how many they are."""
    upload = get_object_or_404(Upload.objects.select_related("uploaded_by"), pk=pk)
    rows = file_rows(upload)
    waiting = [row for row in rows if row["file"].state == StagedState.WAITING]
    context = model_admin.page_context(request, str(upload)) | {
        "upload": upload,
        "rows": rows,
        "total": len(rows),
        "waiting": len(waiting),
        "read": len(rows) - len(waiting),
        "may_change": model_admin.has_change_permission(request),
        "starts_at_once": request.GET.get("read") == "now",
    }
    return TemplateResponse(request, "admin/uploads/upload.html", context)


def file_rows(upload, **only):
    """Each file with the edition that holds it: the one it was recorded as, or the one that was read from its like."""
    files = StagedFile.objects.filter(upload=upload, **only).defer("content", "lines")
    files = list(files.select_related("edition__inspection__delivery_unit", "edition__inspection__region"))
    held = held_editions(file.sha256 for file in files if file.is_to_check)
    return [{"file": file, "held": held.get(file.sha256)} for file in files]


def read_file(request, file):
    """Read one file. A script gets its row of the table, a form goes back to the page."""
    read_staged(file)
    if request.headers.get("Accept") != "text/x-row":
        return redirect("admin:inspections_upload_change", file.upload_id)
    (row,) = file_rows(file.upload, pk=file.pk)
    context = {"row": row, "may_change": True}
    return TemplateResponse(request, "admin/uploads/_row.html", context)


def read_next(pk):
    """Read the next waiting file of an upload, and come back to it: the way without JavaScript."""
    upload = get_object_or_404(Upload, pk=pk)
    waiting = upload.staged_files.filter(state=StagedState.WAITING).defer("content").first()
    if waiting:
        read_staged(waiting)
    return redirect("admin:inspections_upload_change", pk)
