"""Steps 3 and 4 for a report: check what was read beside its text, then see what recording does, and record."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from inspections.admin.uploads.cards import answers_given, cards
from inspections.admin.uploads.new_places import may_create_places, offered
from inspections.admin.uploads.read_out import read_out
from inspections.admin.uploads.source_text import source_lines
from inspections.importing.recording.record import NotRecorded, Outcome, held_editions
from inspections.importing.staging import NotAgreed, answer, preview_recording, record_staged, staged_report
from inspections.importing.staging.checked import refresh_counts
from inspections.models import StagedState
from inspections.rows import ProblemLevel


class ReportSteps:
    """The steps of a report."""

    def check(self, model_admin, request, file):
        """The problems and what was read beside the source. What is sent are answers."""
        if not file.is_to_check:
            return not_to_check(request, file)
        found = offered(staged_report(file), request.user)
        errors, conflicts, given = {}, {}, {}
        if request.method == "POST":
            said, errors, given = answers_given(request.POST, found)
            conflicts = answer(file, said, by=request.user)
            found = offered(staged_report(file), request.user)
        refresh_counts(file, found)
        if request.method == "POST" and not errors and not conflicts:
            return self._saved(request, file, len(said))
        return self._checked(model_admin, request, file, found, shown=cards(found, errors, conflicts, given))

    def record(self, model_admin, request, file):
        """What recording would do; sent, it is done."""
        if not file.is_to_check:
            return not_to_check(request, file)
        if request.method == "POST":
            return self._record(model_admin, request, file)
        found = staged_report(file)
        refresh_counts(file, found)
        preview = preview_recording(file, by=request.user, found=found)
        context = model_admin.page_context(request, f"Record {file.name}") | {
            "file": file,
            "preview": preview,
            "found": found,
            "read": read_out(found),
            "to_confirm": len(found.open(ProblemLevel.CONFIRM)),
            "may_change": model_admin.has_change_permission(request),
            "may_create": not preview.places or may_create_places(request.user),
            "updates": preview.needs_yes,
        }
        return TemplateResponse(request, "admin/uploads/record.html", context)

    def _checked(self, model_admin, request, file, found, *, shown):
        levels = [(level, [card for card in shown if card.level is level]) for level in ProblemLevel]
        context = model_admin.page_context(request, f"Check {file.name}") | {
            "file": file,
            "held": held_editions([file.sha256]).get(file.sha256),
            "levels": levels,
            "must_fix": len(found.open(ProblemLevel.MUST_FIX)),
            "to_confirm": len(found.open(ProblemLevel.CONFIRM)),
            "notes": len(found.open(ProblemLevel.NOTE)),
            "unsaved": sum(bool(card.error or card.conflict) for card in shown),
            "lines": source_lines(found),
            "read": read_out(found),
            "may_change": model_admin.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/uploads/check.html", context)

    def _saved(self, request, file, count):
        if request.POST.get("then") == "record":
            return redirect("admin:uploads_record", file.pk)
        messages.success(request, "Your answers are kept." if count else "Nothing was answered.")
        return redirect(reverse("admin:uploads_check", args=[file.pk]) + _fragment(request.POST.get("only", "")))

    def _record(self, model_admin, request, file):
        try:
            recorded = record_staged(
                file,
                by=request.user,
                agreed=request.POST.get("agreed", ""),
                may_create_places=may_create_places(request.user),
            )
        except NotAgreed as error:
            messages.warning(request, str(error))
            return redirect("admin:uploads_record", file.pk)
        except NotRecorded as error:
            messages.error(request, f"{file.name} is not recorded. {error}")
            return redirect("admin:uploads_record", file.pk)
        words = WORDS[recorded.outcome]
        draft = reverse("admin:inspections_edition_change", args=[recorded.edition.pk])
        told = format_html('{}: <a href="{}">{}</a> {}.', file.name, draft, recorded.edition, words)
        messages.success(request, told)
        model_admin.log_change(request, file.upload, f"{file.name}: {recorded.edition} {words}.")
        return redirect("admin:inspections_upload_change", file.upload_id)


def not_to_check(request, file):
    """The answer for a file that is not to be checked: recorded, refused or not read."""
    if file.state == StagedState.RECORDED:
        messages.info(request, f"{file.name} is recorded as {file.edition}.")
    elif file.state == StagedState.REFUSED:
        messages.error(request, f"{file.name} was refused: {file.reason}")
    else:
        messages.warning(request, f"{file.name} has not been read yet.")
    return redirect("admin:inspections_upload_change", file.upload_id)


WORDS = {
    Outcome.CREATED: "is recorded",
    Outcome.UPDATED: "is updated",
    Outcome.UNCHANGED: "holds this very file already, and is unchanged",
}


def _fragment(key):
    return f"#problem-{key}" if key.isalnum() else ""
