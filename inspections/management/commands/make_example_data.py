import os
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.example_database import CannotMakeDatabase, make_database, remake_database
from inspections.example_data.size import ImpossibleSize, Size
from inspections.management.example_store import NotFilled, fill, refuse_real


class Command(BaseCommand):
    help = (
        "Make up regions, PDUs and inspections to try things out on, in a database of their own beside the real one. "
        "`EXAMPLE_DATA=true make run` shows them, with a banner on every page. Run again, it changes nothing."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--regions", type=int, default=12, help="how many regions (12)")
        parser.add_argument("--pdus", type=int, default=110, help="how many PDUs in all of them together (110)")
        parser.add_argument("--rounds", type=int, default=4, help="how many rounds, the last ones of four (4)")
        parser.add_argument("--seed", type=int, default=1, help="another number gives other data (1)")
        parser.add_argument(
            "--replace", action="store_true", help="drop the example database, accounts in it too, and make it anew"
        )

    def handle(self, *, regions, pdus, rounds, seed, replace, **options):
        try:
            size = Size(regions=regions, pdus=pdus, rounds=rounds, seed=seed)
        except ImpossibleSize as error:
            raise CommandError(str(error)) from error
        if not settings.EXAMPLE_DATA:
            sys.exit(in_the_example_store("make_example_data", *str(size).split(), *(["--replace"] * replace)))
        try:
            self._make(size, replace=replace)
        except (CannotMakeDatabase, NotFilled) as error:
            raise CommandError(str(error)) from error

    def _make(self, size: Size, *, replace: bool) -> None:
        began = time.monotonic()
        make_database()
        refuse_real()
        if replace:
            remake_database()
        call_command("migrate", interactive=False, verbosity=0)
        made = fill(size)
        if made:
            self.stdout.write(f"Example data: {made} made-up inspections ({time.monotonic() - began:.0f} s).")
        else:
            self.stdout.write("Example data: there already, nothing to do. Add --replace to make it anew.")
        self.stdout.write("To look at it: EXAMPLE_DATA=true make run")


def in_the_example_store(*arguments: str) -> int:
    """Run a command of ours with the store of example data, which a process can't change once it has begun."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
    return subprocess.run(command, env=os.environ | {"EXAMPLE_DATA": "true"}, check=False).returncode  # noqa: S603
