"""The components on themes and standards, with every optional part there and not there."""

from inspections.ratings import Rating
from inspections.rows import Absence
from inspections.views.context import Link
from inspections.views.recurring import Recurring
from inspections.views.region_themes import OfReport
from tests.theme_rows import FELLS, MARLOW, count, edition, finding_row, of_unit, recommendation

COUNTS = '{% include "components/theme_counts.html" with counts=counts region=region only %}'
UNIT = (
    '{% include "components/standard_of_unit.html" with row=row id="why" what="why" '
    "summary=summary findings=found only %}"
)
REPORTS = '{% include "components/themed_statements.html" with reports=reports id="said" what="words" only %}'
ROUNDS = '{% include "components/round_links.html" with links=links only %}'


def test_theme_counts_lead_to_each_theme(render):
    themes = (count("Training", "AB", "C"),)
    html = render(COUNTS, counts=Recurring(sentence="It recurs", note="Ours.", themes=themes), region=FELLS)
    assert "It recurs." in html
    assert "Ours." in html
    assert '<a class="govuk-link" href="/regions/northern-fells/themes/training/">Training</a>' in html
    assert "Recommended in 2 of 4 reports held with themes (A and B), a strength in 1 of 4 (C)" in html


def test_theme_counts_without_any_are_words_only(render):
    assert "<dl" not in render(COUNTS, counts=Recurring(sentence="None", note="Ours.", themes=()), region=FELLS)


def test_standard_of_a_unit_has_its_rating_and_its_reason_or_findings(render):
    row = of_unit("Marlow", Rating.GOOD, kinds="s")
    html = render(UNIT, row=row, summary=True, found=None)
    assert '<h3 class="govuk-heading-m" id="why-marlow">Marlow: why</h3>' in html
    assert "It was led well." in html
    assert 'href="/sources/marlow-2031-leadership-summary/"' in html
    assert "Good</strong>" in html
    assert "Found s." not in html
    html = render(UNIT, row=row, summary=False, found=row.group.strengths)
    assert "Found s." in html
    assert "It was led well." not in html


def test_themed_statements_name_report_and_standard(render):
    found = OfReport(unit=MARLOW, edition=edition(), areas=(("Staffing", (finding_row("s"),)),))
    html = render(REPORTS, reports=[found])
    assert 'id="said-marlow-2031">Marlow, 2031: words</h3>' in html
    assert 'href="/pdus/marlow/inspections/2031/">Marlow PDU, 2031 inspection</a>, inspected from 8 July 2031' in html
    assert '<h4 class="govuk-heading-s">Staffing</h4>' in html
    assert "Found s." in html


def test_themed_recommendations_have_no_standard(render):
    recommended = (recommendation().recommendation,)
    html = render(REPORTS, reports=[OfReport(unit=MARLOW, edition=edition(), recommendations=recommended)])
    assert "train all staff" in html
    assert "<h4" not in html


def test_round_links_mark_the_current_one(render):
    links = [
        Link(label="2031", address="/a/?round=2031", is_current=True),
        Link(label="2030", address="/a/?round=2030"),
    ]
    html = render(ROUNDS, links=links)
    assert html.count('aria-current="page"') == 1
    assert render(ROUNDS, links=[]) == ""


def test_standard_link_is_there_where_the_framework_has_the_standard(render):
    template = '{% include "components/standard_link_cell.html" with value=row.edition record=row only %}'
    html = render(template, row=of_unit("Marlow"))
    assert 'href="/pdus/marlow/inspections/2031/standards/leadership/"' in html
    assert "<a" not in render(template, row=of_unit("Marlow", Absence.NO_INSPECTION_RECORDED))
    assert "<a" not in render(template, row=of_unit("Marlow", Absence.NOT_IN_FRAMEWORK))
