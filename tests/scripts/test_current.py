"""Whether a printed copy is current: its stamp held against what went out with each release."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.scripts import run

VERSIONS = ["1.0.0", "1.1.0", "1.2.0"]
SHEETS: dict[str, dict[str, Any]] = {
    "focus/choose": {
        "title": "Choose",
        "url": "c",
        "now": "cccccccc",
        "was": [["1.0.0", "aaaaaaaa"], ["1.2.0", "cccccccc"]],
    },
    "worksheets/map": {
        "title": "Map",
        "url": "m",
        "now": "dddddddd",
        "was": [["1.0.0", "bbbbbbbb"], ["1.1.0", "dddddddd"]],
    },
    "sustain": {"title": "Sustain", "now": "eeeeeeee", "was": [["1.0.0", "eeeeeeee"]]},
    "pick/alone": {
        "title": "Alone",
        "now": "ffffffff",
        "was": [["1.0.0", "ffffffff"]],
        "parts": ["focus/choose", "worksheets/map", "sustain", "not-here"],
    },
}
SHEETS["worksheets/map"]["before"] = ["99999999"]
SHEETS["book"] = {
    "title": "Book",
    "now": "00000000",
    "was": [],
    "parts": ["focus/choose", "sustain"],
    "is_gathered": True,
}
KNOWN = {"sheets": SHEETS, "moved": {"worksheets/chart": "worksheets/map"}, "versions": VERSIONS}


def answered(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    acts = "return module.answer(module.copyIdIn(given.text), given.known);"
    answer = run("current/answer.js", acts, text=text, known=KNOWN)
    return answer["state"], [(part["sheet"]["title"], part["versions"]) for part in answer["changed"]]


@pytest.mark.parametrize(
    ("stamp", "state", "changed"),
    [
        ("#focus/choose:1.2.0:cccccccc", "current", []),
        ("#focus/choose:1.0.0:aaaaaaaa", "changed", [("Choose", ["1.2.0"])]),
        ("#focus/choose:1.1.0:aaaaaaaa", "changed", [("Choose", ["1.2.0"])]),
        ("#sustain:1.0.0:eeeeeeee", "current", []),
        ("#focus/choose:1.0.0:12345678", "unknown", []),
        ("#focus/nowhere:1.0.0:aaaaaaaa", "unknown", []),
        ("#worksheets/chart:1.0.0:bbbbbbbb", "changed", [("Map", ["1.1.0"])]),
        ("#pick/alone:1.0.0:ffffffff", "changed", [("Choose", ["1.2.0"]), ("Map", ["1.1.0"])]),
        ("#pick/alone:1.1.0:ffffffff", "changed", [("Choose", ["1.2.0"])]),
        ("#pick/alone:1.2.0:ffffffff", "current", []),
        ("#worksheets/chart:1.1.0:99999999", "changed", [("Map", [])]),
        ("#book:1.1.0:00000000", "changed", [("Choose", ["1.2.0"])]),
        ("#book:1.2.0:00000000", "current", []),
        ("#book:9.9.9:00000000", "unknown", []),
        ("#focus/choose:9.9.9:cccccccc", "current", []),
        ("#focus/choose:9.9.9:aaaaaaaa", "changed", [("Choose", ["1.2.0"])]),
    ],
)
def test_a_copy_is_current_changed_or_not_known(stamp: str, state: str, changed: list[Any]) -> None:
    assert answered(stamp) == (state, changed)


@pytest.mark.parametrize(
    "text", ["#focus/choose:1.2.0:cccccccc.", "#focus%2Fchoose%3A1.2.0%3Acccccccc", "focus/choose:1.2.0:cccccccc%"]
)
def test_what_a_mail_program_does_to_a_stamp_does_not_matter(text: str) -> None:
    assert answered(text)[0] == "current"


@pytest.mark.parametrize("text", ["", "#worksheets", "#focus/choose:1.2.0", "#<b>:1.0.0:aaaaaaaa"])
def test_what_is_no_stamp_is_none(text: str) -> None:
    assert run("current/answer.js", "return module.copyIdIn(given.text);", text=text) is None
