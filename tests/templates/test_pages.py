"""The shell: landmarks, headings, words every page must have, and nothing a strict CSP forbids."""

import itertools
import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.views.defaults import bad_request, permission_denied, server_error

from inspections.views.context import service

PAGES = ["/about/accessibility/", "/about/components/", "/about/components/?page=2&sort=-score"]
VOID = {"meta", "link", "img", "br", "hr", "input", "source", "area", "base", "col", "embed", "wbr"}


class Outline(HTMLParser):
    """Landmarks, headings, ids and addresses of a page, and elements left open."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.headings, self.ids, self.anchors, self.attributes, self.open = [], [], [], [], set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        attributes = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.anchors.append(attributes["href"][1:])
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            self.anchors += attributes.get(name, "").split()
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(params=PAGES)
def page(request, client):
    response = client.get(request.param)
    assert response.status_code == 200
    return response.content.decode()


def test_landmarks_and_headings(page):
    outline = Outline(page)
    assert outline.open == []
    assert [outline.tags.count(tag) for tag in ("header", "main", "footer", "h1")] == [1] * 4
    # The banner's heading may come before the h1; after it no level is skipped.
    after = outline.headings[outline.headings.index(1) :]
    assert all(below <= above + 1 for above, below in itertools.pairwise(after))


def test_every_id_is_there_once_and_every_reference_leads_somewhere(page):
    outline = Outline(page)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.anchors) <= set(outline.ids)


def test_nothing_inline_and_nothing_from_elsewhere(page):
    outline = Outline(page)
    assert "style" not in outline.tags
    assert not {name for name in outline.attributes if name == "style" or name.startswith("on")}
    for script in re.findall(r"<script\b[^>]*>", page):
        assert 'src="/static/' in script or 'type="application/json"' in script
    assert all(sheet.startswith("/static/") for sheet in re.findall(r'<link rel="stylesheet" href="([^"]*)"', page))


def test_every_page_says_what_it_must(page):
    assert '<html lang="en-GB"' in page
    assert 'href="#main-content" class="govuk-skip-link"' in page
    assert f" - {settings.SERVICE_NAME}</title>" in page
    assert "This is not a service of HM Inspectorate of Probation." in page
    assert "Contains public sector information licensed under the" in page
    assert "Report a mistake" in page
    assert "Beta" in page


def test_preview_texts_are_in_the_html_and_absolute(client):
    html = client.get("/about/accessibility/?anything=1").content.decode()
    assert '<link rel="canonical" href="http://testserver/about/accessibility/">' in html
    assert '<meta property="og:url" content="http://testserver/about/accessibility/">' in html
    assert '<meta property="og:title" content="Accessibility statement">' in html
    assert '<meta name="twitter:title" content="Accessibility statement">' in html
    descriptions = re.findall(r'(?:og|twitter):description" content="([^"]*)"', html)
    assert len(descriptions) == 2
    assert len(set(descriptions)) == 1
    assert '<meta name="twitter:card" content="summary">' in html


def test_preview_may_say_more_than_the_title_and_show_a_picture():
    html = render_to_string(
        "components/sharing_tags.html",
        {
            "site": "Findings",
            "address": "https://findings.example/pdus/northmere/",
            "page_title": "Northmere PDU",
            "share_title": "Northmere PDU: Good",
            "share_description": "58% in Northmere",
            "image": "https://findings.example/northmere.png",
            "image_alt": "A bar chart",
        },
    )
    assert 'og:title" content="Northmere PDU: Good"' in html
    assert 'og:image:alt" content="A bar chart"' in html
    assert "summary_large_image" in html
    assert 'name="description"' not in html


def test_page_without_a_title_of_its_own_has_the_name_of_the_service(rf):
    html = render_to_string("base.html", request=rf.get("/"))
    assert f"<title>{settings.SERVICE_NAME}</title>" in html
    assert f'og:title" content="{settings.SERVICE_NAME}"' in html
    assert "govuk-breadcrumbs" not in html


def test_navigation_marks_where_the_reader_is(client):
    html = client.get("/about/accessibility/").content.decode()
    assert html.count('aria-current="true"') == 1
    assert '<a class="govuk-service-navigation__link" href="/about/" aria-current="true">' in html


def test_mistakes_go_to_a_letter_that_names_the_page(client, settings):
    settings.REPORT_A_MISTAKE_EMAIL = "mistakes@findings.example"
    html = client.get("/about/accessibility/").content.decode()
    assert 'href="mailto:mistakes@findings.example?subject=Mistake' in html
    assert "Page%3A%20http%3A//testserver/about/accessibility/" in html


def test_without_an_address_the_page_says_whom_to_tell(client, settings):
    settings.REPORT_A_MISTAKE_EMAIL = ""
    html = client.get("/about/accessibility/").content.decode()
    assert 'href="/about/#mistakes"' in html


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        ("", "This is not a service of HM Inspectorate of Probation."),
        ("A charity", "This is not a service of HM Inspectorate of Probation. It is run by A charity."),
        ("HM Inspectorate of Probation", "This is a service of HM Inspectorate of Probation."),
    ],
)
def test_footer_says_whose_service_it_is(client, settings, owner, words):
    settings.SERVICE_OWNER = owner
    assert words in " ".join(client.get("/about/accessibility/").content.decode().split())


def test_gallery_is_not_in_production(client, settings):
    settings.IS_PRODUCTION = True
    assert client.get("/about/components/").status_code == 404


def test_not_found_is_a_page_with_a_way_on(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "<title>Page not found - " in html
    assert Outline(html).open == []


def test_not_allowed_is_a_page(rf):
    html = permission_denied(rf.get("/"), PermissionError()).content.decode()
    assert "You cannot see this page" in html


def test_host_that_is_not_ours_is_refused_with_a_page(client, settings):
    settings.ALLOWED_HOSTS = ["findings.example"]
    response = client.get("/about/accessibility/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "This address cannot be answered" in response.content.decode()


def test_address_of_a_page_under_a_host_that_is_not_ours_is_only_its_path(rf, settings):
    settings.ALLOWED_HOSTS = ["findings.example"]
    assert service(rf.get("/about/", headers={"host": "elsewhere.example"}))["canonical"] == "/about/"


@pytest.mark.parametrize(("view", "words"), [(server_error, "Sorry"), (bad_request, "cannot be answered")])
def test_standalone_errors_need_no_context(rf, view, words):
    arguments = [] if view is server_error else [ValueError()]
    html = view(rf.get("/"), *arguments).content.decode()
    assert words in html
    assert Outline(html).open == []
