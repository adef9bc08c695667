"""What one sheet knows the next one offers, a project stands on one page, and its file carries all of it elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.at_once import checked, pressed, written
from tests.support.bring_in import standing
from tests.support.contexts import context_of
from tests.support.open_referral import SERVICE, problems
from tests.support.worksheet_page import as_kept, box, opened, said, tool

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
PARTNERS = {"partners.1.organisation": "Carers' Circle", "partners.2.organisation": "<b>Library</b> & café"}
KEPT = {
    "partner-map": {"community": "Unpaid carers", **PARTNERS},
    "opportunity-grid": {"kept": "Form table: Advice\nGuide: the council\n- Tea", "keep_until": "2027-12-27"},
    "mandate-on-a-page": {"who_does_what.sponsor.role": "Director of Adults", "who_does_what.decides.role": "Cabinet"},
}

KEPT_TEXTS = {name: as_kept(values) for name, values in KEPT.items()}
Opens = Callable[..., Page]


def project(context: BrowserContext, address: str) -> Page:
    """A tab with the page of the project, its tools shown."""
    page = context.new_page()
    page.goto(f"{address}project/")
    page.locator("[data-project]:not([hidden])").wait_for()
    return page


def small(context: BrowserContext, address: str) -> Page:
    """A tab of the same site with no tool in it, which can keep what another tab finds or hears of."""
    page = context.new_page()
    page.goto(f"{address}edition.json")
    return page


def keep_sheets(page: Page, sheets: dict[str, dict[str, Any]], at: int = 1) -> None:
    """Let the browser keep these answers, as if they had been typed at ``at``."""
    page.evaluate(
        """([sheets, at]) => {
          const site = new URL(location.pathname.endsWith('.json') ? './' : '../', location.href).pathname;
          for (const [name, answers] of Object.entries(sheets)) {
            const values = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { value, at }]));
            localStorage.setItem(`worksheet:${site}:${name}`, JSON.stringify({ format: 1, values, rows: {} }));
          }
          dispatchEvent(new StorageEvent('storage')); // as the page hears it of another tab
        }""",
        [sheets, at],
    )


def choices(page: Page) -> list[str]:
    return page.locator(".offers__choice").all_inner_texts()


def test_kept_rows_come_and_go_with_one_press_and_a_box_offers_what_the_sheet_before_knows(sheet: Opens) -> None:
    page = sheet("staged-plan", KEPT_TEXTS)
    pressed(page.get_by_role("button", name="Bring in the ideas that you kept (3)"))

    plan = standing(page)
    assert [plan[f"plan.{row}.action"] for row in (1, 2, 3)] == ["Form table", "Guide", "Tea"]
    assert [plan.get(f"plan.{row}.owner") for row in (1, 2, 3)] == ["Advice", "the council", None]
    assert "Brought in: 3" in said(page)
    expect(page.get_by_role("button", name="Bring in the ideas")).to_be_hidden()
    pressed(page.get_by_role("button", name="Take them away again"))
    assert "plan.1.action" not in standing(page)
    expect(page.get_by_role("button", name="Bring in the ideas that you kept (3)")).to_be_visible()

    owner = box(page, "plan.1.owner")
    owner.click()
    expect(page.locator(".offers__choice")).to_have_text(list(PARTNERS.values()))
    owner.press_sequentially("café")
    assert choices(page) == ["<b>Library</b> & café"]
    owner.press("ArrowDown")
    page.keyboard.press("Enter")
    assert owner.input_value() == "<b>Library</b> & café"
    expect(owner).to_be_focused()
    owner.fill("Somebody else")
    assert owner.input_value() == "Somebody else" and choices(page) == []
    box(page, "community").click()
    assert choices(page) == ["Unpaid carers"]
    page.keyboard.press("Escape")
    assert choices(page) == []


def test_a_sheet_says_where_what_it_took_has_changed_since(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        first = small(context, quick_address)
        keep_sheets(first, KEPT)
        page = opened(context, quick_address, "staged-plan")
        owner = box(page, "plan.1.owner")
        owner.click()
        page.locator(".offers__choice").first.click()
        expect(page.locator(".field__since")).to_have_count(0)
        keep_sheets(first, {"partner-map": {**PARTNERS, "partners.1.organisation": "Carers' Circle and Friends"}}, at=9)

        note = page.locator(".field__since")
        expect(note).to_contain_text("now says “Carers' Circle and Friends”")
        expect(note.get_by_role("link", name="Partner map")).to_have_attribute("href", "../partner-map/")
        pressed(note.get_by_role("button", name="Use that"))
        assert owner.input_value() == "Carers' Circle and Friends"
        expect(note).to_have_count(0)


def test_a_project_goes_to_a_successor_in_one_file(browser: Browser, quick_address: str, tmp_path: Path) -> None:
    with context_of(browser) as context:
        page = project(context, quick_address)
        keep_sheets(page, {**KEPT, "sheet-of-another-release": {"old": "words"}})
        written(page.get_by_label("Name of the community"), "Unpaid carers")
        written(page.get_by_label("Your role"), "Officer")
        checks = page.get_by_role("button", name="It is checked (Partner map)")
        pressed(checks.or_(page.locator('[data-sheet="partner-map"] button')).first)
        expect(page.locator('[data-sheet="partner-map"] .project__mark')).to_have_text("Checked")
        expect(page.locator("[data-coming]")).to_contain_text("Bank holiday: Christmas Day")
        with page.expect_download() as caught:
            pressed(page.get_by_role("button", name="Save the project to a file"))
        file = tmp_path / caught.value.suggested_filename
        caught.value.save_as(file)
        assert file.name.startswith("project-unpaid-carers-")
    with context_of(browser) as context:
        page = project(context, quick_address)
        page.locator("[data-picker]").set_input_files(file)
        expect(page.locator("[data-told] [data-status]")).to_contain_text("4 worksheets")
        assert page.get_by_label("Name of the community").input_value() == "Unpaid carers"
        expect(page.locator('[data-sheet="partner-map"]')).to_contain_text("Officer: 3 answers")
        assert page.evaluate("Object.values(localStorage).some((text) => text.includes('words'))")
        assert (
            box(opened(context, quick_address, "partner-map"), "partners.2.organisation").input_value()
            == PARTNERS["partners.2.organisation"]
        )
        assert page.get_by_label("Your role").input_value() == ""  # a successor is nobody yet
        pressed(page.get_by_role("button", name="Take it away again"))
        assert page.get_by_label("Name of the community").input_value() == ""


def test_two_projects_stand_side_by_side_and_do_not_mix(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = project(context, quick_address)
        keep_sheets(page, KEPT)
        with page.expect_navigation():
            page.get_by_role("button", name="Begin another project").click()
        written(page.get_by_label("Name of the community"), "Second")
        assert box(opened(context, quick_address, "partner-map"), "partners.1.organisation").input_value() == ""
        with page.expect_navigation():
            page.get_by_label("Project", exact=True).select_option("First project")
        assert box(opened(context, quick_address, "partner-map"), "partners.1.organisation").input_value() != ""


def test_a_sheets_file_of_an_older_release_is_loaded_into_the_project(
    browser: Browser, quick_address: str, tmp_path: Path
) -> None:
    file = tmp_path / "old.json"
    answers = {"actions.1.action": "Tea", "actions.1.owner": "Library"}
    file.write_text(json.dumps({"worksheet": "action-list", "version": 1, "answers": answers, "rows": {"actions": 1}}))
    with context_of(browser) as context:
        page = project(context, quick_address)
        page.locator("[data-picker]").set_input_files(file)
        expect(page.locator("[data-told] [data-status]")).to_contain_text("Action plan")
        expect(page.locator('[data-sheet="staged-plan"] .project__mark')).to_have_text("Begun")
        assert box(opened(context, quick_address, "staged-plan"), "plan.1.action").input_value() == "Tea"


def test_a_paper_takes_one_row_and_lists_what_is_missing(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = small(context, quick_address)
        keep_sheets(page, KEPT)
        page.goto(f"{quick_address}papers/handover-note/")
        page.locator("[data-gaps]:not([hidden])").wait_for()
        sponsor = page.get_by_label("Who is the sponsor (role)?")
        assert sponsor.input_value() == "Director of Adults"
        expect(page.locator("#gap-sponsor-mark")).to_have_text("It says what the worksheet says.")
        missing = page.locator("[data-missing]")
        expect(missing).not_to_contain_text("Who is the sponsor")
        missing.get_by_role("link", name="From which day?").click()
        expect(page.get_by_label("From which day?")).to_be_focused()
        written(sponsor, "Somebody")
        pressed(page.get_by_role("button", name="Use the worksheet's words Who is the sponsor"))
        assert sponsor.input_value() == "Director of Adults"


def test_a_day_on_a_bank_holiday_is_pointed_out_and_a_sheet_can_be_had_with_labels_only(sheet: Opens) -> None:
    page = sheet("mandate-on-a-page")
    first = box(page, "first_report")
    first.fill("2027-03-26")
    first.dispatch_event("change")
    expect(page.get_by_text("This is a bank holiday: Good Friday.")).to_be_visible()
    written(first, "2027-03-30")
    expect(page.get_by_text("This is a bank holiday")).to_have_count(0)

    help_text = page.locator(".worksheet .field__help").first
    expect(help_text).to_be_visible()
    checked(page.get_by_label("Labels only, without the help"))
    expect(help_text).to_be_hidden()
    expect(page.locator(".worksheet .field__label").first).to_be_visible()


def test_the_page_stands_without_storage_and_without_scripts(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        context.add_init_script(BLOCKED)
        page = project(context, quick_address)
        expect(page.locator("[data-next-link]")).to_have_text("Begin “Mandate on a page”")
        pressed(page.get_by_role("button", name="Save the project to a file"))
        expect(page.locator("[data-told] [data-status]")).to_contain_text("did not work")
    with context_of(browser, own=True, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{quick_address}project/")
        listed = page.locator("[data-sheet]").evaluate_all("rows => rows.map((row) => row.dataset.sheet)")
        expect(page.locator("[data-sheet] a")).to_have_count(len(listed))
        sheets = json.loads(page.locator("[data-project]").get_attribute("data-sheets") or "")
        assert sorted(listed) == sorted(sheet["id"] for sheet in sheets) and len(listed) > 20
        expect(page.get_by_text("These are all the worksheets")).to_be_visible()


def test_a_second_pair_of_eyes_comments_beside_the_answers_and_not_among_them(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser) as context:
        keep_sheets(small(context, quick_address), KEPT)
        page = opened(context, quick_address, "partner-map")
        pressed(page.get_by_role("button", name="Comment on the answers"))
        pressed(page.get_by_role("button", name="Comment (Organisation, row 1)"))
        written(page.get_by_label("Comment (Organisation, row 1)"), "Is this <b>still</b> their name?")
        pressed(page.get_by_role("button", name="Keep the comment"))

        listed = page.locator("[data-comments-list]")
        expect(listed).to_contain_text("Query. Is this <b>still</b> their name?")
        sheets = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('worksheet:')).join()")
        assert "their name" not in sheets
        page.reload()
        expect(listed).to_contain_text("Is this <b>still</b> their name?")
        with page.expect_download() as caught:  # the sheet alone goes back with them
            pressed(tool(page, "Save to a file"))
        with context_of(browser) as other:
            back = opened(other, quick_address, "partner-map")
            saved = {
                "name": "sheet.json",
                "mimeType": "application/json",
                "buffer": Path(caught.value.path()).read_bytes(),
            }
            back.locator("[data-picker]").set_input_files(saved)
            expect(back.locator("[data-comments-list]")).to_contain_text("Is this <b>still</b> their name?")
            assert box(back, "partners.1.organisation").input_value() == PARTNERS["partners.1.organisation"]
        pressed(page.get_by_role("button", name="Change (Organisation, row 1)"))
        pressed(page.get_by_role("button", name="Take it away"))
        expect(listed.locator("li")).to_have_count(0)


def test_partners_and_assets_go_out_without_what_looks_private(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        assets = {
            "assets.1.asset": "Corner table, café",
            "assets.1.owner": "<b>Library</b> & café. Yes on 2 May",
            "assets.2.asset": "Lunch club, ask Jo Marsh",
        }
        page = project(context, quick_address)
        keep_sheets(page, {**KEPT, "asset-map": assets})
        pressed(page.get_by_role("button", name="Look at what would go out"))
        expect(page.locator("[data-assets-status]")).to_contain_text("1 line may hold a person's name")
        expect(page.locator(".project__doubt")).to_have_text("Perhaps a person's name: Jo Marsh")
        expect(page.get_by_label("Lunch club, ask Jo Marsh")).not_to_be_checked()
        with page.expect_download() as caught:
            pressed(page.get_by_role("button", name="Assets as CSV"))
        csv = Path(caught.value.path()).read_text("utf-8-sig")
        with page.expect_download() as caught:
            pressed(page.get_by_role("button", name="Assets for Open Referral UK"))
        services = json.loads(Path(caught.value.path()).read_text("utf-8"))

        assert "Corner table" in csv and "Jo Marsh" not in csv and "2 May" not in csv
        assert [(service["name"], service["organization"]["name"]) for service in services] == [
            ("Corner table, café", "<b>Library</b> & café")
        ]
        assert problems(services, SERVICE) == []
