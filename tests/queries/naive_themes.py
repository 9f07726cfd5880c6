"""Themes and one standard across a region once more, as plainly as can be."""

from types import SimpleNamespace

from inspections import models
from inspections.rows import (
    Absence,
    FindingGroup,
    FindingKind,
    FindingRow,
    RatingCell,
    RecommendationRow,
    RecurringThemes,
    StandardInRegion,
    StandardOfUnit,
    ThemeCount,
    ThemedFinding,
    ThemedRecommendation,
    ThemedStatements,
    ThemeRow,
)
from tests.queries import naive
from tests.queries.naive import Store


def themes_in_order(store: Store) -> list[SimpleNamespace]:
    return sorted(store.rows(models.Theme), key=lambda row: row.position)


def theme_row(theme: SimpleNamespace) -> ThemeRow:
    return ThemeRow(name=theme.name, slug=theme.slug, description=theme.description)


def themes_of(store: Store, fact: SimpleNamespace, model) -> list[SimpleNamespace]:
    column = "recommendation_id" if model is models.RecommendationTheme else "finding_id"
    given = [row.theme_id for row in store.rows(model) if getattr(row, column) == fact.id]
    return [theme for theme in themes_in_order(store) if theme.id in given]


def theme_counts(store: Store, region_slug: str, label: str) -> RecurringThemes:
    reports, without, said = [], [], []
    for unit in naive.units_of(store, region_slug):
        edition, _ = naive.edition_in(store, unit, label)
        if edition is None:
            continue
        themes = []
        for row in store.of(models.Recommendation, edition):
            themes += [("recommended", theme.id) for theme in themes_of(store, row, models.RecommendationTheme)]
        for row in store.of(models.Finding, edition):
            themes += [(row.kind, theme.id) for theme in themes_of(store, row, models.FindingTheme)]
        if themes:
            reports.append(unit.name)
            said += [(unit.name, *pair) for pair in themes]
        elif edition.report_id is not None:
            without.append(unit.name)

    def those(theme: SimpleNamespace, kind: str) -> list[str]:
        return [name for name, of_kind, found in said if of_kind == kind and found == theme.id]

    return RecurringThemes(
        round=label,
        reports=tuple(reports),
        without_themes=tuple(without),
        counts=tuple(
            ThemeCount(
                theme=theme_row(theme),
                reports=len(reports),
                recommendations=len(those(theme, "recommended")),
                recommended_in=tuple(name for name in reports if name in those(theme, "recommended")),
                strengths=len(those(theme, "strength")),
                strength_in=tuple(name for name in reports if name in those(theme, "strength")),
            )
            for theme in themes_in_order(store)
        ),
    )


def themed_statements(store: Store, region_slug: str, theme: SimpleNamespace, only: str = "") -> ThemedStatements:
    rounds, recommendations, findings = [], [], []
    labels = {row.round for row in store.rows(models.Inspection)}
    for label in sorted(labels, reverse=True):
        for unit in naive.units_of(store, region_slug):
            edition, _ = naive.edition_in(store, unit, label)
            made = [_recommendation(store, unit, edition, row) for row in _recommended(store, edition, theme)]
            found = [_finding(store, unit, edition, row) for row in _found(store, edition, theme)]
            if made + found and label not in rounds:
                rounds.append(label)
            if only in ("", label):
                recommendations += made
                findings += found
    return ThemedStatements(
        theme=theme_row(theme),
        rounds=tuple(rounds),
        recommendations=tuple(recommendations),
        findings=tuple(findings),
    )


def _recommended(store: Store, edition, theme) -> list[SimpleNamespace]:
    rows = sorted(store.of(models.Recommendation, edition), key=lambda row: row.id)
    return [row for row in rows if theme in themes_of(store, row, models.RecommendationTheme)]


def _found(store: Store, edition, theme) -> list[SimpleNamespace]:
    rows = sorted(store.of(models.Finding, edition), key=lambda row: row.position)
    return [row for row in rows if theme in themes_of(store, row, models.FindingTheme)]


def _recommendation(store: Store, unit, edition, row) -> ThemedRecommendation:
    return ThemedRecommendation(
        unit=naive.place(unit),
        edition=naive.edition_row(store, edition),
        recommendation=RecommendationRow(
            number=row.number,
            addressed_to=row.addressed_to,
            text=row.text,
            source=naive.sourced(store, row.citation_id),
        ),
        themes=tuple(theme.name for theme in themes_of(store, row, models.RecommendationTheme)),
    )


def _finding(store: Store, unit, edition, row) -> ThemedFinding:
    standard = store.row(models.Standard, row.standard_id)
    section = store.row(models.Section, store.row(models.Citation, row.citation_id).section_id)
    return ThemedFinding(
        unit=naive.place(unit),
        edition=naive.edition_row(store, edition),
        area=standard.name if standard else section.title if section else dict(models.Area.choices)[row.area],
        finding=finding_row(store, row),
        themes=tuple(theme.name for theme in themes_of(store, row, models.FindingTheme)),
    )


def finding_row(store: Store, row: SimpleNamespace) -> FindingRow:
    return FindingRow(
        text=row.text,
        kind=FindingKind(row.kind),
        is_kind_inferred=row.is_kind_inferred,
        source=naive.sourced(store, row.citation_id),
    )


def rounds_of_standard(store: Store, region_slug: str, theme: str) -> list[str]:
    rounds = set()
    for unit in naive.units_of(store, region_slug):
        for _, inspection in naive.published(store, unit):
            standards = naive.standards_in_order(store, inspection.framework_id)
            if theme in [naive.theme_of(store, standard) for standard in standards]:
                rounds.add(inspection.round)
    return sorted(rounds, reverse=True)


def standard_in_region(store: Store, region_slug: str, theme: SimpleNamespace, label: str) -> StandardInRegion:
    rows = []
    for unit in naive.units_of(store, region_slug):
        edition, inspection = naive.edition_in(store, unit, label)
        if edition is None:
            cell = RatingCell(absence=Absence.NO_INSPECTION_RECORDED)
            rows.append(StandardOfUnit(unit=naive.place(unit), standard=naive.place(theme), cell=cell))
        else:
            rows.append(_standard_of_unit(store, unit, edition, inspection, theme))
    return StandardInRegion(
        standard=naive.place(theme),
        round=label,
        rounds=tuple(rounds_of_standard(store, region_slug, theme.slug)),
        rows=tuple(rows),
    )


def _standard_of_unit(store: Store, unit, edition, inspection, theme) -> StandardOfUnit:
    row = {"cell": RatingCell(absence=Absence.NOT_IN_FRAMEWORK)}
    for standard in naive.standards_of_inspection(store, edition, inspection):
        if standard.theme == theme.slug:
            row = {"cell": standard.cell, "summary": standard.summary, "summary_source": standard.summary_source}
    groups = naive.findings_of_inspection(store, edition, theme.slug)
    findings = tuple(finding for group in groups for finding in group.findings)
    group = (
        FindingGroup(title=groups[0].title, theme=theme.slug, area="standard", findings=findings) if groups else None
    )
    return StandardOfUnit(
        unit=naive.place(unit),
        standard=naive.place(theme),
        inspected=naive.inspected(store, edition),
        edition=naive.edition_row(store, edition),
        is_report_held=edition.report_id is not None,
        group=group,
        **row,
    )
