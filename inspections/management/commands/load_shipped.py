from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from inspections.importing.assign_themes import NotAssigned, assign_themes, had_themes, read_themes
from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import record_ratings
from inspections.importing.recording.record import NotRecorded, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Edition
from inspections.publishing.publish import publish_loaded

REPORT = "doncaster-2024.txt"
THEMES = "doncaster-2024-themes.json"


class Command(BaseCommand):
    help = (
        "Fill an empty store with the shipped report and ratings, as release 1. To a store with data only the themes "
        "of the shipped report are added, where it never had any."
    )

    def handle(self, **options):
        if settings.EXAMPLE_DATA:
            self.stdout.write("Shipped data: real places are not loaded beside example data.")
            return
        if Edition.objects.exists():
            self.stdout.write(f"Shipped data: {self._add_themes() or 'the store has data, nothing to do.'}")
            return
        try:
            editions = self._load()
        except NotRecorded as error:
            raise CommandError(f"The reference data comes first: load_reference. {error}") from error
        except NotAssigned as error:
            raise CommandError(f"{THEMES} does not fit {REPORT}: {error}") from error
        self.stdout.write(f"Shipped data: {len(editions)} inspections published in release 1.")

    def _load(self) -> list[Edition]:
        with transaction.atomic():
            report = _file(REPORT)
            recorded = record_report(parse(extract(report.content)), report)
            assign_themes(recorded.edition, read_themes(THEMES))
            table = _file("yorkshire-and-the-humber-ratings.csv")
            editions = [recorded.edition, *record_ratings(read_ratings(table.content), table).editions]
            publish_loaded(
                editions,
                title="The shipped data",
                reason="The report on Doncaster (2024) and the published ratings of Yorkshire and the Humber.",
            )
        return editions

    def _add_themes(self) -> str:
        """Themes for a store that an earlier version of the project has filled. Returns what was done, "" if nothing.

        Staff may have corrected the report since: then its themes are theirs to give, and the site starts all the same.
        What they have taken away stays away, and themes of other reports count for nothing.
        """
        shipped = Edition.objects.published().filter(report__file__sha256=_file(REPORT).sha256)
        public = shipped.select_related("inspection").first()
        if public is None or had_themes(public.inspection):
            return ""
        try:
            count = assign_themes(public, read_themes(THEMES))
        except NotAssigned as error:
            return f"no themes given to the report, which has been changed here: {error}."
        return f"themes given to {count} recommendations and findings of the report."


def _file(name: str) -> ReportFile:
    return ReportFile(name=name, content=(REFERENCE_DIR / name).read_bytes())
