"""Where the admin keeps a row."""

from django import template
from django.db.models import Model
from django.urls import reverse

register = template.Library()


@register.filter
def own_page(row: Model) -> str:
    """The address of a row's own page."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
