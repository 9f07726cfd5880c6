"""The addresses that tests of whole pages go through: one of every kind of page."""

PAGES = {
    "home": "/",
    "regions": "/regions/",
    "region": "/regions/yorkshire-and-the-humber/",
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
    "compare": "/compare/",
    "compare with a mistake": "/compare/?pdu=doncaster&pdu=doncaster&pdu=&pdu=",
    "two PDUs compared": "/compare/?pdu=doncaster&pdu=sheffield",
    "four PDUs compared": "/compare/?pdu=doncaster&pdu=leeds&pdu=kirklees&pdu=bradford-and-calderdale",
    "about": "/about/",
    "components": "/about/components/",
}
