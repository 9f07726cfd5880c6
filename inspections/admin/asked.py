"""What an address of the admin asks for, where that is nothing a row can have."""

from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.http import HttpRequest

NUL = "\0"  # which no text in PostgreSQL holds


def row_number(text: str) -> int | None:
    """The id of a row as an address gives it; None where no row has such an id."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(2**63)) else None


class CheckedChangeList(ChangeList):
    """Filters that Django takes and the database would refuse lead back to the whole list, as its own do."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        found = super().get_queryset(request, exclude_parameters)
        try:
            _, values = found.query.sql_with_params()
        except EmptyResultSet:
            return found
        except (ValueError, OverflowError) as error:
            raise IncorrectLookupParameters(error) from error
        if any(NUL in value for value in values if isinstance(value, str)):
            raise IncorrectLookupParameters
        return found


class CheckedAutocomplete(AutocompleteSelect):
    """Shown again with what no row has as its id, it is empty."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [pk for pk in value if row_number(str(pk)) is not None], attr)


class ChecksWhatIsAsked:
    """For an admin whose lists are filtered and whose rows are found by searching."""

    def formfield_for_foreignkey(self: Any, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("widget", CheckedAutocomplete(db_field, self.admin_site, using=options.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]

    def get_changelist(self: Any, request: HttpRequest, **options: Any) -> type[ChangeList]:
        return CheckedChangeList

    def response_action(self: Any, request: Any, queryset: QuerySet[Any]) -> Any:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        request.POST = request.POST.copy()
        request.POST.setlist(ACTION_CHECKBOX_NAME, [pk for pk in chosen if row_number(pk) is not None])
        return super().response_action(request, queryset)  # type: ignore[misc]

    def get_search_results(self: Any, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        if NUL in search_term:
            return queryset.none(), False
        return super().get_search_results(request, queryset, search_term)  # type: ignore[misc]
