"""The addresses that tests of whole pages go through: one of every kind of page."""

PAGES = {
    "home": "/",
    "regions": "/regions/",
    "region": "/regions/yorkshire-and-the-humber/",
    "theme in a region": "/regions/yorkshire-and-the-humber/themes/partnerships/",
    "theme without anything": "/regions/yorkshire-and-the-humber/themes/partnerships/?round=1999",
    "standard in a region": "/regions/yorkshire-and-the-humber/standards/leadership/",
    "standard in another round": "/regions/yorkshire-and-the-humber/standards/assessment/?round=2022-23",
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
