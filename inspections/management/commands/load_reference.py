from django.conf import settings
from django.core.management.base import BaseCommand

from inspections.importing.reference import load_reference


class Command(BaseCommand):
    help = "Load the frameworks, regions, delivery units and measures shipped with the project. Safe to run again."

    def handle(self, **options):
        created = load_reference(places=not settings.EXAMPLE_DATA)
        self.stdout.write(f"Reference data: {created} rows created." if created else "Reference data: nothing to do.")
