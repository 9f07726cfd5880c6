"""What every page knows of the service: its name, its owner, its navigation, where to report a mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import reverse

from inspections.views.preview_notice import preview_notice, public_path

INSPECTORATE = "HM Inspectorate of Probation"
EXAMPLE_MARK = "(example data)"
EXAMPLE_NOTICE = (
    "Example data: every place, report, number and sentence about an inspection on this page is made up, to try this "
    "service out. The inspectorate wrote none of it."
)

# Pages that are built, in the order of the navigation. A page joins when it exists.
NAVIGATION = (
    ("Regions", "inspections:regions"),
    ("PDUs", "inspections:pdus"),
    ("Compare", "inspections:compare"),
    ("Changes", "inspections:changes"),
    ("About the data", "inspections:about"),
)


@dataclass(frozen=True, kw_only=True)
class Link:
    """A step of the breadcrumbs or an entry of the navigation."""

    label: str
    address: str
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Service:
    """`example_mark` and `example_notice` are "" where the store holds what is real."""

    name: str
    home: str
    owner: str
    is_the_inspectorate: bool
    mistake_address: str
    mistake_email: str
    navigation: tuple[Link, ...]
    example_mark: str
    example_notice: str


def service(request: HttpRequest) -> dict[str, object]:
    """Context processor. A view may override `canonical` where the query string changes what a page means."""
    canonical = page_address(request)
    owner = settings.SERVICE_OWNER.strip()
    email = settings.REPORT_A_MISTAKE_EMAIL.strip()
    return {
        "canonical": canonical,
        "preview_notice": preview_notice(),
        "service": Service(
            name=f"{settings.SERVICE_NAME} {EXAMPLE_MARK}" if settings.EXAMPLE_DATA else settings.SERVICE_NAME,
            home=reverse("inspections:home"),
            owner=owner,
            is_the_inspectorate=owner.casefold() == INSPECTORATE.casefold(),
            mistake_address=mistake_address(email, canonical),
            mistake_email=email,
            navigation=tuple(navigation_link(label, name, request.path) for label, name in NAVIGATION),
            example_mark=EXAMPLE_MARK if settings.EXAMPLE_DATA else "",
            example_notice=EXAMPLE_NOTICE if settings.EXAMPLE_DATA else "",
        ),
    }


def page_address(request: HttpRequest, **asked: str | Sequence[str]) -> str:
    """Absolute, with what is `asked` of the page: values that it found to mean something, in their order, each once.

    Of a previewed page it is where the public will find it: the address of a preview is for its reader alone.
    Only the path where the host is not ours: the page that refuses such a request is made here too.
    """
    address = address_with(public_path(request.path), **asked)
    try:
        return request.build_absolute_uri(address)
    except DisallowedHost:
        return address


def address_with(path: str, **asked: str | Sequence[str]) -> str:
    """The path, asking for what is asked; without what is empty."""
    query = urlencode({name: value for name, value in asked.items() if value}, doseq=True)
    return f"{path}?{query}" if query else path


def navigation_link(label: str, name: str, path: str) -> Link:
    address = reverse(name)
    return Link(label=label, address=address, is_current=path.startswith(address))


def mistake_address(email: str, page: str) -> str:
    """A letter that already names the page, or where the page says whom to tell."""
    if not email:
        return reverse("inspections:about") + "#mistakes"
    subject = quote("Mistake on a page of inspection findings")
    body = quote(f"Page: {page}\n\nWhat is wrong:\n")
    return f"mailto:{email}?subject={subject}&body={body}"
