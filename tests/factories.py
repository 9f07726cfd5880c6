"""Rows for tests, each made with as little as it needs; what a test is about, it says itself.

Places are invented (Marlow Vale does not exist). Without arguments every call makes a new row: names and keys count up.
"""

import datetime
import hashlib
from itertools import count

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.text import slugify

from inspections import models
from inspections.publishing.acting import acting
from tests.past_the_rules import made_past_the_rules

_numbers = count(1)
_positions = count(1001)  # apart: a column of them ends at 32,767, and a store may hold the first releases


def region(name: str = "", **fields) -> models.Region:
    name = name or f"Northern Fells {next(_numbers)}"
    return models.Region.objects.create(**{"name": name, "slug": slugify(name)} | fields)


def delivery_unit(name: str = "", **fields) -> models.DeliveryUnit:
    name = name or f"Marlow Vale {next(_numbers)}"
    fields.setdefault("region", None)
    fields["region"] = fields["region"] or region()
    return models.DeliveryUnit.objects.create(**{"name": name, "slug": slugify(name)} | fields)


def theme(name: str = "") -> models.StandardTheme:
    """The theme of that name, held or new."""
    number = next(_numbers)
    name = name or f"Theme {number}"
    return models.StandardTheme.objects.get_or_create(
        slug=slugify(name), defaults={"name": name, "position": next(_positions)}
    )[0]


def framework(*standards: str, max_score: int = 21, **fields) -> models.Framework:
    """A framework with standards of these names, in their order."""
    code = fields.pop("code", "") or f"framework-{next(_numbers)}"
    made = models.Framework.objects.create(**{"code": code, "name": code, "max_score": max_score} | fields)
    for position, name in enumerate(standards, start=1):
        standard(made, name=name, position=position)
    return made


def standard(framework_: models.Framework, **fields) -> models.Standard:
    number = next(_numbers)
    fields.setdefault("name", f"Standard {number}")
    fields.setdefault("theme", None)
    fields["theme"] = fields["theme"] or theme(fields["name"])
    return models.Standard.objects.create(**{"framework": framework_, "position": next(_positions)} | fields)


def key_question(standard_: models.Standard, **fields) -> models.KeyQuestion:
    values = {"number": 1, "strand": "engagement", "text": "Is the person on probation engaged?"}
    return models.KeyQuestion.objects.create(standard=standard_, **values | fields)


def inspection(unit: models.DeliveryUnit | None = None, **fields) -> models.Inspection:
    if "region" not in fields:
        fields["delivery_unit"] = unit or delivery_unit()
    fields.setdefault("round", "2025")
    fields["framework"] = fields.get("framework") or framework()
    subject = fields.get("delivery_unit") or fields["region"]
    fields.setdefault("key", f"{subject.slug}-{fields['round']}")
    return models.Inspection.objects.create(**fields)


@made_past_the_rules
def release(**fields) -> models.Release:
    values = {"number": next(_positions), "title": "A release", "reason": "To try it.", "published_at": timezone.now()}
    return models.Release.objects.create(**values | fields)


@made_past_the_rules
def edition(inspection_: models.Inspection | None = None, **fields) -> models.Edition:
    """A draft, unless a state is given: what is or was public gets a release of its own."""
    inspection_ = inspection_ or inspection()
    fields.setdefault("number", inspection_.editions.count() + 1)
    if fields.get("state", "draft") not in ("draft", "in_review"):
        fields["release"] = fields.get("release") or release()
    if fields.get("state") == "withdrawn":
        fields.setdefault("withdrawn_in", release())
    return models.Edition.objects.create(inspection=inspection_, **fields)


def approval(edition_: models.Edition, *, by: User) -> models.Approval:
    """With what the database says of it: whether it is of own work."""
    with acting(by):
        made = models.Approval.objects.create(edition=edition_, approved_by=by)
    made.refresh_from_db()
    return made


def source(**fields) -> models.Source:
    values = {"key": f"source-{next(_numbers)}", "kind": "report", "title": "A report"}
    return models.Source.objects.create(**values | fields)


@made_past_the_rules
def paragraph(source_: models.Source | None = None, **fields) -> models.Paragraph:
    """A paragraph in a section of its own."""
    source_ = source_ or source()
    section = fields.pop("section", None) or models.Section.objects.create(
        source=source_, position=source_.sections.count() + 1, kind="background", title="Background"
    )
    values = {"position": section.paragraphs.count() + 1, "text": "It says so.", "line_start": 10, "line_end": 11}
    return models.Paragraph.objects.create(section=section, **values | fields)


@made_past_the_rules
def citation(edition_: models.Edition | None = None, **fields) -> models.Citation:
    """Words of a report; with `table` and `row`, or of the press, the row of a table of ratings, which has none."""
    edition_ = edition_ or edition()
    fields["source"] = fields.get("source") or source()
    if fields["source"].kind == "press" and "quote" not in fields:
        fields = {"table": source(kind="table"), "row": 2} | fields
    if "row" not in fields:
        fields.setdefault("quote", "It says so.")
    return models.Citation.objects.create(
        **{"edition": edition_, "key": f"{edition_.inspection.key}-{next(_numbers)}"} | fields
    )


