"""What a file's kind makes of the steps to check and to record: a report and a table of ratings each have their own."""

from typing import Protocol

from inspections.admin.uploads.report import ReportSteps
from inspections.admin.uploads.table import TableSteps
from inspections.importing.staging.kinds import Kind, kind_of


class Steps(Protocol):
    """Both take the admin, the request and the staged file, and answer the request."""

    def check(self, model_admin, request, file): ...

    def record(self, model_admin, request, file): ...


STEPS: dict[Kind, Steps] = {Kind.REPORT: ReportSteps(), Kind.TABLE: TableSteps()}


def steps_of(file):
    return STEPS[kind_of(file.form)]
