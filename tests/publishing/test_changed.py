"""What one edition says otherwise than another, of fields made for it."""

from dataclasses import replace

from inspections.publishing.changed import changes_between
from inspections.rows import SOURCE, ToldField

VALUE = ToldField(key="a", fact="figure", label="Figure", field="value", words="12%", named="(12%)")
SHARING = ToldField(key="a", fact="measure value", label="Caseload", field="value", words="12%")
TEXT = ToldField(key="f", fact="finding", label="Finding", field="text", words="It went well.", named="“It went well.”")
KIND = replace(TEXT, field="kind", words="strength")
POINTING = replace(VALUE, field="belongs to the finding", words="“It went well.”", identity=("f",))


def told(before, after) -> list[tuple[str, str, str, str]]:
    return [(c.label, c.field, c.before, c.after) for c in changes_between(before, after)]


def finding(key: str) -> ToldField:
    return replace(TEXT, key=key, words=f"{key}.", named=f"“{key}.”")


def test_facts_in_one_citation_do_not_hide_each_other():
    assert told([VALUE, SHARING], [replace(VALUE, words="13%"), SHARING]) == [("Figure", "value", "12%", "13%")]
    assert told([VALUE, SHARING], [VALUE, replace(SHARING, words="13%")]) == [("Caseload", "value", "12%", "13%")]
    assert told([VALUE, SHARING], [VALUE]) == [("Caseload", "value", "12%", "")]


def test_a_fact_of_many_is_named_where_its_own_words_do_not_change():
    [change] = told([TEXT, KIND], [TEXT, replace(KIND, words="area for improvement")])
    assert change == ("Finding “It went well.”", "kind", "strength", "area for improvement")

    changed = [replace(TEXT, words="It went."), replace(KIND, words="finding")]
    assert [label for label, *_ in told([TEXT, KIND], changed)] == ["Finding", "Finding"]


def test_another_file_of_the_report_is_told_once_and_not_of_each_fact():
    report = replace(VALUE, key="x", fact="report", field="document", words="A report", identity=("x-report",))
    source = replace(VALUE, field=SOURCE, words="A report", identity=("A report", "x-report"))
    elsewhere = replace(source, key="b", identity=("A report", "press"))
    reread = [replace(report, identity=("x-report-2",)), replace(source, identity=("A report", "x-report-2"))]

    assert [field for _, field, *_ in told([report, source, elsewhere], [*reread, elsewhere])] == ["document"]
    moved = [reread[0], reread[1], replace(elsewhere, identity=("A report", "x-report-2"))]
    assert [field for _, field, *_ in told([report, source, elsewhere], moved)] == ["document", SOURCE]
    assert [field for _, field, *_ in told([report, source], [reread[0], source])] == ["document"]
    assert [field for _, field, *_ in told([report, source], [report, reread[1]])] == [SOURCE]


def test_what_stands_for_another_row_is_compared_by_that_row():
    assert told([VALUE, POINTING], [VALUE, replace(POINTING, words="“It went badly.”")]) == []
    [(_, _, before, after)] = told([POINTING], [replace(POINTING, words="“Otherwise.”", identity=("g",))])
    assert (before, after) == ("“It went well.”", "“Otherwise.”")


def test_another_row_of_the_same_words_is_told_apart():
    [(_, _, before, after)] = told([POINTING], [replace(POINTING, identity=("g",))])
    assert (before, after) == ("“It went well.” (f)", "“It went well.” (g)")


def test_only_what_differs_of_an_identity_tells_apart():
    value = replace(VALUE, words="5", identity=("5", "unit: count"))
    [(_, _, before, after)] = told([value], [replace(value, identity=("5", "unit: of"))])
    assert (before, after) == ("5 (unit: count)", "5 (unit: of)")


def test_an_inserted_finding_is_told_and_not_those_behind_it():
    one, two, new = finding("one"), finding("two"), finding("new")
    assert told([one, two], [new, one, two]) == [("Finding", "text", "", "new.")]


def test_a_moved_finding_is_told_once():
    one, two, three = finding("one"), finding("two"), finding("three")
    assert told([one, two, three], [two, three, one]) == [("Finding “one.”", "order in the report", "1st", "3rd")]


def test_the_order_of_what_we_order_is_not_told():
    dates = [replace(VALUE, fact="date", key=key) for key in "ab"]
    assert told(dates, dates[::-1]) == []


def test_what_has_no_citation_leads_to_no_source():
    note = ToldField(key="a-2024", fact="note", label="Note", field="text", words="Not held.")
    assert [change.is_cited for change in changes_between([note, VALUE], [])] == [False, True]
