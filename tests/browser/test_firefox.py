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
from tests.support.bring_in import READ, answers, filled_forms
from tests.support.firefox import Firefox, command, firefox

pytestmark = pytest.mark.skipif(
    command() is None, reason="Firefox is not there. On Debian it is the package firefox-esr, which set-up.sh installs."
)
NAME = "Llŷr Ŵyn, Łódź 😀"
READY = "document.querySelector('[data-tools]')?.checkVisibility()"
SAID = "document.querySelector('[data-said]').textContent"
VALUE = "document.querySelector(`[name='%s']`)?.value"


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def forget(fox: Firefox, address: str) -> None:
    fox.open(f"{address}sitemap.xml")  # no page of ours, which would write once more as it is left
    fox.run("localStorage.clear(); sessionStorage.clear()")


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory, programs: None) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


@pytest.fixture
def sheet(fox: Firefox, quick_address: str) -> Iterator[Firefox]:
    """An empty partner map in a browser that keeps nothing."""
    forget(fox, quick_address)
    fox.open(f"{quick_address}worksheets/partner-map/")
    fox.wait(READY)
    yield fox


def test_what_is_typed_survives_a_reload_and_the_way_back(sheet: Firefox, quick_address: str) -> None:
    sheet.type("[name=community]", NAME)
    sheet.type("[name='partners.1.organisation']", "Sŵn y Môr")
    sheet.reload()
    sheet.wait(f"{VALUE % 'community'} === {json.dumps(NAME)}")
    sheet.open(f"{quick_address}about/")
    sheet.back()
    sheet.wait(f"{VALUE % 'partners.1.organisation'} === 'Sŵn y Môr'")
    assert sheet.run("return localStorage.length") == 0


def test_what_is_typed_survives_a_tab_that_firefox_took_out_of_memory(sheet: Firefox) -> None:
    sheet.run("window.isSame = true")
    sheet.type("[name=community]", NAME)
    sheet.type("[name='partners.1.organisation']", "Sŵn y Môr")
    sheet.unload()
    sheet.wait(f"{VALUE % 'community'} === {json.dumps(NAME)} && {VALUE % 'partners.1.organisation'} === 'Sŵn y Môr'")
    assert sheet.run("return window.isSame") is None


def test_leaving_with_words_that_live_only_in_the_tab_asks(sheet: Firefox) -> None:
    asks = "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event);"
    asks += "return event.defaultPrevented"
    assert not sheet.run(asks)
    sheet.type("[name=community]", NAME)
    assert sheet.run(asks)


def test_what_is_kept_on_the_device_is_there_in_another_tab(sheet: Firefox, quick_address: str) -> None:
    sheet.type("[name=community]", NAME)
    sheet.click("[data-keep]")
    sheet.wait("localStorage.length > 0")
    sheet.new_tab()
    sheet.open(f"{quick_address}worksheets/partner-map/")
    sheet.wait(f"{VALUE % 'community'} === {json.dumps(NAME)}")


def test_two_tabs_that_are_typed_in_at_once_lose_nothing(sheet: Firefox, quick_address: str) -> None:
    sheet.click("[data-keep]")
    sheet.wait("localStorage.length > 0")
    tabs = (sheet.tab(), sheet.new_tab())
    sheet.open(f"{quick_address}worksheets/partner-map/")
    sheet.wait(READY)
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


def test_the_keys_for_saving_give_the_sheets_file(sheet: Firefox) -> None:
    sheet.type("[name=community]", NAME)
    sheet.type("[name=community]", "\ue009s")  # the standard's letter for Ctrl
    saved = json.loads(sheet.downloaded(".json").read_text("utf-8"))
    assert saved["answers"] == {"community": NAME}


@pytest.mark.parametrize("form", ["docx", "pdf", "ods"])
def test_a_filled_form_comes_back(sheet: Firefox, library: Library, draws: None, form: str) -> None:
    path = sheet.downloads / f"renamed by somebody.{form}"
    path.write_bytes(filled_forms(library, "partner-map")[form])
    sheet.type("[data-files]", str(path))
    take = "[...document.querySelectorAll('button')].find((button) => button.textContent === 'Take these answers')"
    sheet.wait(take)
    sheet.run(f"{take}.click()")
    sheet.wait("document.querySelector('[data-status]').textContent.startsWith('Loaded from')")
    assert sheet.run(f"return ({READ})()") == answers(library, "partner-map")


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


