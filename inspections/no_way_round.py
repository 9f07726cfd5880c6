"""No switch turns the rules of the database off.

Every trigger that pgtrigger makes asks `_pgtrigger_should_ignore` first, which looks at a setting that whoever writes
SQL may set, and would then go past the rules and past the history. Here it says no, whatever is set. Each trigger that
a migration makes brings pgtrigger's own function back, so this is done again after every `migrate`.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

NEVER = """
CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE AS 'SELECT FALSE'
"""


def hold_the_rules(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Django sends this after every `migrate`."""
    with connections[using].cursor() as cursor:
        cursor.execute(NEVER)
