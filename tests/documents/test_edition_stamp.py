"""What all editions share is drawn once, and each stamps its own name, logo, code and address into it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from macros.content.library import Library
from macros.documents import edition_stamp, stamps, worksheet_pdf
from macros.documents.build_options import BuildOptions
from macros.documents.edition_stamp import stamped
from macros.documents.store import Documents
from macros.models.editions import Edition
from macros.rendering.blank_pictures import blank_picture
from macros.rendering.colophon import ANYWHERE, PUBLISHER, Colophon
from macros.rendering.pdf import to_pdf
from tests.support.office_files import colophon
from tests.support.qr_codes import codes_of_pdf, faults

pytestmark = pytest.mark.usefixtures("draws")

NAME = "persona"
COUNCIL, PROGRAMME = "Brighton & Hove City Council", "Digital Llŷr"
ADDRESS = "https://digital.brighton.example/worksheets/persona/"
LONG = "The Metropolitan Borough of a Place with a Name That Goes On: " * 4


@pytest.fixture(scope="module")
def council(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Colophon:
    """An invented council's, with its own logo, which is twice as wide as it is high."""
    logo = tmp_path_factory.mktemp("logo") / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#c00"/></svg>'
    )
    return replace(own(library, COUNCIL, PROGRAMME), address=ADDRESS, current=f"{ADDRESS}#1", logo=logo)


def own(library: Library, council: str, programme: str) -> Colophon:
    edition = library.edition.model_copy(update={"council": council, "programme": programme, "neutral": False})
    return replace(colophon(library, NAME), edition=edition)


@pytest.fixture(scope="module")
def shared(library: Library, council: Colophon) -> bytes:
    """The worksheet as all editions share it."""
    return worksheet_pdf._short(library.worksheets[NAME], council.shared())


@pytest.fixture(scope="module")
def sheet(shared: bytes, council: Colophon) -> bytes:
    """The same as the council's own."""
    return stamped(shared, council, {"Worksheet": NAME})


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def without_blanks(text: str) -> str:
    """A text whose letters are in two typefaces may be read in pieces."""
    return "".join(text.split())


def test_what_editions_share_is_the_same_for_all_of_them(library: Library, council: Colophon, shared: bytes) -> None:
    other = replace(
        own(library, "Ynys Wen", "Ynys Wen Ddigidol"), address="https://ynys.example/", current="https://y/"
    )

    assert other.shared().fingerprint() == council.shared().fingerprint()
    assert worksheet_pdf._short(library.worksheets[NAME], other.shared()) == shared


@pytest.mark.parametrize("change", [{"address": ""}, {"current": ""}, {"adapted": "Adapted by us."}])
def test_what_takes_another_place_is_not_shared(council: Colophon, change: dict[str, str]) -> None:
    assert replace(council, **change).shared().fingerprint() != council.shared().fingerprint()  # type: ignore[arg-type]


@pytest.mark.parametrize("setting", sorted({*Edition.model_fields} - {"draft"}))
def test_what_is_an_editions_own_cannot_be_drawn_for_all(council: Colophon, setting: str) -> None:
    with pytest.raises(AttributeError):
        getattr(council.shared().edition, setting)


def test_each_page_has_the_name_and_the_first_the_address(sheet: bytes, shared: bytes) -> None:
    pages = texts(sheet)

    assert all(without_blanks(f"{COUNCIL}: {PROGRAMME}") in without_blanks(page) for page in pages)
    assert ADDRESS in pages[0]
    assert not any(COUNCIL in page or ADDRESS in page for page in texts(shared))


def test_the_address_is_read_and_its_link_is_as_long_as_it_is(sheet: bytes) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as document:
        page = document.pages[0].obj
        (link,) = [note for note in page.Annots if note.Subtype == "/Link"]
        read = [str(each.ActualText) for each in document.objects if is_tag(each) and "/ActualText" in each]
        left, _, right, _ = (float(edge) for edge in link.Rect)
    with pypdfium2.PdfDocument(sheet) as drawn:
        text = drawn[0].get_textpage()
        at = text.search(ADDRESS).get_next()
        assert at
        first, last = text.get_charbox(at[0]), text.get_charbox(at[0] + at[1] - 1)

    assert (str(link.A.URI), str(link.Contents)) == (ADDRESS, ADDRESS)
    assert ADDRESS in read
    assert abs(left - first[0]) < 2 and abs(right - last[2]) < 2


