"""The list in a file: what each line shows, and those without an inspection too."""

from inspections.ratings import Rating
from inspections.rows import InspectionRow, ListedInspection, Place, RatingCell
from inspections.sharing.listing import exported_listing
from tests.example_rows import DONCASTER, LEEDS, REGION
from tests.sharing.example_exports import EDITION, REPORT, SITE

STAFFING = Place(name="Staffing", slug="staffing")
GOOD = RatingCell(rating=Rating.GOOD, source=REPORT)


def inspected(**fields) -> ListedInspection:
    row = InspectionRow(unit=DONCASTER, round="2024", overall=GOOD, edition=EDITION, **fields)
    return ListedInspection(unit=DONCASTER, region=REGION, inspection=row)


def test_inspection_has_its_rating_its_score_and_whether_its_report_is_held():
    lines = list(exported_listing([inspected(is_report_held=True), inspected()], site=SITE))
    assert [(line.measure_id, line.value) for line in lines] == [
        *(("overall-rating", "Good"), ("score", ""), ("full-report-held", "yes")),
        *(("overall-rating", "Good"), ("score", ""), ("full-report-held", "no")),
    ]
    assert {(line.region, line.round, line.data_version) for line in lines} == {(REGION.name, "2024", "3")}


def test_standard_that_is_asked_for_is_a_line():
    lines = list(exported_listing([inspected(standards={"staffing": GOOD})], standard=STAFFING, site=SITE))
    assert [line.measure_id for line in lines] == ["overall-rating", "score", "rating-staffing", "full-report-held"]
    assert lines[2].measure == "Rating: Staffing"


def test_delivery_unit_without_an_inspection_says_so():
    (line,) = exported_listing([ListedInspection(unit=LEEDS, region=REGION, inspection=None)], site=SITE)
    assert (line.pdu, line.region_code, line.round, line.value) == ("Leeds", REGION.slug, "", "")
    assert line.note == "no inspection recorded here"
