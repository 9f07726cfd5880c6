"""What a file's kind makes of the steps to check and to record: a report and a table of ratings each have their own."""

from typing import Protocol

from inspections.admin.uploads.report import ReportSteps
from inspections.importing.staging.kinds import Kind, kind_of


class Steps(Protocol):
    """Both take the admin, the request and the staged file, and answer the request."""

    def check(self, model_admin, request, file): ...

    def record(self, model_admin, request, file): ...


# A table of ratings gets its own steps here; until it has them it is refused when it is read, and never comes so far.
STEPS: dict[Kind, Steps] = {Kind.REPORT: ReportSteps()}


def steps_of(file):
    return STEPS.get(kind_of(file.form), STEPS[Kind.REPORT])
