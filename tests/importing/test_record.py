"""The one write of an import: wholly or not at all, the same file once, a changed file as a change."""

import pytest

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.record import NotRecorded, Outcome, Recorded, record_report
from inspections.importing.store_source import ReportFile
from inspections.models import Comparator, DeliveryUnit, Edition, Finding, Inspection, Region, Source
from inspections.publishing.publish import publish
from tests import factories
from tests.importing.report_text import Facts, Layout, expected_figures, render
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
FACTS = Facts()
TEXT = render(FACTS, Layout()).decode()
FINDINGS = 3 * 6 + 4 * 2 + 1 + 6 + 6  # domain one, domain two, feedback, diversity, outcomes


def record(text: str = TEXT, *, create_places: bool = False) -> Recorded:
    content = text.encode()
    return record_report(
        parse(extract(content)), ReportFile(name="marlow.txt", content=content), create_places=create_places
    )


@pytest.fixture
def marlow(reference: None, db: None) -> DeliveryUnit:
    return factories.delivery_unit("Marlow Vale", region=factories.region("Northern Fells"))


def refusal(text: str = TEXT, *, create_places: bool = False) -> str:
    """Why a report is not recorded, after making sure that nothing at all was written."""
    before = row_counts()
    with pytest.raises(NotRecorded) as refused:
        record(text, create_places=create_places)
    assert row_counts() == before
    return str(refused.value)


def told(recorded: Recorded) -> list[str]:
    return [str(difference) for difference in recorded.differences]


def keys_by_text(edition: Edition) -> dict[str, str]:
    return dict(edition.findings.values_list("text", "citation__key"))


# --- Once -------------------------------------------------------------------------------------------------------------


def test_a_report_becomes_a_draft(marlow):
    recorded = record()

    assert (recorded.outcome, recorded.differences) == (Outcome.CREATED, ())
    assert (recorded.edition.state, recorded.edition.number, recorded.edition.release) == ("draft", 1, None)
    inspection = recorded.edition.inspection
    assert (inspection.delivery_unit, inspection.framework.code) == (marlow, "pdu-21")
    assert (inspection.round, inspection.key) == ("2025", "marlow-vale-2025")


def test_the_same_file_twice_changes_nothing_anywhere(marlow):
    first = record()
    before = row_counts()
    second = record()

    assert row_counts() == before
    assert (second.outcome, second.edition, second.differences) == (Outcome.UNCHANGED, first.edition, ())


def test_the_same_file_of_another_name_changes_nothing_either(marlow):
    record()
    before = row_counts()
    content = TEXT.encode()

    record_report(parse(extract(content)), ReportFile(name="copy.txt", content=content))
    assert row_counts() == before


@pytest.mark.parametrize("state", ["published", "in_review"])
def test_the_same_file_is_known_again_in_every_state_that_counts(marlow, state):
    first = record()
    if state == "published":
        publish([first.edition], title="First", reason="To try it.")
    else:
        Edition.objects.filter(pk=first.edition.pk).update(state=state)
    before = row_counts()

    assert record().outcome == Outcome.UNCHANGED
    assert row_counts() == before


# --- Its own numbers --------------------------------------------------------------------------------------------------


def test_an_invented_unit_is_stored_with_its_own_numbers(marlow):
    edition = record().edition

    assert (edition.score, edition.max_score, edition.overall_rating) == (FACTS.score, 21, "Requires improvement")
    assert [rating.rating for rating in edition.standard_ratings.all()] == list(FACTS.ratings)
    assert [result.percentage for result in edition.key_question_results.all()] == list(FACTS.percentages)
    assert {result.denominator for result in edition.key_question_results.all()} == {FACTS.cases}
    assert [result.numerator * 2 for result in edition.key_question_results.all()] == list(FACTS.percentages)
    assert {count.count for count in edition.sample_counts.all()} == {30, 20, 50, 44, 58}
    assert {value.measure.slug: value.value for value in edition.measure_values.all()} == {
        "caseload": FACTS.caseload,
        "high-risk-caseload": FACTS.high_risk,
        "probation-reset-cases": FACTS.reset,
        "treated-fairly": 62,
    }
    assert [comparator.value for comparator in Comparator.objects.all()] == [FACTS.regional]
    figures = [(f.value, f.unit, f.numerator, f.denominator) for f in edition.figures.all()]
    assert figures == [figure[:4] for figure in expected_figures(FACTS)]


def test_nothing_of_the_shipped_report_gets_into_it(marlow):
    edition = record().edition
    texts = [citation.quote for citation in edition.citations.all()]

    assert [text for text in texts if "Doncaster" in text or "41" in text] == []
    assert Edition.objects.count() == 1


# --- Changed ----------------------------------------------------------------------------------------------------------


