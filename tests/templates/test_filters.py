"""The parts of a filtered list: choices, what could not be answered, how many lines, when it last changed."""

import datetime

from inspections.rows import LastChange, ReleaseRow
from inspections.views.gallery_examples import PROBLEMS, SIZES, ExampleFilter
from tests.pages import parsed

FORM = '{% include "components/filter_form.html" with form=form legend="Which" kept=kept clear_address=clear only %}'


def test_choices_have_labels_and_the_chosen_one_is_selected(render):
    form = parsed(render(FORM, form=ExampleFilter({"size": "large", "kind": ""}), kept=[], clear=""))
    assert form.one("form")["method"] == "get"
    assert [label["for"] for label in form.all("label")] == [select["id"] for select in form.all("select")]
    assert [option["value"] for option in form.all("option", selected="")] == ["large", ""]
    assert not form.all("input")
    assert not form.all("a")


def test_what_is_kept_goes_along_and_all_can_be_cleared(render):
    form = parsed(render(FORM, form=ExampleFilter({}), kept=[("sort", "-unit")], clear="/pdus/"))
    hidden = form.one("input", type="hidden")
    assert (hidden["name"], hidden["value"]) == ("sort", "-unit")
    assert form.one("a")["href"] == "/pdus/"


def test_error_is_described_where_it_is(render):
    form = parsed(render(FORM, form=ExampleFilter({"size": "large", "kind": "unknown"}), kept=[], clear=""))
    wrong = form.one("select", class_="govuk-select--error")
    assert wrong["name"] == "kind"
    assert form.one("p", id=wrong["aria-describedby"]).text.startswith("Error: The address asks for")


def test_problems_lead_to_their_fields_where_they_have_one(render):
    summary = parsed(render('{% include "components/error_summary.html" %}', problems=PROBLEMS))
    assert [link["href"] for link in summary.all("a")] == ["#id_kind"]
    assert len(summary.all("li")) == 2
    assert summary.one("div", role="alert")
    assert render('{% include "components/error_summary.html" %}', problems=[]) == ""


def test_sizes_say_which_is_current(render):
    sizes = parsed(render('{% include "components/page_size.html" with of="lines" %}', sizes=SIZES))
    assert sizes.one("nav")["aria-label"] == "Number of lines on a page"
    assert [link.text for link in sizes.all("a", **{"aria-current": "true"})] == ["25 lines on a page"]
    assert render('{% include "components/page_size.html" %}', sizes=[]) == ""


def test_release_says_when_and_which(render):
    release = ReleaseRow(number=3, title="A release", reason="To try.", published=datetime.date(2026, 11, 8))
    line = '{% include "components/release_line.html" %}'
    said = parsed(render(line, release=release))
    assert "Last made public here 8 November 2026 (release 3)." in said.text
    assert said.one("a")["href"] == "/changes/3/"
    assert "Nothing has been made public here yet." in render(line)


def test_last_change_says_when_inspected_when_changed_and_by_which_release(render):
    line = '{% include "components/last_change.html" with note="Each value leads to its source." %}'
    change = LastChange(changed=datetime.date(2026, 11, 8), release=3)
    assert "Inspected from July 2026. Figures last changed here 8 November 2026 (release 3). Each" in " ".join(
        parsed(render(line, inspected="inspected from July 2026", change=change)).text.split()
    )
    assert "Inspected" not in render(line, change=change)
    assert render(line, inspected="", change=None).strip() == ""
