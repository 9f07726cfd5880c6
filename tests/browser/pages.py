"""The addresses that tests of whole pages go through: one of every kind of page."""

PAGES = {
    "home": "/",
    "regions": "/regions/",
    "region": "/regions/yorkshire-and-the-humber/",
    "region's key questions": "/regions/yorkshire-and-the-humber/key-questions/",
    "region's key question": "/regions/yorkshire-and-the-humber/key-questions/?round=2024&question=assessment-1",
    "region without key questions": "/regions/yorkshire-and-the-humber/key-questions/?round=2022-23",
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
