"""The main faults that were reported, tried in Firefox: drafts, keeping, tabs, saving, bringing in, paper, links."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from macros.content.library import Library
from tests.support.bring_in import READ, answers, filled_form
from tests.support.firefox import Firefox, command, firefox

pytestmark = [
    pytest.mark.usefixtures("draws"),  # all come late, in one Firefox, though few draw
    pytest.mark.skipif(
        command() is None,
        reason="Firefox is not there. On Debian it is the package firefox-esr, which set-up.sh installs.",
    ),
]
NAME = "Llŷr Ŵyn, Łódź 😀"
READY = "document.querySelector('[data-tools]')?.checkVisibility()"
SAID = "document.querySelector('[data-said]').textContent"
VALUE = "document.querySelector(`[name='%s']`)?.value"


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


# The browser keeps nothing of the site, and the page writes no more as it is left.
FORGET = """localStorage.clear(); sessionStorage.clear();
Storage.prototype.setItem = () => { throw new DOMException('left', 'QuotaExceededError') }"""


def forget(fox: Firefox, address: str) -> None:
    """Let the browser keep nothing of the site, whose page may still be open."""
    if fox.run("return location.href").startswith(address):  # else it has just started
        fox.run(FORGET)


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory, programs: None) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


@pytest.fixture
def sheet(fox: Firefox, quick_address: str) -> Iterator[Firefox]:
    """An empty partner map in a browser that keeps nothing, in a tab of its own.

    What a tab held that was taken out of memory comes back late: into the next page too, where that is in the same tab.
    """
    first = fox.tab()
    fox.new_tab()
    fox.open(f"{quick_address}about/")
    forget(fox, quick_address)
    fox.open(f"{quick_address}worksheets/partner-map/")
    fox.wait(READY)
    assert fox.run(f"return [({READ})(), localStorage.length]") == [{}, 0]
    yield fox
    fox.close_all_but(first)


def test_what_is_typed_survives_a_reload_the_way_back_and_a_tab_that_firefox_took_out_of_memory(
    sheet: Firefox, quick_address: str
) -> None:
    both = f"{VALUE % 'community'} === {json.dumps(NAME)} && {VALUE % 'partners.1.organisation'} === 'Sŵn y Môr'"
    sheet.type("[name=community]", NAME)
    sheet.type("[name='partners.1.organisation']", "Sŵn y Môr")
    sheet.reload()
    sheet.wait(both)
    sheet.open(f"{quick_address}about/")
    sheet.back()
    sheet.wait(both)
    assert sheet.run("return localStorage.length") == 0

    sheet.run("window.isSame = true")
    sheet.type("[name='partners.2.organisation']", "Typed last")
    sheet.unload()
    sheet.wait(f"{both} && {VALUE % 'partners.2.organisation'} === 'Typed last'")
    assert sheet.run("return window.isSame") is None


def test_words_that_live_only_in_the_tab_are_asked_about_saved_printed_and_not_overwritten(sheet: Firefox) -> None:
    asks = "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event);"
    asks += "return event.defaultPrevented"
    assert not sheet.run(asks), "leaving an empty page asks"
    sheet.type("[name=community]", NAME)
    assert sheet.run(asks), "leaving with words does not ask"

    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet.printed())).pages)
    assert "Llŷr Ŵyn, Łódź" in text, "paper lacks letters"
    assert "yyyy" not in text and "Filled-in example" not in text, "paper has what nobody typed"

    sheet.type("[name=community]", "\ue009s")  # the standard's letter for Ctrl
    saved = json.loads(sheet.downloaded(".json").read_text("utf-8"))
    assert saved["answers"] == {"community": NAME}, "the keys for saving do not give the sheet's file"

    path = sheet.downloads / "theirs.json"
    path.write_text(json.dumps({"worksheet": "partner-map", "version": 1, "answers": {"community": "Carers"}}), "utf-8")
    sheet.type("[data-picker]", str(path))
    sheet.wait("document.querySelector('[data-shown]').childElementCount")
    assert sheet.run(f"return {VALUE % 'community'}") == NAME, "a loaded file overwrites before it is shown"


def test_what_is_kept_is_there_in_another_tab_and_two_that_are_typed_in_at_once_lose_nothing(
    sheet: Firefox, quick_address: str
) -> None:
    sheet.type("[name=community]", NAME)
    sheet.click("[data-keep]")
    sheet.wait("localStorage.length > 0")
    tabs = (sheet.tab(), sheet.new_tab())
    sheet.open(f"{quick_address}worksheets/partner-map/")
    sheet.wait(f"{READY} && {VALUE % 'community'} === {json.dumps(NAME)}")
    names = [f"partners.{row}.{column}" for row in (1, 2, 3) for column in ("organisation", "reaches")]
    for number, name in enumerate(names):
        sheet.to_tab(tabs[number % 2])
        sheet.type(f"[name='{name}']", f"Answer {number}")
    all_there = " && ".join(f"{VALUE % name} === 'Answer {number}'" for number, name in enumerate(names))
    for tab in tabs:
        sheet.to_tab(tab)
        sheet.run("document.activeElement.blur()")
        sheet.wait(all_there)
    sheet.reload()
    sheet.wait(all_there)


def test_filled_forms_come_back(fox: Firefox, quick_address: str, library: Library) -> None:
    name = "mandate-on-a-page"  # whose PDF is quickly drawn
    forget(fox, quick_address)
    fox.open(f"{quick_address}worksheets/{name}/")
    fox.wait(READY)
    buttons = "[...document.querySelectorAll('[data-shown] button')]"
    take = f"{buttons}.find((button) => button.textContent === 'Take these answers')"
    status = "document.querySelector('[data-status]').textContent"
    for form in ("docx", "pdf", "ods"):
        path = fox.downloads / f"renamed by somebody.{form}"
        path.write_bytes(filled_form(library, name, form))
        fox.type("[data-files]", str(path))
        fox.wait(take)
        # In place of what the form before it brought; at first, there is nothing.
        fox.run(
            f"const [way] = document.querySelectorAll('[value=replace]'); if (way) way.click(); {status} = '';"
            f"{take}.click(); if (!way && arguments[0] !== 'docx') throw new Error('no choice')",
            form,
        )
        fox.wait(f"{status}.startsWith('Loaded from')")
        assert fox.run(f"return ({READ})()") == answers(library, name), form


def test_partners_sheets_are_put_together_with_a_tab_for_each(sheet: Firefox) -> None:
    paths = [sheet.downloads / f"{partner}.json" for partner in ("library", "circle")]
    for path in paths:
        answers_of = {"partners.1.organisation": f"={path.stem} 🙂"}
        path.write_text(json.dumps({"worksheet": "partner-map", "version": 1, "answers": answers_of}), "utf-8")
    sheet.type("[data-files]", "\n".join(map(str, paths)))
    sheet.wait("document.querySelector('[data-shown] h4')?.textContent.includes('2 files together')")
    button = "[...document.querySelectorAll('[data-shown] button')].find((each) => each.textContent.includes('%s'))"
    sheet.run(f"{button % 'Download for Excel'}.click()")
    assert load_workbook(sheet.downloaded(".xlsx")).sheetnames == ["Together", "library", "circle"]
    sheet.run(f"{button % 'Put all of it into this worksheet'}.click()")
    sheet.wait(f"{VALUE % 'partners.1.organisation'} === '=library 🙂'")
    assert sheet.run(f"return {VALUE % 'partners.2.organisation'}") == "=circle 🙂"


def test_files_that_are_damaged_or_hostile_get_a_sentence_and_change_nothing(sheet: Firefox) -> None:
    sheet.type("[name=community]", NAME)
    word = {"word/document.xml": b"<w:p>", "word/vbaProject.bin": b"x"}
    for name, content, words in (
        ("cut.docx", packed(word)[:90], "damaged|is not a Word"),
        ("macros.docm", packed(word), "contains macros"),
        ("bomb.docx", packed({"word/document.xml": b"\0" * 100_000_000}), "far more"),
        (
            "scan.pdf",
            b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
            "without fields",
        ),
        ("whole.json", b'{"kind": "digital-inclusion-project", "version": 1, "sheets": {}}', "is a saved project"),
        ("page.html", b"<!doctype html><script>window.ran = true</script>", "is not a Word"),
    ):
        (sheet.downloads / name).write_bytes(content)
        sheet.type("[data-files]", str(sheet.downloads / name))
        sheet.wait(f"{SAID}.includes('{name}')")
        assert any(part in sheet.run(f"return {SAID}") for part in words.split("|")), name
    assert sheet.run(f"return ({READ})()") == {"community": NAME} and sheet.run("return window.ran") is None


def paste(sheet: Firefox, element: str, content: str) -> None:
    """Copy all of an element with this content, and paste it into the first row."""
    sheet.run(
        """const source = document.createElement(arguments[0]);
        document.querySelector("#source")?.remove();
        source.id = "source";
        if (arguments[0] === "textarea") source.value = arguments[1];
        else Object.assign(source, {contentEditable: "true", innerHTML: arguments[1]});
        document.querySelector("main").prepend(source)""",
        element,
        content,
    )
    sheet.type("#source", "\ue009ac")  # Ctrl+A, Ctrl+C
    sheet.type("[name='partners.1.organisation']", "\ue009v")


def test_pasted_rows_fill_rows_and_columns_and_a_removed_one_comes_back(sheet: Firefox) -> None:
    paste(sheet, "div", "<table><tr><td rowspan=2>Library<td>Mondays<tr><td>Tuesdays</table>")
    sheet.wait(f"{VALUE % 'partners.2.reaches'} === 'Tuesdays'")
    assert sheet.run(f"return {VALUE % 'partners.2.organisation'}") == "", "cells beside merged ones change columns"

    paste(sheet, "textarea", "\n".join(f"P{row}\tweekly" for row in range(1, 9)))
    sheet.wait(f"{VALUE % 'partners.8.organisation'} === 'P8' && {VALUE % 'partners.8.reaches'} === 'weekly'")
    sheet.run("document.querySelector('[data-table=partners] .worksheet-table__remove').click()")
    assert sheet.run(f"return {VALUE % 'partners.1.organisation'}") == "P2"
    sheet.run("document.querySelector('.worksheet-table__gap button').click()")
    sheet.reload()
    sheet.wait(f"{VALUE % 'partners.1.organisation'} === 'P1' && {VALUE % 'partners.8.organisation'} === 'P8'")


def test_a_link_says_who_asked_as_it_was_typed_and_the_last_one_counts(sheet: Firefox) -> None:
    for council, contact in (("<img src=x onerror='window.ran = 1'>", "first@a.example"), ("Two", "second@b.example")):
        raw = f"{council}\n\n{contact}\n\n2026-02-31\n".encode()
        sheet.run("location.hash = arguments[0]", f"for={len(raw):04x}{raw.hex()}")
        sheet.wait(f"document.querySelector('[data-asked-who]').textContent.startsWith({json.dumps(council)})")
    assert "by" not in sheet.run("return document.querySelector('[data-asked-who]').textContent").split()[-3:]
    assert sheet.run("return window.ran") is None
    # No mail program is opened here.
    sheet.run(
        "addEventListener('click', (event) => event.target.href?.startsWith('mailto:') && event.preventDefault())"
    )
    sheet.click("[data-asked-mail]")
    sheet.wait("document.querySelector('[data-asked] a[href^=\"mailto:second\"]')")
    assert sheet.run("return document.querySelectorAll('[data-asked] a').length") == 1


def test_storage_that_is_full_is_said_and_the_page_has_all(sheet: Firefox) -> None:
    sheet.click("[data-keep]")
    sheet.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED') }")
    sheet.type("[name=missing]", NAME)
    sheet.wait("document.querySelector('[data-status]').textContent.includes('no room')")
    assert sheet.run(f"return {VALUE % 'missing'}") == NAME


def test_on_paper_the_heading_of_a_table_stands_above_it(fox: Firefox, quick_address: str) -> None:
    forget(fox, quick_address)
    fox.open(f"{quick_address}worksheets/workshop-planner/")
    fox.wait(READY)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(fox.printed())).pages]
    (page,) = (text for text in pages if "Running order" in text)
    assert "What we do, and why" in page.partition("Running order")[2]


def test_ticks_survive_a_reload_and_a_link_brings_them_when_the_reader_says_so(
    fox: Firefox, quick_address: str
) -> None:
    button = "[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === '%s')"
    box = ".checklist input"
    forget(fox, quick_address)
    fox.open(f"{quick_address}checklists/")
    fox.run(f"document.querySelector('{box}').scrollIntoView()")
    fox.click(box)
    fox.wait("Object.keys(sessionStorage).some((key) => key.startsWith('checklists:'))")
    fox.reload()
    fox.wait(f"document.querySelector('{box}').checked")
    fox.wait(f"{button % 'Make a link with my ticks'}?.checkVisibility()")
    fox.run(f"{button % 'Make a link with my ticks'}.click()")
    fox.wait("document.querySelector('[data-address]')?.value")
    link = fox.run("return document.querySelector('[data-address]').value")
    forget(fox, quick_address)
    fox.open("about:blank")  # else only the hash of the same page would be another
    fox.open(link)
    fox.wait("document.querySelector('[data-brought]')?.textContent.includes('brings 1 tick')")
    assert not fox.run(f"return document.querySelector('{box}').checked")
    fox.run(f"{button % 'Add them'}.click()")
    fox.wait(f"document.querySelector('{box}').checked")
