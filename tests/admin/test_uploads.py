"""Choose, read, check, record: what each page of an upload says, does and refuses, and to whom."""

import json
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.admin.uploads import choose, limits
from inspections.importing.ratings.reading import read_ratings
from inspections.importing.ratings.record import record_ratings
from inspections.importing.staging import answer, preview_recording, record_staged
from inspections.importing.staging.answering import Said
from inspections.models import Answer, Edition, StagedFile, StagedState, Upload
from inspections.publishing.publish import publish_loaded
from tests import factories
from tests.importing.ratings.files import LEEDS, table
from tests.importing.report_text import Facts, Layout, render
from tests.importing.staged import key_of, somebody, staged
from tests.pages import parsed
from tests.row_counts import row_counts

pytestmark = pytest.mark.usefixtures("reference", "db")
TEXT = render(Facts(), Layout())
LOST = render(Facts(), Layout(areas_heading=False))
WRONG = TEXT.replace(b"| 80% |", b"| 180% |")
ADD = "/admin/inspections/upload/add/"


def file(name="marlow.txt", content=TEXT):
    return SimpleUploadedFile(name, content)


def page_of(step, staged_file):
    return reverse(f"admin:uploads_{step}", args=[staged_file.pk])


def upload_page(upload):
    return reverse("admin:inspections_upload_change", args=[upload.pk])


def text_of(response) -> str:
    return parsed(response.content.decode()).one("main").text


def statements(client, page) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def filled(response) -> dict[str, str]:
    """What a browser without JavaScript sends back from the check, unchanged."""
    form = next(f for f in parsed(response.content.decode()).all("form") if "check" in f.attributes.get("action", ""))
    sent = {i["name"]: i.attributes.get("value", "") for i in form.all("input") if i.attributes.get("type") == "hidden"}
    sent |= {i["name"]: i["value"] for i in form.all("input", type="text")}
    return sent | {i["name"]: i["value"] for i in form.all("input", type="radio") if "checked" in i.attributes}


@pytest.fixture
def staff_with(client):
    """Signs somebody in who may do just this."""

    def sign_in(*permissions: str) -> Client:
        user = User.objects.create_user("ben", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)
        return client

    return sign_in


# --- Choose -----------------------------------------------------------------------------------------------------------


def test_the_way_in_is_on_the_start_page_and_on_the_lists(admin_client):
    for page in ("index", "inspections_source_changelist", "inspections_inspection_changelist"):
        html = parsed(admin_client.get(reverse(f"admin:{page}")).content.decode())
        assert [link.text for link in html.one("main").all("a", href=ADD) if link.has(class_="addlink")].count(
            "Upload reports"
        ) == 1


def test_chosen_files_are_kept_and_wait(admin_client, admin_user):
    response = admin_client.post(ADD, {"files": [file("one.txt"), file("two.txt")]})
    upload = Upload.objects.get()

    assert response["Location"] == upload_page(upload) + "?read=now"
    assert upload.uploaded_by == admin_user
    assert [(f.name, f.state) for f in upload.staged_files.all()] == [("one.txt", "waiting"), ("two.txt", "waiting")]


def test_no_file_is_an_error_on_the_page(admin_client):
    response = admin_client.post(ADD, {})

    assert response.status_code == 400
    assert "Choose at least one file." in text_of(response)
    assert Upload.objects.count() == 0


def test_what_is_too_large_is_left_out_and_named(admin_client, monkeypatch):
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10_000)
    response = admin_client.post(ADD, {"files": [file("big.txt", b"x" * 200_000), file()]}, follow=True)

    assert [f.name for f in StagedFile.objects.all()] == ["marlow.txt"]
    assert "Left out: big.txt, it is larger than 0 MB." in parsed(response.content.decode()).text


def test_only_too_large_files_are_an_error_on_the_page(admin_client, monkeypatch):
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    response = admin_client.post(ADD, {"files": [file("big.txt")]})

    assert response.status_code == 400
    assert "Left out: big.txt" in text_of(response)


