"""What every model of the store must have, so that a new one can't forget it."""

import pytest
from django.db import connection, models

from inspections.models import Citation
from tests.models.example import EVENTS, MODELS, one_of_each

TEXTS = (models.CharField, models.TextField)
CHOSEN = [(model, field) for model in MODELS for field in model._meta.get_fields() if getattr(field, "choices", None)]
FOR_LISTS = {"about", "must_fix", "to_confirm", "notes"}  # of a staged file, worked out again whenever it is looked at
HISTORY = {"insert_insert", "update_update", "delete_delete"}

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
every_choice = pytest.mark.parametrize(("model", "field"), CHOSEN, ids=lambda part: getattr(part, "__name__", None))


def own_fields(model, *kinds):
    return [field for field in model._meta.get_fields() if isinstance(field, kinds) and not field.auto_created]


def definitions(model) -> dict[str, str]:
    """The check constraints of a model's table as the database has them, by name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass",
            [model._meta.db_table],
        )
        return dict(cursor.fetchall())


def triggers(model) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass", [model._meta.db_table])
        return {name for (name,) in cursor.fetchall()}


def test_there_are_models_to_look_at():
    assert len(MODELS) > 20
    assert len(CHOSEN) > 20


@every_model
def test_it_says_what_it_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}("), "the docstring is Django's own"
    assert "__str__" in vars(model)


@pytest.mark.django_db
def test_its_rows_have_names():
    names = {model: str(model.objects.get(pk=row.pk)) for model, row in one_of_each().items()}

    assert [model for model, name in names.items() if not name or "object (" in name or "None" in name] == []


@every_model
def test_it_has_an_order(model):
    assert model._meta.ordering


@every_model
def test_its_rules_are_named_after_it(model):
    rules = [*model._meta.constraints, *(t for t in model._meta.triggers if t.name not in HISTORY)]

    assert [rule.name for rule in rules if not rule.name.startswith(f"{model._meta.model_name}_")] == []
    assert model._meta.unique_together == ()


@every_model
def test_what_is_not_held_of_a_text_is_an_empty_text(model):
    nullable = {field.name for field in own_fields(model, *TEXTS) if field.null}

    assert nullable == ({"quote"} if model is Citation else set())


@every_model
def test_its_relations_are_named_from_both_sides(model):
    nameless = [
        field.name
        for field in own_fields(model, models.ForeignKey)
        if not (field.remote_field.related_name or model._meta.default_related_name)
    ]

    assert nameless == []


@every_model
def test_no_relation_is_generic(model):
    assert {field.name for field in model._meta.get_fields()} & {"content_type", "object_id"} == set()


@every_model
@pytest.mark.django_db
def test_the_database_records_its_history(model):
    event = EVENTS[model]

    assert {trigger.split("_")[1] for trigger in triggers(model)} >= {"insert", "update", "delete"}
    assert any("append_only" in trigger for trigger in triggers(event))
    kept = {field.name for field in event._meta.concrete_fields}
    assert {field.name for field in model._meta.concrete_fields} - kept <= {"content", "lines", *FOR_LISTS}


@every_choice
@pytest.mark.django_db
def test_the_database_knows_the_choices(model, field):
    definition = definitions(model)[f"{model._meta.model_name}_{field.name}_is_known"]

    assert [value for value, _ in field.choices if f"'{value}'" not in definition] == []


@every_model
@pytest.mark.django_db
def test_percentages_and_scores_are_bounded(model):
    checks = definitions(model).values()
    numbers = [field.name for field in own_fields(model, models.Field) if field.name.endswith(("percentage", "score"))]

    assert [name for name in numbers if not any(f"({name} " in check and "0)" in check for check in checks)] == []
