from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from inspections.importing.extract import extract
from inspections.importing.parse import parse
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import record_ratings
from inspections.importing.recording.record import NotRecorded, record_report
from inspections.importing.recording.store_source import ReportFile
from inspections.importing.reference import REFERENCE_DIR
from inspections.models import Edition
from inspections.publishing.publish import publish


class Command(BaseCommand):
    help = "Fill an empty store with the shipped report and ratings, as release 1. Does nothing to a store with data."

    def handle(self, **options):
        if settings.EXAMPLE_DATA:
            self.stdout.write("Shipped data: real places are not loaded beside example data.")
            return
        if Edition.objects.exists():
            self.stdout.write("Shipped data: the store has data, nothing to do.")
            return
        try:
            editions = self._load()
        except NotRecorded as error:
            raise CommandError(f"The reference data comes first: load_reference. {error}") from error
        self.stdout.write(f"Shipped data: {len(editions)} inspections published in release 1.")

    def _load(self) -> list[Edition]:
        with transaction.atomic():
            report = _file("doncaster-2024.txt")
            recorded = record_report(parse(extract(report.content)), report)
            table = _file("yorkshire-and-the-humber-ratings.csv")
            editions = [recorded.edition, *record_ratings(read_ratings(table.content), table).editions]
            publish(
                editions,
                title="The shipped data",
                reason="The report on Doncaster (2024) and the published ratings of Yorkshire and the Humber.",
            )
        return editions


def _file(name: str) -> ReportFile:
    return ReportFile(name=name, content=(REFERENCE_DIR / name).read_bytes())
