"""Which tests need what, told by the fixtures that they ask for, so that `make test-fast` runs those that need nothing.

``unit`` needs no build and no browser; ``built`` builds the pages or starts other programs, such as git; ``full`` draws
documents; ``browser`` opens pages. A test may be in several of the last three. One that does such a thing by itself
asks for the fixture ``builds``, ``programs`` or ``draws``.
"""

from __future__ import annotations

import pytest

LANES = {
    "full": {"editions", "draws"},
    "built": {"shared", "builds", "programs"},
    "browser": {"browser"},
}
MARKS = ("unit", *LANES)


def order(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """``items`` in the order in which ``workers`` that each take an even part of them seldom wait.

    Whole builds are begun with the first test and take minutes, so what needs them comes last in each part. Tests of
    one file stay together, since they share what they made.
    """
    early = [item for item in items if not item.get_closest_marker("full")]
    late = [item for item in items if item.get_closest_marker("full")]
    return [
        item
        for part in range(workers)
        for some in (early, late)
        for item in some[len(some) * part // workers : len(some) * (part + 1) // workers]
    ]


class State:
    """What the test that runs now may do."""

    may_build = True  # what is run by hand, such as `python -m tests.support.builds`, may


def lanes_of(fixtures: set[str]) -> list[str]:
    """The lanes of a test that uses these fixtures, whether it names them itself or through others."""
    return [lane for lane, marks in LANES.items() if marks & fixtures] or ["unit"]


def mark(item: pytest.Item) -> None:
    """Put a test in its lanes."""
    for lane in lanes_of(set(getattr(item, "fixturenames", ()))):
        item.add_marker(lane)


def enter(item: pytest.Item) -> None:
    """Let a test build only where it said that it does: else it would slow the fast lane unseen."""
    State.may_build = any(item.get_closest_marker(lane) for lane in ("full", "built"))


def check_may_build() -> None:
    """Raise AssertionError where a test builds that did not say so."""
    assert State.may_build, "This test builds, so it must ask for the fixture `builds`."
