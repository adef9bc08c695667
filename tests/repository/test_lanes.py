"""Tests are in the lane of what they need, and the fast lane needs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import quick_build
from tests.support.lanes import lanes_of, order


@pytest.mark.parametrize(
    ("fixtures", "lanes"),
    [
        (set(), ["unit"]),
        ({"library", "tmp_path"}, ["unit"]),
        ({"quick", "shared"}, ["built"]),
        ({"builds", "project"}, ["built"]),
        ({"built", "editions", "shared"}, ["full", "built"]),
        ({"browser", "quick", "shared"}, ["built", "browser"]),
    ],
)
def test_a_test_is_in_the_lanes_of_its_fixtures(fixtures: set[str], lanes: list[str]) -> None:
    assert lanes_of(fixtures) == lanes


class Item:
    """A test, as far as its order is concerned."""

    def __init__(self, name: str) -> None:
        self.name = name

    def get_closest_marker(self, marker: str) -> bool:
        return marker == "full" and self.name.isupper()


def test_each_worker_has_what_waits_for_whole_builds_last() -> None:
    items = [Item(letter) for letter in "AaBbCcDdeFfgHh"]  # capitals need whole builds

    ordered = "".join(item.name for item in order(items))  # type: ignore[arg-type]

    assert ordered == "abcdABCefghDFH"


def test_a_test_of_the_fast_lane_cannot_build(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="must ask for the fixture `builds`"):
        quick_build(tmp_path, "toolkit")
