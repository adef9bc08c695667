"""Forms that were typed into by other programs come back whole, whatever letters were typed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from macros.content.library import Library
from macros.documents.answer_names import word_bookmark
from macros.documents.formats import FORMATS
from macros.models.worksheets import Box
from tests.support import libreoffice
from tests.support.bring_in import OFFICE, TRIED, WANTED, blank_pdf, brought
from tests.support.builds import ROOT
from tests.support.office_files import colophon
from tests.support.pdf_forms import all_typed_in_pdfjs, rooms, typed_in_pdfium
from tests.support.round_trips import entry
from tests.support.worksheet_page import opened

TYPED = TRIED if WANTED else ["funding-plan", "readiness-check"]  # a program that is slow to start and to type
SLICE = 4  # worksheets for each start of a program
Record = Callable[[str, object], None]
Opens = Callable[[str], Page]
LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isprintable()]
FACES = ["😀", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩‍👩‍👧", "✓", "€"]
OTHER = ["שלום", "مرحبا", "Ελλάδα", "日本"]


def slices(names: list[str]) -> pytest.MarkDecorator:
    """The test for some worksheets at a time, so that each has its time and its fault."""
    parts = [names[at : at + SLICE] for at in range(0, len(names), SLICE)]
    return pytest.mark.parametrize("names", parts, ids=["+".join(part) for part in parts])


def words(chance: random.Random) -> str:
    latin = "".join(chance.choices(LATIN, k=12))
    return " ".join(["a" + latin, chance.choice(FACES), chance.choice(OTHER), "01134 1-2 3/4", "& <b>“x”"])


def random_answer(box: Box, chance: random.Random) -> str:
    field = box.field
    if field.choices():
        return chance.choice(field.choices())
    if field.kind in ("number", "money"):
        return str(chance.randrange(1, 9999))
    if field.kind == "date":
        return f"20{chance.randrange(20, 40)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    if field.kind == "tick":
        return "✓"
    return words(chance) + ("\n" + words(chance) if field.several_lines else "")


def random_answers(library: Library, name: str) -> dict[str, dict[str, str]]:
    chance = random.Random(name)
    totals = {
        f"{field.id}.{row}.{field.total.into}"
        for field in library.worksheets[name].fields()
        if field.kind == "table" and field.total
        for row in field.row_keys
    }
    boxes = [box for box in library.worksheets[name].boxes() if box.name not in totals]
    return {
        box.name: {
            "kind": box.field.kind,
            "text": random_answer(box, chance),
            "bookmark": word_bookmark(box.name),  # of its place in a Word file
        }
        for box in boxes
    }


def wanted(values: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {key: True if answer["kind"] == "tick" else answer["text"] for key, answer in values.items()}


def differing(wanted: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    """What came back otherwise. A line of its own is a blank where a box has one line."""
    plain = {key: " ".join(str(value).split()).replace(",", "") for key, value in got.items()}
    right = {key: " ".join(str(value).split()).replace(",", "") for key, value in wanted.items()}
    return {key: (right.get(key), plain.get(key)) for key in {*right, *plain} if right.get(key) != plain.get(key)}


@pytest.fixture(scope="module")
def tab(context: BrowserContext, quick_address: str) -> Opens:
    """The page of a worksheet, in a tab that stays: each file takes the place of what the one before brought."""
    tabs: dict[str, Page] = {}

    def opens(name: str) -> Page:
        if name not in tabs:
            if len(tabs) == SLICE:
                tabs.pop(next(iter(tabs))).close()
            tabs[name] = opened(context, quick_address, name)
        return tabs[name]

    return opens


@slices(TYPED)
def test_what_is_typed_in_libreoffice_comes_back(
    tab: Opens,
    library: Library,
    draws: None,
    programs: None,
    tmp_path: Path,
    names: list[str],
    record_property: Record,
) -> None:
    if not libreoffice.is_there():
        pytest.skip(libreoffice.MISSING)
    files = []
    for name in names:
        worksheet = library.worksheets[name]
        for suffix in ("docx", "odt", "ods", "xlsx"):
            form = FORMATS[OFFICE[suffix]]
            if not form.fits(worksheet):
                continue
            blank, filled = tmp_path / f"blank-{name}.{suffix}", tmp_path / f"{name}.{suffix}"
            blank.write_bytes(form.draw(worksheet, colophon(library, name), False))
            files.append({"from": str(blank), "to": str(filled), "values": random_answers(library, name)})
    job = tmp_path / "job.json"
    job.write_text(json.dumps({"profile": str(tmp_path / "profile"), "files": files}), "utf-8")
    script = str(ROOT / "tests/support/libreoffice_typing.py")
    libreoffice.run([libreoffice.PYTHON, script, job])
    wrong: dict[str, Any] = {}
    for name in names:
        page = tab(name)
        values = wanted(random_answers(library, name))
        for path in sorted(tmp_path.glob(f"{name}.*")):
            _, got = brought(page, path.name, path.read_bytes(), "Empty this worksheet first")
            wrong |= {f"{path.name}: {key}": two for key, two in differing(values, got).items()}
            record_property(*entry("typed in LibreOffice", name, path.suffix[1:]))
    assert wrong == {}


@slices(TYPED)
def test_what_is_typed_in_firefoxs_pdf_viewer_comes_back(
    tab: Opens,
    library: Library,
    draws: None,
    programs: None,
    tmp_path: Path,
    names: list[str],
    record_property: Record,
) -> None:
    values = {name: wanted(random_answers(library, name)) for name in names}
    typed = {}
    for name in names:
        boxes = library.worksheets[name].boxes()
        # A list keeps the id of an option, whose words a reader sees.
        ids = {box.name: dict(zip(box.field.choices(), box.field.choice_ids(), strict=True)) for box in boxes}
        typed[name] = {key: ids[key].get(value, value) for key, value in values[name].items()}
    filled = all_typed_in_pdfjs([(blank_pdf(library, name), typed[name]) for name in names], tmp_path)

    wrong: dict[str, Any] = {}
    for name, content in zip(names, filled, strict=True):
        _, got = brought(tab(name), "from-firefox.pdf", content, "Empty this worksheet first")
        wrong |= {f"{name}: {key}": two for key, two in differing(values[name], got).items()}
        record_property(*entry("typed in Firefox’s PDF viewer", name, "pdf"))
    assert wrong == {}


@slices(TRIED)
def test_what_is_typed_in_a_pdf_viewer_comes_back(
    tab: Opens, library: Library, draws: None, names: list[str], record_property: Record
) -> None:
    wrong: dict[str, Any] = {}
    for name in names:
        blank = blank_pdf(library, name)
        room = rooms(blank)
        # PDFium takes a letter of sixteen bits at a time, so that faces do not come from a keyboard. A viewer takes
        # no more than a box says it has room for.
        values = {
            key: "".join(letter for letter in value if ord(letter) < 0x10000)[: room.get(key)]
            if isinstance(value, str)
            else value
            for key, value in wanted(random_answers(library, name)).items()
        }
        typed = {key: value.replace("\n", "\r") if isinstance(value, str) else value for key, value in values.items()}
        content = typed_in_pdfium(blank, typed)
        _, got = brought(tab(name), "from-a-viewer.pdf", content, "Empty this worksheet first")
        wrong |= {f"{name}: {key}": two for key, two in differing(values, got).items()}
        record_property(*entry("typed in Chrome’s and Edge’s PDF viewer", name, "pdf"))
    assert wrong == {}