def test_twenty_files_are_taken_and_the_rest_named(admin_client):
    response = admin_client.post(ADD, {"files": [file(f"{n}.txt", b"x") for n in range(22)]}, follow=True)

    assert StagedFile.objects.count() == 20
    assert "Left out: 20.txt, only 20 files" in parsed(response.content.decode()).text
    assert "Left out: 21.txt" in parsed(response.content.decode()).text


def test_hundreds_of_files_are_refused_with_a_page(admin_client):
    response = admin_client.post(ADD, {"files": [file(f"{n}.txt", b"x") for n in range(150)]})

    assert response.status_code == 413
    assert "20 files at most" in text_of(response)


def test_a_body_that_says_it_is_too_large_is_not_read(admin_client, monkeypatch):
    class Unread:
        def read(self, *_):
            pytest.fail("the body was read")

        readline = read

    environ = {"wsgi.input": Unread(), "CONTENT_LENGTH": str(limits.MAX_REQUEST_BYTES + 1)}
    response = admin_client.generic("POST", ADD, content_type="multipart/form-data; boundary=x", **environ)

    assert response.status_code == 413
    assert "larger than 401 MB" in text_of(response)


def test_names_are_only_labels(admin_client):
    admin_client.post(ADD, {"files": [file("../../<script>alert(1)</script>.txt"), file("x" * 400 + ".txt")]})
    names = [f.name for f in StagedFile.objects.all()]

    assert all(len(name) <= 255 and "/" not in name for name in names)
    assert "<script>" not in admin_client.get(upload_page(Upload.objects.get())).content.decode().split("</head>")[1]


def test_a_form_from_elsewhere_is_refused(admin_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)
    read = staged(TEXT)
    pages = [ADD, page_of("check", read), page_of("record", read), page_of("read", read)]

    assert [strict.post(page, {"files": [file()]}).status_code for page in pages] == [403] * 4
    assert Upload.objects.count() == 1


def test_a_form_of_ours_is_taken(admin_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)
    token = parsed(strict.get(ADD).content.decode()).all("input", name="csrfmiddlewaretoken")[-1]["value"]

    assert strict.post(ADD, {"files": [file()], "csrfmiddlewaretoken": token}).status_code == 302


# --- Who may ----------------------------------------------------------------------------------------------------------


def test_strangers_are_asked_to_sign_in_and_their_files_not_kept(client):
    read = staged(TEXT)
    for page in [ADD, upload_page(read.upload), *(page_of(s, read) for s in ("check", "record", "original"))]:
        assert client.get(page)["Location"].startswith(reverse("admin:login"))
    assert client.post(ADD, {"files": [file()]})["Location"].startswith(reverse("admin:login"))
    assert Upload.objects.count() == 1


@pytest.mark.parametrize(
    ("permissions", "allowed"),
    [
        ((), set()),
        (("view_source", "change_inspection"), set()),
        (("view_upload",), {"page", "check", "original"}),
        (("view_upload", "add_upload"), {"page", "check", "original", "choose", "upload"}),
        (("change_upload",), {"page", "check", "original", "answer", "read"}),
        (("change_upload", "add_edition"), {"page", "check", "original", "answer", "read", "preview", "record"}),
        (("view_upload", "add_edition"), {"page", "check", "original", "preview"}),
    ],
)
def test_each_step_needs_its_permission(marlow, staff_with, permissions, allowed):
    client, read = staff_with(*permissions), staged(TEXT)
    tried = {
        "page": client.get(upload_page(read.upload)),
        "check": client.get(page_of("check", read)),
        "original": client.get(page_of("original", read)),
        "choose": client.get(ADD),
        "upload": client.post(ADD, {"files": [file()]}),
        "answer": client.post(page_of("check", read), {}),
        "read": client.post(page_of("read", read)),
        "preview": client.get(page_of("record", read)),
        "record": client.post(page_of("record", read), {}),
    }

    assert {name for name, response in tried.items() if response.status_code in (200, 302)} == allowed
    assert {response.status_code for name, response in tried.items() if name not in allowed} <= {403}
    assert Edition.objects.exists() == ("record" in allowed)


def test_who_may_only_look_is_offered_nothing_to_send(marlow, staff_with):
    client, read = staff_with("view_upload", "add_edition"), staged(LOST)
    for page in (page_of("check", read), page_of("record", read), upload_page(read.upload)):
        buttons = parsed(client.get(page).content.decode()).one("main").all("button", "input")
        assert [b for b in buttons if b.attributes.get("type") in ("submit", "radio")] == []


