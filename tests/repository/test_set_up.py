"""What the set-up installs is all that tests start: a new machine has nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support.builds import ROOT

SET_UP = ROOT / "macros/commands/set-up.sh"
ALWAYS = {"bash", "git", "make", "sh", "sha256sum"}  # on every machine that has this repository
STARTS = re.compile(r"subprocess|shutil|command")  # what a file has that may start a program


def programs(text: str) -> set[str]:
    """The programs that a Python file starts or looks for by name."""
    return {name for node in ast.walk(ast.parse(text)) for name in _named(node)}


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Return | ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.List):
        words = node.value.elts
        yield from _name_of(words[0]) if any(_text(word).startswith("-") for word in words) else ()
    if isinstance(node, ast.Call) and node.args:
        first, function = node.args[0], ast.unparse(node.func)
        if (function.startswith("subprocess.") or function == "run") and isinstance(first, ast.List):
            yield from _name_of(first.elts[0])
        if function == "shutil.which":
            yield from _name_of(first)


def _name_of(node: ast.AST) -> list[str]:
    return re.findall(r"^[a-z][\w-]*$", _text(node))


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def missing(files: dict[str, str], script: str) -> dict[str, set[str]]:
    """The programs of ``files`` that ``script`` neither looks for nor installs, by file."""
    without = {
        path: {name for name in programs(text) - ALWAYS if not re.search(rf"\b{name}\b", script)}
        for path, text in files.items()
    }
    return {path: names for path, names in without.items() if names}


def python_files() -> dict[str, str]:
    """The texts of those that may start a program, by their paths."""
    folders = (ROOT / "tests", ROOT / "macros")
    texts = {path: path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py")}
    return {str(path.relative_to(ROOT)): text for path, text in texts.items() if STARTS.search(text)}


def test_every_program_that_is_started_is_one_that_the_set_up_looks_for() -> None:
    files = python_files()
    started = set[str]().union(*map(programs, files.values()))

    assert {"soffice", "pdftotext", "hunspell", "nginx", "apache2", "node"} <= started
    assert missing(files, SET_UP.read_text("utf-8")) == {}


def test_a_program_that_the_set_up_does_not_know_is_found_however_it_is_started() -> None:
    planted = {
        "run.py": 'subprocess.run(["mutool", path], check=True)',
        "command.py": 'command = ["qpdf", "--check", path]',
        "which.py": 'if shutil.which("gs"): pass',
        "known.py": 'subprocess.run(["git", "log"])\nshutil.copy("file", "other")',
    }

    assert missing(planted, "command -v soffice") == {"run.py": {"mutool"}, "command.py": {"qpdf"}, "which.py": {"gs"}}