@made_past_the_rules
def score(edition_: models.Edition, value: int, *, rating: str = "") -> models.Edition:
    """Give an edition its score, of its framework's maximum, and an overall rating."""
    edition_.score, edition_.max_score = value, edition_.inspection.framework.max_score
    edition_.score_citation = citation(edition_)
    if rating:
        edition_.overall_rating, edition_.overall_rating_citation = rating, citation(edition_)
    edition_.save()
    return edition_


@made_past_the_rules
def _fact(model, edition_: models.Edition, values: dict, fields: dict):
    given = values | fields
    return model.objects.create(
        edition=edition_, **{"citation": given.pop("citation", None) or citation(edition_)} | given
    )


def edition_date(edition_: models.Edition, **fields) -> models.EditionDate:
    values = {"kind": "published", "date": datetime.date(2025, 5, 1), "date_precision": "month"}
    return _fact(models.EditionDate, edition_, values, fields)


def sample_count(edition_: models.Edition, **fields) -> models.SampleCount:
    return _fact(models.SampleCount, edition_, {"kind": "cases", "count": 50}, fields)


def standard_rating(edition_: models.Edition, standard_: models.Standard, **fields) -> models.StandardRating:
    return _fact(models.StandardRating, edition_, {"standard": standard_, "rating": "Good"}, fields)


def key_question_result(edition_: models.Edition, question: models.KeyQuestion, **fields) -> models.KeyQuestionResult:
    return _fact(models.KeyQuestionResult, edition_, {"key_question": question, "percentage": 50}, fields)


def finding(edition_: models.Edition, **fields) -> models.Finding:
    values = {"area": "standard" if "standard" in fields else "outcomes", "kind": "strength", "text": "It went well."}
    return _fact(models.Finding, edition_, values | {"position": edition_.findings.count() + 1}, fields)


def quotation(edition_: models.Edition, **fields) -> models.Quotation:
    values = {"area": "feedback", "text": "My officer listens to me.", "asked_by": "Voice Example"}
    return _fact(models.Quotation, edition_, values | {"position": edition_.quotations.count() + 1}, fields)


def recommendation(edition_: models.Edition, **fields) -> models.Recommendation:
    values = {"number": edition_.recommendations.count() + 1, "addressed_to": "Marlow Vale PDU", "text": "train staff"}
    return _fact(models.Recommendation, edition_, values, fields)


def recurring_theme(name: str = "", **fields) -> models.Theme:
    number = next(_numbers)
    name = name or f"Training {number}"
    values = {"slug": slugify(name), "name": name, "description": "Training.", "position": next(_positions)}
    return models.Theme.objects.create(**values | fields)


def policy_event(name: str = "", **fields) -> models.PolicyEvent:
    name = name or f"Policy {next(_numbers)}"
    values = {"slug": slugify(name), "name": name, "description": "A policy.", "source": "A report.", "quote": "It is."}
    date = {"happened": datetime.date(2024, 7, 1), "happened_precision": "day"}
    return models.PolicyEvent.objects.create(**values | date | fields)


def figure(edition_: models.Edition, **fields) -> models.Figure:
    values = {"value": 27, "unit": "%", "position": edition_.figures.count() + 1}
    return _fact(models.Figure, edition_, values, fields)


def measure(name: str = "", **fields) -> models.Measure:
    number = next(_numbers)
    name = name or f"Measure {number}"
    values = {"slug": slugify(name), "name": name, "unit": "%", "position": next(_positions)}
    return models.Measure.objects.create(**values | {"direction": "context, not performance"} | fields)


def measure_value(edition_: models.Edition, measure_: models.Measure | None = None, **fields) -> models.MeasureValue:
    return _fact(models.MeasureValue, edition_, {"measure": measure_ or measure(), "value": 27}, fields)


@made_past_the_rules
def comparator(value: models.MeasureValue, /, **fields) -> models.Comparator:
    fields["citation"] = fields.get("citation") or citation(value.edition)
    values = {"kind": "regional average as published", "value": 31}
    return models.Comparator.objects.create(measure_value=value, **values | fields)


def preview_link(edition_: models.Edition | None = None, **fields) -> models.PreviewLink:
    """A link to a draft, until tomorrow; by somebody new unless they are given."""
    made_by = fields.pop("made_by", None) or User.objects.create(username=f"staff-{next(_numbers)}", is_staff=True)
    values = {"reader": "Ada Example", "expires_at": timezone.now() + datetime.timedelta(days=1)}
    return models.PreviewLink.objects.create(edition=edition_ or edition(), made_by=made_by, **values | fields)


def upload(*contents: bytes, by: User | None = None) -> models.Upload:
    """An upload of files of these contents, waiting; by somebody new unless they are given."""
    by = by or User.objects.create(username=f"staff-{next(_numbers)}", is_staff=True)
    made = models.Upload.objects.create(uploaded_by=by)
    for position, content in enumerate(contents or (b"A text.",), start=1):
        models.StagedFile.objects.create(
            upload=made,
            position=position,
            name=f"file-{position}.txt",
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            content=content,
        )
    return made
