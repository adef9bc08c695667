"""No script writes markup: what is typed, kept or fetched goes into a page as text, by the scripts' own means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.builds import ROOT

SCRIPTS = ROOT / "overrides/assets/js"
WRITES = re.compile(
    r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bsetHTML\w*|\bcreateContextualFragment\b|\bsrcdoc\b"
    r"|\bdocument\s*\.\s*write|\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]|\bjavascript:"
    r"|\bsetAttribute(?:NS)?\s*\([^)]*[\"'`]on[a-z]+[\"'`]|\[\s*[\"'`](?:inner|outer)"
)
READERS = {
    "pack-builder/pages.js",
    "shared/xml-part.js",
    "worksheet/cells.js",
    "bring-in/sheets.js",
    "bring-in/xml.js",
    "edition-form/logo-picture.js",
}  # they read a page, a file of the site's own or one that somebody dropped, and run nothing


def written(folder: Path) -> dict[str, str]:
    """Every script that is ours, by its path."""
    scripts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.js")}
    return {path: text for path, text in scripts.items() if not path.startswith("vendor/")}


def markup_faults(scripts: dict[str, str]) -> list[str]:
    """Where a script writes markup, runs text as a script, or reads markup without need."""
    problems = [f"{path}: {call}" for path, text in scripts.items() for call in WRITES.findall(text)]
    return problems + [
        f"{path}: DOMParser" for path, text in scripts.items() if "DOMParser" in text and path not in READERS
    ]


def test_no_script_writes_markup_or_runs_text() -> None:
    scripts = written(SCRIPTS)
    assert len(scripts) > 45 and set(scripts) >= READERS
    joining = {path.name: path.read_text("utf-8") for path in (ROOT / "macros/views/bundler").glob("joined-*.js")}
    assert markup_faults({**scripts, **joining}) == []


@pytest.mark.parametrize(
    "planted",
    [
        "figure.innerHTML = name;",
        "one.outerHTML = `<b>${name}</b>`;",
        'list["innerHTML"] = name;',
        'list.insertAdjacentHTML("beforeend", name);',
        "document.write(name);",
        "range.createContextualFragment(name);",
        "frame.srcdoc = name;",
        "place.setHTMLUnsafe(name);",
        "eval(name);",
        'new Function("x", name);',
        'setTimeout("run()", 5);',
        'link.href = "javascript:run()";',
        'button.setAttribute("onclick", name);',
        "new DOMParser().parseFromString(name, type);",
    ],
)
def test_a_script_that_writes_markup_is_found(tmp_path: Path, planted: str) -> None:
    for name in ("vendor/theirs.js", "ours/one.js"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(f"export function one(name) {{\n  {planted}\n}}\n", "utf-8")
    problems = markup_faults(written(tmp_path))
    assert problems and all(problem.startswith("ours/one.js: ") for problem in problems)


def test_what_writes_text_is_not_a_fault() -> None:
    sound = 'made.textContent = words; made.setAttribute("aria-label", one); setTimeout(() => tell()); evaluated(html)'
    assert markup_faults({"one.js": sound, "pack-builder/pages.js": "new DOMParser()"}) == []
