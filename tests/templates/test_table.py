"""The one table template: names, headers, sorting and pages as plain links."""

import django_tables2
import pytest
from django.test import RequestFactory

NUMERIC = {"th": {"class": "govuk-table__header--numeric"}, "td": {"class": "govuk-table__cell--numeric"}}


class Scores(django_tables2.Table):
    caption = "Scores"
    note = "In alphabetical order"
    unit = django_tables2.Column(verbose_name="PDU")
    score = django_tables2.Column(verbose_name="Score", attrs=NUMERIC)
    remark = django_tables2.Column(verbose_name="Remark", orderable=False)


ROWS = [{"unit": f"Unit {number:02}", "score": number, "remark": "-"} for number in range(30)]


@pytest.fixture
def table():
    def rendered(query: str = "", rows: list = ROWS, **options) -> str:
        request = RequestFactory().get(f"/{query}")
        table = Scores(rows, **options)
        django_tables2.RequestConfig(request, paginate={"per_page": 2}).configure(table)
        return " ".join(table.as_html(request).split())

    return rendered


def test_region_is_named_by_its_caption_and_takes_focus(table):
    html = table()
    assert 'role="region" aria-labelledby="table-caption" tabindex="0"' in html
    assert '<caption class="govuk-table__caption govuk-table__caption--m" id="table-caption">' in html
    assert "In alphabetical order" in html


def test_every_column_and_row_has_a_header(table):
    html = table()
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row"') == 2


def test_numbers_stand_right(table):
    html = table()
    assert html.count("govuk-table__header--numeric") == 1
    assert html.count("govuk-table__cell--numeric") == 2


@pytest.mark.parametrize(
    ("query", "state", "next_address"),
    [
        ("", "none", "?sort=score"),
        ("?sort=score", "ascending", "?sort=-score"),
        ("?sort=-score", "descending", "?sort=score"),
    ],
)
def test_sort_is_a_link_named_by_its_column_and_says_its_state(table, query, state, next_address):
    html = table(query)
    assert (
        f'aria-sort="{state}"> <a class="govuk-link govuk-link--no-visited-state app-sort" href="{next_address}"'
        in html
    )
    assert ">Score</a>" in html


def test_column_that_cannot_be_sorted_has_no_sort_state(table):
    assert table().count("aria-sort") == 2


def test_sorting_keeps_the_filters_and_starts_at_the_first_page(table):
    assert 'href="?region=north&amp;sort=score"' in table("?region=north&page=3")


def test_pages_keep_the_filters(table):
    html = table("?region=north&page=2")
    assert 'aria-label="Pages of: Scores"' in html
    assert 'rel="prev"' in html
    assert 'rel="next"' in html
    assert 'href="?region=north&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1
    assert "&ctdot;" in html


def test_first_and_last_page_and_a_single_page(table):
    assert 'rel="prev"' not in table()
    assert 'rel="next"' not in table("?page=15")
    assert "govuk-pagination" not in table(rows=ROWS[:2])


def test_empty_table_says_so(table):
    assert "Nothing is held here." in table(rows=[])
    assert "No PDU matches." in table(rows=[], empty_text="No PDU matches.")


def test_two_tables_on_a_page_have_different_names(table):
    assert 'id="other-table-caption"' in table(prefix="other-")


def test_given_ids_are_kept(table):
    html = table(attrs={"id": "scores"}, row_attrs={"id": lambda record: record["unit"].replace(" ", "-")})
    assert 'id="scores"' in html
    assert 'id="Unit-00"' in html


def test_header_row_can_be_left_out(table):
    assert "<thead" not in table(show_header=False)
