"""The list of inspections as a table: its order, and that scores have none."""

import datetime

import pytest
from django.core.paginator import Paginator

from inspections.ratings import Rating
from inspections.rows import (
    Absence,
    DateRow,
    EditionRow,
    FoundInspection,
    InspectionRow,
    ListedInspection,
    Place,
    PreciseDate,
    Precision,
    RatingCell,
    Sourced,
)
from inspections.tables import FoundLines, ListingTable
from tests.pages import parsed

SOURCE = Sourced(key="northmere-2031-x")
STAFFING = Place(name="Staffing", slug="staffing")


def cell(rating: Rating | None) -> RatingCell:
    return RatingCell(rating=rating, source=SOURCE) if rating else RatingCell(absence=Absence.REPORT_NOT_HELD)


def line(name: str, region: str, rating: Rating | None = None, *, score: int | None = None, year: int = 2031):
    unit, place = Place(name=name, slug=name.lower()), Place(name=region, slug=region.lower())
    date = PreciseDate(date=datetime.date(year, 7, 1), precision=Precision.MONTH)
    row = InspectionRow(
        unit=unit,
        round=str(year),
        overall=cell(rating),
        score=score,
        max_score=21 if score is not None else None,
        score_source=SOURCE,
        inspected=DateRow(meaning="work started", label="", date=date, is_queried=False, source=SOURCE),
        standards={"staffing": cell(rating)},
        is_report_held=score is not None,
        edition=EditionRow(region=place, round=str(year), framework="Seven standards", release=1, inspected=date),
    )
    return ListedInspection(unit=unit, region=place, inspection=row)


LINES = (
    line("Avon", "Zell", Rating.GOOD, score=14, year=2029),
    line("Brent", "Fells", Rating.INADEQUATE, score=0, year=2031),
    line("Calder", "Fells", None, year=2030),
    ListedInspection(unit=Place(name="Dove", slug="dove"), region=Place(name="Zell", slug="zell"), inspection=None),
    line("exe", "Moor", Rating.OUTSTANDING, year=2028),
)


def found(lines: tuple[ListedInspection, ...]) -> FoundLines:
    """The lines as they are found, to be read in full when they are shown."""
    in_full = {_found(each, number): each for number, each in enumerate(lines)}
    return FoundLines(tuple(in_full), lambda some: [in_full[each] for each in some])


def _found(each: ListedInspection, number: int) -> FoundInspection:
    row = each.inspection
    rating, edition = (row.overall.rating, row.edition) if row else (None, None)
    return FoundInspection(
        unit=each.unit, region=each.region, key=str(number), edition=edition, overall=rating, standard=rating
    )


def names(**options) -> str:
    return "".join(each.record.unit.name[0] for each in ListingTable(found(LINES), **options).rows)


def cells(standard: Place | None = None) -> dict[str, list[str]]:
    table = ListingTable(found(LINES), standard)
    rows = [[parsed(str(each.get_cell(column.name))).text for column in table.columns] for each in table.rows]
    return {row[0]: row[1:] for row in rows}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("unit", "ABCDe"),
        ("-unit", "eDCBA"),
        ("region", "BCeAD"),
        ("-region", "ADeBC"),
        ("round", "eACBD"),
        ("-round", "BCAeD"),
        ("overall", "BAeCD"),
        ("-overall", "eABCD"),
        ("inspected", "eACBD"),
        ("-inspected", "BCAeD"),
        ("standard-staffing", "BAeCD"),
        ("-standard-staffing", "eABCD"),
    ],
)
def test_what_is_not_held_comes_last_in_either_direction(order, expected):
    assert names(standard=STAFFING, order_by=order) == expected


@pytest.mark.parametrize("order", ["score", "-score", "framework", "report", "nothing", "-", "unit__slug"])
def test_scores_have_no_order_and_neither_has_what_is_no_column(order):
    assert names(order_by=order) == "ABCDe"
    assert not ListingTable(found(LINES), order_by=order).order_by


def test_line_of_an_inspection():
    region, label, framework, overall, score, inspected, report = cells()["Brent"]
    assert (region, framework) == ("Fells", "Seven standards")
    assert label == "2031 inspection of Brent"
    assert overall == "Inadequate Source of Overall, Brent, 2031"
    assert score.startswith("0 of 21")
    assert inspected.startswith("July 2031")
    assert report == "Yes"


def test_line_without_a_rating_and_a_report():
    _, _, _, overall, score, _, report = cells()["Calder"]
    assert (overall, score, report) == ("Inspected, report not held here", "Not held here", "No")


def test_line_without_an_inspection_says_so_and_nothing_more():
    assert cells()["Dove"] == [
        "Zell",
        "No inspection recorded here",
        "",
        "No inspection recorded here",
        "No inspection recorded here",
        "Not held here",
        "",
    ]


def test_standard_that_is_asked_for_is_a_column_beside_the_overall_rating():
    assert [column.header for column in ListingTable(found(LINES), STAFFING).columns] == [
        *("PDU", "Region", "Round", "Framework", "Overall", "Staffing", "Score", "Inspected from", "Full report held")
    ]
    assert cells(STAFFING)["Avon"][4].startswith("Good")
    assert cells(STAFFING)["Dove"][4] == "No inspection recorded here"


def test_lines_of_one_unit_in_two_rounds_have_links_of_different_names():
    lines = (line("Avon", "Zell", Rating.GOOD, year=2031), line("Avon", "Zell", Rating.GOOD, year=2029))
    table = ListingTable(found(lines))
    sources = [parsed(str(row.get_cell("overall"))).one("a").text for row in table.rows]
    assert len(set(sources)) == 2


def test_only_the_lines_of_a_page_are_read_in_full():
    read = []

    def in_full(some):
        read.append([each.unit.name for each in some])
        return [LINES[int(each.key)] for each in some]

    lines = FoundLines(tuple(_found(each, number) for number, each in enumerate(LINES)), in_full)
    table = ListingTable(lines, order_by="-overall")
    assert len(table.rows) == len(LINES)
    assert not read
    paginator = Paginator(table.rows, 2)
    assert [row.record.unit.name for row in paginator.page(2).object_list] == ["Brent", "Calder"]
    assert read == [["Brent", "Calder"]]
