"""The page that puts PDUs side by side: what is chosen, what stands in each cell, what is wrong, and its files."""

import io

import pytest
from openpyxl import load_workbook

from inspections import models
from tests.pages import Node, contents, parsed
from tests.past_the_rules import past_the_rules
from tests.views.comparison_pages import file_lines, heads, lines

pytestmark = pytest.mark.django_db
PAIR = "?pdu=doncaster&pdu=sheffield"


@pytest.fixture
def get(shipped_data, client):
    def page(query: str = "") -> Node:
        response = client.get(f"/compare/{query}")
        assert response.status_code == 200
        return parsed(response.content.decode())

    return page


def chosen(page: Node) -> list[str]:
    """What the lists of the form stand on."""
    return [
        next((option.text for option in select.all("option") if "selected" in option.attributes), "")
        for select in page.all("select", name="pdu")
    ]


def problems(page: Node) -> list[str]:
    return [link.text for summary in page.all("div", class_="govuk-error-summary") for link in summary.all("a")]


def title(page: Node) -> str:
    return page.one("head").one("title").text


# --- The form


def test_without_a_choice_there_is_the_form_and_what_it_does(get):
    page = get()
    assert page.one("h1").text == "Compare PDUs"
    assert title(page).startswith("Compare PDUs - ")
    assert chosen(page) == [""] * 4
    assert problems(page) == []
    assert not page.all("table")
    form = page.one("form")
    assert (form["method"], form["action"]) == ("get", "/compare/")
    assert {group["label"] for group in form.all("optgroup")} >= {"Yorkshire and the Humber"}
    assert "csrf" not in str([field.attributes for field in form.all("input")])


def test_every_list_has_a_label_and_every_pdu_in_its_region(get):
    form = get().one("form")
    assert {label["for"] for label in form.all("label")} == {select["id"] for select in form.all("select")}
    first = form.all("select")[0]
    (yorkshire,) = [group for group in first.all("optgroup") if group["label"] == "Yorkshire and the Humber"]
    assert len(yorkshire.all("option")) == 11


def test_one_pdu_is_an_invitation(get):
    page = get("?pdu=doncaster")
    assert "Choose a PDU to compare Doncaster with." in page.one("main").text
    assert chosen(page) == ["Doncaster", "", "", ""]
    assert problems(page) == []
    assert title(page).startswith("Compare PDUs - ")


def test_page_of_a_pdu_invites(shipped_data, client):
    page = parsed(client.get("/pdus/doncaster/").content.decode())
    (link,) = [link for link in page.all("a") if link.text.startswith("Compare with another PDU")]
    assert link["href"] == "/compare/?pdu=doncaster"


def test_navigation_has_the_page(get):
    (link,) = [link for link in get().all("a") if link.text == "Compare"]
    assert link["aria-current"] == "true"


# --- Mistakes


@pytest.mark.parametrize(
    ("query", "said", "kept"),
    [
        ("?pdu=&pdu=&pdu=&pdu=", ["Choose at least two PDUs"], ["", "", "", ""]),
        (
            "?pdu=doncaster&pdu=&pdu=&pdu=",
            ["Choose a PDU to compare Doncaster with"],
            ["Doncaster", "", "", ""],
        ),
        (
            "?pdu=doncaster&pdu=doncaster",
            ["Doncaster is chosen twice: choose another PDU"],
            ["Doncaster", "Doncaster", "", ""],
        ),
        (
            "?pdu=leeds&pdu=call-0800-123",
            ["Choose a PDU from the list: the one in the address is not held here"],
            ["Leeds", "", "", ""],
        ),
    ],
)
def test_mistake_is_said_at_the_top_and_at_its_list_and_the_choice_is_kept(get, query, said, kept):
    page = get(query)
    assert problems(page) == said
    assert title(page).startswith("Error: Compare PDUs - ")
    assert chosen(page) == kept
    assert "0800" not in page.text
    for link in page.one("div", class_="govuk-error-summary").all("a"):
        select = page.one("select", id=link["href"][1:])
        assert page.one(id=select["aria-describedby"]).text == f"Error: {link.text}"
    assert not page.all("table")


