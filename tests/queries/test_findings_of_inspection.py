import pytest

from inspections.queries.findings_of_inspection import findings_of_inspection
from tests import factories


@pytest.mark.parametrize("findings", [1, 100])
def test_one_statement_whatever_the_number_of_findings(db, findings, django_assert_num_queries):
    edition = factories.edition(state="published")
    for _ in range(findings):
        factories.finding(edition)

    with django_assert_num_queries(1):
        (group,) = findings_of_inspection(edition)

    assert len(group.findings) == findings


def test_section_of_the_report_names_its_group(db):
    edition = factories.edition(state="published")
    paragraph = factories.paragraph()
    citation = factories.citation(edition, source=paragraph.section.source, section=paragraph.section)
    factories.finding(edition, area="other", citation=citation)
    factories.finding(edition, area="diversity")

    assert [group.title for group in findings_of_inspection(edition)] == ["Background", "diversity and inclusion"]


def test_kinds_are_told_apart(db):
    edition = factories.edition(state="published")
    for kind in ("strength", "area_for_improvement", "finding"):
        factories.finding(edition, kind=kind, text=kind)

    (group,) = findings_of_inspection(edition)

    assert [finding.text for finding in group.strengths] == ["strength"]
    assert [finding.text for finding in group.areas_for_improvement] == ["area_for_improvement"]
    assert [finding.text for finding in group.plain] == ["finding"]
