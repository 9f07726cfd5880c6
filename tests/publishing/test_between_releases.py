"""What is public as of one release and not as of another."""

import pytest

from inspections.publishing.between_releases import difference, pairs_between
from inspections.publishing.correct import begin_correction, restore
from inspections.publishing.withdraw import withdraw
from inspections.rows import Released
from tests import factories
from tests.publishing.staff import draft, person, public

pytestmark = pytest.mark.django_db
WHY = "The figure was misread."


def corrected(edition, text: str):
    correction = begin_correction(edition, by=person("inspector"), reason=WHY)
    correction.findings.update(text=text)
    return public(correction)


def told(earlier: int, later: int) -> list[tuple[str, Released, list[tuple[str, str]]]]:
    rows = [difference(pair) for pair in pairs_between(earlier, later)]
    return [(row.unit.name, row.what, [(c.before, c.after) for c in row.changes if c.field == "text"]) for row in rows]


def test_over_several_corrections_only_the_first_and_the_last_words_are_told():
    unit = factories.delivery_unit("Marlow Vale")
    first = public(draft(inspection_=factories.inspection(unit)))
    second = corrected(first, "Other.")
    third = corrected(second, "It went badly.")
    numbers = [edition.release.number for edition in (first, second, third)]

    assert told(numbers[0], numbers[2]) == [("Marlow Vale", Released.CORRECTED, [("It went well.", "It went badly.")])]
    assert told(numbers[1], numbers[2]) == [("Marlow Vale", Released.CORRECTED, [("Other.", "It went badly.")])]
    assert told(numbers[2], numbers[2]) == []
    [row] = [difference(pair) for pair in pairs_between(numbers[0], numbers[2])]
    assert (row.reason, row.change_count, row.is_public) == (WHY, len(row.changes), True)


def test_what_was_corrected_and_put_back_differs_in_nothing():
    first = public(draft())
    second = corrected(first, "Other.")
    first.refresh_from_db()
    third = public(restore(first, by=person("inspector"), reason=WHY))

    [row] = [difference(pair) for pair in pairs_between(first.release.number, third.release.number)]
    assert (row.what, row.changes) == (Released.CORRECTED, ())
    assert second.release.number < third.release.number


def test_what_is_new_and_what_is_gone_are_told_after_corrections_and_by_name():
    units = {name: factories.delivery_unit(name) for name in ("Ashby", "Birch", "Cole", "Dale")}
    gone, changed = (public(draft(inspection_=factories.inspection(units[name]))) for name in ("Birch", "Dale"))
    start = changed.release.number
    corrected(changed, "Other.")
    withdraw(gone, by=person("reviewer"), reason="Another place's.")
    for name in ("Cole", "Ashby"):
        last = public(draft(inspection_=factories.inspection(units[name])))

    assert [(name, what) for name, what, _ in told(start, last.release.number)] == [
        ("Dale", Released.CORRECTED),
        ("Birch", Released.WITHDRAWN),
        ("Ashby", Released.PUBLISHED),
        ("Cole", Released.PUBLISHED),
    ]


def test_an_inspection_of_a_region_is_told_by_its_region():
    region = factories.region("Northern Fells")
    edition = public(draft(inspection_=factories.inspection(delivery_unit=None, region=region)))

    [row] = [difference(pair) for pair in pairs_between(edition.release.number - 1, edition.release.number)]
    assert (row.unit.name, row.region.name) == ("Northern Fells", "Northern Fells")


def test_editions_are_found_in_two_statements_and_told_by_a_fixed_number(django_assert_num_queries):
    first = public(draft())
    earlier, later = first.release.number, corrected(first, "Other.").release.number

    with django_assert_num_queries(2):
        [pair] = pairs_between(earlier, later)
    with django_assert_num_queries(22):
        difference(pair)