def test_more_than_four_are_named_left_out_and_the_rest_is_compared(get):
    page = get("?pdu=doncaster&pdu=sheffield&pdu=leeds&pdu=kirklees&pdu=york")
    assert problems(page) == ["At most four PDUs can be compared, so York cannot be shown"]
    assert page.one("h1").text == "Doncaster, Sheffield, Leeds and Kirklees compared"
    assert title(page).startswith("Error: Doncaster, Sheffield, Leeds and Kirklees compared, 2024 - ")
    assert chosen(page) == ["Doncaster", "Sheffield", "Leeds", "Kirklees"]
    assert page.one("link", rel="canonical")["href"].count("pdu=") == 4


def test_round_of_which_nothing_is_held_is_a_mistake_and_the_newest_is_shown(get):
    page = get(f"{PAIR}&round=1999")
    assert problems(page) == ["Choose a round of which an inspection is held here"]
    assert page.one("p", id="round-error").text == "Error: Choose a round of which an inspection is held here"
    assert heads(page, "Ratings") == ["Standard", "Doncaster 2024 round", "Sheffield 2024 round"]
    assert "1999" not in page.text


def test_name_that_a_pdu_had_before_leads_to_the_one_it_has(get, client):
    for path in ("/compare/", "/compare.csv"):
        response = client.get(f"{path}?pdu=barnsley-and-rotheram&pdu=leeds&round=2024")
        assert response.status_code == 302
        assert response["Location"] == f"{path}?pdu=barnsley-and-rotherham&pdu=leeds&round=2024"


# --- Two PDUs of one framework, the report of one held


def test_heading_title_description_and_address_hold_the_finding(get):
    page = get(f"{PAIR}&pdu=&pdu=&round=")
    sentence = "Doncaster, 2024: Inadequate, 3 out of 21; Sheffield, 2024: Inadequate"
    assert page.one("h1").text == "Doncaster and Sheffield compared"
    assert f"{sentence}." in page.one("main").text
    said = contents(page)
    assert said["og:title"] == f"Compared: {sentence}"
    assert said["description"] == f"{sentence}."
    assert page.one("link", rel="canonical")["href"] == f"http://testserver/compare/{PAIR}" == said["og:url"]


def test_order_of_the_address_is_kept(get):
    page = get("?pdu=sheffield&pdu=doncaster&round=2024")
    assert page.one("h1").text == "Sheffield and Doncaster compared"
    assert page.one("link", rel="canonical")["href"].endswith("?pdu=sheffield&pdu=doncaster&round=2024")
    assert chosen(page) == ["Sheffield", "Doncaster", "", ""]
    assert heads(page, "Ratings")[1:] == ["Sheffield 2024 round", "Doncaster 2024 round"]


def test_ratings_of_both_with_their_marks_or_why_they_are_missing(get):
    found = lines(get(PAIR), "Ratings")
    assert len(found) == 1 + 7 + 3
    assert found["Overall rating"][0].startswith("Inadequate Source")
    assert found["Overall rating"][1].startswith("Inadequate from a press release of the inspectorate Source")
    assert found["Leadership"][0].startswith("Requires improvement Source")
    assert found["Leadership"][1] == "Inspected, report not held here"
    assert found["Score"][0].startswith("3 of 21 ")
    assert found["Score"][1] == "Not held here"
    assert "from a press report, not the inspectorate" in found["Inspected from"][1]


def test_key_questions_by_strand_and_all_twelve(get):
    page = get(PAIR)
    for strand in ("engagement", "desistance", "keeping other people safe"):
        found = lines(page, f"Key questions: {strand}")
        assert [label.split(" Does ")[0].split(" Is ")[0] for label in found] == [
            "Assessment",
            "Planning",
            "Implementation and delivery",
            "Reviewing",
        ]
        assert {sheffield for _, sheffield in found.values()} == {"Inspected, report not held here"}
    (assessment, *_) = lines(page, "Key questions: keeping").values()
    assert assessment[0].startswith("37% Of 41 inspected cases (15 of 41, worked out here from the percentage)")
    assert "95% interval 24% to 52%" in assessment[0]
    assert "drives the rating" in assessment[0]


