"""What the tests of a worksheet's page share: a page opened in a browser, filled in, and read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page

from macros.content.library import Library
from macros.rendering.field_labels import label
from tests.support.at_once import checked, pressed
from tests.support.settling import leave, settled, until, until_seen

__all__ = ["settled", "until"]  # which most who open a worksheet need too
HOSTILE = 'Tom & <b>"Mary"</b> O\'Neil ✓ 😀 ]]>'

# Writes into every box, as a reader would: what is written is returned by the box's name.
FILL_ALL = """(hostile) => Object.fromEntries([...document.querySelectorAll(
    'form [name]:not([readonly])')].map((box, at) => {
  if (box.type === 'checkbox') box.checked = true;
  else if (box.tagName === 'SELECT') box.selectedIndex = 1 + at % (box.options.length - 1);
  else if (box.type === 'date') box.value = `2027-03-${String(1 + at % 28).padStart(2, '0')}`;
  else if (box.dataset.kind === 'number') box.value = String(at);
  else if (box.dataset.kind === 'money') box.value = `£1,${100 + at}.5`;
  else box.value = box.tagName === 'TEXTAREA' ? `${hostile} ${at}\\nsecond line` : `${hostile} ${at}`;
  box.dispatchEvent(new Event('input', {bubbles: true}));
  return [box.name, box.type === 'checkbox' ? true : box.value];
}))"""
READ_ALL = """() => Object.fromEntries([...document.querySelectorAll('form [name]')]
  .map((box) => [box.name, box.type === 'checkbox' ? box.checked : box.value]))"""
READ_SHOWN = """() => Object.fromEntries([...document.querySelectorAll('form [name]')].map((box) => [box.name,
  box.type === 'checkbox' ? box.checked : box.options ? box.selectedOptions[0].text.trim() : box.value]))"""
# Empties the page, and takes a file as if it was picked; returns what was left between.
TAKE_ANEW = """async (text) => {
  const said = document.querySelector('[data-status]');
  document.querySelector('[data-tools] [data-do=remove]').click();
  const left = [...[...document.querySelectorAll('form [name]')].map((box) => box.type === 'checkbox' ? box.checked
    : box.value), ...[...document.querySelectorAll('[data-unplaced] li')].map((line) => line.innerText)];
  said.textContent = '';
  const picked = new DataTransfer();
  picked.items.add(new File([text], 'answers.json', { type: 'application/json' }));
  const picker = document.querySelector('[data-picker]');
  picker.files = picked.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await tests.once(() => said.textContent.includes('Loaded from'));
  return left.filter(Boolean);
}"""
# Writes into boxes by their names, as a hand that goes from one to the next; of a list, by its value or its words.
WRITE = """(texts) => {
  for (const [name, text] of Object.entries(texts)) {
    const box = document.querySelector(`form [name="${name}"]`);
    if (!box || box.readOnly || box.disabled || !box.checkVisibility({ visibilityProperty: true }))
      throw new Error(`Nobody could write into ${name}.`);
    box.focus({ preventScroll: true });
    const chosen = [...(box.options ?? [])].find((option) => [option.value, option.text.trim()].includes(text));
    if (box.options && !chosen) throw new Error(`${name} has no ${text}.`);
    box.value = chosen ? chosen.value : text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }
}"""
# Picks a file, and waits until the page says what came of it, or shows the file before it is taken: whether it shows.
PICK = """async ([text, name]) => {
  const [status, shown, picker] = ['status', 'shown', 'picker'].map((mark) => document.querySelector(`[data-${mark}]`));
  status.textContent = '';
  const picked = new DataTransfer();
  picked.items.add(new File([text], name, { type: 'application/json' }));
  picker.files = picked.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await tests.once(() => status.textContent || shown?.childElementCount);
  return Boolean(shown?.childElementCount);
}"""
KEPT = "() => Object.fromEntries(Object.entries(localStorage))"


def opened(context: BrowserContext, address: str, name: str) -> Page:
    """A tab with the page of worksheet ``name``, its tools shown."""
    page = context.new_page()
    page.goto(f"{address}worksheets/{name}/")
    until_seen(page, "[data-tools]")
    return page


def key_of(address: str, name: str) -> str:
    """The name under which a browser keeps worksheet ``name`` of the site at ``address``."""
    return f"worksheet:/{address.split('/', 3)[3]}:{name}"


def as_kept(values: dict[str, Any]) -> str:
    """``values`` as the browser keeps them."""
    return json.dumps(
        {"format": 1, "values": {key: {"value": value, "at": 5} for key, value in values.items()}, "rows": {}}
    )


def remember_only(page: Page, address: str, texts: dict[str, str]) -> None:
    """Let the browser keep these texts of worksheets, by name, and nothing else of the site at ``address``."""
    if not page.url.startswith("http"):
        page.goto(f"{address}edition.json")
    leave(page, {key_of(address, name): text for name, text in texts.items()})


def anew(page: Page, address: str, name: str, texts: dict[str, str] | None = None) -> Page:
    """Worksheet ``name`` in a tab that was anywhere before, of which nothing is left but ``texts``."""
    remember_only(page, address, texts or {})
    page.goto(f"{address}worksheets/{name}/")
    until_seen(page, "[data-tools]")
    return page


def fill_all(page: Page) -> dict[str, Any]:
    """Write into every box; returns what stands where, without totals."""
    return dict(page.evaluate(FILL_ALL, HOSTILE))


def read_all(page: Page) -> dict[str, Any]:
    """What stands in every box, by name."""
    return dict(page.evaluate(READ_ALL))


def read_shown(page: Page) -> dict[str, Any]:
    """What a reader sees in every box, by name: as ``read_all``, but of a list the words and not the id."""
    return dict(page.evaluate(READ_SHOWN))


def kept(page: Page) -> dict[str, str]:
    """Everything that the browser keeps for this site."""
    return dict(page.evaluate(KEPT))


def keep(page: Page) -> None:
    """Switch keeping on."""
    checked(page.locator("[data-keep]"))


def box(page: Page, name: str) -> Any:
    """The box called ``name``."""
    return page.locator(f'form [name="{name}"]')


def write(page: Page, texts: dict[str, str]) -> None:
    """Write into the boxes with these names, by no hand."""
    page.evaluate(WRITE, texts)


def said(page: Page) -> str:
    """What the status line says."""
    return page.locator("[data-status]").inner_text()


def open_tools(page: Page) -> None:
    """Open what stands above the form: downloading, printing and saving."""
    page.evaluate("document.querySelector('[data-tools] > details').open = true")


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """Press ``button``; returns the name of the file that it gives, and what is in it."""
    with page.expect_download() as download:
        pressed(tool(page, button))
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def tool(page: Page, name: str) -> Locator:
    """The button above the form, whose part of the page is opened first; some stand once more at its end."""
    open_tools(page)
    return page.locator("[data-tools]").get_by_role("button", name=name, exact=True)


def load(page: Page, content: str | dict[str, Any], name: str = "answers.json") -> None:
    """Load a file with this content in place of what is here, and wait until the page says what came of it.

    Where something is here, the page shows the file first. That a hand can pick a file is shown by
    `test_worksheet_files`.
    """
    text = content if isinstance(content, str) else json.dumps(content)
    if page.evaluate(PICK, [text, name]):
        replace = page.locator("[data-shown]").get_by_label("Empty this worksheet first")
        if replace.count():
            checked(replace)
        pressed(page.locator("[data-shown]").get_by_role("button", name="Take these answers"))
        page.evaluate("tests.once(() => document.querySelector('[data-status]').textContent)")


def take_anew(page: Page, text: str) -> None:
    """Load a file in place of what is here, as :func:`load` does, in one call; every box is empty between.

    That the hand can do each of its steps is shown by those who press the buttons.
    """
    assert page.evaluate(TAKE_ANEW, text) == [], "not all was removed"


def labels(library: Library, name: str) -> dict[str, str]:
    """The label of every box of a worksheet, by name."""
    return {box.name: label(box, library.strings) for box in library.worksheets[name].boxes()}
