"""No letter is lost in a long session of random acts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.fuzz import fuzz

ACTS = 300  # `make fuzz` does 10,000


def test_no_letter_is_lost_in_a_session_of_random_acts(browser: Browser, quick_address: str) -> None:
    done = fuzz(browser, quick_address, ACTS, seed=15)
    assert sum(done.values()) == ACTS and {"type", "paste", "reload", "back", "second", "full", "saveAndLoad"} <= set(
        done
    )


def test_a_tab_that_keeps_nothing_is_found_out(browser: Browser, quick_address: str) -> None:
    """This seed types, and soon comes to a reload."""
    with pytest.raises(AssertionError, match="A letter was lost"):
        fuzz(_Forgetful(browser), quick_address, ACTS, seed=48)  # type: ignore[arg-type]


class _Forgetful:
    """A browser whose tabs forget what they should keep."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def new_context(self, **settings: object) -> object:
        context = self._browser.new_context(**settings)  # type: ignore[arg-type]
        context.add_init_script("sessionStorage.clear()")
        return context