def test_measures_begin_with_the_headline_and_have_what_their_report_sets_beside_them(get):
    found = lines(get(PAIR), "Measures")
    (caseload, (doncaster, sheffield)), *_ = found.items()
    assert caseload.endswith("serious harm This is context, not performance.")
    assert doncaster.startswith("38% Of the")
    assert "Published regional average 32%, in the report on Doncaster" in doncaster
    assert sheffield == "Inspected, report not held here"


def test_recommendations_and_strengths_or_why_there_are_none(get):
    page = get("?pdu=doncaster&pdu=leeds")
    found = lines(page, "Recommendations")
    assert found["Number of recommendations"][0] == "6, counted here"
    assert found["Number of recommendations"][1].startswith("7, their text is not held here from a press")
    strengths = lines(page, "Strengths")
    assert list(strengths)[:3] == ["Leadership", "Staffing", "Services"]
    assert {leeds for _, leeds in strengths.values()} == {"Inspected, report not held here"}


def test_parts_of_which_nothing_is_held_say_why_for_each(get):
    page = get("?pdu=leeds&pdu=hull-and-east-riding")
    empty = [part.text for part in page.all("div", class_="app-empty")]
    assert [words.split(":")[0] for words in empty] == ["Key questions", "Measures", "Strengths by standard"]
    assert all("Leeds: inspected, report not held here; Hull and East Riding: inspected" in words for words in empty)
    assert "Hull and East Riding, 2024: inspected, rating not held here" in title(page)


def test_contents_lead_to_every_part(get):
    page = get(PAIR)
    anchors = [link["href"] for link in page.one("nav", class_="app-contents").all("a")]
    assert anchors == ["#ratings", "#key-questions", "#measures", "#recommendations", "#strengths", "#choose"]
    assert all(page.one("h2", id=anchor[1:]) for anchor in anchors)


def test_every_table_is_in_a_region_that_takes_the_focus_and_has_a_name_of_its_own(get):
    page = get(PAIR)
    regions = page.all("div", role="region", class_="app-table")
    names = [page.one(id=region["aria-labelledby"]).text for region in regions]
    assert len(names) == len(set(names)) == len(page.all("table")) == 7
    assert all(region["tabindex"] == "0" for region in regions)
    assert not [head for head in page.all("th") if "aria-sort" in head.attributes]


# --- Rounds and frameworks


def test_pdu_without_an_inspection_in_the_round_says_so(get):
    page = get("?pdu=doncaster&pdu=kirklees&round=2022-23")
    found = lines(page, "Ratings")
    assert found["Overall rating"][0] == "No inspection recorded here for this round"
    assert found["Overall rating"][1].startswith("Inadequate")
    assert found["Assessment"][1].startswith("Inadequate from the press")
    assert found["Court work"] == ["No inspection recorded here for this round", "Inspected, report not held here"]
    sentence = "Doncaster, 2022-23: no inspection recorded here for this round; Kirklees, 2022-23: Inadequate."
    assert sentence in page.one("main").text
    assert contents(page)["og:description"] == sentence
    assert title(page).startswith(f"Compared: {sentence[:-1]} - ")


def test_different_frameworks_are_told_apart(get):
    with past_the_rules():
        models.Edition.objects.filter(inspection__key="kirklees-2024", state="published").update(state="superseded")
    page = get("?pdu=doncaster&pdu=kirklees")
    notice = page.one("div", id="frameworks").text
    assert "Doncaster by PDU standards, seven standards (21 points), in the 2024 round" in notice
    assert "Kirklees by PDU standards, nine standards (27 points), in the 2022-23 round" in notice
    assert "Their scores are not comparable." in notice
    assert notice in contents(page)["description"]
    for caption in ("Ratings", "Key questions: engagement", "Measures", "Recommendations", "Strengths"):
        _, doncaster, kirklees = heads(page, caption)
        assert doncaster == "Doncaster 2024 round PDU standards, seven standards (21 points)"
        assert kirklees == "Kirklees 2022-23 round PDU standards, nine standards (27 points)"
    found = lines(page, "Ratings")
    assert found["Court work"] == ["Inspected by a framework without this standard", "Inspected, report not held here"]
    assert found["Information and facilities"][0] == "Inspected by a framework without this standard"
    assert len(found) == 1 + 9 + 3
    assert not any(word in page.one("main").text for word in ("worse", "better than"))


# --- Files


