"""One row of every model, joined as in a store: what a rule forbids is tried on it."""

import datetime

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from inspections import models
from tests import factories
from tests.past_the_rules import past_the_rules

MODELS = [model for model in apps.get_app_config("inspections").get_models() if not hasattr(model, "pgh_tracked_model")]
EVENTS = {
    model.pgh_tracked_model: model
    for model in apps.get_app_config("inspections").get_models()
    if hasattr(model, "pgh_tracked_model")
}


def one_of_each() -> dict[type[Model], Model]:
    rows = [*_places(), *_framework()]
    held = {type(row): row for row in rows}
    inspection = factories.inspection(held[models.DeliveryUnit], framework=held[models.Framework])
    edition = factories.score(factories.edition(inspection), 3, rating="Good")
    rows += [inspection, edition, factories.release(), *_document(edition)]
    rows += [*_facts(edition, held), *_measured(edition), *_editorial()]
    return {type(row): row for row in rows}


def _places() -> list[Model]:
    region = factories.region()
    units = [factories.delivery_unit(region=region) for _ in range(2)]
    return [
        region,
        units[0],
        models.PlaceAlias.objects.create(delivery_unit=units[0], name="Marlow", slug="marlow"),
        models.Succession.objects.create(predecessor=units[0], successor=units[1], kind="merged"),
    ]


def _framework() -> list[Model]:
    framework = factories.framework()
    standard = factories.standard(framework, code="P 1.1")
    return [
        framework,
        models.Domain.objects.create(framework=framework, number=1, name="Organisation"),
        standard.theme,
        standard,
        factories.key_question(standard),
        models.RatingBand.objects.create(framework=framework, applies_to="score", rating="Good", lower=11, upper=17),
        models.Comparability.objects.create(earlier=factories.framework(), later=framework, source="A report."),
        factories.recurring_theme(),
        factories.policy_event(),
    ]


def _document(edition: models.Edition) -> list[Model]:
    paragraph = factories.paragraph()
    source = paragraph.section.source
    file = models.SourceFile.objects.create(source=source, name="r.txt", sha256="0" * 64, size=1, content=b"x")
    citation = factories.citation(edition, source=source, section=paragraph.section, paragraph=paragraph)
    return [source, file, *_uploaded(edition), paragraph.section, paragraph, citation]


def _uploaded(edition: models.Edition) -> list[Model]:
    someone = User.objects.create(username="someone")
    upload = models.Upload.objects.create(uploaded_by=someone)
    file = models.StagedFile.objects.create(
        upload=upload, position=1, name="r.txt", sha256="0" * 64, size=1, content=b"x", edition=edition
    )
    return [upload, file, models.Answer.objects.create(file=file, problem="p", value="Good", answered_by=someone)]


def _facts(edition: models.Edition, held: dict[type[Model], Model]) -> list[Model]:
    standard, question = held[models.Standard], held[models.KeyQuestion]
    counts = {"percentage": 50, "numerator": 20, "denominator": 40, "counts_origin": "inferred"}
    finding, recommendation = factories.finding(edition, standard=standard), factories.recommendation(edition)
    return [
        factories.edition_date(edition),
        factories.sample_count(edition),
        factories.standard_rating(edition, standard),
        factories.key_question_result(edition, question, **counts),
        finding,
        models.FindingTheme.objects.create(finding=finding, theme=held[models.Theme]),
        factories.quotation(edition),
        recommendation,
        models.RecommendationTheme.objects.create(recommendation=recommendation, theme=held[models.Theme]),
        models.Problem.objects.create(edition=edition, position=1, type="two_values", level="note", message="Two."),
    ]


def _editorial() -> list[Model]:
    reviewed, published = factories.edition(state="in_review"), factories.edition(state="published")
    someone = User.objects.create(username="someone else")
    with past_the_rules():
        change = models.ReleasedChange.objects.create(
            edition=published, position=1, key="a", label="Score", field="value", before="3 of 21", after="4 of 21"
        )
    return [
        factories.approval(reviewed, by=someone),
        change,
        models.PreviewLink.objects.create(
            edition=reviewed,
            reader="Ada Example, Marlow Vale PDU",
            made_by=someone,
            expires_at=timezone.now() + datetime.timedelta(days=7),
        ),
    ]


def _measured(edition: models.Edition) -> list[Model]:
    figure = factories.figure(edition, value=9, unit="of", numerator=9, denominator=50)
    counts = {"value": 18, "numerator": 9, "denominator": 50}
    value = factories.measure_value(
        edition, figure=figure, as_of=datetime.date(2025, 1, 1), as_of_precision="year", **counts
    )
    return [figure, value.measure, value, factories.comparator(value)]
