"""What a reader kept under an old council's address comes along to the new one's, and nothing is lost on the way."""

from __future__ import annotations

import json
from typing import Any

from tests.support.scripts import run

KEPT = "earlier/kept.js"
LISTED = """
const store = globalThis.localStorage;
const names = [];
globalThis.localStorage = {
  get length() { return names.length; },
  key: (at) => names[at] ?? null,
  getItem: (name) => store.getItem(name),
  setItem(name, text) { store.setItem(name, text); if (!names.includes(name)) names.push(name); },
  removeItem(name) { store.removeItem(name); names.splice(names.indexOf(name), names.includes(name) ? 1 : 0); },
};
for (const [name, text] of Object.entries(given.kept)) localStorage.setItem(name, text);
const all = () => Object.fromEntries(names.map((name) => [name, localStorage.getItem(name)]));
"""
CRAVEN = {
    "worksheet:/craven/:partner-map": "craven's map",
    "worksheet:/craven/:partner-map:damaged": "torn",
    "checklists:/craven/": "craven's ticks",
    "project:/craven/": "facts",
    "worksheet:/craven/#p2:persona": "second",
    "projects:/craven/": json.dumps({"format": 1, "current": "p2", "ids": ["", "p2"]}),
    "own-name:/craven/": '{"council":"Craven"}',
    "worksheet:/craven-two/:partner-map": "somebody else's",
    "theirs": "another site's",
}


def after(kept: dict[str, str], body: str) -> Any:
    return run(KEPT, f"{LISTED}\n{body}", kept=kept)


def test_everything_that_was_kept_there_is_here_too_and_still_there() -> None:
    stored, report = after(CRAVEN, "const report = module.bring('/dales/', '/craven/'); return [all(), report];")
    assert report["count"] == 5
    assert {name: text for name, text in stored.items() if "/dales/" not in name} == CRAVEN
    assert (
        stored["worksheet:/dales/:partner-map"] == "craven's map" and stored["checklists:/dales/"] == "craven's ticks"
    )
    assert stored["worksheet:/dales/#p2:persona"] == "second"
    assert json.loads(stored["projects:/dales/"])["ids"] == ["", "p2"]
    assert "worksheet:/dales/:two" not in stored and stored["own-name:/dales/"] == '{"council":"Craven"}'


def test_two_councils_do_not_become_one_project() -> None:
    kept = {**CRAVEN, "worksheet:/harrogate/:partner-map": "harrogate's map", "own-name:/harrogate/": "{}"}
    body = "module.bring('/dales/', '/craven/'); module.bring('/dales/', '/harrogate/'); return all();"
    stored = after(kept, body)
    assert stored["worksheet:/dales/:partner-map"] == "craven's map"
    assert stored["worksheet:/dales/#harrogate:partner-map"] == "harrogate's map"
    assert json.loads(stored["projects:/dales/"])["ids"] == ["", "p2", "harrogate"]
    assert stored["own-name:/dales/"] == '{"council":"Craven"}'


def test_what_is_kept_here_already_stays_as_it_is_and_undo_takes_back_all() -> None:
    kept = {**CRAVEN, "worksheet:/dales/:partner-map": "ours"}
    body = "const { undo } = module.bring('/dales/', '/craven/'); const then = all(); undo(); return [then, all()];"
    then, back = after(kept, body)
    assert then["worksheet:/dales/:partner-map"] == "ours"
    assert then["worksheet:/dales/#craven:partner-map"] == "craven's map"
    assert back == kept


def test_it_is_offered_once_and_only_where_there_is_something() -> None:
    body = """
    const waits = () => ["/craven/", "/skipton/"].map((root) => module.isWaiting("/dales/", root));
    const first = waits();
    module.decline("/dales/", "/craven/");
    return [first, waits()];
    """
    assert after(CRAVEN, body) == [[True, False], [False, False]]
    assert after({"own-name:/craven/": "{}"}, "return module.isWaiting('/dales/', '/craven/');") is False


def test_where_there_is_no_room_nothing_is_changed() -> None:
    body = """
    const put = localStorage.setItem;
    let left = 3;
    localStorage.setItem = (name, text) => { if ((left -= 1) < 0) throw new Error("full"); put(name, text); };
    const report = module.bring("/dales/", "/craven/");
    return [report, all()];
    """
    report, stored = after(CRAVEN, body)
    assert report["isFull"] and stored == CRAVEN
