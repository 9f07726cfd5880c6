"""Themes are decided by a person, and what another decided meanwhile stays."""

import pytest
from django.contrib.auth.models import Permission

from inspections.models import FindingTheme, RecommendationTheme
from inspections.publishing.refusals import NotAllowed
from inspections.publishing.themes import Decided, Decision, decide_themes, facts_to_decide, may_decide_themes
from inspections.queries.history_of_edition import history_of_edition
from tests import factories
from tests.publishing.staff import Verb, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    made = person("editor", Verb.EDIT)
    names = ["change_recommendationtheme", "change_findingtheme"]
    made.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return type(made).objects.get(pk=made.pk)


@pytest.fixture
def themes():
    words = {"Training": "training\nmentor*", "Staffing": "vacanc*", "Partners": "police"}
    return {name: factories.recurring_theme(name, suggested_by=said) for name, said in words.items()}


@pytest.fixture(params=["draft", "in_review", "published", "superseded"])
def edition(request, themes):
    made = factories.edition(state=request.param)
    factories.finding(made, text="Vacancies delayed the training.")
    recommendation = factories.recommendation(made, text="mentor all staff")
    RecommendationTheme.objects.create(recommendation=recommendation, theme=themes["Training"])
    return made


def decision(seen=(), wanted=()) -> Decision:
    return Decision(seen=frozenset(theme.pk for theme in seen), wanted=frozenset(theme.pk for theme in wanted))


def test_facts_stand_in_the_order_of_the_report_with_what_is_suggested_and_why(edition):
    recommendation, finding = facts_to_decide(edition)

    assert (recommendation.where, finding.where) == ("Recommendation 1", "outcomes")
    assert [(choice.name, choice.is_assigned, choice.because) for choice in finding.choices] == [
        ("Training", False, "training"),
        ("Staffing", False, "Vacancies"),
        ("Partners", False, ""),
    ]
    assert [choice.name for choice in recommendation.likely] == ["Training"]
    assert [choice.name for choice in finding.others] == ["Partners"]
    assert not FindingTheme.objects.exists(), "a suggestion chooses nothing"


def test_only_what_was_decided_is_recorded_with_who_decided(edition, editor, themes):
    recommendation, finding = facts_to_decide(edition)
    decisions = {
        recommendation.name: decision(seen=[themes["Training"]], wanted=[themes["Partners"]]),
        finding.name: decision(wanted=[themes["Training"], themes["Staffing"]]),
    }

    done = decide_themes(edition, decisions, by=editor)

    assert done == Decided(assigned=3, taken_away=1)
    assert sorted(FindingTheme.objects.values_list("theme__name", flat=True)) == ["Staffing", "Training"]
    assert [link.theme.name for link in RecommendationTheme.objects.all()] == ["Partners"]
    [act] = history_of_edition(edition.pk, newest=1)
    assert (act.person, act.told["step"], len(act.rows)) == ("editor", "decide_themes", 4)


def test_what_another_decided_meanwhile_stays(edition, editor, themes):
    recommendation, _ = facts_to_decide(edition)
    seen = [themes["Training"]]
    first = {recommendation.name: decision(seen=seen, wanted=[themes["Training"], themes["Staffing"]])}
    second = {recommendation.name: decision(seen=seen, wanted=[themes["Partners"]])}

    decide_themes(edition, first, by=editor)
    decide_themes(edition, second, by=editor)

    assert sorted(RecommendationTheme.objects.values_list("theme__name", flat=True)) == ["Partners", "Staffing"]


def test_the_same_decided_twice_is_decided_once(edition, editor, themes):
    recommendation, finding = facts_to_decide(edition)
    decisions = {
        recommendation.name: decision(seen=[themes["Training"]]),
        finding.name: decision(wanted=[themes["Staffing"]]),
    }

    assert decide_themes(edition, decisions, by=editor) == Decided(assigned=1, taken_away=1)
    assert decide_themes(edition, decisions, by=editor) == Decided(assigned=0, taken_away=0)


def test_what_is_of_no_fact_or_theme_of_ours_is_passed_over(edition, editor):
    other = factories.finding(factories.edition())
    _, finding = facts_to_decide(edition)
    nonsense = Decision(seen=frozenset({10**30}), wanted=frozenset({987_654, 10**40}))

    done = decide_themes(edition, {finding.name: nonsense, f"finding-{other.pk}": nonsense, "x": nonsense}, by=editor)

    assert done == Decided(assigned=0, taken_away=0)


def test_who_may_not_decide_decides_nothing(edition, editor):
    reader = person("reader", Verb.EDIT)

    assert may_decide_themes(editor)
    with pytest.raises(NotAllowed, match="reader may not decide themes"):
        decide_themes(edition, {}, by=reader)
    editor.is_staff = False
    assert not may_decide_themes(editor)


def test_many_facts_need_as_many_statements_as_few(themes, django_assert_num_queries):
    edition = factories.edition()
    for _ in range(20):
        factories.finding(edition)
        factories.recommendation(edition)

    with django_assert_num_queries(5):
        facts_to_decide(edition)
