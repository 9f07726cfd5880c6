"""How many statements, how much time and how many bytes each kind of page takes, by how many PDUs there are.

    .venv/bin/python tools/bench_pages.py [--times 9] [--folder var/bench]

Makes three stores of made-up data once, each with four rounds and in a database of its own: 11 PDUs in one region, 110
in twelve, 110 in one. Then asks for every page in turn, in this process and by Django's test client, so that all
times are of one run and a busy minute of the machine meets all stores alike; the time is the median. Each is drawn
anew (`PAGE_CACHE=false`). A page whose address is not built is left out.

"Rows" are the rows of tables, items of lists and marks of charts of a page's main part. "CPU" is this process's own
time, the least of all: what others do on the machine changes it less. "11 to 110" are four ratios, of rows, bytes, time
and CPU: a page is as it should be where its time grows no faster than its rows or its bytes. Between 11 and 110 PDUs in
twelve regions, the pages of one region should hardly change.
"""

import argparse
import gzip
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ROW = re.compile(rb"<tr\b|<li\b|<dt\b|<rect\b|<circle\b")


@dataclass(frozen=True, kw_only=True)
class Store:
    """A database of made-up data, and how much of it there is."""

    name: str
    regions: int
    pdus: int

    @property
    def database(self) -> str:
        return f"bench_{self.pdus}_{self.regions}_example"

    @property
    def arguments(self) -> list[str]:
        return f"--regions {self.regions} --pdus {self.pdus} --rounds 4 --seed 1".split()


SMALL = Store(name="11 in 1", regions=1, pdus=11)
NATION = Store(name="110 in 12", regions=12, pdus=110)
CROWD = Store(name="110 in 1", regions=1, pdus=110)
STORES = (SMALL, NATION, CROWD)

# The address of each kind of page. The parts in braces are of the largest region, and of its PDUs with a report.
PAGES = {
    "home": "/",
    "regions": "/regions/",
    "region": "/regions/{region}/",
    "region, csv": "/regions/{region}.csv",
    "region, xlsx": "/regions/{region}.xlsx",
    "measure": "/regions/{region}/measures/high-risk-caseload/",
    "measure, csv": "/regions/{region}/measures/high-risk-caseload.csv",
    "key questions": "/regions/{region}/key-questions/",
    "key questions, csv": "/regions/{region}/key-questions.csv",
    "standard of a region": "/regions/{region}/standards/leadership/",
    "standard of a region, csv": "/regions/{region}/standards/leadership.csv",
    "theme": "/regions/{region}/themes/training-and-development/",
    "theme, csv": "/regions/{region}/themes/training-and-development.csv",
    "compare, empty": "/compare/",
    "compare two": "/compare/?pdu={pdus[0]}&pdu={pdus[1]}",
    "compare four": "/compare/?pdu={pdus[0]}&pdu={pdus[1]}&pdu={pdus[2]}&pdu={pdus[3]}",
    "compare four, csv": "/compare.csv?pdu={pdus[0]}&pdu={pdus[1]}&pdu={pdus[2]}&pdu={pdus[3]}",
    "PDUs": "/pdus/",
    "PDUs, all rounds": "/pdus/?show=all",
    "PDUs, csv": "/pdus.csv",
    "PDUs, xlsx": "/pdus.xlsx",
    "PDU": "/pdus/{pdus[0]}/",
    "PDU, csv": "/pdus/{pdus[0]}.csv",
    "PDU without a report": "/pdus/{bare}/",
    "inspection": "/pdus/{pdus[0]}/inspections/2025/",
    "standard": "/pdus/{pdus[0]}/inspections/2025/standards/assessment/",
    "source": "/sources/{pdus[0]}-2025-score/",
    "document": "/sources/{pdus[0]}-2025-report/",
    "about": "/about/",
    "accessibility": "/about/accessibility/",
}


@dataclass(kw_only=True)
class Measured:
    """What one page took in one store. Times in milliseconds, sizes in bytes."""

    statements: int
    rows: int
    raw: int
    gzipped: int
    brotlied: int
    times: list[tuple[float, float]] = field(default_factory=list)

    @property
    def time(self) -> float:
        return statistics.median(time for time, _ in self.times)

    @property
    def cpu(self) -> float:
        return min(cpu for _, cpu in self.times)


# --- Stores -----------------------------------------------------------------------------------------------------------


def prepare(folder: Path) -> None:
    """Start an embedded server for these stores only, fill those that are not there, and set Django up on it."""
    from config.embedded.server import EmbeddedServer  # noqa: PLC0415  (once the path is set)

    address = EmbeddedServer(folder / "postgresql", database="bench").join()
    variables = {"ENVIRONMENT": "development", "SECRET_KEY": "only for the benchmark", "DATA_DIR": str(folder)}
    os.environ.update(
        variables | {"DEBUG": "false", "ALLOWED_HOSTS": "testserver", "EXAMPLE_DATA": "true", "PAGE_CACHE": "false"}
    )
    for store in reversed(STORES):
        os.environ["DATABASE_URL"] = (
            f"postgresql:///{store.database}?host={address['HOST']}&port={address['PORT']}&user={address['USER']}"
        )
        subprocess.run(  # noqa: S603  (our own command)
            [sys.executable, str(ROOT / "manage.py"), "make_example_data", *store.arguments], check=True
        )
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()

    from config.serving import collect_static  # noqa: PLC0415

    collect_static()


