"""Steps 3 and 4 for a table of ratings, on one page: what becomes of every row, and recording it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from inspections.admin.uploads.report import not_to_check
from inspections.importing.ratings.preview import RowState, preview_ratings
from inspections.importing.recording.record import NotRecorded
from inspections.importing.staging import record_staged_table, rows_digest, staged_table
from inspections.models import StagedState


class TableSteps:
    """The steps of a table of ratings."""

    def check(self, model_admin, request, file):
        """Every row with what recording does. There is nothing to answer: a row is mended in its table."""
        if file.lines is None:
            return not_to_check(request, file)
        table = staged_table(file)
        rows = preview_ratings(table)
        context = model_admin.page_context(request, f"Check {file.name}") | {
            "file": file,
            "table": table,
            "rows": rows,
            "digest": rows_digest(rows),
            "refused": sum(row.state is RowState.REFUSED for row in rows),
            "written": sum(row.is_written for row in rows),
            "is_recorded": file.state == StagedState.RECORDED,
            "may_change": model_admin.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/uploads/table.html", context)

    def record(self, model_admin, request, file):
        """Record the rows that were seen, and come back to them."""
        if request.method == "POST" and file.lines is not None:
            self._record(model_admin, request, file)
        return redirect("admin:uploads_check", file.pk)

    def _record(self, model_admin, request, file):
        try:
            recorded = record_staged_table(
                file,
                by=request.user,
                agreed=request.POST.get("agreed", ""),
                leave_refused_out=request.POST.get("leave_refused_out") == "yes",
            )
        except NotRecorded as error:
            messages.error(request, f"{file.name} is not recorded. {error}")
            return
        count = len(recorded.editions)
        words = f"{count} draft{'' if count == 1 else 's'} recorded from {file.name}."
        messages.success(request, words)
        model_admin.log_change(request, file.upload, words)
