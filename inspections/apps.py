from django.apps import AppConfig
from django.db.models.signals import post_migrate

from inspections.no_way_round import hold_the_rules


class InspectionsConfig(AppConfig):
    name = "inspections"
    verbose_name = "Inspections"

    def ready(self) -> None:
        post_migrate.connect(hold_the_rules, sender=self)
