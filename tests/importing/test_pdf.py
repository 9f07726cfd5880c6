"""What stands on a page of a PDF, as the lines that a person reads."""

import pytest

from inspections.importing.extract import Document, NotReadable
from inspections.importing.extract.pdf import read_pdf
from tests.importing.bad_pdfs import BAD_PDFS, PROSE, prose
from tests.importing.small_pdf import PICTURE, Made, pdf, rule, text, turned


def table(*rows: tuple[float, str, str], right: float = 400) -> str:
    return "".join(text(first, 60, y) + text(second, right, y) for y, first, second in rows)


def lines(content: bytes) -> list[str]:
    return [line.text for line in read_pdf(content).lines]


def furniture(document: Document) -> list[tuple[int | None, str]]:
    return [(line.page, line.text) for line in document.lines if line.is_furniture]


def test_lines_are_numbered_through_all_pages():
    document = read_pdf(pdf(prose(70, 100), text("Two.", 70, 100)))
    assert [(line.number, line.page, line.text) for line in document.lines][4:] == [
        *((5, 1, PROSE[-1]), (6, 2, ""), (7, 2, "Two.")),
    ]
    assert document.form == "pdf"


def test_paragraphs_have_a_blank_line_between_them():
    assert lines(pdf(prose(70, 100) + prose(70, 178))) == [*PROSE, "", *PROSE]


def test_a_larger_or_bold_line_is_a_paragraph_of_its_own():
    bold = text("Strengths", 70, 86, font="B")
    assert lines(pdf(text("Leadership", 70, 72, size=16) + bold + prose(70, 100)))[:4] == [
        *("Leadership", "", "Strengths", ""),
    ]


def test_a_paragraph_may_begin_with_a_line_that_is_set_in():
    second = text(PROSE[0], 84, 170) + prose(70, 184, lines=PROSE[1:])
    assert lines(pdf(prose(70, 100) + second)) == [*PROSE, "", *PROSE]


def test_places_tell_the_order_and_not_the_file():
    backwards = [text(line, 70, 100 + 14 * number) for number, line in enumerate(PROSE)][::-1]
    assert lines(pdf("".join(backwards))) == list(PROSE)


@pytest.mark.parametrize("shift", [0, 6], ids=["level", "not level"])
def test_columns_are_read_one_after_the_other(shift):
    left, right = [f"L{line}" for line in PROSE], [f"R{line}" for line in PROSE]
    title = text("A title over both columns, wide enough to reach from the one into the other", 60, 60)
    columns = prose(310, 100 + shift, lines=tuple(right)) + prose(60, 100, lines=tuple(left))
    assert [line for line in lines(pdf(title + columns)) if line][1:] == [*left, *right]


def test_rows_of_a_table_without_lines():
    rows = [(100.0, "Key question", "Percentage"), (114.0, "Is it enough?", "59%"), (128.0, "Is it safe?", "37%")]
    assert lines(pdf(table(*rows))) == [
        *("| Key question | Percentage |", "| Is it enough? | 59% |", "| Is it safe? | 37% |"),
    ]


@pytest.mark.parametrize("share_at", [100, 107, 114], ids=["top", "middle", "bottom"])
def test_a_cell_may_have_several_lines(share_at):
    wrapped = text("Does the implementation and delivery of services", 60, 100)
    wrapped += text("effectively support desistance?", 60, 114) + text("41%", 400, share_at)
    ruled = rule(50, 90, 450) + wrapped + rule(50, 120, 450) + table((135, "Is it safe?", "27%")) + rule(50, 141, 450)
    assert lines(pdf(ruled)) == [
        "| Does the implementation and delivery of services effectively support desistance? | 41% |",
        "| Is it safe? | 27% |",
    ]


def test_cells_that_both_have_several_lines_are_one_row():
    first = table((100, "P 1.1 Leadership and the", "Requires"), (113, "work of the board", "improvement"), right=250)
    second = table((140, "P 1.2 Staffing", "Good"), right=250)
    assert lines(pdf(first + second)) == [
        "| P 1.1 Leadership and the work of the board | Requires improvement |",
        "| P 1.2 Staffing | Good |",
    ]


def test_a_row_over_the_whole_table_is_a_row():
    rows = rule(50, 88, 450) + table((100, "P 1.3", "Services"), right=120) + rule(50, 106, 450)
    rows += text("2. Service delivery", 60, 118) + rule(50, 124, 450)
    rows += table((136, "P 2.1", "Assessment"), right=120) + rule(50, 142, 450)
    assert lines(pdf(rows)) == ["| P 1.3 | Services |", "| 2. Service delivery |", "| P 2.1 | Assessment |"]


