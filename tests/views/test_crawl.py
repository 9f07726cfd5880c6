"""Every page that links lead to, from the home page on, as a stranger meets it.

A draft lies in the store beside what is published, with a marker in all that it says.
"""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db.models import CharField, TextField
from django.test import Client

from inspections import models
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.recording.record import record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.wording.values import TITLE_AT_MOST
from tests.pages import Node, contents, parsed
from tests.views.policy import STRICT_POLICY, policy

MARKER = "Quokka"
FACTS = (
    models.Finding,
    models.Quotation,
    models.Recommendation,
    models.StandardRating,
    models.MeasureValue,
    models.SampleCount,
    models.EditionDate,
)


@dataclass
class Visited:
    status: int
    headers: dict
    html: str
    page: Node

    @property
    def title(self) -> str:
        return self.page.one("head").one("title").text


def record_marked_draft() -> models.Edition:
    """A changed file over the published edition, and the marker in every text that is free."""
    content = (REFERENCE_DIR / "doncaster-2024.txt").read_bytes().replace(b"1,500", b"1,501")
    draft = record_report(parse(extract(content)), ReportFile(name=f"{MARKER}.txt", content=content)).edition
    assert draft.state == "draft"
    models.Edition.objects.filter(pk=draft.pk).update(note=MARKER, lead_inspector=MARKER)
    for model in FACTS:
        free = [
            each.name for each in model._meta.fields if isinstance(each, CharField | TextField) and not each.choices
        ]
        facts = model.objects.filter(edition=draft)
        assert facts.exists()
        if model is models.StandardRating:
            facts = facts.exclude(summary="")
        facts.update(**{name: MARKER for name in free if name != "addressed_to"})
    return draft


@pytest.fixture(scope="module")
def draft(shipped_data, django_db_blocker):
    with django_db_blocker.unblock():
        return record_marked_draft()


@pytest.fixture(scope="module")
def site(draft, django_db_blocker) -> dict[str, Visited]:
    """Every address that the pages link to, with what is there."""
    client, visited, waiting = Client(), {}, ["/"]
    with django_db_blocker.unblock():
        while waiting:
            address = waiting.pop()
            response = client.get(address)
            html = response.content.decode()
            visited[address] = Visited(response.status_code, dict(response.headers), html, parsed(html))
            for found in links(visited[address].page):
                if found not in visited and found not in waiting:
                    waiting.append(found)
    return visited


def links(page: Node) -> list[str]:
    """Addresses of pages of ours, without their fragments. Sorted tables are the same page, and in other tests."""
    found = [urlsplit(link["href"]) for link in page.all("a")]
    return [
        each.path
        for each in found
        if each.path.startswith("/") and not each.netloc and not each.path.endswith((".csv", ".xlsx", ".atom"))
    ]


@pytest.fixture(scope="module")
def files(site, django_db_blocker) -> dict[str, Any]:
    """Every file that a page offers, with its query."""
    found = {
        link["href"]
        for visited in site.values()
        for link in visited.page.all("a")
        if urlsplit(link["href"]).path.endswith((".csv", ".xlsx"))
    }
    client = Client()
    with django_db_blocker.unblock():
        return {address: client.get(address) for address in sorted(found)}


@pytest.fixture(autouse=True)
def _database(site, db):
    """For the tests that compare pages with the store."""


def wrong(site: dict[str, Visited], is_wrong) -> list[str]:
    return [address for address, visited in site.items() if is_wrong(visited)]


def test_every_kind_of_page_is_reached_and_every_page_answers(site):
    assert wrong(site, lambda visited: visited.status != 200) == []
    for pattern, at_least in [
        (r"/", 1),
        (r"/regions/", 1),
        (r"/regions/[\w-]+/", 1),
        (r"/regions/[\w-]+/standards/[\w-]+/", 9),
        (r"/regions/[\w-]+/themes/[\w-]+/", 11),
        (r"/regions/[\w-]+/key-questions/", 1),
        (r"/regions/[\w-]+/measures/[\w-]+/", 15),
        (r"/pdus/", 1),
        (r"/pdus/[\w-]+/", 11),
        (r"/pdus/[\w-]+/inspections/[\w-]+/", 15),
        (r"/pdus/[\w-]+/inspections/[\w-]+/standards/[\w-]+/", 7 * 11 + 9 * 4),
        (r"/sources/[\w-]+/", 200),
        (r"/compare/", 1),
        (r"/changes/", 1),
        (r"/changes/\d+/", 1),
        (r"/about/", 1),
        (r"/about/accessibility/", 1),
    ]:
        assert sum(bool(re.fullmatch(pattern, address)) for address in site) >= at_least, pattern


