"""The project as one workbook: filled in on the page, changed in another program, and taken back in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from macros.content.library import Library
from macros.documents.project_forms import PROJECT_MODULE, PROJECT_PAGE, project_worksheets
from macros.documents.project_workbook import draw_excel, draw_open
from macros.documents.store import Documents
from tests.conftest import ADDRESS
from tests.support.at_once import checked, pressed, written
from tests.support.bring_in import standing
from tests.support.contexts import context_of
from tests.support.worksheet_page import box, opened

pytestmark = pytest.mark.usefixtures("draws")
BUTTONS = {"xlsx": "Download filled in, for Excel", "ods": "Download filled in, for OpenDocument"}
ROWS = 9  # two more than the blank sheet has
KEEP = """([sheets, at]) => {
  const site = new URL('../', location.href).pathname;
  for (const [id, values] of Object.entries(sheets)) {
    const kept = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, at }]));
    localStorage.setItem(`worksheet:${site}:${id}`, JSON.stringify({ format: 1, values: kept, rows: {} }));
  }
  dispatchEvent(new StorageEvent('storage')); // as the page hears it of another tab
}"""
SHEETS: dict[str, dict[str, Any]] = {
    "partner-map": {
        "keep_until": "2028-05-04",
        "missing": "A surgery and a school",
        "date": "2027-02-03",
        "partners.1.tier": "core",
        **{f"partners.{row}.organisation": f"Partner & {row}" for row in range(1, ROWS + 1)},
    },
    "funding-plan": {"asks.1.amount": "1,200.50", "asks.1.deadline": "2027-03-01"},
    "readiness-check": {"statements.mandate.answer": "yes"},
}


@pytest.fixture(scope="module")
def blanks(library: Library) -> dict[str, bytes]:
    """The workbook in each form, which a quick build does not draw."""
    worksheets, colophon = (
        project_worksheets(library),
        Documents(library, ADDRESS).colophon(PROJECT_PAGE, PROJECT_MODULE),
    )
    return {"xlsx": draw_excel(worksheets, colophon), "ods": draw_open(worksheets, colophon)}


@pytest.fixture(scope="module")
def filled(browser: Browser, quick_address: str, blanks: dict[str, bytes]) -> dict[str, bytes]:
    """The filled workbook in each form, as the page of a project on one device hands it over."""
    with context_of(browser) as context:
        page = project(context, quick_address)
        keep(page)
        written(page.get_by_label("Name of the community"), "Carers & co")
        return {suffix: made(page, suffix, blank) for suffix, blank in blanks.items()}


def project(context: BrowserContext, address: str) -> Page:
    """A tab with the page of the project."""
    page = context.new_page()
    page.goto(f"{address}project/")
    page.locator("[data-project]:not([hidden])").wait_for()
    return page


def keep(page: Page) -> None:
    """Let the browser keep what was written on the sheets, and the page know of it."""
    page.evaluate(KEEP, [SHEETS, 1])
    page.locator('[data-sheet="partner-map"][data-state="begun"]').wait_for()


def made(page: Page, suffix: str, blank: bytes) -> bytes:
    """The filled workbook that the page hands over, where it is lent the blank one."""
    file = f"**/downloads/project.{suffix}"
    page.route(file, lambda route: route.fulfill(body=blank))
    with page.expect_download() as caught:
        pressed(page.get_by_role("button", name=BUTTONS[suffix], exact=True))
    page.unroute(file)
    assert caught.value.suggested_filename.endswith(f".{suffix}")
    return Path(caught.value.path()).read_bytes()


def load(page: Page, name: str, content: bytes) -> None:
    page.locator("[data-picker]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def named(book: Workbook, name: str) -> Any:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place]


def test_a_project_goes_out_as_a_workbook_and_comes_back_on_another_device(
    browser: Browser, quick_address: str, filled: dict[str, bytes]
) -> None:
    with context_of(browser) as context:
        page = project(context, quick_address)
        shown, marks = page.locator("[data-shown]"), page.locator(".project__mark")
        states = [*marks.all_inner_texts()]
        assert set(states) == {"Not begun"}
        for suffix, content in filled.items():
            load(page, f"renamed.{suffix}", content)
            expect(shown).to_contain_text(f"renamed.{suffix}: the workbook of a whole project")
            expect(shown.locator("tbody tr").first).to_contain_text("Readiness check")
            assert shown.locator("tbody tr").count() == len(SHEETS)
            pressed(shown.get_by_role("button", name="Take these answers"))
            expect(page.locator("[data-told] [data-status]")).to_contain_text("3 worksheets")
            assert page.get_by_label("Name of the community").input_value() == "Carers & co"
            sheet = opened(context, quick_address, "partner-map")
            values = standing(sheet)
            assert values[f"partners.{ROWS}.organisation"] == f"Partner & {ROWS}"
            assert box(sheet, "partners.1.tier").input_value() == "core"
            for name in ("keep_until", "missing", "date"):  # those that stand outside tables
                assert values[name] == SHEETS["partner-map"][name]
            asks = opened(context, quick_address, "funding-plan")
            assert float(standing(asks)["asks.1.amount"].replace(",", "")) == 1200.5
            for tab in (sheet, asks):
                tab.close()
            pressed(page.get_by_role("button", name="Bring back what was here"))
            expect(marks).to_have_text(states)


def test_what_was_changed_in_another_program_is_shown_before_it_is_taken(
    browser: Browser, quick_address: str, filled: dict[str, bytes]
) -> None:
    book = load_workbook(io.BytesIO(filled["xlsx"]))
    named(book, "box_partner__map__partners__2__organisation").value = "Another name"
    named(book, "box_funding__plan__asks__1__deadline").value = "some time in spring"
    out = io.BytesIO()
    book.save(out)
    with context_of(browser) as context:
        page = project(context, quick_address)
        keep(page)
        load(page, "changed.xlsx", out.getvalue())
        shown = page.locator("[data-shown]")
        expect(shown).to_contain_text("“some time in spring”. This is not a date.")
        differing = shown.locator("tr.bring-in__differs")
        assert [row.split("\t")[::2] for row in differing.all_inner_texts()] == [
            ["Partner map", "1"],
            ["Funding plan", "1"],
        ]
        checked(shown.get_by_label("Keep the answer that is here"))
        pressed(shown.get_by_role("button", name="Take these answers"))
        sheet = opened(context, quick_address, "partner-map")
        assert box(sheet, "partners.2.organisation").input_value() == "Partner & 2"
        load(page, "changed.xlsx", out.getvalue())
        pressed(shown.get_by_role("button", name="Take these answers"))
        expect(box(sheet, "partners.2.organisation")).to_have_value("Another name")
        assert box(sheet, "partners.3.organisation").input_value() == "Partner & 3"


def test_a_workbook_that_is_dropped_elsewhere_leads_to_the_project(
    browser: Browser, quick_address: str, filled: dict[str, bytes]
) -> None:
    given: FilePayload = {"name": "all.ods", "mimeType": "application/octet-stream", "buffer": filled["ods"]}
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(f"{quick_address}bring-in/")
        page.locator("[data-files]").set_input_files(given)
        page.get_by_role("button", name="Open My project with these answers").click()
        page.wait_for_url("**/project/#brought-in")
        page.get_by_role("button", name="Take these answers").click()
        expect(page.locator("[data-told] [data-status]")).to_contain_text("3 worksheets")
        sheet = opened(context, quick_address, "funding-plan")  # and on a worksheet's own page its own part is taken
        sheet.locator("[data-files]").set_input_files(given)
        expect(sheet.locator("[data-shown]")).to_contain_text("all.ods: Funding plan")
