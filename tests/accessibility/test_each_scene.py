"""What a reader opens on a page, in each way in which a reader may look at it: nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from tests.support.accessibility import SIZES, SMALL
from tests.support.accessibility.looks import Faults, Look, look_through
from tests.support.accessibility.scenes import SCENES

OVER = {"spacing": frozenset({"menu", "search", "term"})}  # these lie over the page, as they should
LOOKS = {
    "wide": Look(1280, 900, ("forms", "motion", "targets", "stops", "spacing"), skips=OVER),
    "small": Look(*SMALL, ("reflow",)),
    "narrow dark": Look(390, SIZES[390], ("contrast",), {"color_scheme": "dark"}),  # before the Tab key closes things
    "narrow": Look(
        390, SIZES[390], ("axe without colours", "links", "contrast", "targets", "stops", "spacing"), skips=OVER
    ),
}
# The Tab key closes things, so it comes last, and what is looked at after it is opened anew.
TOGETHER = [("wide",), ("small", "narrow dark", "narrow")]


@pytest.fixture(scope="module")
def faults(browser: Browser, quick_address: str) -> Callable[[str], Faults]:
    """What is wrong in a look. Each scene is opened once for the looks that stand together."""

    @cache
    def seen(names: tuple[str, ...]) -> dict[str, Faults]:
        return look_through({name: LOOKS[name] for name in names}, browser, quick_address, SCENES)

    return lambda name: seen(next(names for names in TOGETHER if name in names))[name]


@pytest.mark.parametrize(("look", "ask"), [(name, ask) for name, look in LOOKS.items() for ask in look.asks])
def test_nothing_is_wrong_with_what_a_reader_opens(faults: Callable[[str], Faults], look: str, ask: str) -> None:
    assert faults(look)[ask] == {}


def test_what_is_wrong_with_a_scene_is_told_by_what_was_asked(browser: Browser) -> None:
    def faulty(page: Page, _: str) -> None:
        pale = "<p style='width: 2000px; color: #bbb'>Pale words"
        links = "<p>Words <a style='color: #444; text-decoration: none' href='#'>and a link</a> among them"
        page.set_content(f"<html lang=en><title>x</title><main><h1>x</h1><img src=x.png>{pale}{links * 2}")

    look = Look(*SMALL, ("axe without contrast", "axe without colours", "links", "contrast", "reflow", "motion"))
    problems = look_through({"small": look}, browser, "", {"faulty": faulty})["small"]

    assert [line.partition(":")[0] for line in problems["contrast"]["faulty"]] == ["color-contrast"]
    assert "color-contrast" not in "".join(problems["axe without contrast"]["faulty"])
    assert [line.partition(":")[0] for line in problems["links"]["faulty"]] == ["link-in-text-block"], "one of the two"
    assert "link-in" in "".join(problems["axe without contrast"]["faulty"])
    assert "link-in" not in "".join(problems["axe without colours"]["faulty"])
    assert "image-alt" in problems["axe without colours"]["faulty"][0]
    assert (
        "image-alt" in problems["axe without contrast"]["faulty"][0]
        and "the page is 2" in problems["reflow"]["faulty"][0]
    )
    assert problems["motion"] == {}


def test_what_an_earlier_page_had_is_not_asked_again_and_what_is_new_is(browser: Browser) -> None:
    def page_of(*words: str) -> Callable[[Page, str], None]:
        style = "<style>.pale { color: #bbb } .loud { color: #999; background: #eee }</style>"
        return lambda page, _: page.set_content(f"<html lang=en><title>x</title><main>{style}{''.join(words)}")

    pages = {
        "first": page_of("<p class=pale>pale words"),
        "same": page_of("<p class=pale>more of them"),
        "new": page_of("<p class=loud>loud words"),
    }
    look = Look(*SMALL, ("contrast",))
    faults = look_through({"one": look, "again": look}, browser, "", pages)

    assert list(faults["one"]["contrast"]) == ["first", "new"] and faults["again"]["contrast"] == {}
