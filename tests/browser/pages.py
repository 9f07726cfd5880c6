"""The addresses that tests of whole pages go through: one of every kind of page."""

PAGES = {
    "home": "/",
    "regions": "/regions/",
    "region": "/regions/yorkshire-and-the-humber/",
    "measure in a region": "/regions/yorkshire-and-the-humber/measures/high-risk-caseload/",
    "measure in a region, nothing held": "/regions/yorkshire-and-the-humber/measures/caseload/?round=2022-23",
    "pdus": "/pdus/",
    "pdu": "/pdus/doncaster/",
    "pdu without a report": "/pdus/bradford-and-calderdale/",
    "pdu by another name": "/pdus/barnsley-and-rotheram/",
    "inspection": "/pdus/sheffield/inspections/2022-23/",
    "standard": "/pdus/doncaster/inspections/2024/standards/assessment/",
    "standard without key questions": "/pdus/doncaster/inspections/2024/standards/leadership/",
    "standard without a report": "/pdus/kirklees/inspections/2022-23/standards/planning/",
    "source": "/sources/doncaster-2024-score/",
    "source without a sentence": "/sources/sheffield-2024-overall-rating/",
    "document": "/sources/doncaster-2024-report/",
    "about": "/about/",
    "components": "/about/components/",
}
