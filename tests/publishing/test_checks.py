"""What must be true of an edition before it goes into review."""

import pytest

from inspections.models import Basis, Edition
from inspections.publishing.answer import answer
from inspections.publishing.checks import checks, open_checks
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.withdraw import withdraw
from tests import factories
from tests.publishing.staff import answered, draft, person, problem, public

pytestmark = pytest.mark.django_db


def failed(edition) -> dict[str, str]:
    """What is found wrong, by the place of the page that mends it."""
    return {check.anchor: check.found for check in open_checks(edition)}


def rated(*ratings: str, score: int):
    framework = factories.framework("Leadership", "Staffing")
    edition = factories.score(factories.edition(factories.inspection(framework=framework)), score)
    for standard, rating in zip(framework.standards.all(), ratings, strict=False):
        factories.standard_rating(edition, standard, rating=rating)
    return edition


def test_a_sound_draft_passes_and_says_what_was_looked_at():
    edition = rated("Good", "Outstanding", score=5)

    assert failed(edition) == {}
    assert all(check.is_met and check.found for check in checks(edition))
    assert "the 2 ratings have 5 points, the published score is 5" in {check.found for check in checks(edition)}


def test_an_empty_draft_says_nothing():
    assert failed(factories.edition()) == {"problems": "it has no fact and no source"}


def test_open_problems_lead_to_the_first_of_them():
    edition = draft()
    first, _ = problem(edition, "must_fix"), problem(edition, "must_fix")
    to_confirm = problem(edition, "confirm")
    problem(edition, "note")
    problem(edition, "confirm", **answered(person("somebody")))

    assert failed(edition) == {
        f"problem-{first.pk}": "2 problems must be fixed, the first: Two values.",
        f"problem-{to_confirm.pk}": "1 problem to be confirmed, the first: Two values.",
    }


@pytest.mark.parametrize(("numbers", "is_met"), [((1, 2, 3), True), ((4, 5), True), ((1, 3), False), ((), True)])
def test_recommendations_have_no_gap(numbers, is_met):
    edition = draft()
    for number in numbers:
        factories.recommendation(edition, number=number)

    assert ("recommendations" not in failed(edition)) is is_met


def test_each_addressee_may_be_numbered_anew():
    edition = draft()
    for addressee in ("The PDU", "The region"):
        factories.recommendation(edition, number=1, addressed_to=addressee)

    assert failed(edition) == {}


def test_ratings_that_disagree_with_the_score_are_noted_for_the_public():
    edition = rated("Good", "Good", score=5)
    assert failed(edition) == {"id_is_score_queried": "the 2 ratings have 4 points, the published score is 5"}

    edition.is_score_queried = True
    assert failed(edition) == {}


def test_of_standards_that_are_not_all_held_no_sum_is_made():
    assert failed(rated("Good", score=5)) == {}


@pytest.mark.parametrize("state", ["published", "superseded", "withdrawn"])
def test_what_was_public_before_is_replaced_for_a_reason(state):
    inspection = factories.inspection()
    factories.edition(inspection, state=state)
    edition = draft(inspection_=inspection)
    assert failed(edition) == {"id_reason": "no reason is given for replacing what is public"}

    edition.reason = "It was misread."
    assert failed(edition) == {}


def test_a_correction_changes_something_of_what_is_public():
    correction = begin_correction(public(draft()), by=person("inspector"), reason="It was misread.")
    assert failed(correction) == {
        "checks-heading": "it says the same as what is public: change what is to be corrected, or delete the draft"
    }

    correction.findings.update(text="It went badly.")
    assert failed(correction) == {}
    assert "its release will tell one change" in {check.found for check in checks(correction)}


def test_what_comes_back_after_a_withdrawal_need_not_change():
    edition = public(draft())
    withdraw(edition, by=person("reviewer"), reason="A doubt.")

    assert failed(restore(edition, by=person("inspector"), reason="The doubt is settled.")) == {}


def test_a_first_edition_is_not_asked_what_it_changes():
    assert "It corrects something of what is public" not in {check.name for check in checks(draft())}


def test_how_much_is_asked_does_not_grow(django_assert_num_queries):
    edition = rated("Good", "Good", score=5)
    for _ in range(20):
        factories.recommendation(edition)
        problem(edition, "note")

    with django_assert_num_queries(10):
        checks(edition)


