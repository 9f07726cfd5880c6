"""Every field that staff fill in with what a report says tells what it means."""

import pytest
from django.apps import apps

from inspections.admin.help import WHERE
from tests import factories
from tests.admin.pages import address

pytestmark = pytest.mark.django_db


def test_what_is_helped_with_are_fields_that_there_are():
    for model, fields in WHERE.items():
        held = {field.name for field in apps.get_model("inspections", model)._meta.fields}
        assert set(fields) <= held, model


def test_help_stands_beside_the_field_on_the_page_of_an_inspection_and_of_a_fact(admin_client):
    edition = factories.edition()
    fact = factories.recommendation(edition)
    for row in (edition, fact):
        assert WHERE["recommendation"]["addressed_to"] in admin_client.get(address(row)).content.decode()