def test_text_beside_text_is_no_table():
    words = ("Assessment is well-informed, analytical and", "personalised, involving actively the", "person.")
    statement = prose(60, 100, lines=words)
    box = "0.8 0.2 0.1 rg 320 718 120 24 re f 1 g\n" + text("Inadequate", 340, 114) + "0 g\n"
    assert lines(pdf(statement + box + prose(60, 300)))[:5] == [*words, "", "Inadequate"]


def test_a_table_goes_on_over_a_page_end():
    first = table((100, "Key question", "Percentage"), (120, "Is it enough?", "59%"))
    assert lines(pdf(first, table((60, "Is it safe?", "37%")))) == [
        *("| Key question | Percentage |", "| Is it enough? | 59% |", "| Is it safe? | 37% |"),
    ]


@pytest.mark.parametrize(
    ("bullet", "font", "written"), [("•", "F", "•"), ("–", "F", "-"), ("o", "F", "•"), ("§", "W", "•"), ("-", "F", "-")]
)
def test_bullets_of_any_font(bullet, font, written):
    item = (
        text(bullet, 60, 100, font=font) + text("one thing that goes on to", 80, 100) + text("a second line", 80, 114)
    )
    other = text(bullet, 60, 134, font=font) + text("another thing", 80, 134)
    assert lines(pdf(item + other)) == [
        *(f"{written} one thing that goes on to", "a second line", f"{written} another thing"),
    ]


def test_a_bullet_may_be_drawn():
    dot = "60 741 m 60 742 61 743 62 743 c 63 743 64 742 64 741 c 64 740 63 739 62 739 c 61 739 60 740 60 741 c f\n"
    assert lines(pdf(dot + text("one thing", 76, 104.5))) == ["• one thing"]


def test_what_stands_at_the_margin_after_a_list_is_a_paragraph():
    item = text("•", 60, 100) + text("one thing that goes on to", 80, 100) + text("a second line", 80, 114)
    assert lines(pdf(item + text("No item.", 60, 128))) == [
        "• one thing that goes on to",
        "a second line",
        "",
        "No item.",
    ]


def test_a_wider_space_between_items_is_kept():
    items = [text("•", 60, y) + text("thing", 80, y) for y in (100, 120, 140, 180, 200)]
    assert lines(pdf("".join(items))) == ["• thing"] * 3 + [""] + ["• thing"] * 2


def test_list_numbers_hang():
    first = text("1. provide all staff with the", 60, 100) + text("necessary training", 72.2, 114)
    assert lines(pdf(first + text("2. and more", 60, 134))) == [
        *("1. provide all staff with the", "necessary training", "", "2. and more"),
    ]


def test_footnote_marks_are_raised_figures():
    marked = text("Our rating", 60, 100) + text("2", 110, 96, size=6) + text(" for it", 114, 100)
    note = text("2", 60, 700, size=5) + text("It is driven by the lowest.", 64, 703, size=8)
    assert lines(pdf(marked + note)) == ["Our rating² for it", "", "² It is driven by the lowest."]
    raised = "BT /F 11 Tf 60 700 Td (Our rating) Tj /F 6 Tf 4 Ts (2) Tj 0 Ts /F 11 Tf ( for it) Tj ET"
    assert lines(pdf(raised)) == ["Our rating² for it"]


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        (
            "We saw incon-",
            "sistent analysis, inconsistent work.",
            ["We saw inconsistent", "analysis, inconsistent work."],
        ),
        (
            "A team of multi-",
            "agency staff: a multi-agency team.",
            ["A team of multi-", "agency staff: a multi-agency team."],
        ),
        ("It was Thirty-", "eight per cent.", ["It was Thirty-", "eight per cent."]),
        ("See www.example.org/", "a-page of ours.", ["See www.example.org/a-page", "of ours."]),
    ],
)
def test_words_that_a_line_end_parts(first, second, read):
    assert lines(pdf(text(first, 60, 100) + text(second, 60, 114))) == read


def test_headers_and_footers_are_furniture_by_their_place_and_repetition():
    pages = [
        text("HM Inspectorate", 60, 30) + prose(60, 100) + text("Any words", 60, 810) + text(str(page), 500, 810)
        for page in (1, 2, 3)
    ]
    document = read_pdf(pdf(*pages))
    assert furniture(document) == [
        (page, words) for page in (1, 2, 3) for words in ("HM Inspectorate", f"Any words {page}")
    ]


