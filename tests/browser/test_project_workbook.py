"""The project as one workbook: filled in on the page, changed in another program, and taken back in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.content.library import Library
from macros.documents.project_forms import PROJECT_MODULE, PROJECT_PAGE, project_worksheets
from macros.documents.project_workbook import draw_excel, draw_open
from macros.documents.store import Documents
from tests.conftest import ADDRESS
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


def project(context: BrowserContext, address: str, blanks: dict[str, bytes]) -> Page:
    """A tab with the page of the project, whose blank workbooks are there."""

    def answer(route: Route) -> None:
        route.fulfill(body=blanks[route.request.url.rsplit(".", 1)[-1]])

    for suffix in blanks:
        context.route(f"**/downloads/project.{suffix}", answer)
    page = context.new_page()
    page.goto(f"{address}project/")
    page.locator("[data-project]:not([hidden])").wait_for()
    return page


def keep(page: Page) -> None:
    """Let the browser keep what was written on the sheets, and the page know of it."""
    page.evaluate(KEEP, [SHEETS, 1])
    page.reload()
    page.locator('[data-sheet="partner-map"][data-state="begun"]').wait_for()


def made(page: Page, suffix: str) -> bytes:
    """The filled workbook that the page hands over."""
    with page.expect_download() as caught:
        page.get_by_role("button", name=BUTTONS[suffix], exact=True).click()
    assert caught.value.suggested_filename.endswith(f".{suffix}")
    return Path(caught.value.path()).read_bytes()


def load(page: Page, name: str, content: bytes) -> None:
    page.locator("[data-picker]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def named(book: Workbook, name: str) -> Any:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place]


@pytest.mark.parametrize("suffix", BUTTONS)
def test_a_project_goes_out_as_a_workbook_and_comes_back_on_another_device(
    browser: Browser, quick_address: str, blanks: dict[str, bytes], suffix: str
) -> None:
    with context_of(browser, accept_downloads=True) as context:
        page = project(context, quick_address, blanks)
        keep(page)
        page.get_by_label("Name of the community").fill("Carers & co")
        page.get_by_label("Name of the community").press("Tab")
        content = made(page, suffix)
    with context_of(browser) as context:
        page = project(context, quick_address, blanks)
        load(page, f"renamed.{suffix}", content)
        shown = page.locator("[data-shown]")
        expect(shown).to_contain_text(f"renamed.{suffix}: the workbook of a whole project")
        expect(shown.locator("tbody tr").first).to_contain_text("Readiness check")
        assert shown.locator("tbody tr").count() == len(SHEETS)
        shown.get_by_role("button", name="Take these answers").click()
        expect(page.locator("[data-told] [data-status]")).to_contain_text("3 worksheets")
        assert page.get_by_label("Name of the community").input_value() == "Carers & co"
        sheet = opened(context, quick_address, "partner-map")
        assert box(sheet, f"partners.{ROWS}.organisation").input_value() == f"Partner & {ROWS}"
        assert box(sheet, "partners.1.tier").input_value() == "core"
        for name in ("keep_until", "missing", "date"):  # those that stand outside tables
            assert box(sheet, name).input_value() == SHEETS["partner-map"][name]
        asks = opened(context, quick_address, "funding-plan")
        assert float(box(asks, "asks.1.amount").input_value().replace(",", "")) == 1200.5
        page.get_by_role("button", name="Bring back what was here").click()
        expect(page.locator('[data-sheet="partner-map"] .project__mark')).to_have_text("Not begun")


def test_what_was_changed_in_another_program_is_shown_before_it_is_taken(
    browser: Browser, quick_address: str, blanks: dict[str, bytes]
) -> None:
    with context_of(browser, accept_downloads=True) as context:
        page = project(context, quick_address, blanks)
        keep(page)
        book = load_workbook(io.BytesIO(made(page, "xlsx")))
        named(book, "box_partner__map__partners__2__organisation").value = "Another name"
        named(book, "box_funding__plan__asks__1__deadline").value = "some time in spring"
        out = io.BytesIO()
        book.save(out)
        load(page, "changed.xlsx", out.getvalue())
        shown = page.locator("[data-shown]")
        expect(shown).to_contain_text("“some time in spring”. This is not a date.")
        differing = shown.locator("tr.bring-in__differs")
        assert [row.split("\t")[::2] for row in differing.all_inner_texts()] == [
            ["Partner map", "1"],
            ["Funding plan", "1"],
        ]
        shown.get_by_label("Keep the answer that is here").check()
        shown.get_by_role("button", name="Take these answers").click()
        sheet = opened(context, quick_address, "partner-map")
        assert box(sheet, "partners.2.organisation").input_value() == "Partner & 2"
        load(page, "changed.xlsx", out.getvalue())
        shown.get_by_role("button", name="Take these answers").click()
        expect(box(sheet, "partners.2.organisation")).to_have_value("Another name")
        assert box(sheet, "partners.3.organisation").input_value() == "Partner & 3"


def test_a_workbook_that_is_dropped_elsewhere_leads_to_the_project(
    browser: Browser, quick_address: str, blanks: dict[str, bytes]
) -> None:
    with context_of(browser, accept_downloads=True) as context:
        page = project(context, quick_address, blanks)
        keep(page)
        content = made(page, "ods")
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(f"{quick_address}bring-in/")
        page.locator("[data-files]").set_input_files(
            {"name": "all.ods", "mimeType": "application/octet-stream", "buffer": content}
        )
        page.get_by_role("button", name="Open My project with these answers").click()
        page.wait_for_url("**/project/#brought-in")
        page.get_by_role("button", name="Take these answers").click()
        expect(page.locator("[data-told] [data-status]")).to_contain_text("3 worksheets")
        sheet = opened(context, quick_address, "funding-plan")  # and on a worksheet's own page its own part is taken
        sheet.locator("[data-files]").set_input_files(
            {"name": "all.ods", "mimeType": "application/octet-stream", "buffer": content}
        )
        expect(sheet.locator("[data-shown]")).to_contain_text("all.ods: Funding plan")