def test_nothing_is_changed_by_looking(marlow, admin_client):
    read = staged(LOST)
    before = row_counts()
    for page in (upload_page(read.upload), *(page_of(s, read) for s in ("check", "record", "original"))):
        assert admin_client.get(page).status_code == 200
    assert admin_client.get(page_of("read", read)).status_code == 405
    assert row_counts() == before


def test_what_was_uploaded_is_not_deleted_here(admin_client):
    upload = factories.upload()

    assert admin_client.post(reverse("admin:inspections_upload_delete", args=[upload.pk])).status_code == 403


def test_a_wrong_address_is_not_found(admin_client):
    for page in ("/admin/inspections/upload/999/change/", "/admin/inspections/upload/x/change/"):
        assert admin_client.get(page).status_code == 404
    assert admin_client.get("/admin/inspections/upload/files/999/check/").status_code == 404


# --- Read -------------------------------------------------------------------------------------------------------------


def test_a_script_reads_a_file_and_gets_its_row(marlow, admin_client):
    waiting = factories.upload(LOST).staged_files.get()
    response = admin_client.post(page_of("read", waiting), headers={"accept": "text/x-row"})
    row = parsed(response.content.decode()).one("tr")

    assert row["data-state"] == "read"
    assert "5 to confirm" in row.text
    assert "data-read" not in row.attributes


def test_a_button_reads_the_next_and_comes_back(admin_client):
    upload = factories.upload(TEXT, b"A shopping list.", b"")
    states = []
    for _ in range(4):
        response = admin_client.post(reverse("admin:uploads_read_next", args=[upload.pk]))
        assert response["Location"] == upload_page(upload)
        states.append([f.state for f in upload.staged_files.all()])

    assert states == [
        ["read", "waiting", "waiting"],
        ["read", "refused", "waiting"],
        ["read", "refused", "refused"],
        ["read", "refused", "refused"],
    ]


def test_the_page_says_how_far_it_is(admin_client):
    upload = factories.upload(TEXT, b"", b"A shopping list.")
    admin_client.post(reverse("admin:uploads_read_next", args=[upload.pk]))
    page = admin_client.get(upload_page(upload))

    assert "1 of 3 read" in text_of(page)
    assert "Waiting to be read" in text_of(page)


def test_refused_held_recorded_and_ready_are_said_in_words(marlow, admin_client):
    recorded = staged(TEXT)
    admin_client.post(page_of("record", recorded), {"agreed": ""})
    upload = factories.upload(TEXT, b"", LOST, render(Facts(interviews=45), Layout()))
    for _ in range(4):
        admin_client.post(reverse("admin:uploads_read_next", args=[upload.pk]))
    rows = [row.text for row in parsed(admin_client.get(upload_page(upload)).content.decode()).one("tbody").all("tr")]

    assert "Held already This very file was read into Marlow Vale, 2025, edition 1 (draft): nothing to do." in rows[0]
    assert "Refused The file is empty." in rows[1]
    assert "5 to confirm" in rows[2]
    assert "Ready to record" in rows[3]
    assert "Recorded Marlow Vale, 2025, edition 1 (draft)" in text_of(admin_client.get(upload_page(recorded.upload)))


def test_the_page_of_twenty_files_needs_as_many_statements_as_that_of_two(marlow, admin_client):
    pages = []
    for count in (2, 20):
        upload = factories.upload(*(render(Facts(interviews=30 + n), Layout()) for n in range(count)))
        for _ in range(count):
            admin_client.post(reverse("admin:uploads_read_next", args=[upload.pk]))
        admin_client.post(page_of("record", upload.staged_files.first()), {})
        pages.append(upload_page(upload))
    few, many = (statements(admin_client, page) for page in pages)

    assert few == many <= 8


# --- Check ------------------------------------------------------------------------------------------------------------