def is_tag(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each


def test_the_logo_is_described_and_stands_at_the_right_in_its_own_shape(sheet: bytes, council: Colophon) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as document:
        figures = [str(each.Alt) for each in document.objects if is_tag(each) and "/Alt" in each]
    with pypdfium2.PdfDocument(sheet) as drawn:
        red, green, _ = drawn[0].render(scale=2).to_pil().convert("RGB").split()
    box = ImageChops.subtract(red, green).point(lambda level: 255 if level > 100 else 0).getbbox()
    assert box
    left, top, right, bottom = box

    assert sorted(figures) == sorted([council.logo_alt, council.qr_alt])
    assert (right - left) / (bottom - top) == pytest.approx(2, abs=0.1)


def test_the_code_of_a_sheet_leads_to_what_is_said_of_its_age(sheet: bytes, council: Colophon) -> None:
    assert faults(codes_of_pdf(sheet, 1), council.current) == []


def test_what_an_edition_has_in_all_its_documents_is_drawn_once(
    library: Library, council: Colophon, shared: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped(shared, council)
    drawn: list[str] = []
    monkeypatch.setattr(stamps, "to_pdf", lambda html: drawn.append(html) or to_pdf(html))
    stamped(shared, replace(council, address=f"{ADDRESS}another/", current=f"{ADDRESS}#2"))

    assert len(drawn) == 1 and f"{ADDRESS}another/" in drawn[0]


def test_stamps_are_put_in_in_the_order_of_their_places(council: Colophon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the same document had other bytes in another process."""
    names = ["logo", "address", "code", "line", "name"]
    pictures = "".join(f'<img src="{blank_picture(name)}" alt="{name}">' for name in names)
    pdf = to_pdf(f'<html lang="en"><title>Places</title><body><p>{pictures}</p></body></html>')
    taken: list[str] = []
    for kind in ("_page", "_code"):
        take = getattr(edition_stamp, kind)
        monkeypatch.setattr(edition_stamp, kind, lambda *of, take=take: taken.append(of[1].name) or take(*of))
    stamped(pdf, council)

    assert taken == names


def test_the_file_says_who_published_it_and_nothing_of_its_places(sheet: bytes, shared: bytes) -> None:
    def spoken(pdf: bytes) -> str:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return f"{document.docinfo}{document.Root.Metadata.read_bytes().decode()}{[*map(str, document.objects)]}"

    with pikepdf.open(io.BytesIO(sheet)) as document:
        assert (str(document.docinfo.Author), str(document.docinfo["/Worksheet"])) == (COUNCIL, NAME)
        assert b"<rdf:li>Brighton &amp; Hove City Council</rdf:li>" in document.Root.Metadata.read_bytes()
    assert PUBLISHER in spoken(shared) and ANYWHERE in spoken(shared)
    assert PUBLISHER not in spoken(sheet) and ANYWHERE not in spoken(sheet)


def test_a_name_that_is_too_long_is_narrower_and_not_cut(library: Library, shared: bytes, council: Colophon) -> None:
    long = replace(council, edition=own(library, LONG, PROGRAMME).edition)

    with pypdfium2.PdfDocument(stamped(shared, long)) as drawn:
        page, text = drawn[0], drawn[0].get_textpage()
        assert without_blanks(f"{LONG}: {PROGRAMME}") in without_blanks(text.get_text_range())
        assert max(text.get_charbox(at)[2] for at in range(text.count_chars())) < page.get_width()


def test_without_an_address_there_is_no_place_for_one_or_for_a_code(library: Library, council: Colophon) -> None:
    nowhere = replace(council, address="", current="")
    sheet = stamped(worksheet_pdf._short(library.worksheets[NAME], nowhere.shared()), nowhere)

    with pikepdf.open(io.BytesIO(sheet)) as document:
        assert [str(each.Alt) for each in document.objects if is_tag(each) and "/Alt" in each] == [council.logo_alt]
        assert not [note for note in document.pages[0].obj.Annots if note.Subtype == "/Link"]


def test_a_further_edition_lays_nothing_out_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def documents(council: str) -> Documents:
        edition = own(library, council, PROGRAMME).edition
        documents = Documents(replace(library, edition=edition), ADDRESS, BuildOptions("none"))
        documents.kept = type(documents.kept)(tmp_path)
        return documents

    first = documents("Ynys Wen").sheet(NAME, is_short=True).prepare().draw()
    monkeypatch.setattr(worksheet_pdf, "_short", None)
    second = documents(COUNCIL).sheet(NAME, is_short=True).prepare().draw()

    assert "Ynys Wen" in texts(first)[0] and COUNCIL in texts(second)[0] and "Ynys Wen" not in texts(second)[0]


def test_a_picture_that_holds_no_place_stays(council: Colophon) -> None:
    pictures = "".join(f'<img src="{blank_picture(name)}" alt="{name}">' for name in ("logo", "of their own"))
    pdf = to_pdf(f'<html lang="en"><title>Two pictures</title><body><p>{pictures}</p></body></html>')

    with pikepdf.open(io.BytesIO(stamped(pdf, council))) as document:
        shown = document.pages[0].obj.Resources.XObject
        assert sorted(str(shown[key].Subtype) for key in shown) == ["/Form", "/Image"]
        alts = {str(each.Alt) for each in document.objects if is_tag(each) and "/Alt" in each}
    assert alts == {council.logo_alt, "of their own"}
