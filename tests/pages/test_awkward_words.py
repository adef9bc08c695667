"""Whatever is typed in a title, a heading, a name or a label comes out as itself, in every place where it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from filelock import FileLock

from macros.documents import epub, step_cards
from macros.documents.epub import EpubBook
from macros.documents.page_parts import Entry
from macros.documents.store import Documents
from tests.support.awkward import AWKWARD, SLUG, plant, shown_wrong, texts_of, unpacked
from tests.support.awkward_documents import check_document
from tests.support.builds import ADDRESS, Built, SharedBuilds, copy_project, quick_build
from tests.support.page_parts import parts_of
from tests.support.parsed import page_at, tree_at
from tests.support.search_entries import built_entries
from tests.support.westhaven import read

NOT_ON_PAGES = {"Community·"}  # the example's, which documents say


@pytest.fixture(scope="module")
def planted(shared: SharedBuilds) -> tuple[Path, list[str]]:
    """A copy of the project with the awkward edition in it, and the mark of each place."""
    project = shared.folder / "awkward"
    with FileLock(shared.folder / "awkward.lock"):
        if not project.exists():
            marks = plant(copy_project(project))
            (project / "marks.json").write_text(json.dumps(marks), "utf-8")
    return project, json.loads((project / "marks.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def awkward(planted: tuple[Path, list[str]], shared: SharedBuilds, builds: None) -> Built:
    """The awkward edition, built without its documents, once for all who test side by side."""
    site = shared.folder / "quick-awkward"
    with FileLock(shared.folder / "awkward.lock"):
        if not site.exists():
            built = quick_build(planted[0], SLUG, site)
            assert built.code == 0, built.said
    return Built(site, "", 0)


def test_every_page_shows_what_was_typed(awkward: Built, planted: tuple[Path, list[str]]) -> None:
    seen: set[str] = set()
    wrong: dict[str, list[str]] = {}
    for page in awkward.pages:
        html = page.read_text("utf-8")
        here = [mark for mark in planted[1] if mark in html]
        seen.update(here)
        if faults := shown_wrong(tree_at(page).text_content(), here):
            wrong[page.relative_to(awkward.site).as_posix()] = faults

    assert wrong == {}
    assert set(planted[1]) - seen == NOT_ON_PAGES


def test_every_attribute_says_what_was_typed(awkward: Built, planted: tuple[Path, list[str]]) -> None:
    wrong: dict[str, list[str]] = {}
    for page in awkward.pages:
        for tag in tree_at(page).iter("*"):
            for name, value in tag.items():
                if "·" not in value and "%C2%B7" not in value and "u00b7" not in value:
                    continue  # no mark is in it, however it is written
                text = unquote(value) if name in ("href", "src") else unpacked(value)
                if faults := shown_wrong(text, planted[1]):
                    wrong.setdefault(page.relative_to(awkward.site).as_posix(), []).extend([name, *faults])

    assert wrong == {}


def test_nothing_that_was_typed_is_markup(awkward: Built) -> None:
    for page in awkward.pages:
        tree = tree_at(page)

        assert tree.xpath("//script[not(@src) or @src='']") == [], page
        assert tree.xpath("//main//em[contains(., 'x')]") == [], page
        assert tree.xpath("//a[@href='z']") == [], page


def test_a_paper_shows_what_was_typed_in_its_example_too(awkward: Built) -> None:
    page = page_at(awkward.site / "papers/awkward-email/index.html").get_text()

    assert f"Mailfilled· {AWKWARD}" in " ".join(page.split())


def test_the_search_finds_what_was_typed(awkward: Built, planted: tuple[Path, list[str]]) -> None:
    entries = built_entries(awkward.site)
    texts = [text for entry in entries for text in texts_of(entry)]
    titles = {entry["title"] for entry in entries}

    assert [fault for text in texts for fault in shown_wrong(text, planted[1])] == []
    for mark in ("Step", "Stage", "Sheet", "Pack", "Term", "Section"):
        assert any(title.startswith(f"{mark}· {AWKWARD}") for title in titles), mark


def test_the_list_of_what_was_made_says_what_was_typed(awkward: Built, planted: tuple[Path, list[str]]) -> None:
    listed = json.loads((awkward.site / "edition.json").read_text("utf-8"))

    assert [fault for text in texts_of(listed) for fault in shown_wrong(text, planted[1])] == []
    assert any(AWKWARD in text for text in texts_of(listed))


def test_the_nav_and_the_title_of_a_page_say_what_was_typed(awkward: Built) -> None:
    for path, mark in (
        ("sustain/", "Step"), ("plan/", "Stage"), ("roles/", "Page"), ("cases/york-road/", "Case"),
        ("worksheets/awkward-sheet/", "Sheet"), ("pick/awkward-pack/", "Pack"), ("papers/awkward-email/", "Mail"),
    ):  # fmt: skip
        soup = page_at(awkward.site / path / "index.html")
        title, heading = soup.select_one("title"), soup.select_one("h1")
        assert title and heading

        assert AWKWARD in title.get_text() and f"{mark}· {AWKWARD}" in title.get_text()
        if mark not in ("Page", "Case"):  # these write their heading themselves
            assert f"{mark}· {AWKWARD}" in " ".join(heading.get_text().split())
        assert "Programme· " + AWKWARD in title.get_text()


@pytest.mark.usefixtures("draws")
def test_what_is_drawn_from_finished_pages_says_what_was_typed(awkward: Built, planted: tuple[Path, list[str]]) -> None:
    """A step's card, and the book for a telephone."""
    project, marks = planted
    library = read(project, SLUG)
    paths = ("sustain.md", "roles.md", "plan/index.md")
    parts, documents = parts_of(awkward.site, library, paths), Documents(library, ADDRESS)
    pages = tuple(parts.made[path] for path in paths)
    entries = tuple(Entry(page.title, page.id) for page in pages)
    book = EpubBook(pages, entries, documents.colophon("", epub.__name__), {}, {})
    [step] = [step for step in library.outline.steps() if step.path == "sustain.md"]
    card = step_cards.card_text(library, step, pages[0], documents.colophon("sustain/"))

    check_document(epub.draw(book), marks, {"Step·", "Stage·", "Itemx·", "Programme·"})
    check_document(step_cards.draw(card), marks, {"Step·", "Itemx·", "Promise·"})