def test_problems_come_first_each_with_its_line_and_the_line_with_its_problem(marlow, admin_client):
    read = staged(WRONG.replace(b"3. train", b"9. train"))
    page = parsed(admin_client.get(page_of("check", read)).content.decode())
    problems = page.all("fieldset", class_="problem")

    assert [problem.one("legend").text for problem in problems][:2] == [
        "180% is not between 0% and 100%.",
        "Recommendation 9 follows number 2.",
    ]
    for problem in problems:
        line = problem.all("a", class_="at")[0]["href"].removeprefix("#")
        assert page.one(id=line).one("a", href=f"#{problem['id']}")


def test_every_line_of_the_file_is_there_and_every_link_has_its_line(marlow, admin_client):
    read = staged(LOST)
    page = parsed(admin_client.get(page_of("check", read)).content.decode())
    lines = page.all("div", class_="source-line")
    wanted = [" ".join(line.split()) for line in LOST.decode().split("\n")]

    assert [line.one("span", class_="words").text for line in lines] == wanted
    targets = {element["id"] for element in page.all() if "id" in element.attributes}
    links = [link["href"] for link in page.one("main").all("a") if link["href"].startswith("#")]
    assert len(links) > 60
    assert {link.removeprefix("#") for link in links} <= targets


def test_pages_of_the_file_are_marked(marlow, admin_client):
    read = staged(TEXT.replace(b"Foreword\n\nThis", b"\x0cForeword\n\nThis"))
    page = parsed(admin_client.get(page_of("check", read)).content.decode())

    assert [mark.text for mark in page.all("p", class_="page-mark")] == ["Page 1", "Page 2"]


def test_markup_in_a_file_is_shown_as_text(marlow, admin_client):
    html = admin_client.get(page_of("check", staged(TEXT.replace(b"train all staff", b"<img src=x onerror=a>"))))

    assert "<img" not in html.content.decode()
    assert "&lt;img src=x onerror=a&gt;" in html.content.decode()


def test_one_button_keeps_all_answers(marlow, admin_client, admin_user):
    read = staged(LOST)
    page = admin_client.get(page_of("check", read))
    sent = filled(page)
    keys = [name.removesuffix("-seen") for name in sent if name.endswith("-seen")]
    response = admin_client.post(page_of("check", read), sent | {f"{key}-do": "confirm" for key in keys})

    assert response.status_code == 302
    assert set(Answer.objects.values_list("is_confirmed", "answered_by")) == {(True, admin_user.pk)}
    assert Answer.objects.count() == len(keys) > 5
    assert "0 to confirm" in text_of(admin_client.get(page_of("check", read)))
    read.refresh_from_db()
    assert read.to_confirm == 0


def test_a_problems_own_button_keeps_what_else_is_filled_in_and_comes_back_to_it(marlow, admin_client):
    read = staged(LOST)
    sent = filled(admin_client.get(page_of("check", read)))
    first, second, *_ = [name.removesuffix("-seen") for name in sent if name.endswith("-seen")]
    both = {f"{first}-do": "confirm", f"{second}-do": "confirm", "only": second}
    response = admin_client.post(page_of("check", read), sent | both)

    assert set(Answer.objects.values_list("problem", flat=True)) == {first, second}
    assert response["Location"].endswith(f"#problem-{second}")


def test_the_page_sent_back_as_it_is_changes_nothing(marlow, admin_client):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    admin_client.post(page_of("check", read), {f"{key}-seen": "", f"{key}-do": "areas-nowhere"})
    before = row_counts()
    admin_client.post(page_of("check", read), filled(admin_client.get(page_of("check", read))))

    assert row_counts() == before


def test_a_corrected_value_is_shown_as_staffs(marlow, admin_client):
    read = staged(WRONG)
    key = key_of(read, "percentage_out_of_range")
    admin_client.post(page_of("check", read), {f"{key}-seen": "", f"{key}-percentage": "80"})
    page = parsed(admin_client.get(page_of("check", read)).content.decode())

    assert page.one(id=f"problem-{key}").one("p", class_="answered").text.startswith("80%, entered by staff. admin,")
    [marked] = page.all("span", class_="tag-staff")
    assert marked.text == "entered by staff"


