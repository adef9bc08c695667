"""Files that are damaged, hostile or of the wrong kind: each gets a sentence, and changes nothing."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.bring_in import READ, brought, drop, standing, take
from tests.support.worksheet_page import box

Opens = Callable[..., Page]

BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LOL}]>' + BODY.format(
    "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"
)


def archive(**parts: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as package:  # bombs are packed the quickest way
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + (".bin" if "vba" in name else ".xml"), content)
    return out.getvalue()


@cache
def bomb() -> bytes:
    """A part that unpacks into 200 MB."""
    return archive(word__document=b"\0" * 200_000_000)


def lying_bomb() -> bytes:
    """A part that says it has a hundred bytes, and unpacks into 200 MB."""
    size = (200_000_000).to_bytes(4, "little")
    return bomb().replace(size, (100).to_bytes(4, "little"))


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, content) for at, content in enumerate(objects, 1))
    return b"%PDF-1.7\n" + numbered + b"trailer\n<<" + trailer + b">>\nstartxref\n0\n%%EOF\n"


def pdf_bomb() -> bytes:
    many, times = b" " * 1_000_000, 300
    packer = zlib.compressobj(9, wbits=-15)  # a part that is packed by itself is repeated: to pack all takes a second
    block = packer.compress(many) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(times):
        check = zlib.adler32(many, check)
    packed = b"\x78\xda" + block * times + packer.flush() + check.to_bytes(4, "big")
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    return pdf(b"<</Type/Catalog/AcroForm 3 0 R>>", stream)


def locked_odf() -> bytes:
    manifest = '<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", b"\x93\x01\x02 scrambled")
    return out.getvalue()


OTHER = archive(word__document=BODY.format("<w:p><w:r><w:t>Dear all, lunch is at one.</w:t></w:r></w:p>"))
LETTER = ("Partner map", "Community", "Carers", "Who is missing", "Parents")
DAMAGED = archive(word__document=BODY.format("<w:p>")[:60])
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (bomb, "would unpack into far more"),
    "liar.docx": (lying_bomb, "bomb|damaged|far more"),
    "entities.docx": (lambda: archive(word__document=BOMB), "would unpack into far more"),
    "macros.docm": (lambda: archive(word__vbaProject=b"x", word__document=BODY.format("")), "contains macros"),
    "cut.docx": (lambda: OTHER[: len(OTHER) // 2], "damaged|is not a Word"),
    "broken.docx": (lambda: DAMAGED, "damaged"),
    "letter.docx": (lambda: OTHER, "does not look like this worksheet"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password, or in the format"),
    "locked.odt": (locked_odf, "locked with a password"),
    "picture.png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 600, "is not a Word"),
    "page.html": (lambda: b"<!doctype html><script>window.ran = true</script>", "is not a Word"),
    "notes.rtf": (lambda: b"{\\rtf1 hello}", "is not a Word"),
    "empty.pdf": (lambda: b"", "is empty"),
    "huge.pdf": (lambda: b"%PDF-1.7\n" + b" " * 26_000_000, "far too large"),
    "scan.pdf": (lambda: pdf(b"<</Type/Catalog>>"), "without fields"),
    "torn.pdf": (lambda: b"%PDF-1.7\n1 0 obj <<", "damaged|without fields"),
    "locked.pdf": (
        lambda: pdf(b"<</Type/Catalog>>", b"<</Filter/Standard>>", trailer=b"/Root 1 0 R/Encrypt 2 0 R"),
        "password",
    ),
    "bomb.pdf": (pdf_bomb, "far more|damaged|without fields"),
    "ring.pdf": (lambda: pdf(b"<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>", b"<</Kids[2 0 R]>>"), "without fields"),
    "saved.json": (lambda: b'{"worksheet": 4}', "does not look like any worksheet|damaged"),
    "whole.json": (lambda: b'{"kind": "digital-inclusion-project", "version": 1, "sheets": {}}', "is a saved project"),
    "words.csv": (lambda: b"a,b\n1,2\n", "does not look like this worksheet"),
}
DROP_AN_EMPTY_FOLDER = """() => {
  const folder = { name: "Sheets", isDirectory: true, createReader: () => ({ readEntries: (done) => done([]) }) };
  const drop = new Event("drop", { cancelable: true });
  const items = [{ webkitGetAsEntry: () => folder }];
  Object.defineProperty(drop, "dataTransfer", { value: { types: ["Files"], files: [], items } });
  dispatchEvent(drop);
}"""


# Waits until the page says something of a file; what it says, whether it shows any, and what stands in the boxes.
SAID = f"""async (name) => {{
  const [said, shown] = ["said", "shown"].map((mark) => document.querySelector(`[data-${{mark}}]`));
  await new Promise((done, fail) => {{
    const look = () => {{ if (said.textContent.includes(name)) done(watch.disconnect()); }};
    const watch = new MutationObserver(look);
    watch.observe(said, {{ childList: true, subtree: true, characterData: true }});
    setTimeout(() => fail(new Error(`${{name}}: nothing was said but “${{said.textContent}}”`)), 20_000);
    look();
  }});
  const text = said.innerText;
  said.textContent = "";
  return [text, shown.checkVisibility(), ({READ})()];
}}"""


def test_a_hostile_file_gets_a_sentence_and_changes_nothing(sheet: Opens, tmp_path: Path) -> None:
    page = sheet("partner-map")
    box(page, "community").fill("People in Westgate")
    for name, (content, words) in FILES.items():
        (tmp_path / name).write_bytes(content())
        page.locator("[data-files]").set_input_files(tmp_path / name)  # large ones take too long any other way
        text, is_shown, values = page.evaluate(SAID, name)
        assert any(word in text for word in words.split("|")), text
        assert not is_shown and values == {"community": "People in Westgate"}, name
    assert page.evaluate("window.ran") is None
    many = [tmp_path / f"{number}.txt" for number in range(201)]
    for path in many:
        path.write_bytes(b"\0")
    page.locator("[data-files]").set_input_files(many)
    message = page.locator("[data-said]")
    expect(message).to_contain_text("199.txt is not a Word")
    expect(message).to_contain_text("Not read: 200.txt.")
    page.evaluate(DROP_AN_EMPTY_FOLDER)
    expect(message).to_contain_text("Sheets is empty. Nothing was changed.")


def test_comments_are_said_though_they_are_not_read(sheet: Opens) -> None:
    words = BODY.format("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LETTER))
    comment = '<w:comments xmlns:w="urn:w"><w:comment w:id="0"/></w:comments>'
    note = b"<</Subtype/FreeText/Rect[0 0 9 9]/Contents(Ask Sam)>>"
    fields = b"<</Type/Catalog/AcroForm<</Fields[<</T(community)/FT/Tx/V(Carers)>>]>>>>"
    page = sheet("partner-map")
    for name, content, is_said in (
        ("plain.docx", archive(word__document=words), False),
        ("comments.docx", archive(word__document=words, word__comments=comment), True),
        ("plain.pdf", pdf(fields), False),
        ("note.pdf", pdf(fields, note), True),
    ):
        drop(page, name, content)
        expect(page.locator("[data-shown] h4")).to_contain_text(name)
        assert ("comments or notes" in page.locator("[data-shown]").inner_text()) is is_said, name


def test_markup_in_a_file_is_shown_as_it_was_typed(sheet: Opens) -> None:
    hostile = '<img src=x onerror="window.ran = true">&amp;'
    answers = {"community": hostile, hostile: hostile, "__proto__": "x", "partners.1.tier": hostile}
    page = sheet("partner-map")
    drop(page, f"{hostile[:20]}.json", {"worksheet": "partner-map", "version": 1, "answers": answers})
    expect(page.locator("[data-shown]")).to_contain_text(hostile)
    take(page)
    assert standing(page)["community"] == hostile
    assert page.evaluate("[window.ran ?? null, document.querySelectorAll('[data-shown] img').length]") == [None, 0]


def test_a_name_that_every_object_has_is_no_answer(sheet: Opens) -> None:
    names = dict.fromkeys(["constructor", "toString", "__proto__"], "x")
    saved = {"worksheet": "partner-map", "version": 1, "answers": {**names, "community": "Carers"}}
    _, values = brought(sheet("partner-map"), "x.json", json.dumps(saved).encode())
    assert values == {"community": "Carers"}