def test_what_is_repeated_inside_pages_is_text():
    pages = [prose(60, 100) + text("Strengths:", 60, y) for y in (300, 350, 400)]
    assert furniture(read_pdf(pdf(*pages))) == []


@pytest.mark.parametrize(
    ("last", "is_broken"), [("as long as its column is wide, a second", False), ("It ends.", True)]
)
def test_a_paragraph_goes_on_over_a_page_end_where_its_line_was_full(last, is_broken):
    first = prose(60, 100) + prose(60, 700, lines=(PROSE[0], last)) + text("1", 300, 820)
    document = read_pdf(pdf(first, text("number of words.", 60, 100) + text("2", 300, 820)))
    assert [line.text for line in document.lines][-(5 if is_broken else 4) :] == [
        *(last, "1", *([""] if is_broken else []), "number of words.", "2"),
    ]


def test_a_turned_page_is_read_as_it_is_shown():
    content = turned("Up the page it runs", 100, 400, "0 1 -1 0") + turned("and a second line", 114, 400, "0 1 -1 0")
    made = Made(pages=[content], page_keys="/Rotate 90")
    assert lines(made.written()) == ["Up the page it runs", "and a second line"]


def test_turned_text_stands_for_itself():
    assert lines(pdf(prose(70, 100) + turned("sideways", 30, 400, "0 1 -1 0"))) == [*PROSE, "", "sideways"]


def test_a_stamp_on_many_pages_is_furniture():
    pages = [prose(70, 100) + turned("DRAFT", 300, y, "0.7 0.7 -0.7 0.7") for y in (400, 420)]
    assert furniture(read_pdf(pdf(*pages))) == [(1, "DRAFT"), (2, "DRAFT")]


def test_what_nobody_sees_is_kept_as_furniture():
    content = text("seen", 70, 100) + text("not seen", 70, 120, before="3 Tr") + text("off the page", 700, 300)
    document = read_pdf(pdf(content))
    assert [line.text for line in document.lines if not line.is_furniture] == ["seen"]
    assert furniture(document) == [(1, "not seen"), (1, "off the page")]


def test_a_scan_with_a_text_layer_is_read():
    layer = text("These words were read by a machine from a scan.", 70, 100, before="3 Tr")
    assert lines(pdf(PICTURE + layer)) == ["These words were read by a machine from a scan."]


def test_covers_may_be_pictures():
    assert lines(pdf(PICTURE, prose(70, 100), PICTURE)) == list(PROSE)


@pytest.mark.parametrize(("content", "reason"), BAD_PDFS.values(), ids=BAD_PDFS.keys())
def test_what_cannot_be_read_is_refused_in_one_line(content, reason):
    with pytest.raises(NotReadable, match=reason) as refusal:
        read_pdf(content)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_heading_over_several_lines_is_one_line():
    heading = text("1. Organisational arrangements", 60, 100, size=20) + text("and activity", 60, 124, size=20)
    body = "".join(prose(60, y) for y in (160, 240, 320))
    right = text("A line that reaches as far as lines here do.", 60, 400, size=11)
    assert lines(pdf(heading + body + right))[:2] == ["1. Organisational arrangements and activity", ""]


def test_lines_of_a_cover_that_had_room_stay_apart():
    cover = text("The Probation Service", 60, 700, size=14) + text("HM Inspectorate", 60, 718, size=14)
    assert lines(pdf(cover + prose(60, 100) + prose(60, 180)))[-2:] == ["The Probation Service", "HM Inspectorate"]


def test_a_line_stretched_to_both_margins_is_one_line():
    words = [text(word, x, 100) for word, x in (("You", 60), ("may", 101), ("re-use", 144), ("it", 197.5))]
    assert lines(pdf("".join(words) + text("under the terms of the Open", 60, 114))) == [
        *("You may re-use it", "under the terms of the Open"),
    ]


@pytest.mark.parametrize("leader", ["." * 40, ". " * 40], ids=["close", "wide"])
def test_dots_lead_to_the_page_number_of_the_contents(leader):
    entries = [
        text(title, 60, y) + text(leader, 200, y) + text(page, 480, y)
        for title, page, y in (("Foreword", "3", 100), ("Annexe one", "12", 120))
    ]
    read = lines(pdf("".join(entries)))
    assert [(row.split()[1], row.split()[-2]) for row in read] == [("Foreword", "3"), ("Annexe", "12")]
    assert all(
        row.startswith("| ") and row.endswith(f" | {page} |") for row, page in zip(read, ("3", "12"), strict=True)
    )
