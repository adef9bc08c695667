"""A pack: what is chosen and in which order, how an address holds it, and what it comes to."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.support.scripts import loaded, run

CHOICE = """
const choice = module.openChoice({
  items: [
    { id: "focus/one", kind: "step" },
    { id: "checklist:focus/one", kind: "checklist", step: "focus/one" },
    { id: "focus/two", kind: "step" },
    { id: "partner-map", kind: "worksheet", step: "focus/two" },
    { id: "own & café one", kind: "worksheet" },
  ],
  moved: { "focus/first": "focus/one", "stakeholders": "partner-map" },
});
"""


def chosen(acts: str, **given: Any) -> Any:
    return run("pack-builder/choice.js", f"{CHOICE}\n{acts}", **given)


def test_parts_are_added_where_the_model_has_them_and_appended_at_the_end() -> None:
    acts = """choice.add(["partner-map"]);
    const fresh = choice.add(["focus/two", "focus/one", "focus/two", "nobody"]);
    choice.append(["focus/two", "own & café one"]);
    return [fresh, choice.ids()];"""
    assert chosen(acts) == [["focus/two", "focus/one"], ["focus/one", "focus/two", "partner-map", "own & café one"]]


def test_a_step_brings_its_checklist_along() -> None:
    acts = """choice.add(["checklist:focus/one"]);
    const before = choice.ids();
    choice.add(["focus/one"]);
    return [before, choice.ids(), choice.add(["checklist:focus/one"]), choice.covered("checklist:focus/one")];"""
    assert chosen(acts) == [["checklist:focus/one"], ["focus/one"], [], True]


@pytest.mark.parametrize(
    ("id_", "by", "number", "order"),
    [
        ("focus/two", -1, 1, ["focus/two", "focus/one", "partner-map"]),
        ("focus/two", 1, 3, ["focus/one", "partner-map", "focus/two"]),
        ("focus/one", -1, 0, ["focus/one", "focus/two", "partner-map"]),
        ("partner-map", 1, 0, ["focus/one", "focus/two", "partner-map"]),
        ("nobody", 1, 0, ["focus/one", "focus/two", "partner-map"]),
    ],
)
def test_a_part_moves_one_place_and_stops_at_the_ends(id_: str, by: int, number: int, order: list[str]) -> None:
    acts = """choice.set(["focus/one", "focus/two", "partner-map"]);
    return [choice.move(given.id, given.by), choice.ids()];"""
    assert chosen(acts, id=id_, by=by) == [number, order]


def test_an_address_brings_back_what_it_was_made_of_in_that_order() -> None:
    acts = """choice.set(["own & café one", "checklist:focus/one", "focus/two"]);
    const hash = choice.hash();
    choice.set([]);
    const empty = choice.hash();
    const lost = choice.take(hash.slice("#pick=".length));
    return [hash, empty, lost, choice.ids()];"""
    hash_, empty, lost, ids = chosen(acts)

    assert hash_ == "#pick=3,own%20%26%20caf%C3%A9%20one,checklist:focus/one,focus/two"
    assert (empty, lost) == ("", {"lost": [], "missing": 0})
    assert ids == ["own & café one", "checklist:focus/one", "focus/two"]


@pytest.mark.parametrize(
    ("text", "ids", "lost"),
    [
        ("focus/first,checklist:focus/first", ["focus/one"], []),  # a step that was renamed, and its checklist with it
        ("stakeholders", ["partner-map"], []),
        ("focus/two%2Cpartner-map", ["focus/two", "partner-map"], []),  # as some mail programs write it
        ("focus/two,,partner-map,", ["focus/two", "partner-map"], []),
        ("focus/two,nobody,nobody", ["focus/two"], ["nobody"]),
        ("constructor", [], ["constructor"]),
        ("%E0%A4%A", [], ["%E0%A4"]),
        ("x" * 90, [], ["x" * 60]),
    ],
)
def test_an_address_that_was_changed_on_its_way_or_is_old_brings_what_it_can(
    text: str, ids: list[str], lost: list[str]
) -> None:
    acts = "const { lost } = choice.take(given.text);\nreturn [choice.ids(), lost];"
    assert chosen(acts, text=text) == [ids, lost]


# What mail programs, chats and Markdown do to an address, and what they do not.
HARM = {
    "encoded": lambda text: quote(text, safe=""),
    "encoded twice": lambda text: quote(quote(text, safe=""), safe=""),
    "end of a sentence": lambda text: text + ".",
    "in brackets": lambda text: text + ")>",
    "strong in Markdown": lambda text: text + "**",
    "quoted": lambda text: text + "”,",
    "marked by a gateway": lambda text: text + "&amp;data=05%7C02%7C&reserved=0",
    "line broken": lambda text: text[:9] + "\n  " + text[9:],
    "line broken by mail": lambda text: text[:9] + "=\r\n" + text[9:],
    "equals sign of mail": lambda text: "3D" + text,
    "all small": lambda text: text.lower(),
    "blank let in": lambda text: text[:9] + "%20" + text[9:],
}


@pytest.mark.parametrize("how", HARM)
def test_a_pack_survives_what_programs_do_to_its_address(how: str) -> None:
    acts = """choice.set(["focus/two", "checklist:focus/one", "partner-map"]);
    return choice.hash().slice("#pick=".length);"""
    harmed = HARM[how](chosen(acts))

    taken = chosen("const outcome = choice.take(given.text);\nreturn [choice.ids(), outcome];", text=harmed)
    assert taken == [["focus/two", "checklist:focus/one", "partner-map"], {"lost": [], "missing": 0}]


def test_a_pack_whose_address_was_cut_off_says_how_many_parts_are_missing() -> None:
    acts = "return given.texts.map((text) => [choice.take(text), choice.ids()]);"
    cut = ["3,focus/two,checklist:focus/one", "3,focus/two,checklist:focus/o", "3,focus/two,partn", "3"]

    assert chosen(acts, texts=cut) == [
        [{"lost": [], "missing": 1}, ["focus/two", "checklist:focus/one"]],
        [{"lost": [], "missing": 1}, ["focus/two", "checklist:focus/one"]],
        [{"lost": [], "missing": 1}, ["focus/two", "partner-map"]],
        [{"lost": [], "missing": 3}, []],
    ]


def test_an_address_names_no_more_parts_than_there_can_be() -> None:
    acts = "return choice.take(Array.from({ length: 400 }, (_, at) => `n${at}`).join()).lost.length;"
    assert chosen(acts) == 300


@pytest.mark.parametrize(
    ("place", "brought"),
    [
        ({"hash": "#pick=a,b"}, "a,b"),
        ({"search": "?x=1&pick=a"}, "a"),
        ({"hash": "#pick=a", "search": "?pick=b"}, "a"),
        ({"hash": "#main"}, None),
        ({"search": "?toothpick=a"}, None),
    ],
)
def test_the_choice_stands_in_the_address_after_either_mark(place: dict[str, str], brought: str | None) -> None:
    body = "Object.assign(location, { hash: '', search: '' }, given.place);\nreturn module.brought() ?? null;"
    assert run("pack-builder/address.js", body, place=place) == brought


PARTS = [
    {"id": "one", "kind": "step", "title": "One", "minutes": 240, "people": ["A lead", "Two partners"]},
    {"id": "sheet", "kind": "worksheet", "step": "one", "title": "Sheet", "minutes": 60, "people": ["a lead"]},
    {"id": "other", "kind": "worksheet", "step": "two", "title": "Other", "minutes": 30, "people": ["A LEAD", "You"]},
    {"id": "checklist:two", "kind": "checklist", "step": "two", "title": "Two"},
    {"id": "two-weeks", "kind": "step", "title": "Two weeks", "minutes": None, "people": []},
]
WORDS = {
    "and": "{one} and {other}", "step": "1 step", "steps": "{count} steps", "checklist": "1 checklist",
    "worksheet": "1 worksheet", "worksheets": "{count} worksheets", "minutes": "{minutes} minutes", "hour": "1 hour",
    "hours": "{hours} hours", "sum": "{what}: {time}", "sum_untimed": "{what}: {time}, and more", "no_time": "{what}",
    "untimed_only": "{what}: no time", "bar": "Your pack: {what}", "cleared": "Empty", "kilobytes": "{size} kB",
    "megabytes": "{size} MB", "worksheet_named": "Worksheet: {title}", "checklist_named": "Checklist: {title}",
}  # fmt: skip


def test_a_worksheet_is_filled_in_within_the_time_of_its_step() -> None:
    body = "return [module.minutesOf(given.parts), module.peopleOf(given.parts)];"
    (sums, people) = run("pack-builder/sums.js", body, parts=PARTS)

    assert sums["minutes"] == 270 and [part["id"] for part in sums["untimed"]] == ["two-weeks"]
    assert people == ["A lead", "Two partners", "You"]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("speak.sum(parts)", "2 steps, 1 checklist and 2 worksheets: 4 hours and 30 minutes, and more"),
        ("speak.sum(parts.slice(1, 2))", "1 worksheet: 1 hour"),
        ("speak.sum(parts.slice(3, 4))", "1 checklist"),
        ("speak.sum(parts.slice(4))", "1 step: no time"),
        ("speak.bar([])", "Empty"),
        ("speak.name(parts[0])", "One"),
        ("speak.name(parts[3])", "Checklist: Two"),
        ("speak.size(1)", "1 kB"),
        ("speak.size(999_499)", "999 kB"),
        ("speak.size(1_250_000)", "1.3 MB"),
    ],
)
def test_what_a_pack_comes_to_is_said_in_words(call: str, words: str) -> None:
    body = f"const parts = given.parts;\nconst speak = module.wording(given.words);\nreturn {call};"
    assert run("pack-builder/sums.js", body, parts=PARTS, words=WORDS) == words


def test_the_files_of_a_pack_are_those_of_the_forms_that_are_wanted() -> None:
    parts = [{"files": [{"form": "pdf", "file": "a.pdf"}, {"form": "word", "file": "a.docx"}]}, {"kind": "step"}]
    engine = loaded("pack-builder/zip.js")
    files = engine.call("pack-builder/zip.js", "filesOf", parts, ["word", "ods"])
    assert files == [{"form": "word", "file": "a.docx"}]