def test_a_changed_file_updates_the_draft_and_says_what_differs(marlow):
    first = record()
    second = record(TEXT.replace("train all staff", "train some of the staff").replace("| 80% |", "| 81% |"))

    assert (second.outcome, second.edition) == (Outcome.UPDATED, first.edition)
    assert told(second) == [
        "marlow-vale-2025-assessment-q1: was: 80%; now: 81%",
        "marlow-vale-2025-rec-3: was: train all staff; now: train some of the staff",
    ]
    assert Edition.objects.count() == 1
    assert second.edition.recommendations.get(number=3).text == "train some of the staff"


def test_only_the_text_a_draft_was_read_from_last_is_kept(marlow):
    record()
    record(TEXT.replace("train all staff", "train some of the staff"))
    [source] = Source.objects.all()

    assert source.key == "marlow-vale-2025-report"
    assert b"train some of the staff" in bytes(source.file.content)


def test_a_change_of_layout_differs_in_nothing(marlow):
    record()

    assert told(record(render(FACTS, Layout(bullet="• ", width=60, newline="\r\n", bom=True)).decode())) == []


def test_over_a_published_edition_a_new_draft_opens(marlow):
    published = record().edition
    publish([published], title="First", reason="To try it.")
    before = {model: count for model, count in row_counts().items() if model.endswith("Event")}
    held = keys_by_text(published)
    second = record(TEXT.replace("| 80% |", "| 82% |"))

    assert (second.outcome, second.edition.number, second.edition.state) == (Outcome.CREATED, 2, "draft")
    assert told(second) == ["marlow-vale-2025-assessment-q1: was: 80%; now: 82%"]
    assert keys_by_text(second.edition) == held
    published.refresh_from_db()
    assert published.state == "published"
    assert published.key_question_results.first().percentage == 80
    assert published.report.key == "marlow-vale-2025-report"
    assert second.edition.report.key == "marlow-vale-2025-report-2"
    assert set(Edition.objects.published()) == {published}
    assert row_counts()["FindingEvent"] == before["FindingEvent"] + second.edition.findings.count()


def test_an_edition_in_review_is_left_alone(marlow):
    draft = record().edition
    Edition.objects.filter(pk=draft.pk).update(state="in_review")

    assert "is in review" in refusal(TEXT.replace("| 80% |", "| 82% |"))


def test_a_finding_put_in_the_middle_moves_no_key(marlow):
    before = keys_by_text(record().edition)
    new = "A new finding stands between two that were there before."
    facts = Facts(strengths=(FACTS.strengths[0], new, *FACTS.strengths[1:]))
    after = keys_by_text(record(render(facts, Layout()).decode()).edition)

    assert {text: after[text] for text in before} == before
    assert set(after) - set(before) == {new}
    assert after[new] not in before.values()


def test_a_mended_misprint_keeps_its_key(marlow):
    misprint = TEXT.replace("Home visits were not carried out", "Home vists were not caried out")
    before = set(record(misprint).edition.citations.values_list("key", flat=True))
    second = record()

    assert set(second.edition.citations.values_list("key", flat=True)) == before
    assert len(second.differences) == 4  # it stands in the four standards of domain two
    assert not [difference for difference in second.differences if None in (difference.before, difference.after)]


# --- Rounds -----------------------------------------------------------------------------------------------------------


def test_a_round_of_two_years_is_found_by_either(marlow):
    framework = factories.framework(max_score=27)
    held = factories.inspection(marlow, framework=framework, round="2024-25")
    recorded = record()
    assert recorded.edition.inspection.round == "2025"  # of another framework

    Edition.objects.all().delete()
    Inspection.objects.all().delete()
    held = factories.inspection(marlow, framework=recorded.edition.inspection.framework, round="2024-25")
    assert record().edition.inspection == held


def test_a_label_that_is_taken_is_suffixed(marlow):
    factories.inspection(marlow, framework=factories.framework(max_score=27), round="2025")

    assert record().edition.inspection.key == "marlow-vale-2025-b"


def test_without_fieldwork_the_round_is_of_the_year_of_publication(marlow):
    text = TEXT.replace("Fieldwork started February 2025 | ", "").replace(", beginning on 10 February 2025", "")

    assert record(text.replace("May 2025", "May 2026")).edition.inspection.round == "2026"


def test_without_any_date_there_is_no_round(marlow):
    text = TEXT.replace("Fieldwork started February 2025 | ", "").replace(", beginning on 10 February 2025", "")

    assert refusal(text.replace(", May 2025", "")) == (
        "The report gives no date, so the round it belongs to is not known."
    )


# --- Places -----------------------------------------------------------------------------------------------------------


def test_an_unknown_place_is_refused():
    assert refusal() == "No region named Northern Fells is held.; No delivery unit named Marlow Vale is held."


def test_a_slip_of_the_pen_is_refused_with_what_may_be_meant(marlow):
    assert refusal(TEXT.replace("Marlow Vale", "Marlow Vael")) == (
        "No delivery unit named Marlow Vael is held. Close spellings: Marlow Vale."
    )


