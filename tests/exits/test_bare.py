"""Without Material and without print-site, and drawn anew: the same site, but for the page of all pages."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built
from tests.support.bare import settings
from tests.support.compare_builds import differences

ALL_PAGES = "print_page/index.html"
DOWNLOADS = "downloads/index.html"  # it says how large the site in one file is
HOLD_IT = ("downloads/offline.zip", "edition.json")  # the site in one file, and the fingerprint of that
SIZE = re.compile(r'(offline\.zip"[^\n]*<span class="size" data-not-prose>)[^<]+(?=</span>)')


@pytest.fixture(scope="module")
def both(editions: Callable[[str], Built]) -> tuple[Path, Path]:
    """The awkward edition with some documents: as always, and bare, where nothing is kept of what the first drew."""
    return editions("ynys-wen").site, editions("bare").site


def test_pages_book_packs_and_worksheets_have_the_same_bytes(both: tuple[Path, Path]) -> None:
    usual, bare = both

    assert differences(usual, bare) == [
        f"only in old: {ALL_PAGES}",
        *(f"differs: {path}" for path in (DOWNLOADS, *HOLD_IT)),
    ]
    texts = [SIZE.sub(r"\1", (site / DOWNLOADS).read_text("utf-8")) for site in both]
    assert texts[0] == texts[1] and SIZE.search((bare / DOWNLOADS).read_text("utf-8"))
    assert (bare / "downloads/book.pdf").stat().st_size > 100_000


def test_what_holds_the_site_differs_by_that_page_alone(both: tuple[Path, Path]) -> None:
    packed = []
    for site in both:
        with zipfile.ZipFile(site / HOLD_IT[0]) as archive:
            packed.append({name.partition("/")[2]: archive.read(name) for name in archive.namelist()})
    usual, bare = packed
    listed = [json.loads((site / HOLD_IT[1]).read_text("utf-8"))["downloads"] for site in both]

    assert usual.keys() - bare.keys() == {ALL_PAGES} and bare.keys() <= usual.keys()
    assert [name for name in bare if bare[name] != usual[name]] == []
    assert {download["address"] for download in listed[0] if download not in listed[1]} == {HOLD_IT[0]}


def test_the_bare_settings_are_the_written_ones_without_either() -> None:
    bare = settings((ROOT / "mkdocs.yml").read_text("utf-8"))

    assert "material" not in bare and "print-site" not in bare
    assert "static_templates: [404.html]" in bare and "module_name: macros" in bare and "strict: true" in bare