def test_what_is_no_answer_is_said_beside_it_and_the_others_are_kept(marlow, admin_client):
    read = staged(WRONG.replace(b"3. train", b"9. train"))
    wrong, right = key_of(read, "percentage_out_of_range"), key_of(read, "recommendation_numbers")
    sent = {f"{wrong}-seen": "", f"{wrong}-percentage": "140", f"{right}-seen": "", f"{right}-number": "3"}
    response = admin_client.post(page_of("check", read), sent)
    page = parsed(response.content.decode())

    assert "“140” is not a percentage" in page.one(id=f"problem-{wrong}").text
    assert page.one("input", name=f"{wrong}-percentage")["value"] == "140"
    assert Answer.objects.get().problem == right


def test_two_editors_see_each_others_answers_before_one_replaces_the_other(marlow, admin_client, staff_with):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    ben = staff_with("change_upload")
    theirs = filled(ben.get(page_of("check", read))) | {f"{key}-do": "areas-nowhere"}
    mine = filled(admin_client.get(page_of("check", read))) | {f"{key}-do": "confirm"}

    ben.post(page_of("check", read), theirs)
    response = admin_client.post(page_of("check", read), mine)
    card = parsed(response.content.decode()).one(id=f"problem-{key}")
    assert response.status_code == 200
    assert "ben has answered this meanwhile: “All of them are strengths”." in card.text
    assert "Yours is not kept: “Looked at: right as it was read”." in card.text
    assert Answer.objects.get().answered_by.username == "ben"

    assert admin_client.post(page_of("check", read), filled(response)).status_code == 302
    assert (Answer.objects.get().value, Answer.objects.get().answered_by.username) == ("", "admin")


def test_an_answer_is_taken_back(marlow, admin_client):
    read = staged(LOST)
    key = key_of(read, "heading_lost")
    admin_client.post(page_of("check", read), {f"{key}-seen": "", f"{key}-do": "confirm"})
    sent = filled(admin_client.get(page_of("check", read))) | {f"{key}-do": "take-back"}
    admin_client.post(page_of("check", read), sent)

    assert Answer.objects.count() == 0


def test_a_file_that_is_not_to_be_checked_leads_back_and_says_why(admin_client):
    for content, words in ((b"", "was refused: The file is empty."), (TEXT, "has not been read yet")):
        waiting = factories.upload(content).staged_files.get()
        if not content:
            admin_client.post(page_of("read", waiting))
        for step in ("check", "record"):
            response = admin_client.get(page_of(step, waiting), follow=True)
            assert response.redirect_chain[0][0] == upload_page(waiting.upload)
            assert words in parsed(response.content.decode()).text


def test_the_check_needs_as_many_statements_for_many_lines_and_answers_as_for_few(marlow, admin_client):
    small, large = staged(TEXT), staged(render(Facts(strengths=Facts().strengths * 9), Layout(areas_heading=False)))
    many = statements(admin_client, page_of("check", large))
    sent = filled(admin_client.get(page_of("check", large)))
    keys = [name.removesuffix("-seen") for name in sent if name.endswith("-seen")]
    admin_client.post(page_of("check", large), sent | {f"{key}-do": "confirm" for key in keys})

    assert many == statements(admin_client, page_of("check", small)) <= 25
    answered = statements(admin_client, page_of("check", large))
    assert answered <= many + 10  # the store is asked once more about the report as it is corrected


# --- Record -----------------------------------------------------------------------------------------------------------


def agreed_in(response) -> str:
    return parsed(response.content.decode()).one("input", name="agreed")["value"]


def test_a_preview_names_the_draft_and_the_places_that_would_be_made(admin_client):
    read = staged(TEXT)
    key = key_of(read, "pdu_unknown")
    admin_client.post(page_of("check", read), {f"{key}-seen": "", f"{key}-do": "create"})
    page = admin_client.get(page_of("record", read))

    assert "A new draft: Marlow Vale, 2025, edition 1 (draft)" in text_of(page)
    assert "The delivery unit Marlow Vale in Northern Fells" in text_of(page)
    assert Edition.objects.count() == 0
    response = admin_client.post(page_of("record", read), {"agreed": agreed_in(page)}, follow=True)
    assert "Marlow Vale, 2025, edition 1 (draft) is recorded." in parsed(response.content.decode()).text
    assert Edition.objects.count() == 1


