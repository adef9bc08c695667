"""What a browser keeps is never lost by us: not what is damaged, not what is newer, not where there is no room."""

from __future__ import annotations

import json

import pytest

from tests.support.scripts import loaded, run

STORAGE = "shared/storage.js"
FILLED = """
const { newAnswers, put } = need("shared/answers.js");
const store = module.openStore("key");
const answers = newAnswers();
put(answers, "values", "b", "Ynys Môn", 2);
put(answers, "values", "a", true, 1);
put(answers, "rows", "t.1", false, 3);
"""


def test_what_is_written_is_read_again_the_same_and_in_order() -> None:
    body = f"""{FILLED}
    const result = store.write(answers);
    const {{ found, answers: read }} = store.read();
    return [result, found, [...read.values], [...read.rows], read.latest, localStorage.getItem("key")];"""
    result, state, values, rows, latest, raw = run(STORAGE, body)

    assert (result, state, latest) == ("kept", "answers", 3)
    assert values == [["a", {"value": True, "at": 1}], ["b", {"value": "Ynys Môn", "at": 2}]]
    assert rows == [["t.1", {"value": False, "at": 3}]]
    assert list(json.loads(raw)["values"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        (None, "none"),
        ('{"format":1,"values":{},"rows":{}}', "answers"),
        ('{"format":2,"anything":true}', "newer"),
        ("{", "damaged"),
        ("null", "damaged"),
        ("[]", "damaged"),
        ('{"format":"1","values":{},"rows":{}}', "damaged"),
        ('{"format":1,"values":{}}', "damaged"),
        ('{"format":1,"values":[],"rows":{}}', "damaged"),
        ('{"format":1,"values":{"a":{"value":7,"at":1}},"rows":{}}', "damaged"),
        ('{"format":1,"values":{"a":{"value":"x","at":"1"}},"rows":{}}', "damaged"),
        ('{"format":1,"values":{"a":null},"rows":{}}', "damaged"),
    ],
)
def test_what_is_found_is_told_apart_and_left_as_it_is(raw: str | None, state: str) -> None:
    body = """if (given.raw !== null) localStorage.setItem("key", given.raw);
    return [module.openStore("key").read().found, localStorage.getItem("key")];"""
    assert run(STORAGE, body, raw=raw) == [state, raw]


def test_where_there_is_no_room_what_was_kept_before_is_still_there() -> None:
    body = f"""{FILLED}
    localStorage.setItem("key", "before");
    lent.full = true;
    const full = store.write(answers);
    lent.full = false;
    lent.blocked = true;
    const blocked = [store.write(answers), store.read().found, store.remove(true), store.damaged()];
    blocked.push(store.setAside("x"));
    lent.blocked = false;
    return [full, blocked, localStorage.getItem("key")];"""
    assert run(STORAGE, body) == ["full", ["blocked", "blocked", [], "", "blocked"], "before"]


def test_what_cannot_be_read_lies_aside_once_and_nothing_before_it_is_lost() -> None:
    body = """const store = module.openStore("key");
    const aside = ["one", "two", "two", "one"].map((raw) => (store.setAside(raw), localStorage.getItem("key:damaged")));
    localStorage.setItem("key", "{ now");
    return [aside, store.damaged()];"""
    aside, damaged = run(STORAGE, body)

    assert aside == ["one", "one\ntwo", "one\ntwo", "one\ntwo\none"]
    assert damaged == "one\ntwo\none\n{ now"


@pytest.mark.parametrize(("everything", "left"), [(True, None), (False, "aside")])
def test_what_is_removed_can_be_put_back(everything: bool, left: str | None) -> None:
    body = """const store = module.openStore("key");
    localStorage.setItem("key", "kept");
    localStorage.setItem("key:damaged", "aside");
    const was = store.remove(given.everything);
    const gone = [localStorage.getItem("key"), localStorage.getItem("key:damaged")];
    lent.full = true;
    const full = store.putBack(was);
    lent.full = false;
    return [gone, full, store.putBack(was), localStorage.getItem("key"), localStorage.getItem("key:damaged")];"""
    assert run(STORAGE, body, everything=everything) == [[None, left], "full", "kept", "kept", "aside"]


def test_answers_under_an_earlier_id_are_taken_over_but_never_over_newer_ones() -> None:
    body = """localStorage.setItem("old", "first");
    localStorage.setItem("older", "second");
    module.takeOver("new", ["old", "older"]);
    return ["new", "old", "older"].map((name) => localStorage.getItem(name));"""
    assert run(STORAGE, body) == ["first", None, "second"]


KEEPER = """
const { newAnswers, put } = need("shared/answers.js");
const { openStore } = need("shared/storage.js");
const words = [];
const sheet = { answers: newAnswers(), show() {} };
const store = openStore("key");
const keep = module.keeper(sheet, store, { told: (word) => words.push(word), shown() {} });
put(sheet.answers, "values", "a", "x", 1);
const kept = () => localStorage.getItem("key") !== null;
"""


@pytest.mark.parametrize(
    ("acts", "outcome"),
    [
        ("keep.switchOn();", [["keeping"], True, True]),
        ("keep.switchOn(); keep.forget(false);", [["keeping"], False, False]),
        ("keep.switchOn(); keep.forget(false)();", [["keeping"], True, True]),
        ("lent.full = true; keep.switchOn(); lent.full = false;", [["full"], False, False]),
        # Another tab took it away: it is not put back.
        (
            'keep.switchOn(); store.remove(true); listeners.storage[0]({ key: "key" });',
            [["keeping", "off_elsewhere"], False, False],
        ),
        ('localStorage.setItem("key", "{"); keep.start();', [["damaged"], False, True]),
        ('localStorage.setItem("key", \'{"format":9}\'); keep.switchOn();', [["newer"], False, True]),
    ],
)
def test_answers_are_kept_exactly_as_long_as_the_switch_shows(acts: str, outcome: list[object]) -> None:
    engine = loaded("shared/autosave.js", STORAGE)
    body = f'const module = need("shared/autosave.js");\n{KEEPER}\n{acts}\nreturn [words, keep.isOn(), kept()];'
    assert engine.run(body) == outcome
