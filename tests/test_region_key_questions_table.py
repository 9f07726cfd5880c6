"""The table of a region's key questions, without a store: what it shows, and what may be sorted."""

from dataclasses import replace

import pytest

from inspections.rows import Absence, Place, Strand
from inspections.tables.region_key_questions import NOT_SORTED, SORTED, RegionKeyQuestionsTable
from tests.example_rows import DONCASTER, key_question_rows, question_in_region
from tests.pages import parsed

LARGE = [(30, 50), None, (20, 61), (45, 50)]
SMALL = [(30, 50), None, (20, 49), (45, 50)]


def table(*questions, **options):
    """One standard for each list of results."""
    names = ["Assessment", "Planning"]
    rows = [
        row
        for name, results in zip(names, questions, strict=False)
        for row in question_in_region(*results, standard=name)
    ]
    return RegionKeyQuestionsTable(rows, caption="Engagement, as a table", **options)


def cells(made) -> list[list[str]]:
    return [[parsed(str(each.get_cell(column.name))).text for column in made.columns] for each in made.rows]


def initials(made) -> str:
    return "".join(each.record.unit.name.split()[0][0:2] + " " for each in made.rows).strip()


def test_a_row_for_each_unit_and_a_column_for_each_standard():
    made = table([(24, 41), None], [(5, 8), None])

    assert [column.header for column in made.columns] == ["PDU", "Assessment", "Planning"]
    assert cells(made) == [
        [
            "Barnsley and Rotherham",
            "59% (24 of 41, inferred) 95% interval 43% to 72% Source of Assessment, Barnsley and Rotherham",
            "5 of 8, too few for a percentage Source of Planning, Barnsley and Rotherham",
        ],
        ["Bradford and Calderdale", *["Inspected, report not held here"] * 2],
    ]


def test_the_question_that_drives_the_rating_is_marked():
    rows = [replace(row, unit=DONCASTER) for row in key_question_rows()]
    made = RegionKeyQuestionsTable(
        [row for row in rows if row.strand is Strand.SAFETY], caption="Keeping other people safe"
    )
    ((_, *said),) = cells(made)

    assert ["Lowest of its standard" in words for words in said] == [True, False, True, False]
    assert ["Equal lowest" in words for words in said] == [False, False, False, True]


def test_a_question_on_no_strand_has_its_number():
    rows = [replace(row, strand=None, number=4) for row in question_in_region((24, 41))]
    made = RegionKeyQuestionsTable(rows, caption="x")

    assert [column.header for column in made.columns] == ["PDU", "Assessment, question 4"]


def test_on_fewer_than_fifty_cases_nothing_is_sorted_and_the_note_says_why():
    made = table(SMALL, SMALL, order_by="assessment-q1")

    assert not any(column.orderable for column in made.columns)
    assert initials(made) == "Ba Br Do Hu"
    assert NOT_SORTED in made.note
    assert SORTED not in made.note


@pytest.mark.parametrize("results", [[(60, None), (50, 100)], [None, None], [(5, 8), (30, 60)]])
def test_without_a_number_of_cases_without_figures_or_with_counts_nothing_is_sorted(results):
    assert not any(column.orderable for column in table(results).columns)


def test_from_fifty_cases_on_a_column_is_sorted_with_what_is_not_held_last():
    for order, expected in [
        ("assessment-q1", "Do Ba Hu Br"),
        ("-assessment-q1", "Hu Ba Do Br"),
        ("-unit", "Hu Do Br Ba"),
    ]:
        assert initials(table(LARGE, order_by=order)) == expected
    assert table(LARGE).note == f"In alphabetical order unless you sort. {SORTED}"


def test_columns_are_sortable_one_by_one():
    made = table(LARGE, SMALL, order_by="planning-q1")

    assert {column.name: column.orderable for column in made.columns} == {
        "unit": True,
        "assessment-q1": True,
        "planning-q1": False,
    }
    assert initials(made) == "Ba Br Do Hu"
    assert NOT_SORTED in made.note
    assert SORTED in made.note


def test_names_sort_as_a_reader_sorts_them_and_reasons_are_words():
    rows = question_in_region(None, None, absence=Absence.NO_INSPECTION_RECORDED)
    rows = [
        replace(rows[0], unit=Place(name="upper Mere", slug="u")),
        replace(rows[1], unit=Place(name="Avon", slug="a")),
    ]
    made = RegionKeyQuestionsTable(rows, caption="x")

    assert cells(made) == [
        ["Avon", "No inspection recorded here for this round"],
        ["upper Mere", "No inspection recorded here for this round"],
    ]
