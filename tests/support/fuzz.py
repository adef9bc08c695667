"""A long session of random acts in a real browser, in which no letter may be lost.

``python -m tests.support.fuzz [ACTS] [SEED]`` builds the pages and does it; a test does a short one. What was typed
last into each box is remembered here, apart from the page: after each reload, and in a second tab where the device
keeps answers, it must stand there.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from macros.quality.axe import chromium
from macros.quality.web_server import served
from tests.support.worksheet_page import open_tools

SHEET = "partner-map"
WORDS = [
    "Llŷr Ŵyn",
    "Wiśniewska",
    "Łódź",
    "مرحبا",
    "😀👩‍👩‍👧",
    "a\tb",
    "=1+1",
    '"quoted"',
    "<b>",
    "Ynys Môn",
    "",
    "0",
    "x" * 300,
]
# Rows and boxes by what lasts: a row's number changes when one before it goes.
KEY = """(box) => { const row = box.closest('tr[data-row]'); if (!row) return box.name;
  const [table, , column] = box.name.split('.'); return `${table}.${row.dataset.row}.${column}`; }"""
READ = f"""() => {{ const key = {KEY}; return Object.fromEntries([...document.querySelectorAll('form.worksheet [name]')]
  .filter((box) => !box.readOnly).map((box) => [key(box), box.type === 'checkbox' ? box.checked : box.value])); }}"""
TYPE = """([at, text]) => { const boxes = [...document.querySelectorAll('form.worksheet [name]')].filter((box) =>
  !box.readOnly && ['text', 'long_text'].includes(box.dataset.kind)); const box = boxes[at % boxes.length];
  box.focus(); box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})); }"""
PASTE = """([at, html, text]) => { const boxes = [...document.querySelectorAll('tr[data-row] textarea[name]')];
  const data = new DataTransfer(); data.setData('text/plain', text); if (html) data.setData('text/html', html);
  const box = boxes[at % boxes.length]; box.focus();
  box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""
PRESS = """([where, at]) => { const found = [...document.querySelectorAll(where)].filter((one) =>
  one.checkVisibility()); if (found.length) found[at % found.length].click(); return found.length; }"""
# `full` and `blocked` are as a browser does it: what is there can still be read when it is full.
STORAGE = """(state) => { const of = Storage.prototype; of.real ??= of.setItem; of.setItem = function (...given) {
  if (state) throw new DOMException(state, state === 'full' ? 'QuotaExceededError' : 'SecurityError');
  return this.real(...given); }; }"""
LOST = "A letter was lost after act {act} ({name}), seed {seed}: {lost}"


class Session:
    """One reader's browser, and what they must find in it. Raises ``AssertionError`` where a letter is lost."""

    def __init__(self, context: BrowserContext, address: str, seed: int) -> None:
        self.context = context
        self.address = f"{address}worksheets/{SHEET}/"
        self.chance = random.Random(seed)
        self.seed = seed
        self.storage = ""
        self.page = self._open()

    def _open(self) -> Page:
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(self.address)
        page.locator("[data-tools]").wait_for()
        page.wait_for_timeout(30)
        return page

    def run(self, acts: int) -> dict[str, int]:
        """Do so many acts; returns how often each was done."""
        done: dict[str, int] = {}
        kinds = [self.type_] * 12 + [self.add, self.remove, self.undo, self.paste, self.reload, self.full, self.blocked]
        kinds += [self.keep, self.second, self.load, self.load_damaged]
        for act in range(acts):
            kind = self.chance.choice(kinds)
            name = kind.__name__
            lost = kind()
            assert not lost, LOST.format(act=act, name=name, seed=self.seed, lost=lost)
            done[name] = done.get(name, 0) + 1
        return done

    def _read(self, page: Page | None = None) -> dict[str, Any]:
        return {key: value for key, value in (page or self.page).evaluate(READ).items() if value not in ("", False)}

    def _at(self) -> int:
        return self.chance.randrange(1000)

    def type_(self) -> None:
        self.page.evaluate(TYPE, [self._at(), f"{self.chance.choice(WORDS)} {self._at()}"])

    def add(self) -> None:
        if self.page.locator("tr[data-row]").count() < 60:
            self.page.evaluate(PRESS, [".worksheet__add button", self._at()])

    def remove(self) -> object:
        """A row goes, and Undo brings all of it back, half of the times."""
        before = self._read()
        if self.page.evaluate(PRESS, [".worksheet-table__remove", self._at()]) and self._at() % 2:
            self.page.evaluate(PRESS, [".worksheet-table__gap button:focus", 0])
            return _missing(before, self._read())
        return None

    def undo(self) -> object:
        """All is removed, and brought back."""
        before = self._read()
        if not before:
            return None
        open_tools(self.page)
        self.page.evaluate(PRESS, ["[data-tools] [data-do=remove]", 0])
        self.page.evaluate(PRESS, ["[data-undo]", 0])
        return _missing(before, self._read())

    def paste(self) -> object:
        """Rows from a spreadsheet: every cell of it is somewhere, in a box or in the list."""
        cells = [[f"p{self._at()}", f"q {self._at()}"] for _ in range(self.chance.randrange(1, 5))]
        text = "\n".join("\t".join(row) for row in cells)
        html = (
            "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in cells) + "</table>"
        )
        self.page.evaluate(PASTE, [self._at(), html if self._at() % 2 else "", text])
        shown = json.dumps(list(self._read().values())) + (self.page.locator("[data-unplaced]").text_content() or "")
        return [cell for row in cells for cell in row if cell not in shown]

    def reload(self) -> object:
        """What stands there, stands there again, if the tab could keep it."""
        if self.storage:
            return None
        before = self._read()
        self.page.reload()
        self.page.locator("[data-tools]").wait_for()
        self.page.wait_for_timeout(30)
        return _missing(before, self._read())

    def full(self) -> object:
        """The storage fills up, or has room again; then the next letter takes all along."""
        return self._store("" if self.storage else "full")

    def blocked(self) -> object:
        """The storage is taken away, or comes back."""
        return self._store("" if self.storage else "blocked")

    def _store(self, state: str) -> object:
        before = self._read()
        self.storage = state
        self.page.evaluate(STORAGE, state)
        self.type_()
        return [key for key in _missing(before, self._read()) if key not in self._read()]

    def keep(self) -> object:
        """The switch is pressed; whatever it says, the page has all that it had."""
        before = self._read()
        self.page.evaluate(PRESS, ["[data-keep]", 0])
        return _missing(before, self._read())

    def second(self) -> object:
        """Another tab: where the device keeps answers it has them all, and what it writes comes back here."""
        if self.storage or not self.page.locator("[data-keep]").is_checked():
            return None
        self.page.evaluate("dispatchEvent(new Event('pagehide'))")
        before = self._read()
        other = self._open()
        lost = _missing(before, self._read(other))
        other.evaluate(TYPE, [0, f"other tab {self._at()}"])
        wrote = self._read(other)
        other.evaluate("dispatchEvent(new Event('pagehide'))")
        other.close()
        self.page.evaluate("document.activeElement.blur()")
        self.page.wait_for_timeout(60)
        return lost or _missing(wrote, self._read())

    def load(self) -> object:
        """An older file, with words for a choice and an answer to a question that is gone; then all is brought back."""
        answers = {"community": f"file {self._at()}", "partners.1.tier": "Core", "gone": "old"}
        before = self._read()
        self._pick(json.dumps({"worksheet": SHEET, "version": 1, "answers": answers, "rows": {"partners": 3}}))
        now = self._read()
        lost = [] if "core" in now.values() and answers["community"] in now.values() else [answers]
        self.page.evaluate(PRESS, ["[data-undo]", 0])
        return lost or _missing(before, self._read())

    def load_damaged(self) -> object:
        """A file that is none changes nothing."""
        before = self._read()
        self._pick(self.chance.choice(["{", "[]", "\x00", '{"worksheet":"persona","version":1,"answers":{}}']))
        return _missing(before, self._read())

    def _pick(self, text: str) -> None:
        was = self.page.evaluate("document.querySelector('[data-status]').textContent = ''")
        assert was == ""
        file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
        self.page.locator("[data-picker]").set_input_files(file)  # type: ignore[arg-type]
        for _ in range(200):
            if self.page.evaluate("document.querySelector('[data-status]').textContent !== ''"):
                return
            self.page.wait_for_timeout(10)


def _missing(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [key for key, value in before.items() if after.get(key) != value]


def fuzz(browser: Browser, address: str, acts: int, seed: int) -> dict[str, int]:
    """So many random acts; returns how often each was done. A fault in a page's script fails too."""
    broken: list[str] = []
    context = browser.new_context(locale="en-GB", accept_downloads=True)
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
        built = quick_build(copy_project(Path(folder) / "project"), "leeds", Path(folder) / "site")
        assert built.code == 0, built.said
        with chromium() as browser, served(built.site) as address:
            done = fuzz(browser, address, int(acts), int(seed))
    print(f"No letter was lost in {acts} acts from seed {seed}: {json.dumps(done)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
