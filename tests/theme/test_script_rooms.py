"""Scripts stay in their rooms: no tool takes anything from another, and what all share takes nothing from a tool."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from macros.core.es_module import read_module
from macros.paths import SCRIPT_FILES

TOOLS = {
    *("bring-in", "charts", "checklist", "current", "earlier", "edition-form", "kept"),
    *("pack-builder", "paper", "project", "search", "send-back", "worksheet"),
}
# From which rooms a room may take; each tool also from itself. An entry takes from the one tool that has its name.
MAY_TAKE = {
    "entries": {"shared", "vendor"},
    "shared": {"shared", "vendor"},
    **{tool: {tool, "shared", "vendor"} for tool in TOOLS},
}


module_of = cache(read_module)  # what is planted changes but one script


@cache
def written() -> dict[str, str]:
    """Every script of ours by its path."""
    paths = {path.relative_to(SCRIPT_FILES).as_posix(): path for path in SCRIPT_FILES.rglob("*.js")}
    return {name: path.read_text("utf-8") for name, path in paths.items() if not name.startswith("vendor/")}


def crossings(scripts: Mapping[str, str]) -> list[str]:
    """Every import that goes where its room may not, whether it comes at once or when it is asked for."""
    problems = []
    for path, text in scripts.items():
        module = module_of(path, text, "js")
        room, name = path.split("/", 1)
        tools = {name.removesuffix(".js")} & TOOLS if room == "entries" else set()
        allowed = MAY_TAKE[room] | tools
        problems += [
            f"{path} takes from {other}" for other in [*module.needs, *module.brings] if room_of(other) not in allowed
        ]
    return problems


def room_of(path: str) -> str:
    return path.split("/", 1)[0]


def test_every_script_stands_in_a_room_that_is_known() -> None:
    assert {room_of(path) for path in written()} == {*MAY_TAKE, *TOOLS}
    assert all("/" in path for path in written())


def test_no_script_takes_from_a_room_that_is_not_its_own_or_shared() -> None:
    assert crossings(written()) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("checklist/tools.js", 'import { boxes } from "../worksheet/boxes.js";'),
        ("checklist/tools.js", 'const { asCsv } = await import("../worksheet/csv.js");'),
        ("shared/dom.js", 'import { row } from "../search/rows.js";'),
        ("search/engine.js", 'import { start } from "../entries/search.js";'),
        ("entries/search.js", 'import { boxes } from "../worksheet/boxes.js";'),
        ("charts/bars.js", 'import {\n  openChoice,\n} from "../pack-builder/choice.js";'),
    ],
)
def test_an_import_that_crosses_is_found(path: str, line: str) -> None:
    scripts = written()
    planted = {**scripts, path: f"{scripts[path]}\n{line}\n"}

    [crossing] = crossings(planted)
    assert crossing.startswith(f"{path} takes from ")
