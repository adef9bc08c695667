"""What the tests of files that come back share: filled forms, dropped on a page, and what must then stand there."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import zipfile
from typing import Any

from pikepdf import Name, Pdf, String
from playwright.sync_api import Page, expect

from macros.content.library import Library
from macros.documents.formats import FORMATS
from macros.models.worksheets import Box, example_value
from tests.support.builds import ROOT
from tests.support.office_files import colophon
from tests.support.round_trips import ALL as ROUND_TRIPS

NAMES = sorted(path.stem for path in (ROOT / "templates/worksheets").glob("[!_]*.yml"))
# Worksheets that together use every kind of field; `make round-trips` tries all, or those that it is told.
FEW = ["community-chooser", "funding-plan", "mandate-on-a-page", "readiness-check"]
WANTED = os.environ.get(ROUND_TRIPS, "").split()
TRIED = [name for name in NAMES if WANTED == ["all"] or name in WANTED] if WANTED else FEW
OFFICE = {"docx": "word", "odt": "open_text", "xlsx": "spreadsheet", "ods": "open_sheet"}
READ = """() => Object.fromEntries([...document.querySelectorAll('form.worksheet [name]')]
  .filter((box) => !box.readOnly).map((box) => [box.name, box.type === 'checkbox' ? box.checked
    : box.value && box.options ? box.selectedOptions[0].text : box.value])
  .filter(([, value]) => value !== '' && value !== false))"""
TOTALS = "() => [...document.querySelectorAll('form.worksheet [name][readonly]')].map((box) => box.name)"
# Chooses a file and takes what the page shows of it, in this way where there is a choice; returns what could not be
# read, and what stands in the boxes then.
BRING = f"""async ([name, raw, way]) => {{
  const until = (ready) => new Promise((done, fail) => {{
    const look = () => {{
      const what = ready();
      if (what) {{ watch.disconnect(); clearTimeout(late); done(what); }}
    }};
    const watch = new MutationObserver(look);
    const late = setTimeout(() => fail(new Error(`${{name}}: it never came to ${{ready}}`)), 120_000);
    watch.observe(document.body, {{ subtree: true, childList: true, characterData: true, attributes: true }});
    look();
  }});
  const [picker, shown, status] = ["files", "shown", "status"]
    .map((mark) => document.querySelector(`[data-${{mark}}]`));
  const given = new DataTransfer();
  given.items.add(new File([Uint8Array.from(atob(raw), (letter) => letter.charCodeAt(0))], name));
  picker.files = given.files;
  picker.dispatchEvent(new Event("change", {{ bubbles: true }}));
  const take = await until(() => [...shown.querySelectorAll("button")]
    .find((button) => button.textContent.trim() === "Take these answers" && button.checkVisibility()));
  const beside = [...shown.querySelectorAll(".bring-in__problems")].map((part) => part.innerText);
  const choice = way && [...shown.querySelectorAll("label")].find((label) => label.textContent.includes(way));
  if (choice) choice.click();
  else if (way && Object.keys(({READ})()).length) throw new Error(`${{name}}: no choice “${{way}}”`);
  status.textContent = "";
  take.click();
  await until(() => status.textContent.includes("Loaded from"));
  return [beside, ({READ})()];
}}"""
_made: dict[tuple[str, str], bytes] = {}
_blank_pdfs: dict[str, bytes] = {}


def drop(page: Page, name: str, content: bytes | dict[str, Any]) -> None:
    """Choose a file with this content, as if it was dropped."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    page.locator("[data-files]").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": raw})


def take(page: Page, way: str = "") -> None:
    """Take the answers that are shown, in this way where there is a choice; returns when they are there."""
    button = page.get_by_role("button", name="Take these answers")
    button.wait_for()
    if way and page.get_by_label(way).count():
        page.get_by_label(way).check()
    page.evaluate("document.querySelector('[data-status]').textContent = ''")
    button.click()
    expect(page.locator("[data-status]")).to_contain_text("Loaded from")


def brought(page: Page, name: str, content: bytes, way: str = "") -> tuple[list[str], dict[str, Any]]:
    """As :func:`drop` and :func:`take`, at once and by no hand; what could not be read, and what stands then."""
    beside, values = page.evaluate(BRING, [name, base64.b64encode(content).decode(), way])
    return list(beside), dict(values)