def test_what_is_not_fixed_can_not_be_recorded(marlow, admin_client):
    read = staged(WRONG)
    page = admin_client.get(page_of("record", read))

    assert "It can’t be recorded yet. 1 problem must be fixed first." in text_of(page)
    response = admin_client.post(page_of("record", read), {"agreed": ""}, follow=True)
    assert "is not recorded. 1 problem must be fixed first." in parsed(response.content.decode()).text
    assert Edition.objects.count() == 0


def test_what_is_not_confirmed_is_said_and_does_not_stop(marlow, admin_client):
    page = admin_client.get(page_of("record", staged(LOST)))

    assert "5 problems are not confirmed yet, and stay open on the draft." in text_of(page)
    assert agreed_in(page)


def test_the_same_file_says_so_and_links_the_draft(marlow, admin_client):
    admin_client.post(page_of("record", staged(TEXT)), {})
    again = staged(TEXT)
    edition = Edition.objects.get()

    for page in (admin_client.get(page_of("check", again)), admin_client.get(page_of("record", again))):
        main = parsed(page.content.decode()).one("main")
        assert "This very file is held already" in main.text
        assert main.all("a", href=reverse("admin:inspections_edition_change", args=[edition.pk]))
    admin_client.post(page_of("record", again), {})
    again.refresh_from_db()
    assert (again.state, again.edition, Edition.objects.count()) == (StagedState.RECORDED, edition, 1)


def test_a_changed_file_shows_what_differs_and_waits_for_a_yes(marlow, admin_client):
    admin_client.post(page_of("record", staged(TEXT)), {})
    changed = staged(TEXT.replace(b"| 80% |", b"| 81% |"))
    page = admin_client.get(page_of("record", changed))
    row = parsed(page.content.decode()).one("table", class_="differences").one("tbody").one("tr")

    assert row.text == "marlow-vale-2025-assessment-q1 80% 81%"
    assert parsed(page.content.decode()).one("input", value="Yes, update the draft")
    refused = admin_client.post(page_of("record", changed), {}, follow=True)
    assert "changed since it was shown" in parsed(refused.content.decode()).text
    admin_client.post(page_of("record", changed), {"agreed": agreed_in(page)})
    assert Edition.objects.get().key_question_results.order_by("pk").first().percentage == 81


def test_a_recorded_file_leads_to_its_draft(marlow, admin_client):
    read = staged(TEXT)
    admin_client.post(page_of("record", read), {})
    response = admin_client.get(page_of("check", read), follow=True)

    assert "is recorded as Marlow Vale, 2025, edition 1 (draft)." in parsed(response.content.decode()).text


def test_the_history_of_the_upload_names_what_was_recorded(marlow, admin_client):
    read = staged(TEXT)
    admin_client.post(page_of("record", read), {})

    html = admin_client.get(reverse("admin:inspections_upload_history", args=[read.upload_id])).content.decode()
    assert "marlow.txt: Marlow Vale, 2025, edition 1 (draft) is recorded." in html


# --- The original -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("report.html", 'attachment; filename="report.html"'),
        ('a"b\r\nSet-Cookie: x.txt', r'attachment; filename="a\"b Set-Cookie: x.txt"'),
        ("Überblick.txt", "attachment; filename*=utf-8''%C3%9Cberblick.txt"),
    ],
)
def test_the_original_is_a_download_whatever_it_is(admin_client, name, disposition):
    content = b"<script>alert(1)</script>"
    upload = factories.upload(content)
    upload.staged_files.update(name=name)
    response = admin_client.get(page_of("original", upload.staged_files.get()))

    assert response.content == content
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == disposition
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


# --- Under the policy -------------------------------------------------------------------------------------------------


def test_no_page_has_script_or_style_in_it(marlow, admin_client):
    read = staged(LOST)
    for page in (ADD, upload_page(read.upload), page_of("check", read), page_of("record", read)):
        response = admin_client.get(page)
        html = response.content.decode()
        assert "unsafe-inline" not in response["Content-Security-Policy"]
        assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html) == []


