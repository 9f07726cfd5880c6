"""A stranger sees what is published, and the same whatever is worked on: pages and files, letter by letter."""

import re
from decimal import Decimal
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.db.models import F
from django.test import Client
from django.urls import resolve

from inspections import models
from inspections.publishing.answer import answer
from inspections.publishing.correct import begin_correction
from inspections.publishing.submit import submit
from tests import factories
from tests.pages import parsed
from tests.publishing.staff import person

pytestmark = pytest.mark.django_db
OF_EACH_KIND = 3
LINK = re.compile(r'href="(/[^"#]*)')


def addresses() -> list[str]:
    """Some of each kind of address that links lead to, all that name Doncaster's inspection of 2024 among them."""
    client, found, waiting, counts = Client(), [], ["/"], {}
    while waiting:
        address = waiting.pop(0)
        kind = resolve(urlsplit(address).path).view_name
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > OF_EACH_KIND and not ("doncaster/inspections/2024" in address and "/sources/" not in address):
            continue
        found.append(address)
        html = client.get(address).content.decode(errors="replace")
        for link in (unescape(link) for link in LINK.findall(html)):
            if not link.startswith(("/static/", "/admin/")) and link not in found and link not in waiting:
                waiting.append(link)
    return found


def seen(found: list[str]) -> dict[str, tuple[int, bytes]]:
    answers = {address: Client().get(address) for address in found}
    return {address: (answer.status_code, answer.content) for address, answer in answers.items()}


def work_on_everything() -> None:
    """A correction in which every number and every word is another, in review; and drafts of what is not held yet."""
    public = models.Edition.objects.published().get(inspection__key="doncaster-2024")
    draft = begin_correction(public, by=person("inspector"), reason="Every number.")
    draft.key_question_results.update(percentage=Decimal("1.23"), numerator=None, denominator=None, counts_origin="")
    draft.measure_values.update(value=F("value") + Decimal("0.77"), numerator=None, denominator=None)
    draft.figures.update(value=F("value") + Decimal("0.77"), numerator=None, denominator=None)
    draft.findings.update(text="Not public.")
    draft.quotations.update(text="Not public.")
    draft.recommendations.update(text="Not public.")
    draft.standard_ratings.update(rating="Outstanding")
    draft.sample_counts.update(count=F("count") + 1)
    models.Citation.objects.filter(edition=draft).exclude(quote=None).update(quote="Not public.", paragraph=None)
    models.Edition.objects.filter(pk=draft.pk).update(
        score=20, is_score_queried=True, note="Not public.", overall_rating="Outstanding"
    )
    for problem in draft.problems.open():
        answer(problem, by=person("inspector"), words="Right.")
    draft.refresh_from_db()
    submit(draft, by=person("inspector"))
    unit = models.DeliveryUnit.objects.get(slug="barnsley-and-rotherham")
    new = factories.edition(factories.inspection(unit, round="2031", framework=public.inspection.framework))
    factories.finding(new, text="Not public.")
    factories.score(new, 9, rating="Good")


def test_drafts_and_what_is_in_review_change_no_letter_of_any_page_or_file(shipped_data):
    found = addresses()
    assert {resolve(urlsplit(address).path).view_name for address in found} >= {
        *("inspections:pdu", "inspections:inspection", "inspections:standard", "inspections:source"),
        *("inspections:region", "inspections:region_measure", "inspections:compare", "inspections:changes"),
        *("inspections:changes_feed", "inspections:pdu_file", "inspections:region_file", "inspections:pdus_file"),
    }
    before = seen(found)
    work_on_everything()
    after = seen(found)
    # A workbook holds the moment at which it was made.
    compared = [address for address in found if not urlsplit(address).path.endswith(".xlsx")]
    assert [address for address in compared if before[address] != after[address]] == []
    assert len(compared) > 60


def test_what_is_new_in_a_draft_has_no_address(shipped_data, client):
    work_on_everything()
    assert client.get("/pdus/barnsley-and-rotherham/inspections/2031/").status_code == 404
    keys = models.Citation.objects.filter(edition__inspection__round="2031").values_list("key", flat=True)
    assert keys
    assert {client.get(f"/sources/{key}/").status_code for key in keys} == {404}
    assert "2031" not in parsed(client.get("/pdus/").content.decode()).text