def standing(page: Page) -> dict[str, Any]:
    """What stands in the boxes, by name, without blank ones and totals."""
    return dict(page.evaluate(READ))


def answers(library: Library, name: str) -> dict[str, Any]:
    """The example of a worksheet, as a page holds it."""
    sheet = library.worksheets[name]
    values = {box.name: (box, example_value(sheet, box)) for box in sheet.boxes()}
    return {key: _on_page(box, text) for key, (box, text) in values.items() if text}


def _on_page(box: Box, text: str) -> Any:
    if box.field.kind == "number":
        return f"{float(text):g}"
    return True if box.field.kind == "tick" else text


def plain(library: Library, name: str, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with amounts as numbers: 1,200.00 and 1200 are the same."""
    money = {box.name for box in library.worksheets[name].boxes() if box.field.kind == "money"}
    return {key: float(value.replace(",", "")) if key in money else value for key, value in values.items()}


def right_answers(library: Library, name: str, page: Page) -> dict[str, Any]:
    """What must stand on the page of a worksheet: its example, without totals."""
    totals = set(page.evaluate(TOTALS))
    return plain(library, name, {key: answer for key, answer in answers(library, name).items() if key not in totals})


def blank_pdf(library: Library, name: str) -> bytes:
    """The PDF form of a worksheet, which takes long to draw."""
    if name not in _blank_pdfs:
        _blank_pdfs[name] = FORMATS["pdf"].draw(library.worksheets[name], colophon(library, name), False)
    return _blank_pdfs[name]


def filled_forms(library: Library, name: str) -> dict[str, bytes]:
    """The example of a worksheet as a file of each kind, by suffix: drawn, or filled in by another library."""
    fitting = [suffix for suffix, form in OFFICE.items() if FORMATS[form].fits(library.worksheets[name])]
    return {suffix: filled_form(library, name, suffix) for suffix in (*fitting, "pdf", "json")}


def filled_form(library: Library, name: str, suffix: str) -> bytes:
    """One of :func:`filled_forms`, without drawing the others."""
    if (name, suffix) not in _made:
        _made[name, suffix] = _filled_form(library, name, suffix)
    return _made[name, suffix]


def _filled_form(library: Library, name: str, suffix: str) -> bytes:
    if suffix == "json":
        return json.dumps({"worksheet": name, "version": 1, "answers": answers(library, name)}).encode()
    if suffix == "pdf":
        return _filled_pdf(blank_pdf(library, name), answers(library, name))
    return FORMATS[OFFICE[suffix]].draw(library.worksheets[name], colophon(library, name), True)


def _filled_pdf(blank: bytes, values: dict[str, Any]) -> bytes:
    """A PDF form with ``values`` in its fields, as a viewer saves them."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(blank)) as pdf:
        _fill(list(pdf.Root.AcroForm.Fields), "", values)
        pdf.save(out)
    return out.getvalue()


def _fill(fields: list[Any], above: str, values: dict[str, Any]) -> None:
    for field in fields:
        name = ".".join(part for part in (above, str(field.get("/T", ""))) if part)
        if "/Kids" in field and "/FT" not in field:
            _fill(list(field.Kids), name, values)
        elif name in values:
            value = values[name]
            field.V = Name.Yes if value is True else String(str(value))


# What programs that know no names make of a form: Google Docs and Sheets, Pages and Numbers keep the words alone.
NAMELESS = {
    "docx": r"</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>|<w:bookmark(Start|End)[^>]*>",
    "odt": r"<text:bookmark[^>]*>|</?text:drop-down[^>]*>|<text:label[^>]*>",
    "xlsx": r"<definedNames>.*?</definedNames>",
    "ods": r"<table:named-expressions>.*?</table:named-expressions>",
}
_OF_ITSELF = {"docProps/custom.xml": "<Properties/>"}  # what a file says of itself


def nameless(raw: bytes, suffix: str) -> bytes:
    """The file without any name of a box, and without what it says of itself."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name.endswith(".xml"):
                text = re.sub(NAMELESS[suffix], "", part.decode("utf-8"), flags=re.DOTALL)
                text = re.sub(r"<meta:user-defined.*?</meta:user-defined>", "", text, flags=re.DOTALL)
                part = _OF_ITSELF.get(name, text).encode()
            after.writestr(name, part)
    return out.getvalue()
