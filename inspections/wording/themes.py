"""What recurs in the reports of a region: our themes, said to be ours, with the reports that are the base."""

from collections.abc import Sequence

from inspections.rows import FindingKind, Place, RecurringThemes, ThemeCount, ThemedStatements
from inspections.wording.values import count_of, fitting_title, listed

THEMES_ARE_OURS = "Themes are our grouping of what the reports say, not the inspectorate's."

NAMED_AT_MOST = 3

FINDING_KINDS = {
    FindingKind.STRENGTH: "strength",
    FindingKind.AREA_FOR_IMPROVEMENT: "area for improvement",
    FindingKind.FINDING: "finding",
}


def recurring_sentence(recurring: RecurringThemes, region: Place) -> str:
    """What most reports of a round recommend, without a full stop; of a single report, that nothing recurs yet."""
    place = f"{region.name}, {recurring.round}"
    if not recurring.reports:
        held = _held_without(recurring)
        return f"{place}: nothing can be said yet about what recurs, because {held or 'no report is held here'}"
    if len(recurring.reports) == 1:
        return (
            f"{place}: nothing can be said yet about what recurs, because only the report on {recurring.reports[0]} "
            "is held here with themes"
        )
    most = max(len(count.recommended_in) for count in recurring.counts)
    base = f"{len(recurring.reports)} reports held here with themes"
    if most <= 1:
        return f"{place}: no theme is recommended in more than 1 of the {base}"
    names = [count.theme.name for count in recurring.counts if len(count.recommended_in) == most]
    which = listed(names) if len(names) <= NAMED_AT_MOST else f"{len(names)} themes"
    verb = "is" if len(names) == 1 else "are each"
    return f"{place}: {which} {verb} recommended in {most} of the {base}"


def recurring_note(recurring: RecurringThemes) -> str:
    """Whose the themes are, on how many reports the counts rest, and in which order they stand."""
    if not recurring.reports:
        return THEMES_ARE_OURS
    base = f"Counted in {_reports(len(recurring.reports))} held here with themes ({short_list(recurring.reports)})."
    held = _held_without(recurring)
    without = f"{held[:1].upper()}{held[1:]}: what is said there is not counted." if held else ""
    order = "By the number of reports that recommend it, then in the order of our list."
    return " ".join(filter(None, [THEMES_ARE_OURS, base, without, order]))


def theme_count_words(count: ThemeCount) -> str:
    """ "recommended in 2 of 3 reports held with themes (Leeds and York), a strength in 1 of 3 (Leeds)"."""
    if count.reports == 1:
        return _of_one_report(count)
    recommended, strong = len(count.recommended_in), len(count.strength_in)
    base = f"of {count.reports} reports held with themes"
    first = f"recommended in {recommended} {base}" if recommended else f"recommended in none {base}"
    first = f"{first} ({short_list(count.recommended_in)})" if recommended else first
    second = f"a strength in {count_of(strong, count.reports)} ({short_list(count.strength_in)})"
    return f"{first}, {second}" if strong else f"{first}, a strength in none"


def _of_one_report(count: ThemeCount) -> str:
    """ "recommended in the only report held with themes (Doncaster), and a strength there"."""
    names = count.recommended_in or count.strength_in
    report = "the only report held with themes" + (f" ({short_list(names)})" if names else "")
    if count.recommended_in:
        return f"recommended in {report}, {'and' if count.strength_in else 'not'} a strength there"
    return f"a strength in {report}, not recommended there" if names else f"not recommended in {report}, nor a strength"


def theme_sentence(statements: ThemedStatements, region: Place, round_label: str = "") -> str:
    """How much of what is held in a region has a theme, without a full stop. A round that is not held is not repeated.

    "Training and development in Yorkshire and the Humber: 1 recommendation and 4 strengths in 1 report held here"
    """
    name = f"{statements.theme.name} in {region.name}"
    if not (statements.recommendations or statements.findings):
        return f"{name}: nothing {'of the round asked for' if round_label else 'that is held here'} has this theme"
    name = f"{name}, {round_label}" if round_label else name
    counted = [
        (len(statements.recommendations), "recommendation", "recommendations"),
        (len(statements.strengths), "strength", "strengths"),
        (len(statements.areas_for_improvement), "area for improvement", "areas for improvement"),
        (len(statements.plain), "other finding", "other findings"),
    ]
    parts = [f"{count} {one if count == 1 else several}" for count, one, several in counted if count]
    reports = {(r.unit.slug, r.edition.round) for r in statements.recommendations} | {
        (r.unit.slug, r.edition.round) for r in statements.findings
    }
    return f"{name}: {listed(parts)} in {_reports(len(reports))} held here"


def theme_title(statements: ThemedStatements, region: Place, round_label: str = "") -> str:
    """The sentence, or where a title has no room for it only the number of statements."""
    count = len(statements.recommendations) + len(statements.findings)
    name = ", ".join(filter(None, [f"{statements.theme.name} in {region.name}", round_label]))
    short = f"{name}: {count} statement{'' if count == 1 else 's'} in reports held here"
    sentence = theme_sentence(statements, region, round_label)
    return fitting_title(sentence, sentence.rpartition(" in ")[0] if count else short, short)


def finding_label(kind: FindingKind, area: str) -> str:
    """ "Area for improvement: Staffing"."""
    words = FINDING_KINDS[kind]
    return f"{words[:1].upper()}{words[1:]}: {area}"


def short_list(names: Sequence[str]) -> str:
    """ "Leeds, York and Kirklees", "Leeds, York, Kirklees and 8 others"."""
    others = len(names) - NAMED_AT_MOST
    if others <= 0:
        return listed(names)
    return listed([*names[:NAMED_AT_MOST], f"{others} other" if others == 1 else f"{others} others"])


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _held_without(recurring: RecurringThemes) -> str:
    """ "2 reports are held here without themes (Leeds and York)"; "" where there are none."""
    count = len(recurring.without_themes)
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    return f"{_reports(count)} {verb} held here without themes ({short_list(recurring.without_themes)})"
