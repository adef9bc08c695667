"""Tests are in the lane of what they need, and the fast lane needs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import quick_build
from tests.support.lanes import lanes_of


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


def test_a_test_of_the_fast_lane_cannot_build(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="must ask for the fixture `builds`"):
        quick_build(tmp_path, "toolkit")
