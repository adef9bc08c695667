"""Builds: other editions, faults that stop them, and the same bytes each time."""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import shutil
import struct
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from pypdf import PdfReader

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.documents.formats import FORMATS
from macros.documents.store import Documents
from tests.conftest import Built, quick_build
from tests.support.parsed import page_at

pytestmark = pytest.mark.usefixtures("builds")

AdopterMacros = Callable[[str], Built]


def test_a_rural_county_gets_its_own_names_and_not_the_neutral_ones(
    project: Path, quick_editions: AdopterMacros
) -> None:
    site = quick_editions("eastmarch").site
    library = read_library(project, "eastmarch", read_nav(project))
    colophon = Documents(library, f"{library.edition.site.url}/").colophon("worksheets/persona/")
    persona = FORMATS["pdf"].draw(library.worksheets["persona"], colophon, False)
    home = page_at(site / "index.html")

    assert "Digital Eastmarch" in home.title.get_text()  # type: ignore[union-attr]
    assert home.select_one('a[href^="mailto:digital@eastmarch.example?"]')
    assert "https://digital.eastmarch.example/toolkit/worksheets/persona/" in (
        PdfReader(io.BytesIO(persona)).pages[0].extract_text().replace("\n", "")
    )
    assert "your area" not in home.get_text()


def test_awkward_names_come_out_as_themselves_everywhere(editions: AdopterMacros) -> None:
    site = editions("ynys-wen").site
    council, programme = "Cyngor Ynys Wên & King's Tŷ <Council>", "Digidol Ŵyl *Môn* & {{ 7 * 7 }} King's <b>Llŷn</b>"

    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert html.escape(programme, quote=False) in text.replace("&#39;", "'"), page
        assert "<b>Llŷn" not in text and "<Council>" not in text, page
    word = Document(str(site / "downloads/worksheets/partner-map.docx"))
    assert word.core_properties.author == council
    assert council in word.sections[0].header.paragraphs[0].text
    book = PdfReader(site / "downloads/book.pdf")
    assert programme in str(book.metadata.title)  # type: ignore[union-attr]
    assert json.loads((site / "edition.json").read_text("utf-8"))["council"] == council


def test_an_editions_note_stands_on_its_page(editions: AdopterMacros) -> None:
    page = BeautifulSoup(
        (editions("ynys-wen").site / "focus/choose-the-community/index.html").read_text("utf-8"), "lxml"
    )

    note = page.select_one(".note")
    assert note and "one island parish" in note.get_text()
    assert note.find("strong", string="ask at the chapel café")


ORPHAN = "templates/checklists/orphan.yml"  # a copy of one that a step uses
NOTE = "editions/westhaven/notes/focus/find-the-key-partners.md"
LOST = """, line 1
    What is wrong: The link “../rolls.md” leads to rolls.md, which is not there.
    How to fix it: Did you mean “roles.md”?"""
# A file, what is there, what is put there, and what is told. None of those that are told together hides another.
FAULTS = {
    "what is written": (
        ("docs/focus/choose-the-community.md", "checklist: choose", "checklist: chose", "“choose-the-community”?"),
        ("docs/focus/bring-partners-in.md", "promise:", "promisse:", "“promisse” is not a key"),
        ("templates/worksheets/partner-map.yml", "kind: table", "kind: tabel", "not known here"),
        ("templates/worksheets/asset-map.yml", "title: Asset map", "title: '=SUM(1)\\u0007'\ntitel: x", "“titel”"),
        ("mkdocs.yml", "- roles.md", "- rolls.md", "The nav names rolls.md, which is not in docs/"),
        (ORPHAN, "", "", f"No step uses {ORPHAN}"),
    ),
    "braces in pages": (
        ("docs/about.md", "# ", "{{ no_such_value }}\n\n# ", "no_such_value"),
        ("docs/story.md", "# ", "{{ no_such_macro() }}\n\n# ", "no_such_macro"),
    ),
    "links of pages and notes": (
        (NOTE, "", "See [them](../rolls.md).\n\n", LOST),
        ("docs/about.md", "# ", "[lost](no-such-page.md)\n\n# ", "no-such-page.md"),
        ("docs/story.md", "# ", "[lost](downloads/no-such.pdf)\n\n# ", "no-such.pdf"),
    ),
}


@pytest.mark.parametrize("of", FAULTS)
def test_each_planted_fault_stops_the_build_and_is_named(project: Path, of: str) -> None:
    if of == "what is written":
        shutil.copy(project / "templates/checklists/choose-the-community.yml", project / ORPHAN)
    for file, old, new, _ in FAULTS[of]:
        text = (project / file).read_text("utf-8")
        assert old in text
        (project / file).write_text(text.replace(old, new, 1), "utf-8")

    edition = "westhaven" if NOTE in [file for file, *_ in FAULTS[of]] else "toolkit"
    result = quick_build(project, edition, pages=["about.md", "story.md", "focus/find-the-key-partners.md"])

    assert result.code != 0
    problems = re.split(r"\n\n|^WARNING -  \n", result.said, flags=re.MULTILINE)
    for file, _, _, names in FAULTS[of]:
        assert [problem for problem in problems if problem.startswith(file) and names in problem], result.said


SIZE = re.compile(rb'<span class="size" data-not-prose[^>]*>[^<]+')  # which a build without documents does not know


def test_the_page_of_all_pages_has_the_same_bytes_in_another_folder(built: Built, quick: Built) -> None:
    """`exits/test_bare` compares the bytes of all other files."""
    whole, without = [SIZE.sub(b"", (site.site / "print_page/index.html").read_bytes()) for site in (built, quick)]
    assert whole == without and len(whole) > 1_000_000


def test_the_site_map_says_when_a_page_was_reviewed_and_not_when_it_was_built(quick: Built, library: Library) -> None:
    """MkDocs writes the day of the build: the same sources would give other bytes tomorrow."""
    days = set(re.findall(r"<lastmod>(.*?)</lastmod>", (quick.site / "sitemap.xml").read_text("utf-8")))
    packed = (quick.site / "sitemap.xml.gz").read_bytes()

    assert library.release.day.isoformat() in days
    assert {
        str(front_matter.reviewed)
        for front_matter in library.front_matters.values()
        if getattr(front_matter, "reviewed", None)
    } <= days
    assert datetime.fromtimestamp(struct.unpack("<I", packed[4:8])[0], UTC).date().isoformat() == max(days)


def test_the_list_of_downloads_is_true(built: Built) -> None:
    listed = json.loads((built.site / "edition.json").read_text("utf-8"))

    assert listed["edition"] == "toolkit"
    assert len(listed["downloads"]) >= 7 * 3 + 1
    for download in listed["downloads"]:
        content = (built.site / download["address"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (download["bytes"], download["sha256"])
