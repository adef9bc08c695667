"""What somebody types into a PDF is kept, seen and printed whole, whichever viewer they use."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from macros.content.library import Library
from macros.documents import worksheet_pdf
from macros.documents.pdf_form.font import file_of_font, letters, usual_width, width
from macros.documents.pdf_form.last_page import is_nearly_empty
from tests.support import pdf_forms
from tests.support.builds import Built
from tests.support.office_files import colophon
from tests.support.pdf_forms import answers, fields, seen_by_poppler, typed_in_pdfium, typed_in_pdfjs

pytestmark = pytest.mark.usefixtures("draws", "programs")

NAME = "case-study-form"
LATIN = "Llŷr Ŵyn, Ẁ ẃ, Wiśniewska, Łódź, ğ ı ş İ, Ștefan țară, Sgrìob, Gàidhlig, £5 — “so”"
# Points: pdf.js does not count the first letter of a line that it broke, so that its last one may stick out.
MISCOUNTED = 5.0
PRINTED = 4  # the flag of what is printed too
YEAR_1999 = 3_000_000_000  # in seconds from 1904, as fonts count
WORDS = "Many partners told us that people meet at the library on Monday mornings and ask for help with forms. "


@pytest.fixture(scope="module")
def blank(library: Library) -> bytes:
    return worksheet_pdf.draw(library.worksheets[NAME], colophon(library, NAME), False)


@pytest.fixture(scope="module")
def rooms(blank: bytes) -> dict[str, int]:
    """How many letters each text field takes."""
    return pdf_forms.rooms(blank)


def full_answers(rooms: dict[str, int]) -> dict[str, str | bool]:
    """As much as each field takes, in words, with another end for each; a choice and a tick."""
    filled: dict[str, str | bool] = {}
    for number, (name, room) in enumerate(rooms.items()):
        end = f" e{number}."
        filled[name] = (WORDS * 20)[: room - len(end)].rstrip() + end
    return {**filled, "community": LATIN[: rooms["community"]], "permission.story.may": "yes", "checked": True}


def test_every_field_has_the_name_of_its_box(library: Library, blank: bytes) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        names = [name for name, _, _ in fields(pdf)]
        partial_names = [str(field.T) for _, _, field in fields(pdf)]

    assert names == [box.name for box in library.worksheets[NAME].boxes()]
    assert not [name for name in partial_names if "." in name]


def test_a_list_says_which_option_was_chosen_and_is_empty_until_then(library: Library, blank: bytes) -> None:
    boxes = {box.name: box for box in library.worksheets[NAME].boxes()}
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        lists = {name: field for name, _, field in fields(pdf) if field.FT == "/Ch"}
        assert lists
        for name, field in lists.items():
            choice = boxes[name].field
            options = [("", ""), *zip(choice.choice_ids(), choice.choices(), strict=True)]
            assert [(str(value), str(shown)) for value, shown in field.Opt] == options
            assert str(field.get("/V", "")) == ""


def test_every_field_has_an_appearance_of_its_own(blank: bytes) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        for name, _, field in fields(pdf):
            assert "/N" in field.AP and "/DA" in field, name
            assert int(field.F) & PRINTED, name


def test_the_font_does_not_say_when_it_was_made() -> None:
    head = TTFont(io.BytesIO(file_of_font()))["head"]

    assert head.created == head.modified < YEAR_1999


def test_the_font_of_the_fields_has_the_letters_of_latin_scripts() -> None:
    assert set(LATIN) <= letters()
    assert 0.4 < usual_width() < 0.6
    assert width("mm") > 2 * usual_width() * 1.2


def test_all_that_is_typed_in_chrome_is_kept_and_seen(blank: bytes, rooms: dict[str, int], tmp_path: Path) -> None:
    filled = full_answers(rooms)
    raw = typed_in_pdfium(blank, filled)

    check_kept_and_seen(raw, filled, tmp_path)


def test_all_that_is_typed_in_firefox_is_kept_and_seen(blank: bytes, rooms: dict[str, int], tmp_path: Path) -> None:
    filled = full_answers(rooms)
    raw = typed_in_pdfjs(blank, filled, tmp_path)

    check_kept_and_seen(raw, filled, tmp_path, MISCOUNTED)


def check_kept_and_seen(raw: bytes, filled: dict[str, str | bool], folder: Path, slack: float = 0) -> None:
    kept, seen = answers(raw), seen_by_poppler(raw, folder)

    assert kept == {name: "/on" if value is True else value for name, value in filled.items()}
    assert str(filled["community"]).split(",")[0] in seen
    ends = [f"e{number}." for number in range(len(filled) - 2) if number]
    assert [end for end in ends if end not in seen] == []
    assert outside(raw, slack) == []


def outside(raw: bytes, slack: float = 0) -> list[str]:
    """Fields whose text goes beyond the box: below its foot, or beyond its side by more than ``slack`` points."""
    names = []
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for name, _, field in fields(pdf):
            if field.FT == "/Tx" and beyond(field, slack):
                names.append(name)
    return names


def beyond(field: pikepdf.Object, slack: float) -> bool:
    """Whether the field's appearance draws text outside its box. The appearance is drawn alone, on a roomy page."""
    left, bottom, right, top = (float(edge) for edge in field.Rect)
    wide, high, roomy = abs(right - left), abs(top - bottom), 100
    page = pikepdf.Pdf.new()
    shown = page.copy_foreign(field.AP.N)
    shown.BBox = [-roomy, -roomy, wide + roomy, high + roomy]
    shown.write(shown.read_bytes().replace(b" re\nW\nn", b" re\nn").replace(b" re W n", b" re n"))
    page.add_blank_page(page_size=(wide + 2 * roomy, high + 2 * roomy))
    page.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Shown=shown))
    page.pages[0].Contents = page.make_stream(f"1 0 0 1 {roomy} {roomy} cm /Shown Do".encode())
    out = io.BytesIO()
    page.save(out)
    image = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=2).to_pil().convert("L")
    box = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    if not box:
        return False
    edges = (roomy * 2 - 1, roomy * 2 - 1, (roomy + wide + slack) * 2 + 1, (roomy + high) * 2 + 1)
    return box[0] < edges[0] or box[1] < edges[1] or box[2] > edges[2] or box[3] > edges[3]