def test_a_place_is_created_when_asked_for():
    recorded = record(create_places=True)
    unit = recorded.edition.inspection.delivery_unit

    assert (unit.name, unit.slug, unit.region.name, unit.region.slug) == (
        *("Marlow Vale", "marlow-vale"),
        *("Northern Fells", "northern-fells"),
    )


def test_a_report_without_a_region_makes_no_place():
    text = TEXT.replace("The Probation Service – the Northern Fells region", "HM Government")

    assert "No delivery unit named " in refusal(text, create_places=True)


def test_a_unit_is_created_in_a_region_that_is_held():
    text = TEXT.replace("the Northern Fells", "Yorkshire & the Humber")
    unit = record(text, create_places=True).edition.inspection.delivery_unit

    assert unit.region.name == "Yorkshire and the Humber"
    assert Region.objects.count() == 1


@pytest.mark.parametrize(
    ("region", "unit"),
    [
        ("Yorkshire and the Humber", "Donacster"),
        ("Yorkshire and Humberside", "Marlow Vale"),
        ("the Northern Fells", "Doncastre"),
    ],
)
def test_nothing_is_ever_created_for_a_close_spelling(region, unit):
    text = TEXT.replace("the Northern Fells", region).replace("Marlow Vale", unit)

    assert "Close spellings: " in refusal(text, create_places=True)


def test_a_place_is_not_kept_for_a_report_that_is_refused():
    assert "maximum score of 30" in refusal(TEXT.replace("/21", "/30"), create_places=True)


def test_addresses_of_places_are_never_shared(marlow):
    DeliveryUnit.objects.filter(pk=marlow.pk).update(name="Something else")

    assert record(create_places=True).edition.inspection.delivery_unit.slug == "marlow-vale-2"


# --- What can't be is a problem, and the rest is recorded -------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "instead", "problem"),
    [
        ("| 80% |", "| 140% |", "percentage_out_of_range"),
        ("Score 6/21", "Score 22/21", "score_out_of_range"),
        ("9 of the 50 cases", "90 of the 50 cases", "count_above_base"),
        ("30 community orders and 20", "0 community orders and 0", "sample_disagrees"),
        ("| P 1.2 | Staffing | Requires improvement |\n", "", "standard_missing"),
        (
            "| P 1.2 | Staffing | Requires improvement |",
            "| P 1.2 | Staffing | Requires improvement |\n| P 1.2 | Staffing | Good |",
            "standard_doubled",
        ),
        (
            "on reducing reoffending and supporting desistance?",
            "on engaging the person on probation?",
            "question_doubled",
        ),
    ],
)
def test_a_report_at_odds_with_itself_is_recorded_with_the_problem(marlow, said, instead, problem):
    assert said in TEXT
    edition = record(TEXT.replace(said, instead)).edition

    assert problem in set(edition.problems.values_list("type", flat=True))
    assert edition.findings.count() == FINDINGS


def test_of_a_standard_rated_twice_the_first_rating_is_kept(marlow):
    row = "| P 1.2 | Staffing | Requires improvement |"
    edition = record(TEXT.replace(row, f"{row}\n| P 1.2 | Staffing | Good |")).edition

    assert edition.standard_ratings.get(standard__theme__slug="staffing").rating == "Requires improvement"


def test_a_score_that_can_not_be_is_not_held(marlow):
    edition = record(TEXT.replace("Score 6/21", "Score 22/21")).edition

    assert (edition.score, edition.max_score, edition.score_citation) == (None, None, None)


def test_counts_that_can_not_be_are_not_held(marlow):
    edition = record(TEXT.replace("9 of the 50 cases", "90 of the 50 cases")).edition
    figure = edition.figures.get(citation__quote__startswith="90 of the 50")

    assert (figure.value, figure.unit, figure.numerator, figure.denominator) == (90, "of", None, None)


def test_each_addressee_may_have_recommendations_from_one(marlow):
    text = TEXT.replace("- 2. reduce", "\nHM Prison Service should:\n\n- 1. reduce").replace("3. train", "2. train")
    recommendations = record(text).edition.recommendations.all()

    assert [(r.number, r.addressed_to, r.citation.key.removeprefix("marlow-vale-2025-")) for r in recommendations] == [
        (1, "Marlow Vale PDU", "rec-1"),
        (1, "HM Prison Service", "rec-1-2"),
        (2, "HM Prison Service", "rec-2"),
    ]


def test_a_standard_the_framework_lacks_leaves_the_others(marlow):
    edition = record(TEXT.replace("Staffing", "Court work")).edition

    assert edition.standard_ratings.count() == 6
    assert "standard_unknown" in set(edition.problems.values_list("type", flat=True))
    assert Finding.objects.filter(edition=edition, standard__code="P 1.2").count() == 0
