"""What PostgreSQL is told of this process, so that the history of a change names the command it came from."""

import os
import pwd
from collections.abc import Sequence
from pathlib import Path

# PostgreSQL cuts the name off here.
LONGEST = 63


def application_name(arguments: Sequence[str]) -> str:
    """ "manage.py import_report (alice)": program, command and account. Never what the command was given."""
    program = Path(arguments[0]).name if arguments else ""
    of_program = [argument for argument in arguments[1:2] if program == "manage.py" and not argument.startswith("-")]
    account = f" ({_account()})"
    return " ".join([program or "python", *of_program])[: LONGEST - len(account)] + account


def _account() -> str:
    """The account of the operating system: not the environment's word for it, which anybody can change."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"