def test_page_links_its_files_with_its_own_choice(get):
    page = get(f"{PAIR}&round=2024")
    files = [link["href"] for link in page.all("a", class_="app-file-link")]
    assert files == [f"/compare.csv{PAIR}&round=2024", f"/compare.xlsx{PAIR}&round=2024"]


def test_file_holds_what_the_page_says_of_both(get, client):
    page = get(PAIR)
    response = client.get(f"/compare.csv{PAIR}")
    assert response["Content-Disposition"] == 'attachment; filename="compare-doncaster-sheffield.csv"'
    rows = file_lines(response)
    by_pdu = {name: [row for row in rows if row["PDU"] == name] for name in ("Doncaster", "Sheffield")}
    assert len(by_pdu["Doncaster"]) + len(by_pdu["Sheffield"]) == len(rows)
    shown = {item.all("a")[-1]["href"] for item in page.one("div", class_="app-compared").all("li")}
    texts = [row for row in rows if row["unit"] == "text" and row["value"]]
    assert {row["source link"].removeprefix("http://testserver") for row in texts} == shown

    def one(pdu: str, measure: str) -> dict[str, str]:
        (row,) = [row for row in by_pdu[pdu] if row["measure id"] == measure]
        return row

    assert (one("Doncaster", "score")["value"], one("Doncaster", "score")["base"]) == ("3", "of 21 points")
    assert one("Sheffield", "rating-assessment")["note"] == "inspected, report not held here"
    assert one("Doncaster", "assessment-q3")["value"] == "37"
    assert one("Doncaster", "assessment-q3")["interval lower"] == "23.6"
    assert one("Sheffield", "assessment-q3")["note"] == "inspected, report not held here"
    assert one("Doncaster", "high-risk-caseload")["comparator"] == "32"
    assert one("Sheffield", "high-risk-caseload")["note"].startswith("inspected, report not held here")
    assert (one("Doncaster", "recommendation-count")["value"], one("Doncaster", "rec-1")["unit"]) == (
        "6",
        "text",
    )
    assert one("Sheffield", "recommendation-count")["value"] == ""
    assert one("Sheffield", "strengths")["note"] == "inspected, report not held here"
    assert {row["source link"] for row in rows if row["value"]} > {"http://testserver/sources/doncaster-2024-score/"}
    assert all(row["region"] == "Yorkshire and the Humber" and row["round"] == "2024" for row in rows)


def test_number_of_recommendations_is_told_from_its_source(get, client):
    rows = file_lines(client.get("/compare.csv?pdu=doncaster&pdu=leeds"))
    (row,) = [row for row in rows if row["PDU"] == "Leeds" and row["measure id"] == "recommendation-count"]
    assert (row["value"], row["unit"], row["note"]) == ("7", "count", "7, their text is not held here")
    assert row["source link"] == "http://testserver/sources/leeds-2024-recommendation-count/"


def test_workbook_has_the_lines_of_the_csv(get, client):
    rows = file_lines(client.get(f"/compare.csv{PAIR}"))
    response = client.get(f"/compare.xlsx{PAIR}")
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet.max_row == len(rows) + 1


@pytest.mark.parametrize("query", ["", "?pdu=doncaster", "?pdu=doncaster&pdu=nowhere"])
def test_file_of_fewer_than_two_is_not_found(get, client, query):
    assert client.get(f"/compare.csv{query}").status_code == 404


@pytest.mark.parametrize("query", ["pdu=doncaster&pdu=leeds&round=2099", "pdu=doncaster&pdu=leeds&pdu=sheffeld"])
def test_a_file_never_leaves_out_a_part_of_what_was_asked(shipped_data, client, query):
    assert client.get(f"/compare/?{query}").status_code == 200
    assert client.get(f"/compare.csv?{query}").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/compare/?pdu=%00&pdu=leeds",
        "/compare/?pdu=a%20b&pdu=leeds&round=%00",
        "/pdus/?region=%00&round=%00&rating=%00&standard=%00&theme=%00&page=%00&size=%00&sort=%00",
        "/pdus/doncaster/?formerly=%00",
        "/regions/yorkshire-and-the-humber/?formerly=%00",
    ],
)
def test_nothing_that_an_address_can_say_is_an_error_of_ours(shipped_data, client, address):
    assert client.get(address).status_code == 200
