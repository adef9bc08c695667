"""Scripts run without a browser, and say what is wrong where they cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from py_mini_racer import JSEvalException

from macros.core.javascript import ScriptEngine
from macros.core.problems import ContentError
from macros.paths import PROJECT

SOURCES = {
    "sum.js": 'import { twice } from "./deep/twice.js";\nexport function sum(...all) {\n'
    "  return { sum: all.reduce((one, other) => one + twice(other), 0), name: 'Ynys Môn' };\n}\n",
    "deep/twice.js": 'import {\n  times as by,\n} from "./times.js";\nexport const twice = (all) => by(all, 2);\n',
    "deep/times.js": "let asked = 0;\nexport function times(a, b) {\n  asked += 1;\n  return a * b;\n}\n"
    "export function often() {\n  return asked;\n}\n",
    "late.js": 'export async function late() {\n  return import("./sum.js");\n}\n',
    "page.js": "export function title() {\n  return document.title;\n}\n",
    "lost.js": 'import { x } from "./nowhere.js";\nexport const y = x;\n',
    "odd.js": 'export const a = 1;\n\nexport * from "./sum.js";\n',
}


@pytest.fixture
def engine(tmp_path: Path) -> ScriptEngine:
    for name, text in SOURCES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return ScriptEngine(tmp_path)


def test_a_function_is_called_with_what_json_can_say(engine: ScriptEngine) -> None:
    assert engine.call("sum.js", "sum", 1, 2.5) == {"sum": 7, "name": "Ynys Môn"}


def test_a_module_runs_once_however_many_need_it(engine: ScriptEngine) -> None:
    engine.call("sum.js", "sum", 1, 2)
    engine.call("deep/twice.js", "twice", 3)

    assert engine.call("deep/times.js", "often") == 3


def test_what_a_module_brings_later_is_there(engine: ScriptEngine) -> None:
    engine.load("late.js")

    assert engine.run('return Object.keys(need("sum.js"));') == ["sum"]


@pytest.mark.parametrize(
    ("path", "message"),
    [("nowhere.js", "There is no such script"), ("lost.js", "nowhere.js"), ("odd.js", r"odd\.js, line 3")],
)
def test_a_script_that_is_not_there_or_cannot_be_read_is_told(engine: ScriptEngine, path: str, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        engine.load(path)


def test_there_is_no_page(engine: ScriptEngine) -> None:
    with pytest.raises(JSEvalException, match="document is not defined"):
        engine.call("page.js", "title")


def test_an_engine_has_ended_before_python_does() -> None:
    """From Python 3.13 on, a program that still has one then would never end."""
    ends = "import atexit, threading; atexit.register(lambda: print(threading.active_count()));"
    begins = "from pathlib import Path; from macros.core.javascript import engine_of; engine_of(Path('.')).run('')"

    ended = subprocess.run(
        [sys.executable, "-c", ends + begins], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=120
    )

    assert ended.stdout == "1\n", "a thread of V8 is still there"
