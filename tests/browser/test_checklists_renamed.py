"""A tick follows its item through every id that the item had, and through every step that has its checklist."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route, expect

from macros.content.customisation.checklist_additions import with_additions
from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.documents.store import Documents
from macros.models.pages import Checklist
from macros.pages.context import PageContext
from macros.pages.progress import ProgressMacros, ticked
from tests.support.checklist_page import (
    ALL,
    LIST,
    STEP,
    box,
    forget,
    keep,
    kept,
    load,
    opened,
    press,
    reader,
    said,
    settled,
    tick,
    ticks_of,
)

Opens = Callable[[str], Page]

NOW = '[[1], "long-list '
RENAMED = '[[1], "long-list=once=at-first '


def changed(route: Route, old: str, new: str) -> None:
    """The page as it would be with ``new`` for ``old``."""
    html = route.fetch().text()
    assert html.count(old) == 1
    route.fulfill(body=html.replace(old, new), content_type="text/html; charset=utf-8")


OLD_IDS = [
    ({"once": True}, True),
    ({"at_first": True}, True),
    ({"once": False, "at_first": True}, False),
    ({"long_list": False, "once": True}, False),
]


def test_a_tick_under_any_old_id_counts_until_a_newer_one_says_otherwise(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        context.route(f"**/{STEP}", lambda route: changed(route, NOW, RENAMED))
        page = context.new_page()
        for old_ticks, ticked in OLD_IDS:
            forget(page, site, ticks_of(**old_ticks))
            page.goto(site + STEP)
            page.locator("[data-ticks][data-ready]").wait_for()
            expect(box(page, "long-list")).to_be_checked(checked=ticked)
            box(page, "long-list").set_checked(not ticked)
            settled(page)
            page.reload()
            page.locator("[data-ticks][data-ready]").wait_for()
            expect(box(page, "long-list")).to_be_checked(checked=not ticked)


def test_a_file_and_a_link_bring_ticks_under_any_old_id(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        context.route(f"**/{ALL}", lambda route: changed(route, NOW, RENAMED))
        page = opened(context, site + ALL)
        tick(page, "two-voices")
        words = "We listed three to five communities that may be excluded."
        item = {"id": f"{LIST}--at-first", "text": words, "ticked": True}
        load(page, {"kind": "checklists", "version": 1, "items": [item]})
        expect(box(page, "long-list")).to_be_checked()
        assert page.locator("[data-report] summary", has_text="Gone").count() == 0
        load(page, {"kind": "checklists", "version": 1, "items": [], "unplaced": [f"{LIST}--at-first"]})
        expect(said(page)).to_contain_text(": 1 tick.")
        expect(box(page, "long-list")).to_be_checked()
    with reader(browser, quick_address) as (context, site):
        # The link of a toolkit that had the item's first id only.
        context.route(f"**/{ALL}", lambda route: changed(route, NOW, '[[1], "at-first '), times=1)
        page = opened(context, site + ALL)
        page.evaluate(
            """(name) => { const box = document.querySelector('.checklist input[name$="--long-list"]');
            box.name = name; }""",
            f"{LIST}--at-first",
        )
        tick(page, "at-first")
        press(page, "Make a link with my ticks")
        page.locator("[data-address]").wait_for()
        link = page.locator("[data-address]").input_value()
        context.route(f"**/{ALL}", lambda route: changed(route, NOW, RENAMED))
        page.goto("about:blank")
        page.goto(link)
        press(page, "Add them")
        expect(box(page, "long-list")).to_be_checked()


def items(**more: Any) -> dict[str, Any]:
    """A checklist as its file has it; ``more`` is what else its first item says."""
    return {
        "title": "T",
        "items": [{"id": name, "text": f"We did {name}."} | (more if name == "a" else {}) for name in "abc"],
    }


def source(data: Any) -> ParsedFile:
    return ParsedFile("templates/checklists/x.yml", data)


@pytest.mark.parametrize("old", ["once", ["once"], ["once", "at-first"]])
def test_an_item_may_name_one_old_id_or_all(old: Any) -> None:
    checklist = validate(Checklist, source(items(renamed_from=old)), id="x")
    assert checklist.items[0].names == ["a", *([old] if isinstance(old, str) else old)]


@pytest.mark.parametrize("old", ["b", ["once", "b"], ["once", "once"], ["a"]])
def test_no_id_is_used_again_however_long_ago_it_was(old: Any) -> None:
    with pytest.raises(ContentError, match="is used twice"):
        validate(Checklist, source(items(renamed_from=old)), id="x")


@pytest.mark.parametrize("old", [5, ["once", 5], None])
def test_an_old_id_that_is_none_is_told_in_plain_words(old: Any) -> None:
    with pytest.raises(ContentError, match=r"“renamed_from” (is not text|is empty)"):
        validate(Checklist, source(items(renamed_from=old)), id="x")


@pytest.mark.parametrize(("new", "old"), [("first", []), ("own", ["first"]), ("b", [])])
def test_an_editions_item_takes_no_id_that_the_toolkits_had(new: str, old: list[str]) -> None:
    toolkits = validate(Checklist, source(items(renamed_from=["once", "first"])), id="x")
    added = {"add": [{"id": new, "text": "We did it.", "renamed_from": old}]}
    with pytest.raises(ContentError, match="is taken"):
        with_additions(toolkits, source(added))


def with_lists(library: Library, **checklists: Checklist) -> Library:
    """The library with other checklists in place of its own."""
    return cast(Library, Changed(library, checklists={**library.checklists, **checklists}))


class Changed:
    """Something with a few of its values changed, for as long as a test needs it."""

    def __init__(self, of: Any, **values: Any) -> None:
        self._of = of
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)


def test_items_are_told_to_scripts_with_their_old_ids(library: Library) -> None:
    checklist = library.checklists["sustain"]
    first = checklist.items[0].model_copy(update={"id": "now", "renamed_from": ["once", "at-first"]})
    for_scripts = ticked(
        with_lists(library, sustain=checklist.model_copy(update={"items": [first, checklist.items[1]]}))
    )
    assert for_scripts["sustain"] == ([], f"now=once=at-first {checklist.items[1].id}")
    assert for_scripts[LIST][0] == [1]


def test_steps_that_share_a_checklist_are_one_to_tick_and_two_to_read(library: Library) -> None:
    steps = library.outline.steps()
    sharing = [step for step in steps if step.front_matter.checklist in ("share-results", "sustain")]
    assert len(sharing) == 2 and sharing[0].stage
    front_matter = sharing[1].front_matter
    sharing[1].front_matter = front_matter.model_copy(update={"checklist": "share-results"})
    try:
        html = ProgressMacros(PageContext(library, cast(Documents, None), page)).progress()
        for_scripts = ticked(library)
    finally:
        sharing[1].front_matter = front_matter
    soup = BeautifulSoup(html, "html.parser")
    boxes = soup.select(".checklist input")
    ids = [str(element["id"]) for element in soup.select("[id]")]
    assert len(set(ids)) == len(ids), "no id stands twice"
    assert [label["for"] for label in soup.select(".checklist label")] == [checkbox["id"] for checkbox in boxes]
    names = [str(checkbox["name"]) for checkbox in boxes if str(checkbox["name"]).startswith("share-results--")]
    assert len(names) == 2 * len(set(names)) > 0
    words = soup.select_one(".progress__words")
    assert words and words.get_text() == f"0 of {len({checkbox['name'] for checkbox in boxes})} done"
    assert for_scripts["share-results"][0] == [sharing[0].stage.number] and "sustain" not in for_scripts


def page() -> Any:
    return SimpleNamespace(url=ALL, file=SimpleNamespace(src_uri="checklists.md"))


def test_an_item_that_stands_twice_is_ticked_in_both_places(ticks: Opens) -> None:
    twice = """() => { const list = document.querySelector('.checklist:has([name$="--long-list"])');
    const copy = list.cloneNode(true);
    for (const element of copy.querySelectorAll('[id]')) element.id += '-again';
    for (const label of copy.querySelectorAll('[for]')) label.htmlFor += '-again';
    list.after(copy); }"""
    page = ticks(ALL)
    all_items = page.locator(".checklist input").count()
    page.evaluate(twice)
    both = page.locator(f'.checklist input[name="{LIST}--long-list"]')
    both.nth(1).check()
    expect(both.nth(0)).to_be_checked()
    both.nth(0).uncheck()
    expect(both.nth(1)).not_to_be_checked()
    both.nth(0).check()
    expect(page.locator(".ticks .progress__words")).to_contain_text(f"1 of {all_items} done")
    keep(page)
    assert kept(page) == {f"{LIST}--long-list": True}
    press(page, "Clear all my ticks")
    press(page, "Yes, clear them")
    assert page.locator(".checklist input:checked").count() == 0