def test_every_fragment_leads_to_a_place_on_its_page(site):
    missing = []
    for address, visited in site.items():
        for link in visited.page.all("a"):
            to = urlsplit(link["href"])
            target = site.get(to.path or address)
            if to.fragment and not to.netloc and target and not target.page.all(id=to.fragment):
                missing.append((address, link["href"]))
    assert missing == []


def test_nothing_of_a_draft_is_anywhere(site):
    assert wrong(site, lambda visited: MARKER in visited.html) == []
    assert wrong(site, lambda visited: "1,501" in visited.html) == []


def test_every_file_answers_and_holds_nothing_of_a_draft(files):
    assert [address for address, response in files.items() if response.status_code != 200] == []
    texts = {a: f.content.decode("utf-8-sig") for a, f in files.items() if urlsplit(a).path.endswith(".csv")}
    assert [address for address, text in texts.items() if MARKER in text or "1,501" in text or "1501" in text] == []


def test_no_page_leads_a_stranger_to_the_admin(site):
    assert [address for address in site if address.startswith("/admin")] == []


def test_keys_that_only_a_draft_has_are_not_found(draft, client):
    edition = models.Edition.objects.published().get(inspection=draft.inspection)
    citation = models.Citation.objects.filter(edition=draft).first()
    citation.pk, citation.key = None, "doncaster-2024-only-in-the-draft"
    citation.save()
    assert not edition.citations.filter(key=citation.key).exists()
    assert client.get(f"/sources/{citation.key}/").status_code == 404


