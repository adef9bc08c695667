"""Every kind of answer on a worksheet's page: kept on the device, in the Word file, and back from a saved file.

One opening of each worksheet shows all of it, since to open one costs more than to ask it.
"""

from __future__ import annotations

import json

from playwright.sync_api import Browser, expect

from macros.content.library import Library
from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.word_controls import check_answers
from tests.support.worksheet_names import EVERY_KIND
from tests.support.worksheet_page import (
    anew,
    downloaded,
    fill_all,
    keep,
    labels,
    read_all,
    read_shown,
    take_anew,
)

ALL_LABELS = (
    "() => Object.fromEntries([...document.querySelectorAll('form td [name]')].map(box => [box.name, box.ariaLabel]))"
)


def test_every_kind_of_answer_is_kept_and_in_its_control_and_comes_back_from_a_file(
    browser: Browser, built: Built, address: str, library: Library
) -> None:
    with context_of(browser, viewport={"width": 1280, "height": 480}) as context:
        page = context.new_page()
        for name in EVERY_KIND:
            anew(page, address, name)
            keep(page)
            called = {key: label for key, label in labels(library, name).items() if "." in key}
            assert page.evaluate(ALL_LABELS) == called, f"{name} calls its boxes something else than other forms"
            fill_all(page)
            before = read_all(page)
            page.reload()
            expect(page.get_by_label("Keep my answers on this device")).to_be_checked()
            assert read_all(page) == before, f"{name} lost what was kept"

            answers = {key: value for key, value in read_shown(page).items() if value not in ("", False)}
            file, raw = downloaded(page, "Download as Word with my answers")
            assert "-toolkit-" in file and file.endswith(".docx")
            check_answers(raw, (built.site / f"downloads/worksheets/{name}.docx").read_bytes(), answers)

            file, raw = downloaded(page, "Save to a file")
            assert file.startswith(f"{name}-toolkit-") and file.endswith(".json")
            data = json.loads(raw)
            assert data["worksheet"] == name and data["version"] == 1 and data["unplaced"] == {}
            take_anew(page, raw.decode())
            assert read_all(page) == before, f"{name} lost what was saved"