def test_the_limits_of_the_page_are_those_of_the_server(admin_client):
    form = parsed(admin_client.get(ADD).content.decode()).one("form", class_="choose")

    assert json.loads(form["data-most-bytes"]) == choose.MAX_FILE_BYTES == 20_000_000
    assert json.loads(form["data-most-files"]) == choose.MAX_FILES == 20


@pytest.mark.parametrize(("more", "count"), [((), 0), (("add_region", "add_deliveryunit"), 1)])
def test_places_are_created_only_by_those_who_may(staff_with, more, count):
    client = staff_with("view_upload", "add_upload", "change_upload", "add_edition", *more)
    read = staged(TEXT)
    key = key_of(read, "pdu_unknown")
    check = client.get(page_of("check", read))
    offered = [radio["value"] for radio in parsed(check.content.decode()).all("input", type="radio")]
    assert offered.count("create") == count
    assert ("a data manager adds it, under Delivery units" in text_of(check)) == (not count)
    client.post(page_of("check", read), {f"{key}-seen": "", f"{key}-do": "create"})
    assert Answer.objects.count() == count

    answer(read, {key: Said(value="create", seen="")}, by=somebody())
    page = client.get(page_of("record", read))
    assert ("not among your permissions" in text_of(page)) == (not count)
    assert len(parsed(page.content.decode()).all("input", name="agreed")) == count
    agreed = preview_recording(read, by=somebody()).digest
    response = client.post(page_of("record", read), {"agreed": agreed}, follow=True)
    assert ("not among your permissions" in parsed(response.content.decode()).text) == (not count)
    assert Edition.objects.count() == count


def test_a_region_that_is_not_held_is_asked_of_a_data_manager(staff_with):
    read = staged(render(Facts(region="Southern Marches"), Layout()))
    page = text_of(staff_with("view_upload", "change_upload").get(page_of("check", read)))

    assert "a data manager adds it, under Regions" in page
    assert "is created with it" not in page


def test_over_a_published_edition_the_preview_says_what_stays(marlow, admin_client):
    first = staged(TEXT)
    publish_loaded([record_staged(first, by=somebody()).edition], title="First", reason="To try it.")
    page = text_of(admin_client.get(page_of("record", staged(TEXT + b"\n"))))

    assert "It says the same as the published edition, in every fact." in page
    assert "edition 1 (published) stays public until this draft is published" in page


# --- Tables of ratings ------------------------------------------------------------------------------------------------


def test_a_table_shows_what_becomes_of_each_row_and_is_recorded_as_seen(marlow, admin_client):
    good = {**LEEDS, "pdu": "Marlow Vale", "region": "Northern Fells"}
    read = staged(table(good, {**good, "pdu": "Nowhere"}).content, name="ratings.csv")
    page = admin_client.get(page_of("check", read))

    assert (read.state, read.form, read.about) == ("read", "csv", "2 rows of ratings")
    assert "1 new, 1 refused" in text_of(page)
    agreed = parsed(page.content.decode()).one("input", name="agreed")["value"]
    refused = admin_client.post(page_of("record", read), {"agreed": agreed}, follow=True)
    assert "1 of 2 rows are refused" in parsed(refused.content.decode()).text
    assert Edition.objects.count() == 0
    done = admin_client.post(page_of("record", read), {"agreed": agreed, "leave_refused_out": "yes"}, follow=True)
    assert "1 draft recorded from ratings.csv" in parsed(done.content.decode()).text
    assert Edition.objects.get().inspection.key == "marlow-vale-2025"
    assert "See its rows and their drafts" in text_of(admin_client.get(upload_page(read.upload)))


def test_a_table_that_has_changed_since_it_was_shown_is_not_recorded(marlow, admin_client):
    rows = {**LEEDS, "pdu": "Marlow Vale", "region": "Northern Fells"}
    read = staged(table(rows).content, name="ratings.csv")
    page = admin_client.get(page_of("check", read))
    agreed = parsed(page.content.decode()).one("input", name="agreed")["value"]
    record_ratings(read_ratings(table({**rows, "score": "9"}).content), table({**rows, "score": "9"}))
    response = admin_client.post(page_of("record", read), {"agreed": agreed}, follow=True)

    assert "look at it again" in parsed(response.content.decode()).text
    assert Edition.objects.get().score == 9
