"""The database keeps the history itself: whoever changes a row, and however."""

import pytest
from django.db import ProgrammingError, connection, transaction

from inspections.models import Edition, SourceFile
from tests import factories
from tests.models.example import EVENTS, one_of_each

pytestmark = pytest.mark.django_db


def execute(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def test_raw_sql_is_recorded():
    unit = factories.delivery_unit("Marlow Vale")

    execute("UPDATE inspections_deliveryunit SET name = %s WHERE id = %s", "Marlow", unit.pk)
    execute("DELETE FROM inspections_deliveryunit WHERE id = %s", unit.pk)

    events = EVENTS[type(unit)].objects.filter(pgh_obj_id=unit.pk).order_by("pgh_id")
    assert list(events.values_list("pgh_label", "name")) == [
        ("insert", "Marlow Vale"),
        ("update", "Marlow"),
        ("delete", "Marlow"),
    ]


def test_a_change_that_changes_nothing_is_no_event():
    edition = factories.edition()

    Edition.objects.filter(pk=edition.pk).update(note=edition.note)

    assert EVENTS[Edition].objects.filter(pgh_obj_id=edition.pk).count() == 1


@pytest.mark.parametrize("change", ["UPDATE {table} SET pgh_label = 'other'", "DELETE FROM {table}"])
def test_history_can_not_be_rewritten(change):
    one_of_each()
    refused = set()
    for event in EVENTS.values():
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            execute(change.format(table=event._meta.db_table))
        refused.add(event)

    assert refused == set(EVENTS.values())
    assert all(event.objects.exists() for event in refused)


def test_the_bytes_of_a_file_are_kept_once():
    names = {field.name for field in EVENTS[SourceFile]._meta.get_fields()}

    assert "sha256" in names
    assert "content" not in names