@pytest.mark.parametrize(
    ("value", "quote", "is_met"),
    [
        (29, "Is it safe? | 29%", True),
        (29, "Twenty-nine per cent of cases", True),
        (38, "Is it safe? | 37%", False),
        (3, "33% of cases", False),
        (0, "None of the cases: 0 of 41", True),
    ],
)
def test_a_typed_value_stands_in_the_sentence_beside_it(value, quote, is_met):
    edition = factories.edition()
    question = factories.key_question(factories.standard(edition.inspection.framework))
    citation = factories.citation(edition, quote=quote, basis=Basis.STAFF)
    result = factories.key_question_result(edition, question, percentage=value, citation=citation)

    anchor = f"keyquestionresult-{result.pk}"
    told = f"1 typed value does not stand in the words beside it, the first: {value}. Mend the value, or its citation"
    assert failed(edition) == ({} if is_met else {anchor: told})


def test_what_was_read_and_what_a_table_says_is_not_asked_about():
    edition = factories.edition()
    factories.sample_count(edition, count=99)
    table = factories.citation(edition, table=factories.source(kind="table"), row=3, basis=Basis.STAFF)
    factories.sample_count(edition, kind="surveyed", count=98, citation=table)

    assert failed(edition) == {}


@pytest.mark.parametrize(("quote", "is_met"), [("| Leadership | Good |", True), ("| Leadership | Inadequate |", False)])
def test_a_typed_rating_stands_in_its_words(quote, is_met):
    edition = factories.edition()
    citation = factories.citation(edition, quote=quote, basis=Basis.STAFF)
    standard = factories.standard(edition.inspection.framework)
    rating = factories.standard_rating(edition, standard, rating="Good", citation=citation)

    assert set(failed(edition)) == (set() if is_met else {f"standardrating-{rating.pk}"})


@pytest.mark.parametrize(("quote", "is_met"), [("Score | 3/21", True), ("Score | 4/21", False)])
def test_a_typed_score_stands_in_its_words(quote, is_met):
    edition = rated(score=3)
    edition.score_citation.quote, edition.score_citation.basis = quote, Basis.STAFF
    edition.score_citation.save()

    assert set(failed(edition)) == (set() if is_met else {"id_score"})


@pytest.mark.parametrize(
    ("quotes", "found"),
    [
        (["“It says  so”"], ""),
        (
            ["It says otherwise."],
            "1 quote does not stand in the paragraph cited for it, the first: “It says otherwise.”",
        ),
        (
            ["It says no.", "It says yes."],
            "2 quotes do not stand in the paragraph cited for it, the first: “It says no.”",
        ),
    ],
)
def test_a_quote_stands_in_the_paragraph_it_cites(quotes, found):
    edition = draft()
    paragraph = factories.paragraph(text="It says so.")
    cited = {"source": paragraph.section.source, "section": paragraph.section, "paragraph": paragraph}
    first, *_ = [factories.citation(edition, quote=quote, **cited) for quote in quotes]

    assert failed(edition) == ({"id_quote": f"{found}. Mend one of them"} if found else {})
    assert [check.row for check in open_checks(edition)] == ([first] if found else [])


def test_who_reads_is_told_of_typed_words_that_only_a_reader_can_compare():
    edition = draft()
    edition.citations.update(basis=Basis.STAFF, paragraph=None)
    count = edition.citations.count()

    [check] = [check for check in checks(edition) if check.name.startswith("What is quoted")]
    assert check.is_met
    names = "one typed quote names" if count == 1 else f"{count} typed quotes name"
    assert check.found.endswith(f"; {names} no paragraph, and can be compared with the source only by reading it")


def test_words_of_a_document_that_cite_no_paragraph_are_not_looked_for():
    edition = draft()
    paragraph = factories.paragraph(text="It says so.")
    factories.citation(edition, quote="It says otherwise.", source=paragraph.section.source, section=paragraph.section)

    assert failed(edition) == {}


def test_what_the_page_of_an_edition_does_not_list_is_mended_on_its_own():
    edition = draft()
    citation = factories.citation(edition, quote="28%", basis=Basis.STAFF)
    figure = factories.figure(edition, value=27, citation=citation)

    assert [(check.anchor, check.row) for check in open_checks(edition)] == [("id_value", figure)]


def test_the_shipped_report_passes_once_its_problems_are_answered(shipped_data):
    held = Edition.objects.published().get(inspection__key="doncaster-2024")
    edition = begin_correction(held, by=person("inspector"), reason="To look at it again.")
    for found in edition.problems.open():
        answer(found, by=person("inspector"), words="Looked at, and right.")
    Edition.objects.filter(pk=edition.pk).update(note="Looked at again.")

    assert failed(edition) == {}


def test_the_shipped_report_would_pass_had_staff_typed_all_of_it(shipped_data):
    """Else a check holds back what is right."""
    held = Edition.objects.published().get(inspection__key="doncaster-2024")
    edition = begin_correction(held, by=person("inspector"), reason="To look at it again.")
    for found in edition.problems.open():
        answer(found, by=person("inspector"), words="Looked at, and right.")
    assert edition.citations.update(basis=Basis.STAFF) > 200

    assert failed(edition) == {}
