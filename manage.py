#!/usr/bin/env python
"""Django's command-line utility for this project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        # A missing variable or database: the message says what to do, and where in our code it arose is of no use.
        sys.exit(f"{problem}")
    except BrokenPipeError:
        # Whoever read our output, such as `head`, has gone: end without a word, and write no more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