def test_one_h1_and_no_level_left_out(site):
    def is_wrong(visited: Visited) -> bool:
        levels = [int(heading.tag[1]) for heading in visited.page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels.count(1) != 1:
            return True
        after = levels[levels.index(1) :]
        return any(below > above + 1 for above, below in itertools.pairwise(after))

    assert wrong(site, is_wrong) == []


def test_ids_are_there_once_and_references_lead_somewhere(site):
    def is_wrong(visited: Visited) -> bool:
        ids = [node["id"] for node in visited.page.all() if "id" in node.attributes]
        named = ("aria-labelledby", "aria-describedby", "aria-controls")
        references = {
            word for node in visited.page.all() for name in named for word in node.attributes.get(name, "").split()
        }
        return len(ids) != len(set(ids)) or not references <= set(ids)

    assert wrong(site, is_wrong) == []


def test_strict_policy_everywhere_and_nothing_that_it_would_refuse(site):
    def is_wrong(visited: Visited) -> bool:
        scripts = [
            script
            for script in visited.page.all("script")
            if not script.attributes.get("src", "").startswith("/static/")
            and script.attributes.get("type") != "application/json"
        ]
        inline = {name for node in visited.page.all() for name in node.attributes if name.startswith(("on", "style"))}
        loaded = [link["href"] for link in visited.page.all("link", rel="stylesheet")]
        return bool(
            scripts
            or inline
            or visited.page.all("style", "iframe", "object", "embed", "base")
            or any(not address.startswith("/static/") for address in loaded)
        )

    assert wrong(site, lambda visited: policy(visited.headers) != STRICT_POLICY) == []
    assert wrong(site, is_wrong) == []


def test_previews_are_whole_equal_and_absolute(site):
    def is_wrong(visited: Visited, address: str) -> bool:
        meta = defaultdict(str, contents(visited.page))
        canonical = visited.page.one("link", rel="canonical")["href"]
        return not (
            meta["og:title"] == meta["twitter:title"]
            and meta["og:description"] == meta["twitter:description"]
            and meta["og:url"] == canonical == f"http://testserver{address}"
            and all(value for name, value in meta.items() if name.startswith(("og:", "twitter:")))
        )

    assert [address for address, visited in site.items() if is_wrong(visited, address)] == []


def test_titles_name_the_page_and_the_service(site):
    def is_wrong(visited: Visited) -> bool:
        title = visited.title
        return not title.endswith(f" - {settings.SERVICE_NAME}") or "&" in title

    assert wrong(site, is_wrong) == []
    titles = [visited.title for address, visited in site.items() if "/sources/" not in address]
    assert len(titles) == len(set(titles))


def test_no_title_is_longer_than_what_a_preview_shows(site):
    ending = f" - {settings.SERVICE_NAME}"
    titles = {address: visited.title.removesuffix(ending) for address, visited in site.items()}
    assert {address: title for address, title in titles.items() if len(title) > TITLE_AT_MOST} == {}


def test_words_of_people_on_probation_never_stand_in_titles_or_previews(site):
    words = [quotation.text[:40] for quotation in models.Quotation.objects.published()]
    assert words

    def is_wrong(visited: Visited) -> bool:
        said = [visited.title, *contents(visited.page).values()]
        return any(quotation in text for quotation in words for text in said)

    assert wrong(site, is_wrong) == []


def test_nothing_is_said_of_none_and_no_template_shows(site):
    signs = re.compile(r"\bNone\b|\{[{%#]|[%#}]\}|&amp;(amp|lt|quot|#)|\bnan\b")
    assert wrong(site, lambda visited: bool(signs.search(visited.page.text))) == []


def test_every_page_says_whose_it_is_not_and_under_which_licence(site):
    def is_wrong(visited: Visited) -> bool:
        return not (
            "This is not a service of HM Inspectorate of Probation." in visited.page.text
            and "Contains public sector information licensed under the Open Government Licence" in visited.page.text
            and "Report a mistake" in visited.page.text
        )

    assert wrong(site, is_wrong) == []


def test_the_address_of_every_page_can_be_copied(site):
    assert wrong(site, lambda visited: len(visited.page.all("span", **{"data-copy-link": ""})) != 1) == []


def test_file_and_outside_links_open_no_new_window(site):
    def is_wrong(visited: Visited) -> bool:
        return any("target" in link.attributes for link in visited.page.all("a"))

    assert wrong(site, is_wrong) == []


# --- Every number opens to its sentence


UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spoken(number: int) -> str:
    """ "thirty-eight"."""
    under_twenty = UNDER_TWENTY.split()
    if number < 20:
        return under_twenty[number]
    unit = f"-{under_twenty[number % 10]}" if number % 10 else ""
    return TENS.split()[number // 10 - 2] + unit


def is_in(number, words: str) -> bool:
    written = f"{number.normalize():,f}"
    pattern = rf"(?<![\d.,]){re.escape(written)}(?![\d]|[.,]\d)"
    if re.search(pattern, words):
        return True
    whole = int(number)
    return whole == number and whole < 100 and re.search(rf"\b{spoken(whole)}\b", words.lower()) is not None


def test_page_of_every_published_fact_shows_its_sentence_or_says_that_it_is_not_held(client):
    citations = models.Citation.objects.filter(edition__state="published")
    assert citations.filter(quote=None).exists()
    for citation in citations:
        page = parsed(client.get(f"/sources/{citation.key}/").content.decode())
        if citation.quote is None:
            assert "Sentence not held" in page.text, citation.key
            assert f"row {citation.row} of" in page.text
            assert not page.all("blockquote")
        else:
            assert page.one("blockquote").text == " ".join(citation.quote.split()), citation.key
            assert "Sentence not held" not in page.text


@pytest.mark.parametrize("model", [models.Figure, models.MeasureValue])
def test_every_number_stands_in_the_sentence_it_opens_to(model):
    facts = model.objects.published().select_related("citation")
    assert len(facts) > 20
    missing = [
        (fact.citation.key, fact.value, fact.citation.quote)
        for fact in facts
        if not is_in(fact.value, fact.citation.quote)
    ]
    assert missing == []


def test_every_comparator_percentage_and_count_stands_in_its_sentence():
    comparators = models.Comparator.objects.filter(measure_value__edition__state="published")
    numbers = [
        *((row.citation, row.value) for row in comparators),
        *((row.citation, row.percentage) for row in models.KeyQuestionResult.objects.published()),
        *((row.citation, Decimal(row.count)) for row in models.SampleCount.objects.published()),
    ]
    assert len(numbers) > 15
    assert [(citation.key, number) for citation, number in numbers if not is_in(number, citation.quote)] == []


def test_every_number_shown_beside_a_source_link_is_told_from_that_source(site):
    """Each headline figure: the value on the page of the unit is the value on the page of its source."""
    facts = site["/pdus/doncaster/"].page.all("li", class_="app-key-fact")
    assert len(facts) > 15
    for fact in facts:
        value = fact.one("p", class_="app-key-fact__value").text
        source = next(link["href"] for link in fact.all("a") if link["href"].startswith("/sources/"))
        assert value in site[source].page.text, source
