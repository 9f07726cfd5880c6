"""Records the one staged file, paused for a test that kills it. Run as a module, with the arguments of `run_paused`."""

from tests.importing.pausing import run_paused


def record() -> None:
    from django.contrib.auth.models import User

    from inspections.importing.staging import record_staged
    from inspections.models import StagedFile

    record_staged(StagedFile.objects.get(), by=User.objects.get())


if __name__ == "__main__":
    run_paused(record)
