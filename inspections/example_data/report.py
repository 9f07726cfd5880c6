"""One made-up inspection whose report is held, with every kind of fact."""

from inspections.example_data.background import write_background
from inspections.example_data.findings import write_other_sections, write_recommendations
from inspections.example_data.judgements import judged, write_outcome, write_standard
from inspections.example_data.visit import Visit
from inspections.example_data.written import WrittenReport
from inspections.models import Edition


def write_report(visit: Visit) -> Edition:
    """A report in the order of a real one, collected as a draft."""
    report = WrittenReport(visit)
    standards = judged(report)
    write_outcome(report, standards)
    write_recommendations(report)
    write_background(report)
    for standard in standards:
        write_standard(report, standard)
    write_other_sections(report)
    return report.edition