def test_text_beyond_its_box_is_found(blank: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        for _, _, field in fields(pdf):
            if "/MaxLen" in field:
                field.MaxLen = 2000
        out = io.BytesIO()
        pdf.save(out)
    raw = typed_in_pdfjs(out.getvalue(), {"known": WORDS * 10}, tmp_path)

    assert outside(raw) == ["known"]


def test_typing_stops_where_the_box_is_full(blank: bytes, rooms: dict[str, int]) -> None:
    assert len(answers(typed_in_pdfium(blank, {"known": WORDS * 10}))["known"]) == rooms["known"]
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        labels = {name: str(field.TU) for name, _, field in fields(pdf)}
    assert labels["known"].endswith(f"There is room for {rooms['known']} letters.")


def test_a_tick_set_by_any_program_is_drawn(blank: bytes) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        (page, tick) = next((page, field) for _, page, field in fields(pdf) if field.FT == "/Btn")
        tick.V = tick.AS = pikepdf.Name("/on")
        out = io.BytesIO()
        pdf.save(out)
        left, right = sorted(float(tick.Rect[side]) for side in (0, 2))
        bottom, top = sorted(float(tick.Rect[side]) for side in (1, 3))
    document = pypdfium2.PdfDocument(out.getvalue())
    document.init_forms()
    image = document[page].render(scale=2).to_pil().convert("L")
    high, inset = image.size[1], 4
    box = (2 * left + inset, high - 2 * top + inset, 2 * right - inset, high - 2 * bottom - inset)

    assert image.crop(tuple(map(round, box))).getextrema()[0] < 64


@pytest.mark.parametrize("name", ["workshop-planner", "case-study-form", "partner-map"])
@pytest.mark.parametrize("folder", ["worksheets", "examples"])
def test_the_last_page_holds_more_than_a_line_or_two(built: Built, name: str, folder: str) -> None:
    assert not is_nearly_empty((built.site / f"downloads/{folder}/{name}.pdf").read_bytes())


def test_a_last_page_with_a_line_on_it_is_found() -> None:
    from macros.rendering.pdf import to_pdf

    html = "<title>Line</title><style>@page { margin: 20mm }</style><p>One</p><p style='break-before: page'>Two</p>"
    assert is_nearly_empty(to_pdf(html))
    assert not is_nearly_empty(to_pdf(html + "<p style='padding-top: 120mm'>Three</p>"))


def test_the_first_page_says_whose_it_is(library: Library, blank: bytes) -> None:
    first = pypdfium2.PdfDocument(blank)[0].get_textpage().get_text_bounded()
    assert library.edition.running_title in first
