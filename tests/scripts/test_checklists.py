"""Ticks: which count, how they travel in a link, and what a file of them is taken for."""

from __future__ import annotations

import json

import pytest

from macros.content.library import Library
from tests.support.scripts import loaded, run

LISTS = '{"choose":[[1,2],"long-list=longer=longest two-voices"],"plan":[[3],"budget"]}'
TICKED = """
const { newAnswers, put } = need("shared/answers.js");
const lists = module.readLists(given.lists);
const answers = newAnswers();
for (const [key, value] of Object.entries(given.ticks)) put(answers, "values", key, value, 1);
"""


def ticked(ticks: dict[str, object], body: str) -> object:
    engine = loaded("checklist/items.js", "shared/answers.js")
    given = json.dumps({"lists": LISTS, "ticks": ticks})
    return engine.run(f'const given = {given};\nconst module = need("checklist/items.js");\n{TICKED}\n{body}')


def test_items_know_the_ids_that_they_had() -> None:
    assert ticked({}, "return lists;") == [
        {
            "id": "choose",
            "stages": [1, 2],
            "items": [
                {"key": "choose--long-list", "was": ["choose--longer", "choose--longest"]},
                {"key": "choose--two-voices", "was": []},
            ],
        },
        {"id": "plan", "stages": [3], "items": [{"key": "plan--budget", "was": []}]},
    ]


@pytest.mark.parametrize(
    ("ticks", "done"),
    [
        ({}, 0),
        ({"choose--long-list": True}, 1),
        ({"choose--longest": True}, 1),  # ticked under an old id
        ({"choose--longest": True, "choose--longer": False}, 0),  # and unticked under a newer one
        ({"choose--long-list": False, "choose--longest": True}, 0),
        ({"choose--long-list": "true"}, 0),
        ({"choose--two-voices": True, "choose--long-list": True, "gone--item": True}, 2),
    ],
)
def test_a_tick_counts_under_the_newest_id_that_has_one(ticks: dict[str, object], done: int) -> None:
    tallies = dict(ticked(ticks, "return [...module.tally(answers, lists)];"))  # type: ignore[call-overload]

    assert tallies["step:choose"] == tallies["stage:1"] == tallies["stage:2"] == {"done": done, "all": 2}
    assert tallies["whole"] == {"done": done, "all": 3} and tallies["stage:3"] == {"done": 0, "all": 1}


def test_ticks_of_items_that_are_gone_are_told_apart() -> None:
    ticks: dict[str, object] = {"gone--item": True, "gone--off": False, "choose--longest": True, "plan--budget": True}
    assert ticked(ticks, "return module.unplaced(answers, lists);") == ["gone--item"]


LINKED = """
const lists = [{ items: [
  { key: "choose--long-list", was: ["choose--longer"] },
  { key: "choose--two-voices", was: [] },
  { key: "cafés--Ynys Môn 😀", was: [] },
] }];
"""


def test_a_link_brings_the_ticks_that_it_was_made_of() -> None:
    keys = ["choose--two-voices", "cafés--Ynys Môn 😀"]
    body = f"""{LINKED}
    const link = module.asLink(given.keys, "https://site.example/toolkit/checklists/?a=b#place");
    return [link, module.fromLink("#" + link.split("#")[1], lists)];"""
    link, taken = run("checklist/link.js", body, keys=keys)

    assert link.startswith("https://site.example/toolkit/checklists/?a=b#ticks=2.2.")
    assert taken == {"keys": keys, "lost": 0, "missing": 0}


def test_a_link_of_an_older_toolkit_brings_items_under_their_new_names_and_counts_those_that_are_gone() -> None:
    body = f"""{LINKED}
    const codes = ["choose--longer", "gone--item", "choose--long-list"].map((key) => module.code(key, given.version));
    return module.fromLink(`#ticks=${{given.version}}.3.` + codes.join(""), lists);"""
    for version in (1, 2):
        taken = run("checklist/link.js", body, version=version)
        assert taken == {"keys": ["choose--long-list"], "lost": 1, "missing": 0}


@pytest.mark.parametrize(
    ("hash_", "outcome"),
    [
        ("", None),
        ("#main", None),
        ("#ticks=3.1.aaaaa", {"wrong": "link_newer"}),
        ("#ticks=", {"wrong": "link_damaged"}),
        ("#ticks=<b>", {"wrong": "link_damaged"}),
        ("#ticks=1.2.AAAA", {"wrong": "link_damaged"}),
        ("#ticks=1.1.AAA", {"wrong": "link_damaged"}),
        ("#ticks=2.1", {"wrong": "link_damaged"}),
        ("#ticks=1.x.AAAA", {"wrong": "link_damaged"}),
        ("#ticks=0.1.AAAA", {"wrong": "link_damaged"}),
        ("#ticks=1.1.AAAA.", {"keys": [], "lost": 1, "missing": 0}),
        ("#ticks=1.0.", {"keys": [], "lost": 0, "missing": 0}),
    ],
)
def test_a_link_that_cannot_be_read_or_comes_from_the_future_is_told(hash_: str, outcome: object) -> None:
    assert run("checklist/link.js", f"{LINKED}\nreturn module.fromLink(given.hash, lists);", hash=hash_) == outcome


