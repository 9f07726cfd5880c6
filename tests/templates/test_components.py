"""Each component says what it must, with every optional part there and not there."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    ComparatorRow,
    DateRow,
    Direction,
    HistoryEntry,
    InspectionRow,
    MeasureDefinition,
    MeasureRow,
    Origin,
    Place,
    PolicyEventRow,
    PreciseDate,
    Precision,
    RatingCell,
    Sourced,
)
from inspections.tables.columns import RatingColumn
from tests.pages import parsed

REPORT = Sourced(key="northmere-2031-overall")
PRESS = Sourced(key="northmere-2031-press", origin=Origin.PRESS)
SOURCE_LINK = '<a class="govuk-link app-source-link" href="/sources/northmere-2031-overall/">'
RATING = "{% load findings %}{% rating_tag cell %}"
RATING_WITH_SOURCE = '{% load findings %}{% rating_tag cell of="the overall rating" %}'


@pytest.mark.parametrize(
    ("rating", "colour"),
    [
        (Rating.OUTSTANDING, "teal"),
        (Rating.GOOD, "green"),
        (Rating.REQUIRES_IMPROVEMENT, "yellow"),
        (Rating.INADEQUATE, "red"),
    ],
)
def test_rating_is_a_tag_with_the_full_words(render, rating, colour):
    html = render(RATING, cell=RatingCell(rating=rating, source=REPORT))
    assert f'<strong class="govuk-tag govuk-tag--{colour}">{rating.value}</strong>' in html
    assert "<a" not in html
    assert "app-mark" not in html


@pytest.mark.parametrize("absence", Absence)
def test_missing_rating_is_grey_and_says_why(render, absence):
    html = render(RATING, cell=RatingCell(absence=absence))
    assert 'class="govuk-tag govuk-tag--grey app-rating__absence"' in html
    assert absence.value[1:] in html
    assert not any(rating.value in html for rating in Rating)


@pytest.mark.parametrize(
    ("origin", "mark"),
    [
        (Origin.PRESS, "from the press"),
        (Origin.PRESS_RELEASE, "from a press release of the inspectorate"),
        (Origin.STAFF, "entered by staff"),
    ],
)
def test_rating_that_is_not_from_a_report_says_so_in_words(render, origin, mark):
    html = render(RATING, cell=RatingCell(rating=Rating.GOOD, source=Sourced(key="x", origin=origin)))
    assert f'<span class="app-mark">{mark}</span>' in html


def test_source_of_a_rating_is_beside_the_tag_and_named(render):
    html = render(RATING_WITH_SOURCE, cell=RatingCell(rating=Rating.GOOD, source=REPORT))
    tag, link = html.index("</strong>"), html.index(SOURCE_LINK)
    assert tag < link
    assert 'Source<span class="govuk-visually-hidden"> of the overall rating</span></a>' in html


def test_rating_cell_of_a_table_names_column_and_unit():
    cell, unit = RatingCell(rating=Rating.GOOD, source=REPORT), Place(name="Northmere", slug="northmere")
    column = SimpleNamespace(header="Staffing")
    html = RatingColumn().render(cell, SimpleNamespace(unit=unit), column)
    assert "of Staffing, Northmere" in html


def test_source_link_may_say_where_it_leads(render):
    html = render('{% include "components/source_link.html" with source=s of="it" text="page 4" only %}', s=REPORT)
    assert html == f'{SOURCE_LINK}Source<span class="govuk-visually-hidden"> of it</span>: page 4</a>'


def test_source_line_marks_the_press(render):
    template = '{% include "components/source_line.html" with source=s of="it" only %}'
    assert "from the press" in render(template, s=PRESS)
    assert "app-mark" not in render(template, s=REPORT)


def test_heading_to_cite_has_an_id_and_a_link_to_itself(render):
    html = render('{% include "components/anchor_heading.html" with id="staff" text="Staff" level=3 size="m" only %}')
    assert '<h3 class="govuk-heading-m" id="staff">Staff</h3>' in html
    assert 'href="#staff">Link<span class="govuk-visually-hidden"> to Staff</span></a>' in html


def test_contents_are_links_to_anchors(render):
    html = render('{% include "components/contents_list.html" with items=i only %}', i=[{"id": "a", "text": "A"}])
    assert 'href="#a">A</a>' in html
    assert 'aria-labelledby="contents"' in html


def test_breadcrumbs_start_at_home(render):
    html = render(
        '{% include "components/breadcrumbs.html" with home="/" items=items only %}',
        items=[SimpleNamespace(label="Regions", address="/regions/")],
    )
    assert html.index('href="/">Home') < html.index('href="/regions/">Regions')


MEASURE = MeasureDefinition(name="High-risk caseload", slug="high-risk", unit="%", direction=Direction.CONTEXT)
UNIT = Place(name="Northmere", slug="northmere")
KEY_FACTS = '{% for row in rows %}{% include "components/key_fact.html" with row=row level=3 only %}{% endfor %}'


def test_key_fact_has_base_comparator_and_both_sources(render):
    row = MeasureRow(
        unit=UNIT,
        measure=MEASURE,
        value=Decimal(58),
        base="the caseload, approximately 900",
        cohort="adults",
        as_of=PreciseDate(date=datetime.date(2031, 10, 1), precision=Precision.MONTH),
        source=REPORT,
        comparators=(ComparatorRow(label="regional average as published", value=Decimal(52), source=PRESS),),
    )
    html = render(KEY_FACTS, rows=[row])
    assert '<h3 class="govuk-heading-s app-key-fact__name">High-risk caseload</h3>' in html
    assert '<p class="app-key-fact__value">58%</p>' in html
    assert "Of the caseload (approximately 900)." in html
    assert "Adults." in html
    assert "As of October 2031." in html
    assert "This is context, not performance." in html
    assert "against a published regional average of 52% (about 6 percentage points higher, calculated here)." in html
    assert "/sources/northmere-2031-overall/" in html
    assert "/sources/northmere-2031-press/" in html


def test_key_fact_of_a_sample_has_its_interval(render):
    row = MeasureRow(
        unit=UNIT, measure=MEASURE, value=Decimal(45), base="inspected cases", n=40, numerator=18, is_case_sample=True
    )
    html = render(KEY_FACTS, rows=[row])
    assert "Of 40 inspected cases." in html
    assert "95% Wilson interval, calculated here" in html


def test_key_fact_without_a_base_says_so(render):
    html = render(KEY_FACTS, rows=[MeasureRow(unit=UNIT, measure=MEASURE, value=Decimal(0))])
    assert '<p class="app-key-fact__value">0%</p>' in html
    assert "Base not stated." in html


def test_two_values_of_one_measure_have_two_addresses(render):
    rows = [
        MeasureRow(unit=UNIT, measure=MEASURE, value=Decimal(value), source=Sourced(key=f"northmere-{value}"))
        for value in (134, 169)
    ]
    html = render(KEY_FACTS, rows=rows)
    assert 'id="northmere-134"' in html
    assert 'id="northmere-169"' in html


def test_key_fact_dated_in_words_keeps_the_words(render):
    row = MeasureRow(unit=UNIT, measure=MEASURE, value=Decimal(7), as_of_words="in the weeks before the inspection")
    assert "In the weeks before the inspection." in render(KEY_FACTS, rows=[row])


def test_key_fact_that_is_not_held_is_no_number(render):
    known = MeasureRow(unit=UNIT, measure=MEASURE, absence=Absence.NOT_IN_REPORT)
    unknown = MeasureRow(unit=UNIT, measure=MEASURE)
    html = render(KEY_FACTS, rows=[known, unknown])
    assert "The report is held here, but gives no such figure." in html
    assert "Not held here" in html
    assert "app-key-fact__value" not in html


CHART = SimpleNamespace(
    id="risk",
    finding="58% in Northmere",
    subtitle="Share of the caseload",
    source_text="report, page 4",
    source_url="/sources/x/",
    notes=["Not held: Southmere"],
)
CHART_FRAME = '{% include "components/chart.html" with figure=figure level=3 only %}'


def test_chart_says_everything_in_html(render):
    figure = {"chart": CHART, "svg": "", "plotly": {"data": [], "layout": {"title": "</script>"}}, "csv": "/x.csv"}
    html = render(CHART_FRAME, figure=figure)
    assert '<a class="govuk-link app-file-link" href="/x.csv" download>' in html
    assert '<h3 class="govuk-heading-s app-chart__finding" id="risk-finding">58% in Northmere</h3>' in html
    assert 'aria-labelledby="risk-finding" aria-describedby="risk-subtitle" data-chart="risk" ' in html
    assert 'data-plotly-src="/static/vendor/plotly/plotly-basic.min.js"' in html
    assert 'data-plotly-css="/static/vendor/plotly/plotly.css"' in html
    assert '<script id="risk-data" type="application/json">' in html
    assert "\\u003C/script\\u003E" in html
    assert '<div class="app-chart__live" hidden></div>' in html
    assert '<a class="govuk-link app-source-link" href="/sources/x/">' in html
    assert "Not held: Southmere" in html


def test_chart_without_figure_or_address_is_the_static_drawing(render):
    chart = SimpleNamespace(**{**vars(CHART), "source_url": ""})
    html = render(CHART_FRAME, figure={"chart": chart, "svg": "<svg>", "plotly": None})
    assert "<script" not in html
    assert "data-chart=" not in html
    assert "Source: report, page 4" in html
    assert "&lt;svg&gt;" in html


def test_copy_button_is_hidden_until_there_is_a_script(render):
    html = render('{% include "components/copy_link.html" with id="risk" of="this chart" only %}')
    assert 'data-copy-link="risk" hidden' in html
    assert "Copy link to this chart" in html


def test_findings_keep_order_mark_and_source(render):
    findings = [
        SimpleNamespace(text="First of all the staff were well led and supported.", key="f-1", source=REPORT),
        SimpleNamespace(text="Second.", is_kind_inferred=True),
    ]
    html = render('{% include "components/finding_list.html" with findings=findings only %}', findings=findings)
    assert '<li id="f-1">' in html
    assert "of First of all the staff were well led …" in html
    assert html.count("our reading") == 1
    assert html.index("First of all") < html.index("Second.")


QUOTATION = '{% include "components/quotation.html" with quotation=quotation asked=asked only %}'


def test_quotation_says_who_asked_how_many_and_that_it_was_selected(render):
    words = SimpleNamespace(text="They listened.", asked_by="User Voice", source=REPORT)
    html = render(QUOTATION, quotation=words, asked=65)
    assert "“They listened.”" in html
    assert "asked by User Voice, one of 65 who were asked. The report selected these words." in html
    assert "of this quotation" in html


def test_quotation_without_a_number_asked_says_so(render):
    html = render(QUOTATION, quotation=SimpleNamespace(text="They listened."), asked=None)
    assert "A person on probation. The report selected these words; it does not say here how many were asked." in html


def test_recommendations_keep_the_numbers_of_the_report(render):
    recommendations = [
        SimpleNamespace(number=2, addressed_to="Northmere PDU", text="act", key="r-2", source=REPORT),
        SimpleNamespace(number=5, addressed_to="", text="Act again"),
    ]
    html = render(
        '{% include "components/recommendation_list.html" with recommendations=r only %}',
        r=recommendations,
    )
    assert '<li value="2" id="r-2">' in html
    assert "<strong>Northmere PDU should:</strong>" in html
    assert "of recommendation 2" in html
    assert '<li value="5">' in html
    assert html.count("should:") == 1


DATES = '{% include "components/dates.html" with inspected=i published=p changed=c release=r only %}'


def dated(date, *, origin=Origin.REPORT):
    return DateRow(meaning="", label="", date=date, is_queried=False, source=Sourced(key="made-up", origin=origin))


def test_dates_say_no_more_than_is_known(render):
    month = dated(PreciseDate(date=datetime.date(2031, 7, 1), precision=Precision.MONTH))
    day = dated(PreciseDate(date=datetime.date(2031, 10, 8), precision=Precision.DAY))
    html = render(DATES, i=month, p=day, c=datetime.date(2031, 11, 3), r=7)
    assert (
        "Inspected from July 2031. Report published 8 October 2031. "
        "Figures last changed here 3 November 2031 (release 7)."
    ) in parsed(html).text
    assert parsed(html).one("a")["href"] == "/changes/7/"
    assert "not held here" in render(DATES, i=None, p=None, c=None, r=None)


def test_a_date_from_the_press_says_so(render):
    month = dated(PreciseDate(date=datetime.date(2031, 7, 1), precision=Precision.MONTH), origin=Origin.PRESS)
    html = render(DATES, i=month, p=None, c=None, r=None)
    assert "Inspected from July 2031 (from a press report, not the inspectorate)." in html


def test_banner_is_a_named_region(render):
    template = '{% include "components/notification_banner.html" with id="n" title="Important" text="Moved." '
    html = render(template + 'link_text="See it" link_address="/pdus/" only %}')
    assert 'role="region" aria-labelledby="n"' in html
    assert 'href="/pdus/">See it</a>' in html
    assert "<a" not in render(template + "only %}")


def test_empty_state_offers_a_way_out(render):
    template = '{% include "components/empty_state.html" with text="None match." '
    assert 'href="/pdus/">Clear the filters</a>' in render(template + 'clear_address="/pdus/" only %}')
    assert "<a" not in render(template + "only %}")


# --- Rounds and history

EARLIER = '{% include "components/earlier_rating.html" with before=b round="2029" of="Staffing" change=c only %}'


def test_rating_of_the_round_before_is_words_that_lead_to_their_source(render):
    html = render(EARLIER, b=RatingCell(rating=Rating.GOOD, source=REPORT), c="worse than in 2029")
    assert 'href="/sources/northmere-2031-overall/">2029: Good<span' in html
    assert "</a>; worse than in 2029" in html
    assert "govuk-tag" not in html
    assert "press" not in html
    assert "; " not in render(EARLIER, b=RatingCell(rating=Rating.GOOD, source=REPORT), c="")


def test_rating_before_from_the_press_is_marked_and_a_missing_one_is_nothing(render):
    assert '<span class="app-mark">from the press</span>' in render(
        EARLIER, b=RatingCell(rating=Rating.GOOD, source=PRESS), c=""
    )
    assert render(EARLIER, b=RatingCell(absence=Absence.REPORT_NOT_HELD), c="x") == ""
    assert render(EARLIER, b=None, c="x") == ""


def test_rounds_are_links_with_the_current_one_marked(render):
    template = '{% include "components/round_links.html" with links=links only %}'
    links = [
        SimpleNamespace(label="All rounds", address="/r/", is_current=False),
        SimpleNamespace(label="2031", address="/r/?round=2031", is_current=True),
    ]
    html = render(template, links=links)
    assert 'href="/r/">All rounds</a>' in html
    assert 'href="/r/?round=2031" aria-current="page">2031</a>' in html
    assert render(template, links=[]) == ""


def test_what_is_not_held_has_a_heading_of_its_round(render):
    template = '{% include "components/not_held.html" with id="round-2031" round="2031 round" missing=m only %}'
    html = render(template, m={"It is not held.": ["Northmere", "Southmere"]})
    assert (
        '<h3 class="govuk-heading-s" id="round-2031-not-held">What is not held for the 2031 round, and why</h3>' in html
    )
    assert "Northmere, Southmere</dt>" in html
    assert render(template, m={}) == ""


HISTORY = '{% include "components/history.html" with entries=e unit=u today=t only %}'


def inspection(**fields):
    values = {"unit": UNIT, "round": "2031", "overall": RatingCell(rating=Rating.GOOD, source=REPORT)}
    return HistoryEntry(inspection=InspectionRow(**values | fields))


def test_history_says_of_an_inspection_when_how_and_since(render):
    began = dated(PreciseDate(date=datetime.date(2031, 7, 8), precision=Precision.DAY))
    html = render(
        HISTORY,
        e=[inspection(inspected=began, score=0, max_score=21, score_source=PRESS)],
        u=UNIT,
        t=datetime.date(2033, 8, 1),
    )
    assert 'href="/pdus/northmere/inspections/2031/">2031 round</a>' in html
    assert "Score: 0 out of 21" in html
    assert "from the press" in html
    assert "Inspected from 8 July 2031, 2 years ago." in html
    assert "No earlier inspection held here." in html


def test_history_says_what_is_not_held_of_an_inspection(render):
    html = render(HISTORY, e=[inspection()], u=UNIT, t=datetime.date(2033, 8, 1))
    assert "Score not held here." in html
    assert "Date of inspection not held here." in html
    assert "Report published" not in html


def test_policy_event_has_its_date_and_the_sentence_that_gives_it(render):
    event = PolicyEventRow(
        name="Reset",
        slug="reset",
        happened=PreciseDate(date=datetime.date(2031, 7, 1), precision=Precision.MONTH),
        description="It changed.",
        source="A report",
        quote="From July.",
    )
    html = render(HISTORY, e=[HistoryEntry(event=event)], u=UNIT, t=datetime.date(2033, 8, 1))
    assert 'id="event-reset"' in html
    assert "Policy event: Reset, July 2031" in html
    assert "“From July.” (A report)" in html
    assert "never given as the cause" in html
