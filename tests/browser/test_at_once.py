"""What is pressed without the mouse is only what a reader could press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Error

from tests.support.at_once import CHECK, PRESS, WRITE, checked, pressed, written
from tests.support.contexts import context_of

OVER = "<p style='position: fixed; inset: 0; margin: 0; background: #fff'>over</p>"
OUT_OF_REACH = {
    "hidden": "<button hidden>x</button><input type=checkbox hidden>",
    "invisible": "<p style='visibility: hidden'><button>x</button><input type=checkbox></p>",
    "disabled": "<fieldset disabled><button disabled>x</button><input type=checkbox disabled></fieldset>",
    "covered": f"<button>x</button><input type=checkbox>{OVER}",
    "refusing": "<button inert>x</button><input type=checkbox onclick='return false'>",
}
NOT_FOR_WRITING = {
    "hidden": "<input hidden>",
    "invisible": "<p style='visibility: hidden'><input></p>",
    "disabled": "<fieldset disabled><input></fieldset>",
    "read only": "<input readonly>",
    "covered": f"<input>{OVER}",
    "for numbers alone": "<input type=number>",
}
HEARS = """() => {
  globalThis.heard = [];
  addEventListener('click', ({ target }) => { heard.push(target.localName); });
}"""


@pytest.mark.parametrize("why", OUT_OF_REACH)
def test_what_a_reader_cannot_press_is_not_pressed(browser: Browser, why: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto("about:blank")
        page.set_content(OUT_OF_REACH[why])
        assert page.locator("button").evaluate_all(PRESS) is False
        assert page.locator("input").evaluate_all(CHECK, True) is False
        assert page.locator("input:checked").count() == 0


def test_what_a_reader_can_press_is_pressed_once_and_has_the_focus(browser: Browser) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto("about:blank")
        boxes = "<input type=checkbox><input type=checkbox checked><label><input type=checkbox>x</label>"
        page.set_content(f"<p style='height: 3000px'></p><button>x</button>{boxes}")
        page.evaluate(HEARS)
        pressed(page.locator("button"))
        assert page.evaluate("[heard.join(), document.activeElement.localName].join()") == "button,button"
        checked(page.locator("input"))
        assert page.locator("input:checked").count() == 3 and page.evaluate("heard.join()") == "button,input,input"
        checked(page.locator("input").first, False)
        assert page.locator("input:checked").count() == 2


@pytest.mark.parametrize("why", NOT_FOR_WRITING)
def test_where_a_reader_cannot_write_nothing_is_written(browser: Browser, why: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto("about:blank")
        page.set_content(NOT_FOR_WRITING[why])
        assert page.locator("input").evaluate_all(WRITE, "words") is False
        assert page.locator("input").input_value() == ""


def test_what_is_written_takes_the_place_of_what_was_and_is_heard_of(browser: Browser) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto("about:blank")
        page.set_content("<p style='height: 3000px'></p><textarea>before</textarea>")
        page.evaluate("""() => {
          globalThis.heard = [];
          for (const name of ['focusin', 'input', 'change']) addEventListener(name, () => { heard.push(name); });
        }""")
        written(page.locator("textarea"), "two\nlines")
        assert page.locator("textarea").input_value() == "two\nlines"
        assert page.evaluate("heard.join()") == "focusin,input,change"


def test_what_is_there_twice_or_not_at_all_is_left_to_the_hand(browser: Browser) -> None:
    """Which waits for what is to come, and does not choose between two."""
    with context_of(browser) as context:
        page = context.new_page()
        page.goto("about:blank")
        page.set_content("<button>x</button><textarea></textarea>" * 2)
        for where in ("button, textarea", "p"):
            assert page.locator(where).evaluate_all(PRESS) is False
            assert page.locator(where).evaluate_all(WRITE, "words") is False
        with pytest.raises(Error, match="strict mode"):
            pressed(page.locator("button"))
