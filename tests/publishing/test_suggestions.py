"""Themes are suggested by plain words, and the words are the reason."""

import pytest

from inspections.importing.reference import load_reference
from inspections.models import Edition, Theme
from inspections.publishing.suggestions import phrases, suggestions


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Staff need training.", "training", "training"),
        ("TRAINING was late.", "training", "TRAINING"),
        ("A retraining programme.", "training", None),
        ("Trainings were held.", "training", None),
        ("There were vacancies.", "vacanc*", "vacancies"),
        ("A vacancy's cost.", "vacanc*", "vacancy's"),
        ("They are unvacanced.", "vacanc*", None),
        ("the risk\nof  harm", "risk of harm", "risk\nof  harm"),
        ("a woman’s centre", "woman's centre", "woman’s centre"),
        ("costs (5%) rose", "(5%)", "(5%)"),
        ("anything at all", "a.*", None),
        ("", "training", None),
    ],
)
def test_a_phrase_is_found_as_whole_words(text, phrase, found):
    assert suggestions(text, {"theme": [phrase]}) == ({"theme": found} if found else {})


def test_a_text_may_suggest_several_themes_each_by_its_first_words():
    rules = {"training": ["mentoring", "induction"], "workload": ["workload*"], "partners": ["police"]}

    assert suggestions("Induction and mentoring suffer from workloads.", rules) == {
        "training": "Induction",
        "workload": "workloads",
    }


def test_a_theme_without_words_is_never_suggested():
    assert suggestions("Anything.", {"theme": []}) == {}


def test_phrases_stand_one_on_a_line():
    assert phrases("risk of  harm\n\n  vacanc* \r\n*\n") == ["risk of harm", "vacanc*"]


@pytest.mark.django_db
def test_words_reach_a_store_that_was_filled_before_themes_had_any_and_staff_keep_theirs():
    load_reference()
    training, staffing, *_ = Theme.objects.filter(slug__in=["training-and-development", "staffing-and-workload"])
    assert "training" in phrases(Theme.objects.get(slug="training-and-development").suggested_by)
    Theme.objects.filter(pk=training.pk).update(suggested_by="")
    Theme.objects.filter(pk=staffing.pk).update(suggested_by="rota")

    load_reference()

    for theme, words in ((training, ""), (staffing, "rota")):
        theme.refresh_from_db()
        assert theme.suggested_by == words


@pytest.mark.django_db
def test_a_theme_of_an_older_store_is_given_its_words():
    Theme.objects.create(slug="partnerships", name="Partnership working", description="Theirs.", position=9)

    load_reference()

    assert "multi-agency" in phrases(Theme.objects.get(slug="partnerships").suggested_by)
    assert Theme.objects.get(slug="partnerships").description == "Theirs."


@pytest.mark.usefixtures("db", "shipped_data")
def test_how_well_the_shipped_words_do_on_the_shipped_report():
    """Against what a person assigned. The words were written with this report at hand: on others they do worse."""
    edition = Edition.objects.published().get(inspection__key="doncaster-2024")
    rules = {theme.slug: phrases(theme.suggested_by) for theme in Theme.objects.all()}
    suggested, assigned = set(), set()
    facts = [*edition.recommendations.prefetch_related("themes"), *edition.findings.prefetch_related("themes")]
    for fact in facts:
        suggested |= {(fact, theme) for theme in suggestions(fact.text, rules)}
        assigned |= {(fact, theme.slug) for theme in fact.themes.all()}

    right = len(suggested & assigned)
    assert (len(suggested), len(assigned), right) == (137, 106, 94)
    assert round(right / len(suggested), 2) == 0.69  # precision
    assert round(right / len(assigned), 2) == 0.89  # recall
