"""What the form of editions does to finished documents: each carries the council's name, and nothing else changes."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from functools import cache
from typing import Any

import pikepdf
import pypdfium2
import pytest
from docx import Document
from odfdo import Document as OpenDocument
from openpyxl import load_workbook

from macros.content.strings import read_strings
from macros.core.javascript import ScriptEngine
from macros.documents import edition_name, name_letters
from tests.conftest import ROOT, Built
from tests.support.office_files import Draw, part
from tests.support.pdf_forms import fields
from tests.support.scripts import loaded

pytestmark = pytest.mark.usefixtures("draws")

SHEET = "partner-map"
OLD = "Community digital inclusion toolkit"
OWN = {"council": 'Cyngor Ŵyn & "Môn" <b>', "programme": "Digital Môn"}
SHOWN_LOGO = re.compile(rb"([\d.]+) 0 0 -([\d.]+) [\d.]+ [\d.]+ cm\n/OwnLogo Do")
RUNNING = f"{OWN['council']}: {OWN['programme']}"
LENT = """
globalThis.setTimeout = (go) => go();
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
globalThis.atob = (text) => {
  let [bits, held, out] = [0, 0, ""];
  for (const digit of text.replaceAll("=", "")) {
    held = (held << 6) | DIGITS.indexOf(digit);
    bits += 6;
    if (bits >= 8) { bits -= 8; out += String.fromCharCode((held >> bits) & 255); }
  }
  return out;
};
"""
NAMED = """
const { NamedDocuments, documentNames } = need("edition-form/named-documents.js");
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const logo = { side: 2, points: Uint8ClampedArray.from({ length: 16 }, (_, at) => at), png: Uint8Array.from([7, 7]) };
const names = documentNames(given.old, given.own, given.words, logo);
const documents = new NamedDocuments(names, bytes(given.typeface));
globalThis.result = undefined;
documents.named(given.path, bytes(given.content)).then((file) => {
  globalThis.result = { made: [...file], kept: documents.kept, lacking: documents.lacking };
});
return 0;
"""


@cache
def engine() -> ScriptEngine:
    script = loaded("edition-form/named-documents.js")
    script.run(LENT)
    return script


def named(path: str, content: bytes, old: dict[str, str] | None = None, new: dict[str, str] = OWN) -> dict[str, Any]:
    """The file as the form makes it, how many keep the old name, and the letters that the typeface lacks."""
    strings = read_strings(ROOT, "toolkit")
    words = {key: strings["documents"][key] for key in ("logo_alt", "toolkit_logo")}
    words |= {key: strings["book"][key] for key in ("edition", "neutral")}
    given = {
        "old": old or {"programme": OLD, "council": ""}, "own": new, "words": words, "path": path,
        "typeface": base64.b64encode(name_letters.draw()).decode(), "content": base64.b64encode(content).decode(),
    }  # fmt: skip
    engine().run(f"const given = {json.dumps(given)};\n{NAMED}")
    result: dict[str, Any] = engine().run("return result;")
    return {**result, "made": bytes(result["made"])}


@pytest.fixture(scope="module")
def sheet(built: Built) -> bytes:
    """A finished PDF, as the form of editions fetches it from the site."""
    return (built.site / f"downloads/worksheets/{SHEET}.pdf").read_bytes()


def texts_of(pdf: bytes) -> list[str]:
    """What each page says, as another program reads it."""
    with pypdfium2.PdfDocument(pdf) as whole:
        return [page.get_textpage().get_text_range() for page in whole]


def contents_of(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [*page.obj.Contents] if isinstance(page.obj.Contents, pikepdf.Array) else [page.obj.Contents]


def alts(pdf: pikepdf.Pdf) -> set[str]:
    return {str(entry.Alt) for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and "/Alt" in entry}


def test_a_worksheets_pdf_says_whose_it_is_and_keeps_its_fields_and_words(sheet: bytes) -> None:
    result = named("downloads/worksheets/a.pdf", sheet)

    assert (result["kept"], result["lacking"]) == (0, "")
    with pikepdf.open(io.BytesIO(sheet)) as before, pikepdf.open(io.BytesIO(result["made"])) as after:
        assert not after.check_pdf_syntax()
        names = [name for name, _, _ in fields(before)]
        assert [name for name, _, _ in fields(after)] == names and len(names) > 20
        assert str(after.docinfo.Author) == OWN["council"] and OLD not in after.Root.Metadata.read_bytes().decode()
        assert f"Logo of {OWN['council']}" in alts(after) and not any("mark" in alt for alt in alts(after))
        picture = after.pages[0].obj.Resources.XObject.OwnLogo
        assert picture.read_bytes() == bytes(at for at in range(16) if at % 4 != 3)
        shown = SHOWN_LOGO.search(b"".join(stream.read_bytes() for stream in contents_of(after.pages[0])))
        assert shown and shown[1] == shown[2], "a square logo is drawn as one"
    for old, new in zip(texts_of(sheet), texts_of(result["made"]), strict=True):
        assert old.count(OLD) == 1
        assert new.split() == old.replace(OLD, RUNNING).split()


def test_a_pdf_that_was_named_can_be_named_again(sheet: bytes) -> None:
    once = named("downloads/worksheets/a.pdf", sheet)["made"]

    again = named("downloads/worksheets/a.pdf", once, old=OWN, new={"council": "B Council", "programme": "P"})["made"]

    assert all("B Council: P" in text and "Cyngor" not in text for text in texts_of(again))


def test_a_name_that_is_laid_over_parts_is_changed_once_for_all_pages() -> None:
    whole, name = pikepdf.new(), pikepdf.open(io.BytesIO(edition_name.drawn_name(OLD, "en-GB")))
    for _ in range(3):
        page = whole.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary()
    edition_name.stamp_name(whole, whole.pages, name)
    written = io.BytesIO()
    whole.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    book = named("downloads/book.pdf", written.getvalue())["made"]

    assert [text.strip() for text in texts_of(book)] == [RUNNING] * 3


def test_a_letter_that_our_typeface_lacks_leaves_the_pdf_as_it_is_and_is_told(sheet: bytes) -> None:
    result = named("downloads/worksheets/a.pdf", sheet, new={"council": "Жж Council", "programme": "P"})

    assert result["lacking"] == "Жж"
    assert all(OLD in text for text in texts_of(result["made"]))


def test_a_file_that_cannot_be_read_goes_along_as_it_is_and_is_counted() -> None:
    for path in ("downloads/a.pdf", "downloads/a.docx"):
        result = named(path, b"%PDF-1.7 nothing")
        assert (result["made"], result["kept"]) == (b"%PDF-1.7 nothing", 1)


def test_office_files_say_whose_they_are_where_their_programs_look(draw: Draw) -> None:
    files = {
        form: named(f"downloads/a.{ending}", draw(form, SHEET, False))["made"]
        for form, ending in {"word": "docx", "text": "odt", "excel": "xlsx", "sheet": "ods"}.items()
    }
    for form, content in files.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert OLD not in "".join(archive.read(name).decode("latin-1") for name in archive.namelist()), form
            if form in ("text", "sheet"):
                first = archive.infolist()[0]
                assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            if form in ("word", "text"):
                logo = next(name for name in archive.namelist() if name.endswith(".png"))
                assert archive.read(logo) == bytes([7, 7])
    word = Document(io.BytesIO(files["word"]))
    assert word.core_properties.author == OWN["council"]
    assert word.sections[0].header.paragraphs[0].text == RUNNING
    assert f"Logo of {OWN['council']}" in word.element.body.xpath("string(//wp:docPr/@descr)")
    workbook = load_workbook(io.BytesIO(files["excel"]))
    assert workbook.properties.creator == OWN["council"]
    assert workbook.worksheets[0].oddHeader.right.text.strip() == RUNNING.replace("&", "&&")
    for form in ("text", "sheet"):
        assert OpenDocument(io.BytesIO(files[form])).meta.creator == OWN["council"]
        assert RUNNING in "".join(part(files[form], "styles.xml").itertext())
