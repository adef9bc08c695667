"""What a file brought into the project can be taken back while a worksheet of it is open in another tab."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.support.contexts import context_of
from tests.support.settling import settled
from tests.support.worksheet_page import as_kept, box, key_of, opened, remember_only

BEFORE = {"community": "Unpaid carers", "partners.1.organisation": "Carers' Circle"}


def test_an_open_worksheet_shows_what_was_there_before_and_does_not_write_what_was_brought_again(
    browser: Browser, quick_address: str, tmp_path: Path
) -> None:
    file = tmp_path / "partner-map.json"
    answers = {
        "community": "Young people",
        "partners.1.organisation": "Youth Hub",
        "partners.2.organisation": "Library",
    }
    file.write_text(json.dumps({"worksheet": "partner-map", "version": 1, "answers": answers}), "utf-8")
    with context_of(browser) as context:
        project = context.new_page()
        remember_only(project, quick_address, {"partner-map": as_kept(BEFORE)})
        sheet = opened(context, quick_address, "partner-map")
        project.goto(f"{quick_address}project/")
        project.locator("[data-project]:not([hidden])").wait_for()
        project.locator("[data-picker]").set_input_files(file)
        expect(box(sheet, "community")).to_have_value("Young people")

        project.get_by_role("button", name="Bring back what was here").click()

        expect(box(sheet, "community")).to_have_value("Unpaid carers")
        settled(sheet)
        values = project.evaluate(
            "(key) => JSON.parse(localStorage.getItem(key)).values", key_of(quick_address, "partner-map")
        )
        stands = {name: entry["value"] for name, entry in values.items() if entry["value"]}
        assert stands == BEFORE
        assert box(sheet, "partners.2.organisation").input_value() == ""