def test_pasted_rows_fill_rows_and_a_removed_one_comes_back(sheet: Firefox) -> None:
    rows = "\n".join(f"P{row}\tweekly" for row in range(1, 9))
    sheet.run(
        """const area = document.createElement("textarea");
        Object.assign(area, {id: "spreadsheet", value: arguments[0]});
        document.querySelector("main").prepend(area)""",
        rows,
    )
    sheet.type("#spreadsheet", "\ue009ac")  # Ctrl+A, Ctrl+C
    sheet.type("[name='partners.1.organisation']", "\ue009v")
    sheet.wait(f"{VALUE % 'partners.8.organisation'} === 'P8' && {VALUE % 'partners.8.reaches'} === 'weekly'")
    sheet.run("document.querySelector('[data-table=partners] .worksheet-table__remove').click()")
    assert sheet.run(f"return {VALUE % 'partners.1.organisation'}") == "P2"
    sheet.run("document.querySelector('.worksheet-table__gap button').click()")
    sheet.reload()
    sheet.wait(f"{VALUE % 'partners.1.organisation'} === 'P1' && {VALUE % 'partners.8.organisation'} === 'P8'")


def test_cells_beside_merged_ones_stay_in_their_columns(sheet: Firefox) -> None:
    sheet.run(
        """const letter = document.createElement("div");
        Object.assign(letter, {id: "letter", contentEditable: "true", innerHTML: arguments[0]});
        document.querySelector("main").prepend(letter)""",
        "<table><tr><td rowspan=2>Library<td>Mondays<tr><td>Tuesdays</table>",
    )
    sheet.type("#letter", "\ue009ac")  # Ctrl+A, Ctrl+C
    sheet.type("[name='partners.1.organisation']", "\ue009v")
    sheet.wait(f"{VALUE % 'partners.2.reaches'} === 'Tuesdays'")
    assert sheet.run(f"return {VALUE % 'partners.2.organisation'}") == ""


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


def test_a_loaded_file_is_shown_before_anything_here_goes(sheet: Firefox) -> None:
    sheet.type("[name=community]", NAME)
    path = sheet.downloads / "theirs.json"
    path.write_text(json.dumps({"worksheet": "partner-map", "version": 1, "answers": {"community": "Carers"}}), "utf-8")
    sheet.type("[data-picker]", str(path))
    sheet.wait("document.querySelector('[data-shown]').childElementCount")
    assert sheet.run(f"return {VALUE % 'community'}") == NAME


def test_storage_that_is_full_is_said_and_the_page_has_all(sheet: Firefox) -> None:
    sheet.click("[data-keep]")
    sheet.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED') }")
    sheet.type("[name=missing]", NAME)
    sheet.wait("document.querySelector('[data-status]').textContent.includes('no room')")
    assert sheet.run(f"return {VALUE % 'missing'}") == NAME


def test_paper_has_every_letter_and_no_pattern_of_a_date(sheet: Firefox) -> None:
    sheet.type("[name=community]", NAME)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet.printed())).pages)
    assert "Llŷr Ŵyn, Łódź" in text
    assert "yyyy" not in text and "Filled-in example" not in text


def test_on_paper_the_heading_of_a_table_stands_above_it(sheet: Firefox, quick_address: str) -> None:
    sheet.open(f"{quick_address}worksheets/workshop-planner/")
    sheet.wait(READY)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(sheet.printed())).pages]
    (page,) = (text for text in pages if "Running order" in text)
    assert "What we do, and why" in page.partition("Running order")[2]


def test_ticks_survive_a_reload(fox: Firefox, quick_address: str) -> None:
    box = ".checklist input"
    fox.open(f"{quick_address}focus/choose-the-community/")
    fox.run(f"document.querySelector({json.dumps(box)}).scrollIntoView()")
    fox.click(box)
    fox.wait("Object.keys(sessionStorage).some((key) => key.startsWith('checklists:'))")
    fox.reload()
    fox.wait(f"document.querySelector({json.dumps(box)}).checked")


def test_a_link_brings_ticks_when_the_reader_says_so(fox: Firefox, quick_address: str) -> None:
    button = "[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === '%s')"
    box = ".checklist input"
    forget(fox, quick_address)
    fox.open(f"{quick_address}checklists/")
    fox.run(f"document.querySelector('{box}').scrollIntoView()")
    fox.click(box)
    fox.wait(f"{button % 'Make a link with my ticks'}?.checkVisibility()")
    fox.run(f"{button % 'Make a link with my ticks'}.click()")
    fox.wait("document.querySelector('[data-address]')?.value")
    link = fox.run("return document.querySelector('[data-address]').value")
    forget(fox, quick_address)
    fox.open(link)
    fox.wait("document.querySelector('[data-brought]')?.textContent.includes('brings 1 tick')")
    assert not fox.run(f"return document.querySelector('{box}').checked")
    fox.run(f"{button % 'Add them'}.click()")
    fox.wait(f"document.querySelector('{box}').checked")
