"""What was published, corrected and withdrawn, as readers and their feed readers are told of it."""

import csv
import re
from xml.etree import ElementTree

import pytest

from inspections.models import Citation, Edition, Release
from inspections.publishing.answer import answer
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.enter import enter, enter_edition
from inspections.publishing.publish import publish
from inspections.publishing.withdraw import withdraw
from tests import factories
from tests.pages import parsed
from tests.publishing.staff import approved, draft, person, problem, public, says_now

pytestmark = pytest.mark.django_db

WHY = "The report says 29 per cent."
KEY = "doncaster-2024-assessment-q3"
TAKEN_BACK = "doncaster-2024-rec-6"
# A source link with its mark.
MARKED = re.compile(r'href="/sources/([\w-]+)/">(?:(?!</a>).)*</a> <span class="app-mark">corrected here')
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def page(client, address: str, status: int = 200):
    response = client.get(address)
    assert response.status_code == status
    return parsed(response.content.decode())


def items(node) -> list[str]:
    return [item.text for item in node.all("li")]


@pytest.fixture
def corrected(shipped_data):
    """Doncaster's edition after a correction of one percentage, and a recommendation taken back."""
    held = Edition.objects.published().get(inspection__key="doncaster-2024")
    edition = begin_correction(held, by=person("inspector"), reason=WHY)
    result = edition.key_question_results.get(citation__key=KEY)
    result.percentage = 29
    enter(result, changed=["percentage"])
    says_now(edition, KEY, "Keeping other people safe? | 29%")
    edition.recommendations.get(citation__key=TAKEN_BACK).delete()
    for found in edition.problems.open():
        answer(found, by=person("inspector"), words="Looked at, and right.")
    return public(edition)


def test_a_correction_is_told_by_field_with_its_reason_and_its_source(corrected, client):
    release = page(client, f"/changes/{corrected.release.number}/")
    assert release.one("h1").text.startswith(f"Release {corrected.release.number}: Doncaster 2024 corrected")
    assert WHY in release.text
    assert "approved by somebody who had not worked on it" in release.text.lower()
    told = items(release.one("main"))
    assert "Percentage: 29%, was 37%" in told
    assert any("no longer held here" in item for item in told), told
    assert release.all("a", href=f"/sources/{KEY}/")
    assert not release.all("a", href=f"/sources/{TAKEN_BACK}/")


def test_the_changes_page_has_every_release_the_newest_first_and_leads_to_each(corrected, client):
    changes = page(client, "/changes/")
    headings = [heading.text for heading in changes.one("main").all("h2")]
    assert [heading.split(":")[0] for heading in headings] == [
        f"Release {number}" for number in Release.objects.order_by("-number").values_list("number", flat=True)
    ]
    assert changes.all("a", href=f"/changes/{corrected.release.number}/")
    assert changes.one("link", rel="alternate")["href"] == "/changes.atom"


