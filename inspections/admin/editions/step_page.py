"""The page of a step: which editions, what it asks, and why it can't be taken, with what was typed still there."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from inspections.admin.asked import row_number
from inspections.admin.editions.step_forms import PublishForm
from inspections.admin.editions.steps import STEPS, Step, address, have_all_approvals
from inspections.models import Edition
from inspections.publishing.checks import NotReady, open_checks
from inspections.publishing.permissions import Verb, may
from inspections.publishing.refusals import Refused, reason_of

MOST = 100
CHECKED = (Verb.SUBMIT, Verb.PUBLISH)  # what keeps an edition from it is told before it is asked for
TEMPLATE = "admin/inspections/edition/step.html"


def step_page(request: Any, *, model_admin: admin.ModelAdmin, verb: Verb) -> HttpResponse:
    """`?edition=17&edition=18`: the step is taken with all of them, or with none."""
    step = STEPS[verb]
    if not may(request.user, verb):
        raise PermissionDenied
    editions = _editions(request, step)
    form = _form(step, request, editions)
    context: dict[str, Any] = {"step": step, "editions": editions, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                done = step.do(editions, by=request.user, **form.cleaned_data)
        except NotReady as refused:
            context |= {"refused": str(refused), "failed": refused.failed, "of": refused.edition}
        except Refused as refused:
            context["refused"] = str(refused)
        except IntegrityError as error:
            context["refused"] = reason_of(error)
        else:
            messages.success(request, done.told)
            return redirect("admin:inspections_edition_change", done.edition.pk)
    if request.method != "POST" and verb in CHECKED and len(editions) == 1:
        context |= {"failed": open_checks(editions[0]), "of": editions[0]}
    context |= model_admin.admin_site.each_context(request) | {"title": step.label, "opts": model_admin.opts}
    return TemplateResponse(request, TEMPLATE, context, status=409 if "refused" in context else 200)


def _editions(request: HttpRequest, step: Step) -> Sequence[Edition]:
    asked = [pk for text in request.GET.getlist("edition") if (pk := row_number(text)) is not None]
    related = ("inspection__delivery_unit", "inspection__region", "release")
    found = (
        Edition.objects.filter(pk__in=asked[:MOST]).select_related(*related).prefetch_related("approvals__approved_by")
    )
    editions = list(found.order_by("inspection__key"))
    if not editions or len(editions) != len(set(asked)) or (len(editions) > 1 and not step.several):
        raise Http404("No such editions")
    return editions


def _form(step: Step, request: Any, editions: Sequence[Edition]) -> Form:
    given = request.POST if request.method == "POST" else None
    if step.form is not PublishForm:
        return step.form(given)
    (first, *others) = editions
    return PublishForm(
        given,
        may_approve=may(request.user, Verb.APPROVE) and not have_all_approvals(request.user, editions),
        initial={
            "title": f"{len(editions)} inspections" if others else str(first.inspection).replace(",", ""),
            "reason": "" if others else first.reason,  # why a correction was begun is why it is published
        },
    )


def taken_together() -> list[Callable[..., HttpResponse]]:
    """The steps that a list offers for several editions at once: each leads to its page."""
    return [_action(step) for step in STEPS.values() if step.several]


def _action(step: Step) -> Callable[..., HttpResponse]:
    def lead(model_admin: admin.ModelAdmin, request: HttpRequest, queryset: Any) -> HttpResponse:
        pks = list(queryset.values_list("pk", flat=True)[: MOST + 1])
        if len(pks) > MOST:
            messages.error(request, f"Choose {MOST} at most.")
            return redirect(reverse("admin:inspections_edition_changelist"))
        return redirect(address(step, pks))

    lead.__name__ = step.verb.value
    lead.short_description = f"{step.label} …"  # type: ignore[attr-defined]
    return lead
