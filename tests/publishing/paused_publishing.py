"""Publishes what is in review, paused for a test that kills it. Run as a module, with the arguments of `run_paused`."""

from tests.importing.pausing import run_paused


def publish_it() -> None:
    from django.contrib.auth.models import User

    from inspections.models import Edition
    from inspections.publishing.publish import publish

    publish(Edition.objects.filter(state="in_review"), title="A", reason="B.", by=User.objects.get(username="reviewer"))


if __name__ == "__main__":
    run_paused(publish_it)