def test_the_feed_is_atom_with_absolute_addresses_and_the_reason(corrected, client):
    response = client.get("/changes.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    entries = ElementTree.fromstring(response.content).findall("atom:entry", ATOM)
    assert len(entries) == Release.objects.count()
    newest = {name: entries[0].find(f"atom:{name}", ATOM) for name in ("title", "summary", "updated", "id", "link")}
    assert newest["title"].text.startswith(f"Release {corrected.release.number}: Doncaster 2024 corrected")
    said, _, changes = newest["summary"].text.partition(corrected.release.reason.removesuffix("."))
    assert said == "A release. "
    assert "Doncaster 2024, Assessment, key question 3, percentage: 29%, was 37%" in changes
    assert newest["link"].get("href") == f"http://testserver/changes/{corrected.release.number}/"
    assert newest["updated"].text.startswith(corrected.release.published_at.strftime("%Y-%m-%d"))


@pytest.mark.parametrize("address", ["/pdus/doncaster/", "/pdus/doncaster/inspections/2024/", f"/sources/{KEY}/"])
def test_the_pages_of_the_pdu_its_inspection_and_the_figure_say_what_was_corrected(corrected, client, address):
    told = page(client, address)
    release = f"/changes/{corrected.release.number}/"
    notes = [note for note in told.all("div", class_="govuk-inset-text") if note.all("a", href=release)]
    assert len(notes) == 1
    assert notes[0].text.startswith("Corrected on ")
    assert WHY in notes[0].text


@pytest.mark.parametrize(
    "address",
    [
        "/pdus/doncaster/",
        "/pdus/doncaster/inspections/2024/standards/assessment/",
        "/regions/yorkshire-and-the-humber/key-questions/",
    ],
)
def test_every_figure_it_touched_says_so_and_no_other(corrected, client, address):
    marked = MARKED.findall(client.get(address).content.decode())
    assert set(marked) == {KEY}


def test_files_say_which_values_were_corrected_and_by_which_release(corrected, client):
    lines = list(csv.DictReader(client.get("/pdus/doncaster.csv").content.decode("utf-8-sig").splitlines()))
    marked = {line["source link"]: line["corrected here in release"] for line in lines}
    told = {link: release for link, release in marked.items() if release}
    assert told == {f"http://testserver/sources/{KEY}/": str(corrected.release.number)}


def test_what_a_correction_took_back_is_gone_with_the_reason(corrected, client):
    gone = page(client, f"/sources/{TAKEN_BACK}/", 410)
    assert "taken back" in gone.text
    assert WHY in gone.text
    assert gone.all("a", href=f"/changes/{corrected.release.number}/")
    assert client.get("/sources/doncaster-2024-rec-99/").status_code == 404


def test_a_withdrawn_inspection_is_gone_with_the_reason_below_each_of_its_addresses(corrected, client):
    key = Citation.objects.filter(edition=corrected).first().key
    release = withdraw(corrected, by=person("reviewer"), reason="It is of another unit.")
    for address in (
        "/pdus/doncaster/inspections/2024/",
        "/pdus/doncaster/inspections/2024.csv",
        "/pdus/doncaster/inspections/2024/standards/assessment/",
        f"/sources/{key}/",
        "/sources/doncaster-2024-report/",
    ):
        gone = page(client, address, 410)
        assert gone.one("h1").text == "Doncaster PDU, 2024: withdrawn", address
        assert re.search(rf"was withdrawn (here )?on {release.published_at.day} ", gone.text), address
        assert gone.all("a", href=f"/changes/{release.number}/")
        assert "It is of another unit." in gone.text
        assert "29%" not in gone.text
    assert "withdrawn" in page(client, f"/changes/{release.number}/").one("h1").text
    assert client.get("/pdus/doncaster/inspections/2031/").status_code == 404


def test_what_was_withdrawn_and_restored_is_public_again(corrected, client):
    withdraw(corrected, by=person("reviewer"), reason="It is of another unit.")
    corrected.refresh_from_db()
    public(restore(corrected, by=person("inspector"), reason="It is of this one."))
    assert "29%" in page(client, f"/sources/{KEY}/").text


def test_what_is_published_again_says_so_with_the_release_that_had_withdrawn_it(corrected, client):
    withdrawal = withdraw(corrected, by=person("reviewer"), reason="It is of another unit.")
    corrected.refresh_from_db()
    again = public(restore(corrected, by=person("inspector"), reason="It is of this one."))

    release = page(client, f"/changes/{again.release.number}/").one("main")
    assert release.one("h1").text.startswith(f"Release {again.release.number}: Doncaster 2024 published again")
    assert f"It had been withdrawn by release {withdrawal.number}." in release.text
    assert "No changes." in release.text
    assert "corrected" not in release.text.casefold()
    withdrawn = page(client, f"/changes/{withdrawal.number}/").one("main")
    assert "It has been published again since." in withdrawn.text
    assert "no longer public" not in withdrawn.text
    notes = [note.text for note in page(client, "/pdus/doncaster/").all("div", class_="govuk-inset-text")]
    assert notes[0].startswith("Published again on ")
    assert f"after it was withdrawn (release {withdrawal.number}), no changes: It is of this one." in notes[0]
    assert notes[1].startswith("Corrected on ")
    assert not any("was withdrawn here" in note for note in notes)
    told = page(client, f"/sources/{KEY}/").all("div", class_="govuk-inset-text")
    assert ["Corrected on" in note.text for note in told] == [True]


def test_words_that_were_withdrawn_are_told_nowhere_once_others_are_public(corrected, client):
    withdraw(corrected, by=person("reviewer"), reason="It is of another unit.")
    corrected.refresh_from_db()
    edition = restore(corrected, by=person("inspector"), reason="It is of this one.")
    result = edition.key_question_results.get(citation__key=KEY)
    result.percentage = 31
    enter(result, changed=["percentage"])
    says_now(edition, KEY, "Keeping other people safe? | 31%")
    again = public(edition)

    releases = [f"/changes/{release.number}/" for release in (corrected.release, again.release)]
    addresses = ["/changes/", *releases, "/changes.atom", "/pdus/doncaster/", f"/sources/{KEY}/"]
    pages = {address: client.get(address).content.decode() for address in addresses}
    assert [address for address, said in pages.items() if "| 29%" in said or "was 29%" in said] == []
    assert "Percentage: 31%, was another value, which was withdrawn" in page(client, releases[1]).text
    assert "Percentage: 31%, was another value, which was withdrawn" in page(client, f"/sources/{KEY}/").text


def test_the_page_of_a_unit_says_what_was_withdrawn(corrected, client):
    release = withdraw(corrected, by=person("reviewer"), reason="It is of another unit.")
    told = page(client, "/pdus/doncaster/")
    (note,) = [note for note in told.all("div", class_="govuk-inset-text") if note.all("a")]
    assert note.text.startswith("The inspection of Doncaster PDU in the 2024 round was withdrawn here on ")
    assert note.text.endswith(f"by release {release.number}. Reason given: It is of another unit.")
    assert note.all("a", href=f"/changes/{release.number}/")
    assert told.one("head").one("title").text.startswith("Doncaster PDU: inspection of 2024 withdrawn")
    region = page(client, "/regions/yorkshire-and-the-humber/?round=2024").one("main")
    assert region.one("div", class_="govuk-inset-text").text == note.text
    assert not page(client, "/regions/yorkshire-and-the-humber/?round=2022-23").all("div", class_="govuk-inset-text")
    assert "recorded here" not in told.one("main").text


def test_a_withdrawn_round_is_told_beside_the_inspection_that_is_held(corrected, client):
    unit = corrected.inspection.delivery_unit
    later = public(draft(inspection_=factories.inspection(unit, round="2025")))
    release = withdraw(later, by=person("reviewer"), reason="It is of another unit.")
    told = page(client, "/pdus/doncaster/")
    assert "in the 2025 round was withdrawn here on" in told.one("main").text
    assert told.all("a", href=f"/changes/{release.number}/")
    assert "in the 2025 round" not in page(client, "/pdus/doncaster/inspections/2024/").one("main").text


def test_a_document_of_which_a_correction_tells_nothing_any_more_is_gone(client):
    """It had two citations, in two inspections: while one of them is public, so is the document."""
    source = factories.source(title="A page", kind="page")
    first, second = (draft(), draft())
    for edition in (first, second):
        factories.finding(edition, citation=factories.citation(edition, source=source, key=f"told-{edition.pk}"))
    first, second = public(first), public(second)
    withdraw(second, by=person("reviewer"), reason="It is of another unit.")
    assert "A page" in page(client, f"/sources/{source.key}/").text

    correction = begin_correction(first, by=person("inspector"), reason="It is not of this page.")
    correction.findings.get(citation__source=source).delete()
    correction.citations.filter(source=source).delete()
    correction = public(correction)
    withdraw(correction, by=person("reviewer"), reason="All of it is of another unit.")

    gone = page(client, f"/sources/{source.key}/", 410)
    unit, number = first.inspection.delivery_unit.name, correction.release.number
    assert gone.one("h1").text == f"{unit} PDU, 2025: a document that nothing is told from"
    assert f"Nothing is told from this document here since the inspection of {unit} PDU" in gone.text
    assert f"by release {number}. Reason given: It is not of this page." in gone.text
    assert page(client, "/sources/no-such-document/", 404)


def test_what_staff_have_called_a_release_is_said_where_its_heading_does_not(corrected, client):
    publish([approved(draft())], title="Autumn reports", reason="They are new.", by=person("reviewer"))
    number = Release.objects.order_by("number").last().number
    changes = page(client, "/changes/").one("main")
    assert "Autumn reports They are new." in changes.text
    assert page(client, f"/changes/{number}/").one("h1").text.endswith("Autumn reports")
    entries = ElementTree.fromstring(client.get("/changes.atom").content).findall("atom:entry", ATOM)
    assert entries[0].find("atom:summary", ATOM).text == "Autumn reports. They are new."


def test_a_queried_score_is_shown_as_queried_wherever_it_is(shipped_data, client):
    held = Edition.objects.published().get(inspection__key="doncaster-2024")
    edition = begin_correction(held, by=person("inspector"), reason="The report prints 4.")
    edition.score, edition.is_score_queried = 4, True
    enter_edition(edition, changed=["score", "is_score_queried"])
    says_now(edition, "doncaster-2024-score", "Score | 4/21")
    for found in edition.problems.open():
        answer(found, by=person("inspector"), words="Looked at, and right.")
    public(edition)
    sentence = "the ratings of the standards do not come to this score"
    for address in (
        "/pdus/doncaster/",
        "/regions/yorkshire-and-the-humber/",
        "/pdus/?q=doncaster",
        "/compare/?pdu=doncaster&pdu=leeds",
        "/sources/doncaster-2024-score/",
    ):
        assert sentence in page(client, address).text, address
    assert "4 out of 21 (entered by staff), queried" in page(client, "/pdus/doncaster/").one("head").one("title").text
    assert sentence in client.get("/pdus/doncaster.csv").content.decode()


def test_a_long_list_of_releases_is_turned_by_number(client):
    held = Release.objects.count()
    for _ in range(22):
        public(draft())
    first = page(client, "/changes/")
    assert len(first.one("main").all("h2")) == 20
    older = page(client, "/changes/" + next(link["href"] for link in first.all("a") if "Earlier" in link.text))
    assert len(older.one("main").all("h2")) == held + 2
    assert page(client, "/changes/?before=nonsense").one("h1").text == first.one("h1").text


def test_a_release_that_is_not_there_is_not_found(client):
    assert client.get("/changes/998/").status_code == 404
    assert client.get("/changes/99999999999999999999/").status_code == 404


def test_who_stood_for_a_release_is_said(client, settings):
    settings.ONE_PERSON_MAY_PUBLISH = True
    one = draft()
    found = problem(one, "confirm")
    answer(found, by=person("reviewer"), words="Right.")
    edition = public(one)
    assert (
        "approved by somebody who had worked on it" in page(client, f"/changes/{edition.release.number}/").text.lower()
    )