# Both versions of the same three ticks.
SENT = """const sent = (version) => `${version}.3.` + lists.map(({ items }) => items.map(({ key }) => key)).flat()
  .map((key) => module.code(key, version)).join("");"""
EVERY = ["choose--long-list", "choose--two-voices", "cafés--Ynys Môn 😀"]
HARM = {
    "encoded": 'encodeURIComponent(text).replaceAll(".", "%2E")',
    "encoded twice": "encodeURIComponent(encodeURIComponent(text + '&'))",
    "end of a sentence": 'text + "."',
    "in brackets": 'text + ")],"',
    "strong in Markdown": 'text + "**"',
    "struck by Markdown": 'text + "__"',
    "quoted": 'text + "”!"',
    "marked by a gateway": 'text + "&amp;data=05%7C02%7C&reserved=0"',
    "line broken": 'text.slice(0, 9) + "\\n  " + text.slice(9)',
    "line broken by mail": 'text.slice(0, 9) + "=\\r\\n" + text.slice(9)',
    "equals sign of mail": '"3D" + text',
    "all small": "text.toLowerCase()",
    "all capitals": "text.toUpperCase()",
}


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("how", HARM)
def test_ticks_survive_what_programs_do_to_a_link(how: str, version: int) -> None:
    body = f"""{LINKED}{SENT}
    const text = sent(given.version);
    return module.fromLink("#ticks=" + {HARM[how]}, lists);"""
    assert run("checklist/link.js", body, version=version) == {"keys": EVERY, "lost": 0, "missing": 0}


@pytest.mark.parametrize("version", [1, 2])
def test_a_link_that_was_cut_off_or_lost_a_letter_brings_the_rest_and_counts_what_is_missing(version: int) -> None:
    body = f"""{LINKED}{SENT}
    const text = sent(given.version);
    const harmed = [text.slice(0, -2), text.slice(0, 5) + text.slice(6)];
    return harmed.map((codes) => module.fromLink("#ticks=" + codes, lists));"""
    cut, thinned = run("checklist/link.js", body, version=version)

    assert cut == {"keys": EVERY[:2], "lost": 0, "missing": 1}
    assert thinned == {"keys": EVERY[1:], "lost": 0, "missing": 1}


def test_no_two_items_have_the_same_code_in_either_version(library: Library) -> None:
    keys = [f"{name}--{item}" for name, each in library.checklists.items() for it in each.items for item in it.names]
    body = "return [1, 2].map((version) => given.keys.map((key) => module.code(key, version).toLowerCase()));"
    for codes in run("checklist/link.js", body, keys=keys):
        assert len(codes) > 100 and len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/toolkit/checklists/%23ticks=2.0.", "/toolkit/checklists/#ticks=2.0."),
        ("/toolkit/pick/%2523pick=a%2Cb", "/toolkit/pick/#pick=a%2Cb"),
        ("/toolkit/focus/", None),
        ("/toolkit/%23", None),
    ],
)
def test_an_address_whose_mark_was_encoded_is_found(path: str, meant: str | None) -> None:
    assert run("shared/carried.js", "return module.withMark(given.asked) ?? null;", asked=path) == meant


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{", "file_unreadable"),
        ("null", "file_unreadable"),
        ('{"kind":"worksheet","version":1,"items":[]}', "file_unreadable"),
        ('{"kind":"checklists","version":"1","items":[]}', "file_unreadable"),
        ('{"kind":"checklists","version":2,"items":[]}', "file_newer"),
        ('{"kind":"checklists","version":1}', "file_unreadable"),
        ('{"kind":"checklists","version":1,"items":[{"id":1,"text":"x"}]}', "file_unreadable"),
        ('{"kind":"checklists","version":1,"items":[{"id":"a","text":"x","ticked":"yes"}],"unplaced":[1,"b"]}', None),
    ],
)
def test_a_file_of_ticks_is_read_or_the_reason_told(text: str, wrong: str | None) -> None:
    outcome = run("checklist/file.js", "return module.fromFile(given.text);", text=text)

    assert outcome == (
        {"wrong": wrong} if wrong else {"items": [{"id": "a", "text": "x", "ticked": False}], "unplaced": ["b"]}
    )


def test_a_file_of_an_older_toolkit_says_what_is_new_what_is_gone_and_what_is_worded_anew() -> None:
    body = """
    const box = (words) => [{ labels: [{ querySelector: () => ({ textContent: ` ${words} ` }) }] }];
    const lists = [{ items: [{ key: "a", was: ["old-a"] }, { key: "b", was: [] }, { key: "c", was: [] }] }];
    const boxes = new Map([["a", box("Ask twice.")], ["b", box("New.")], ["c", box("Same.")]]);
    const items = [
      { id: "old-a", text: "Ask once.", ticked: true },
      { id: "c", text: "Same.", ticked: false },
      { id: "gone", text: "Gone.", ticked: true },
      { id: "gone-too", text: "Gone too.", ticked: false },
    ];
    return module.compare({ items, unplaced: ["elsewhere"] }, { lists, boxes });"""
    assert run("checklist/file.js", body) == {
        "keys": ["a", "gone", "elsewhere"],
        "placed": 1,
        "fresh": ["New."],
        "reworded": [["Ask once.", "Ask twice."]],
        "gone": ["Gone.", "Gone too."],
    }
