"""A long session of random acts in a real browser, in which no letter may be lost.

``python -m tests.support.fuzz [ACTS] [SEED]`` builds the pages and does it; a test does a short one. What must stand in
each box is remembered apart from the page: after each act, each reload and each way back, and in a second tab where the
device keeps answers, it must stand there, and nothing else. Acts that stay on the page are in ``fuzz_acts.js``.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from macros.quality.axe import chromium
from macros.quality.web_server import served
from tests.support.contexts import CALM
from tests.support.settling import until

SHEET = "partner-map"
SCRIPT = Path(__file__).with_name("fuzz_acts.js")
# How often each act is done, beside others.
ON_PAGE = Counter(
    type=12, empty=2, choose=2, date=2, add=1, remove=2, removeAll=1, paste=2, keep=1, full=1, blocked=1, load=1
) + Counter(saveAndLoad=1, loadDamaged=1)
BETWEEN_PAGES = ("reload", "back", "second")
# What costs least to paint.
SPARE: dict[str, Any] = {**CALM, "viewport": {"width": 1280, "height": 480}}
LOST = "A letter was lost after act {act} ({name}), seed {seed}: {lost}"


class Session:
    """One reader's browser, and what they must find in it. Raises ``AssertionError`` where a letter is lost."""

    def __init__(self, context: BrowserContext, address: str, seed: int) -> None:
        context.add_init_script(path=SCRIPT)
        self.context = context
        self.address = f"{address}worksheets/{SHEET}/"
        self.elsewhere = f"{address}kept/"
        self.chance = random.Random(seed)
        self.seed = seed
        self.wanted: dict[str, Any] = {}
        self.done = Counter[str]()
        self.page = self._open()

    def _open(self) -> Page:
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(self.address)
        until(page, "fuzz.isReady()")
        return page

    def run(self, acts: int) -> dict[str, int]:
        """Do so many acts; returns how often each was done."""
        names = [*ON_PAGE.elements(), *BETWEEN_PAGES]
        waiting: list[tuple[str, list[int]]] = []
        for name in self.chance.choices(names, k=acts):
            if name in BETWEEN_PAGES:
                # What is typed while nothing can be kept would be lost, as the page says.
                self._on_page([*waiting, ("room", self._chance())])
                waiting = []
                self._judge(name, getattr(self, f"_{name}")())
                self.done[name] += 1
            else:
                waiting.append((name, self._chance()))
        self._on_page(waiting)
        return dict(self.done)

    def _chance(self) -> list[int]:
        return [self.chance.randrange(1000) for _ in range(4)]

    def _on_page(self, acts: list[tuple[str, list[int]]]) -> None:
        """Acts that do not leave the page go to it together: to ask for each would take most of the time."""
        ended = self.page.evaluate("([acts, wanted]) => fuzz.run(acts, wanted)", [acts, self.wanted])
        done = acts[: ended.get("at", len(acts))]
        self.done.update(name for name, _ in done if name != "room")
        if "lost" in ended:
            self._judge(acts[ended["at"]][0], ended["lost"])
        self.wanted = ended["wanted"]

    def _judge(self, name: str, lost: object) -> None:
        assert not lost, LOST.format(act=sum(self.done.values()), name=name, seed=self.seed, lost=lost)

    def _standing(self, page: Page) -> object:
        return page.evaluate("(wanted) => fuzz.differing(wanted)", self.wanted)

    def _reload(self) -> object:
        self.page.reload()
        until(self.page, "fuzz.isReady()")
        return self._standing(self.page)

    def _back(self) -> object:
        """Another page, and the browser's way back."""
        self.page.goto(self.elsewhere)
        self.page.go_back()
        until(self.page, "fuzz.isReady()")
        return self._standing(self.page)

    def _second(self) -> object:
        """Another tab: where the device keeps answers it has them all, and what it writes comes back here."""
        if not self.page.evaluate("document.querySelector('[data-keep]').checked"):
            return None
        self.page.evaluate("dispatchEvent(new Event('pagehide'))")
        other = self._open()
        lost = self._standing(other)
        self.wanted = other.evaluate("([wanted, chance]) => fuzz.type(wanted, chance)", [self.wanted, self._chance()])
        other.evaluate("dispatchEvent(new Event('pagehide'))")
        other.close()
        for _ in range(200):  # until this tab has heard of it
            self.page.evaluate("fuzz.leaveBox()")
            if not self._standing(self.page):
                break
        return lost or self._standing(self.page)


def fuzz(browser: Browser, address: str, acts: int, seed: int) -> dict[str, int]:
    """So many random acts; returns how often each was done. A fault in a page's script fails too."""
    broken: list[str] = []
    context = browser.new_context(locale="en-GB", accept_downloads=True, **SPARE)
    context.on("weberror", lambda fault: broken.append(str(fault.error)))
    try:
        done = Session(context, address, seed).run(acts)
    finally:
        context.close()
    assert broken == []
    return done


def main(acts: str = "10000", seed: str = "1") -> None:
    """Build the pages, and do it."""
    from tests.support.builds import copy_project, quick_build

    with tempfile.TemporaryDirectory() as folder:
        built = quick_build(copy_project(Path(folder) / "project"), "toolkit", Path(folder) / "site")
        assert built.code == 0, built.said
        with chromium() as browser, served(built.site) as address:
            done = fuzz(browser, address, int(acts), int(seed))
    print(f"No letter was lost in {acts} acts from seed {seed}: {json.dumps(done)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
