"""What is said of an act of the history."""

import datetime
import uuid

import pytest

from inspections import wording
from inspections.rows import Act, ColumnChange, Done, RowChange, Workers


def row(kind: str, done: Done, kinds: str = "") -> RowChange:
    return RowChange(kind=kind, kinds=kinds or f"{kind}s", name="a", done=done, columns=())


def act(*rows: RowChange, person: str = "", **told: str) -> Act:
    at = datetime.datetime(2026, 5, 4, 14, 5, tzinfo=datetime.UTC)
    return Act(id=uuid.UUID(int=1), at=at, person=person, told=told, rows=rows)


@pytest.mark.parametrize(
    ("told", "did"),
    [
        ({"step": "publish"}, "published"),
        ({"step": "take_back"}, "taken back from review"),
        ({"step": "something new"}, "something new"),
        ({"correct": "Marlow Vale, 2025"}, "correction begun: Marlow Vale, 2025"),
        ({"import_report": "a.txt"}, "report read: a.txt"),
        ({"restore_state": "0-1-2"}, "made to say again what it said before"),
        ({"staged_file": "5"}, "uploaded file recorded"),
        ({"url": "/admin/"}, "1 finding changed"),
        ({}, "1 finding changed"),
    ],
)
def test_what_was_done_is_the_step_where_there_is_one(told, did):
    assert wording.act_did(act(row("finding", Done.CHANGED), **told)) == did


def test_rows_are_counted_by_what_was_done_and_kind():
    rows = [row("finding", Done.ADDED)] * 49 + [row("citation", Done.ADDED)] * 94 + [row("problem", Done.DELETED)]

    assert wording.rows_phrase(act(*rows)) == "143 rows added: 94 citations and 49 findings; 1 problem deleted"
    assert wording.rows_phrase(act(row("quotation", Done.CHANGED))) == "1 quotation changed"
    assert wording.rows_phrase(act()) == ""


def test_who_did_it_is_named_or_said_not_to_be_known():
    assert wording.act_by(act(person="inspector", database_role="x")) == "inspector"
    assert wording.act_by(act(database_role="x")) == "nobody signed in"
    assert wording.act_by(act()) == "not recorded"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            {"url": "/admin/", "application": "manage.py serve (www)", "database_role": "findings"},
            "page /admin/, manage.py serve (www), database role findings",
        ),
        (
            {"application": "psql", "database_role": "ada", "acting_role": "findings", "client": "10.0.0.1"},
            "psql, database role ada, acting as findings, from 10.0.0.1",
        ),
        ({}, "not recorded"),
    ],
)
def test_where_it_came_from_is_told_as_far_as_it_is_recorded(told, place):
    assert wording.act_from(act(**told)) == place


@pytest.mark.parametrize(
    ("before", "after", "done", "words"),
    [
        ("29", "37", Done.CHANGED, "Percentage: 37, before 29"),
        ("", "37", Done.CHANGED, "Percentage: 37, before not held"),
        ("29", "", Done.CHANGED, "Percentage: not held, before 29"),
        ("", "37", Done.ADDED, "Percentage: 37"),
        ("29", "", Done.DELETED, "Percentage: 29"),
    ],
)
def test_a_column_is_told_with_what_it_was(before, after, done, words):
    assert wording.column_change(ColumnChange(name="Percentage", before=before, after=after), done) == words


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        ((1, 3, 0), "From release 1 to release 3: no inspection differs"),
        ((1, 3, 1), "From release 1 to release 3: one inspection differs"),
        ((1, 3, 12), "From release 1 to release 3: 12 inspections differ"),
        ((2, 2, 0), "Release 2 and no other: choose two"),
    ],
)
def test_a_span_of_releases_is_told_by_what_differs(numbers, title):
    assert wording.release_span(*numbers) == title


@pytest.mark.parametrize(
    ("workers", "words"),
    [
        (Workers(people=()), ""),
        (Workers(people=("amina", "bo")), "Worked on by amina and bo."),
        (
            Workers(people=("amina",), unnamed=({"application": "psql", "database_role": "findings"},)),
            "Worked on by amina, and by psql, database role findings, where nobody was signed in.",
        ),
        (
            Workers(people=(), unnamed=({"database_role": "findings"}, {})),
            "Worked on by database role findings and what is not recorded, where nobody was signed in.",
        ),
    ],
)
def test_whose_work_it_is(workers, words):
    assert wording.worked_on_by(workers) == words
