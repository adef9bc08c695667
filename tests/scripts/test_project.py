"""A project's file holds everything and comes back whole; where each sheet stands; what is offered from where."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.scripts import run

FILE, STATE, VALUES, SCOPE = "shared/project-file.js", "project/state.js", "shared/kept-values.js", "shared/scope.js"
SHEET = {
    "format": 1,
    "values": {"community": {"value": "Carers", "at": 7}},
    "rows": {"plan.2": {"value": False, "at": 8}},
}
PROJECT: dict[str, Any] = {
    "facts": {
        "format": 1,
        "community": "Carers",
        "uid": "abcdef0123",
        "roles": [{"role": "Officer", "from": 0}],
        "new": [1],
    },
    "sheets": {"staged-plan": SHEET, "gone-sheet": SHEET},
    "ticks": SHEET,
    "taken": {"staged-plan": {"plan.1.action": {"from": "opportunity-grid.ideas.1.idea", "value": "x", "had": "x"}}},
    "papers": {"committee-paper": {"committee": "Adults"}},
    "comments": {"staged-plan": {"plan.1.action": {"mark": "query", "text": "Who pays?", "role": "Finance", "at": 9}}},
    "unreadable": {"worksheet-persona": "{broken"},
    "carried": {"photographs": {"of a": "newer version"}},
}
ABOUT = {"saved": "2026-11-29T10:00:00Z", "toolkit": "1.5.0", "edition": "leeds"}


def read(text: str) -> Any:
    return run(FILE, "return module.readProjectFile(given.text);", text=text)


def written(project: dict[str, Any]) -> str:
    return str(run(FILE, "return module.asProjectFile(given.project, given.about);", project=project, about=ABOUT))


def test_everything_in_a_project_comes_back_from_its_file() -> None:
    assert read(written(PROJECT))["project"] == PROJECT


def test_what_a_newer_version_added_is_carried_through_two_rounds() -> None:
    once = read(written(PROJECT))["project"]
    assert json.loads(written(once))["photographs"] == {"of a": "newer version"}


def test_the_same_project_gives_the_same_file() -> None:
    turned = {**PROJECT, "sheets": dict(reversed(PROJECT["sheets"].items()))}
    assert written(PROJECT) == written(turned)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "unreadable"),
        ("[]", "unreadable"),
        ('{"kind": "digital-inclusion-project", "sheets": {}}', "unreadable"),
        ('{"kind": "other", "version": 1, "sheets": {}}', "unreadable"),
        ('{"kind": "digital-inclusion-project", "version": 99, "sheets": {}}', "newer"),
    ],
)
def test_what_is_no_project_is_refused(text: str, wrong: str) -> None:
    assert read(text) == {"wrong": wrong}


def test_a_sheet_that_cannot_be_read_is_carried_and_not_put_among_the_others() -> None:
    text = written(
        {**PROJECT, "sheets": {"staged-plan": {"format": 1, "values": {"a": 5}, "rows": {}}, "__proto__x": {}}}
    )
    project = read(text)["project"]

    assert project["sheets"] == {}
    assert set(project["unreadable"]) == {"staged-plan", "__proto__x", "worksheet-persona"}


def test_a_file_of_one_sheet_of_an_older_release_is_taken_with_answers_that_have_no_place() -> None:
    file = {
        "worksheet": "action-list",
        "version": 1,
        "answers": {"actions.1.action": "Tea", "n": 3},
        "unplaced": {"old": "kept"},
    }
    contents = read(json.dumps(file))
    kept = run(FILE, "return module.sheetAsKept(given.sheet, 5);", sheet=contents["sheet"])

    assert {key: entry["value"] for key, entry in kept["values"].items()} == {
        "old": "kept",
        "actions.1.action": "Tea",
        "n": "3",
    }


ANSWERS = (
    "const answers = (values) => ({values:"
    " new Map(Object.entries(values).map(([key, [value, at]]) => [key, {value, at}])), rows: new Map(), latest: 0});"
)


@pytest.mark.parametrize(
    ("values", "checked", "state"),
    [
        ({}, None, "none"),
        ({"aim": ["", 4]}, None, "none"),
        ({"aim": ["x", 4]}, None, "begun"),
        ({"aim": ["x", 4], "plan.1.action": ["y", 5]}, None, "filled"),
        ({"aim": ["x", 4], "plan.1.action": ["y", 5]}, {"at": 5}, "checked"),
        ({"aim": ["x", 4], "plan.1.action": ["y", 6]}, {"at": 5}, "filled"),
    ],
)
def test_where_a_sheet_stands(values: dict[str, Any], checked: Any, state: str) -> None:
    script = (
        f"{ANSWERS} const sheet = {{id: 's', filled: ['aim', 'plan']}};"
        "return module.stateOf(sheet, answers(given.values), given.checked ?? undefined).state;"
    )
    assert run(STATE, script, values=values, checked=checked) == state


def test_what_somebody_wrote_counts_as_theirs_from_the_day_they_took_over() -> None:
    script = (
        f"{ANSWERS} return module.writers(answers(given.values), given.roles).map(({{role, count}}) => [role, count]);"
    )
    roles = [{"role": "Officer", "from": 3}, {"role": "Successor", "from": 10}]
    values = {"a": ["x", 1], "b": ["y", 9], "c": ["z", 10], "d": ["", 11]}

    assert run(STATE, script, values=values, roles=roles) == [["Officer", 2], ["Successor", 1]]
    assert run(STATE, script, values=values, roles=[]) == [["", 3]]


def test_what_comes_next_is_what_was_begun_last_or_the_sheet_after_the_last() -> None:
    script = (
        "const states = new Map(Object.entries(given.states).map(([id, [state, changed]]) => [id, {state, changed}]));"
        "const next = module.nextOf([...states.keys()].map((id) => ({id})), states);"
        "return next && [next.sheet.id, next.begun];"
    )
    cases: list[tuple[dict[str, Any], Any]] = [
        ({"a": ["none", 0], "b": ["filled", 3], "c": ["none", 0]}, ["c", False]),
        ({"a": ["begun", 9], "b": ["begun", 3], "c": ["none", 0]}, ["a", True]),
        ({"a": ["none", 0], "b": ["filled", 3]}, ["a", False]),
        ({"a": ["filled", 1], "b": ["checked", 3]}, None),
    ]
    for states, expected in cases:
        assert run(STATE, script, states=states) == expected


def test_rows_that_were_removed_and_empty_answers_are_not_handed_on() -> None:
    script = (
        f"{ANSWERS} const all = answers(given.values); all.rows.set('t.3', {{value: false, at: 9}});"
        "return given.places.map((place) => module.heldAt(all, place).map(({value}) => value));"
    )
    values = {
        "t.10.a": ["ten", 1],
        "t.2.a": ["two", 1],
        "t.3.a": ["gone", 1],
        "t.r1.a": ["added", 1],
        "t.4.a": [" ", 1],
    }
    places = ["t.a", "t.2.a", "field", "t.b"]

    assert run(VALUES, script, values={**values, "field": ["f", 1]}, places=places) == [
        ["two", "ten", "added"],
        ["two"],
        ["f"],
        [],
    ]


def test_the_first_project_keeps_the_names_that_were_there_before_projects() -> None:
    script = (
        "const at = (text) => { localStorage.setItem('projects:/guide/', text); return module.scopeOf('/guide/'); };"
        "return [module.scopeOf('/guide/'), at('{broken'), at(JSON.stringify({current: 'p2', ids: ['', 'p2']})),"
        " at(JSON.stringify({current: 'gone', ids: ['p2']}))];"
    )
    assert run(SCOPE, script) == ["/guide/", "/guide/", "/guide/#p2", "/guide/"]


def merged(mine: dict[str, Any], theirs: dict[str, Any]) -> Any:
    return run(
        "project/merged-facts.js", "return module.mergedFacts(given.mine, given.theirs, 50);", mine=mine, theirs=theirs
    )


def test_a_successor_is_nobody_until_they_say_who_they_are() -> None:
    facts = merged({"role": "", "checked": {}}, {"role": "Officer", "community": "Carers"})

    assert facts["role"] == "" and facts["community"] == "Carers"
    assert facts["roles"] == [{"role": "Officer", "from": 0}, {"role": "", "from": 50}]


def test_a_file_that_comes_back_changes_nobodys_role() -> None:
    mine = {"role": "Officer", "roles": [{"role": "Officer", "from": 3}], "checked": {"a": {"at": 9}, "b": {"at": 1}}}
    theirs = {
        "role": "Finance",
        "roles": [*mine["roles"], {"role": "Finance", "from": 20}],
        "checked": {"b": {"at": 30}},
    }
    facts = merged(mine, theirs)

    assert facts["role"] == "Officer" and facts["checked"] == {"a": {"at": 9}, "b": {"at": 30}}
    assert [(role["role"], role["from"]) for role in facts["roles"]] == [
        ("Officer", 3),
        ("Finance", 20),
        ("Officer", 50),
    ]
    assert merged(facts, {})["roles"] == facts["roles"], "a sheet's file says nothing of who writes"


@pytest.mark.parametrize(("version", "is_newer"), [(1, False), (2, True), (10, True)])
def test_a_file_of_the_first_version_is_read_and_of_a_newer_one_refused(version: int, is_newer: bool) -> None:
    """Files are on people's disks: a new version of them is a decision, with a way to read the old one."""
    text = json.dumps({"kind": "digital-inclusion-project", "version": version, "project": {}, "sheets": {}})

    outcome = run("shared/project-file.js", "return module.readProjectFile(given.text);", text=text)

    assert (outcome.get("wrong") == "newer") is is_newer
    assert is_newer or "project" in outcome
