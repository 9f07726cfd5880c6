"""Pages of the admin as a browser would fill them in and send them back."""

import re

from django.urls import reverse


def address(row, page: str = "change") -> str:
    return reverse(f"admin:inspections_{row._meta.model_name}_{page}", args=[row.pk])


def filled_form(response) -> dict[str, str]:
    """What a browser would send back from a page of the admin, unchanged."""
    data = {"seen": response.context["seen"]} if "seen" in response.context else {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is True:
                data[bound.html_name] = "on"
            elif value is not None and value is not False:
                data[bound.html_name] = str(value)
    return data


def form_of(data: dict[str, str], table: str, row) -> str:
    """The prefix of the form of a row of a table."""
    (name,) = [name for name, value in data.items() if re.fullmatch(rf"{table}-\d+-id", name) and value == str(row.pk)]
    return name.removesuffix("-id")
