from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.serving import CannotServe, serve


class Command(BaseCommand):
    help = "Prepare the store, load what is shipped with the project if it is empty, and serve until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        try:
            serve(host, port, self.say)
        except CannotServe as problem:
            raise CommandError(str(problem)) from problem

    def say(self, words: str) -> None:
        self.stdout.write(words, ending="")
        self.stdout.flush()
