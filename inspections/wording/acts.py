"""What an act of the history did, who did it, and from where."""

from collections import Counter
from collections.abc import Mapping

from inspections.rows import Act, ColumnChange, Done, Workers
from inspections.wording.values import listed

STEPS = {
    "submit": "submitted for review",
    "take_back": "taken back from review",
    "approve": "approved",
    "publish": "published",
    "withdraw": "withdrawn",
    "decide_themes": "themes decided",
}
# What a verb or command records of itself, by its name.
RECORDED = {
    "correct": "correction begun",
    "restore": "restored as a draft",
    "restore_state": "made to say again what it said before",
    "import_report": "report read",
    "import_ratings": "table of ratings read",
    "staged_file": "uploaded file recorded",
    "assign_themes": "themes assigned",
    "make_example_data": "example data made up",
}
BY_NUMBER = {"staged_file", "restore_state"}  # which says nothing to a reader
ORDER = (Done.ADDED, Done.CHANGED, Done.DELETED)


def act_did(act: Act) -> str:
    """ "published", "report read: doncaster-2024.txt", or "one finding changed" where nothing says more."""
    if step := act.told.get("step"):
        return STEPS.get(step, step)
    for name, words in RECORDED.items():
        if what := act.told.get(name):
            return words if name in BY_NUMBER else f"{words}: {what}"
    return rows_phrase(act)


def rows_phrase(act: Act) -> str:
    """ "143 rows added: 49 findings, 94 citations; one finding changed"."""
    return "; ".join(told for done in ORDER if (told := _rows(act, done)))


def _rows(act: Act, done: Done) -> str:
    count = Counter((row.kind, row.kinds) for row in act.rows if row.done is done)
    kinds = [f"{number} {one if number == 1 else several}" for (one, several), number in count.most_common()]
    if len(kinds) > 1:
        return f"{count.total()} rows {done}: {listed(kinds)}"
    return f"{kinds[0]} {done}" if kinds else ""


def act_by(act: Act) -> str:
    """ "inspector", or that nobody is known by name."""
    if act.person:
        return act.person
    return "nobody signed in" if act.told else "not recorded"


def act_from(act: Act) -> str:
    """ "page /admin/…, by manage.py serve (findings), as findings": where it came from, as far as is recorded."""
    return _origin(act.told) or "not recorded"


def worked_on_by(workers: Workers) -> str:
    """ "Worked on by amina and bo, and by psql, database role findings, where nobody was signed in." """
    unnamed = listed(_origin(told) or "what is not recorded" for told in workers.unnamed)
    named = f"by {listed(workers.people)}" if workers.people else ""
    others = f"by {unnamed}, where nobody was signed in" if unnamed else ""
    return f"Worked on {', and '.join(filter(None, [named, others]))}." if named or others else ""


def _origin(told: Mapping[str, str]) -> str:
    page = f"page {told['url']}" if told.get("url") else ""
    role = f"database role {told['database_role']}" if told.get("database_role") else ""
    acting = f"acting as {told['acting_role']}" if told.get("acting_role") else ""
    client = f"from {told['client']}" if told.get("client") else ""
    application = told.get("application", "")
    return ", ".join(filter(None, [page, application, role, acting, client]))


def column_change(change: ColumnChange, done: Done) -> str:
    """ "Percentage: 37, before 29"; of an added or deleted row its value only."""
    if done is not Done.CHANGED:
        return f"{change.name}: {change.after or change.before}"
    return f"{change.name}: {change.after or 'not held'}, before {change.before or 'not held'}"