def enter(store: Store) -> None:
    """Use a store from now on."""
    from django.db import connection  # noqa: PLC0415

    connection.close()
    connection.close_pool()
    connection.settings_dict["NAME"] = store.database
    connection.ensure_connection()


def places() -> dict[str, Any]:
    """What stands for the parts of addresses: of the largest region, its PDUs with a report, and one without."""
    from django.db.models import Count  # noqa: PLC0415

    from inspections.models import Edition, Region  # noqa: PLC0415

    region = Region.objects.annotate(size=Count("delivery_units")).order_by("-size", "name").first()
    editions = Edition.objects.filter(inspection__delivery_unit__region=region, inspection__round="2025")
    slugs = "inspection__delivery_unit__slug"
    held = editions.exclude(report=None).order_by(slugs).values_list(slugs, flat=True)
    bare = editions.filter(report=None).order_by(slugs).values_list(slugs, flat=True)
    return {"region": region.slug, "pdus": list(held), "bare": bare[0]}


# --- Measuring --------------------------------------------------------------------------------------------------------


def measure(times: int) -> dict[str, dict[str, Measured]]:
    """By page and by store. The first request of a page in a store is counted and weighed, and not timed."""
    from django.test import Client  # noqa: PLC0415

    found: dict[str, dict[str, Measured]] = {}
    addresses: dict[str, dict[str, str]] = {}
    for store in STORES:
        enter(store)
        parts = places()
        addresses[store.name] = {page: address.format(**parts) for page, address in PAGES.items()}
        for page, address in addresses[store.name].items():
            if is_built(address):
                found.setdefault(page, {})[store.name] = weigh(Client(), address)
    for _ in range(times):
        for store in STORES:
            enter(store)
            for page in found:
                found[page][store.name].times.append(timed(Client().get, addresses[store.name][page]))
    return found


def is_built(address: str) -> bool:
    from django.urls import Resolver404, resolve  # noqa: PLC0415

    try:
        resolve(urlsplit(address).path)
    except Resolver404:
        return False
    return True


def weigh(client: Any, address: str) -> Measured:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as statements:
        response = client.get(address)
    if response.status_code != 200:  # noqa: PLR2004
        sys.exit(f"{address} answers {response.status_code}")
    content = response.content
    main = content.partition(b"<main")[2].partition(b"</main>")[0]
    is_file = "attachment" in response.get("Content-Disposition", "")
    return Measured(
        statements=len(statements),
        rows=content.count(b"\n") - 1 if is_file else len(ROW.findall(main)),
        raw=len(content),
        gzipped=len(gzip.compress(content, 6)),
        brotlied=len(brotli.compress(content, quality=5)),
    )


def timed(get: Callable[[str], object], address: str) -> tuple[float, float]:
    """Milliseconds by the clock, and of this process."""
    began, worked = time.perf_counter(), time.process_time()
    get(address)
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)


# --- Telling ----------------------------------------------------------------------------------------------------------


def table(found: dict[str, dict[str, Measured]]) -> Iterator[str]:
    """Line by line."""
    sizes = "rows  raw kB  gzip kB  brotli kB"
    yield f"{'page':27}{'store':11}statements  time ms   CPU ms   {sizes}  11 to 110: rows bytes time  CPU"
    for page, stores in found.items():
        small = stores[SMALL.name]
        for name, each in stores.items():
            sizes = f"{each.raw / 1000:8.1f}{each.gzipped / 1000:9.1f}{each.brotlied / 1000:11.1f}"
            ratios = (
                f"{each.rows / max(small.rows, 1):15.1f} {each.raw / small.raw:5.1f} "
                f"{each.time / small.time:5.1f} {each.cpu / small.cpu:5.1f}"
            )
            taken = f"{page:27}{name:11}{each.statements:10}{each.time:9.1f}{each.cpu:9.1f}{each.rows:7}{sizes}"
            yield taken if each is small else taken + ratios
    changing = [page for page, stores in found.items() if len({each.statements for each in stores.values()}) > 1]
    left_out = [page for page in PAGES if page not in found]
    yield f"Pages whose number of statements changes with the number of PDUs: {'; '.join(changing) or 'none'}."
    yield f"Not built: {'; '.join(left_out) or 'none'}."


def main() -> None:
    parser = argparse.ArgumentParser(description="Statements, time and weight of every page at 11 and 110 PDUs")
    parser.add_argument("--times", type=int, default=9, help="timed requests of each page in each store")
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "bench", help="where the stores are kept")
    arguments = parser.parse_args()
    prepare(arguments.folder.resolve())
    sys.stdout.writelines(f"{line}\n" for line in table(measure(arguments.times)))


if __name__ == "__main__":
    main()
