"""Biome, which `make test` runs over scripts and styles, finds the faults that it is there for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

BIOME = ROOT / "node_modules/.bin/biome"
TOLD = re.compile(r"^(overrides/\S+\.\w+)\S* (\S+)", re.M)  # "overrides/one.js:2:10 lint/suspicious/noConsole ━━━"
SOUND = "export function one(a) {\n  return a === 1;\n}\n"
FAULTS = {
    "js/search/undeclared.js": ("noUndeclaredVariables", "export function one() {\n  return lost;\n}\n"),
    "js/search/unused.js": ("noUnusedVariables", "export function one(a) {\n  const b = 1;\n  return a;\n}\n"),
    "js/search/imported.js": ("noUnusedImports", 'import { a } from "./a.js";\n\nexport const b = 1;\n'),
    "js/search/equal.js": ("noDoubleEquals", "export const one = (a) => a == 1;\n"),
    "js/search/console.js": ("noConsole", "export function one() {\n  console.log(1);\n}\n"),
    "js/search/changed.js": ("noConstAssign", "const one = 1;\none = 2;\nexport { one };\n"),
    "js/search/broken.js": ("parse", "export function one( {\n"),
    "js/search/long.js": ("format", f"export const one = [{', '.join(['1'] * 60)}];\n"),
    "css/property.css": ("noUnknownProperty", ".one {\n  colour: red;\n}\n"),
    "css/broken.css": ("parse", ".one {\n  color: #ggg;\n"),
    "css/empty.css": ("noEmptyBlock", ".one {\n}\n"),
    "css/state.css": ("noUnknownPseudoClass", "a:hoover {\n  color: red;\n}\n"),
    "css/unit.css": ("noUnknownUnit", ".one {\n  width: 10pixels;\n}\n"),
    "css/one-line.css": ("format", ".one { color: red; background: blue }\n"),
}


def told_by_biome(folder: Path, files: dict[str, str]) -> dict[str, set[str]]:
    """Which rules of ours each of these ``files``, by their path below overrides/assets/, breaks."""
    shutil.copy(ROOT / "biome.jsonc", folder)
    for name, text in files.items():
        path = folder / "overrides/assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    # Node.js may be the one that set-up.sh put beside Python.
    env = {**os.environ, "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"}
    command = [str(BIOME), "check", "--colors=off", "--max-diagnostics=none"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=env, check=False)
    rules: dict[str, set[str]] = {}
    for path, rule in TOLD.findall(done.stdout + done.stderr):
        rules.setdefault(path.removeprefix("overrides/assets/"), set()).add(rule.split("/")[-1])
    return rules


def test_each_fault_is_found_where_it_stands(tmp_path: Path, programs: None) -> None:
    rules = told_by_biome(tmp_path, {name: text for name, (_, text) in FAULTS.items()})

    assert {name: rule for name, (rule, _) in FAULTS.items() if rule not in rules.get(name, set())} == {}


def test_what_is_sound_or_not_ours_is_not_a_fault(tmp_path: Path, programs: None) -> None:
    sound = {"js/search/one.js": SOUND, "css/one.css": ".one {\n  color: red;\n}\n"}
    theirs = {"js/vendor/theirs/theirs.js": FAULTS["js/search/unused.js"][1]}
    assert told_by_biome(tmp_path, {**sound, **theirs}) == {}
