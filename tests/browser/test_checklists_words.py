"""Every word that the scripts of checklists say is there, for an edition to change."""

from __future__ import annotations

import re
from pathlib import Path

from macros.content.library import Library
from tests.support.builds import ROOT

SCRIPTS = ROOT / "overrides/assets/js/checklist"
CALL = re.compile(r"\b(?:tell|say|announce)\(([^,)]*)")
WRONG = re.compile(r'wrong: "(\w+)"')


def missing(scripts: list[str], words: set[str]) -> set[str]:
    """The words that ``scripts`` say and that are not among ``words``."""
    used = {word for text in scripts for call in CALL.findall(text) for word in re.findall(r'"(\w+)"', call)}
    return (used | {word for text in scripts for word in WRONG.findall(text)}) - words


def read() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(Path(SCRIPTS).glob("*.js"))]


def test_every_word_that_is_said_is_there(library: Library) -> None:
    words = {**library.strings["checklist"]["said"], **library.strings["progress_page"]["said"]}
    assert missing(read(), set(words)) == set()
    # autosave.js says these of its own accord.
    assert {"keeping", "off_elsewhere", "kept_again", "blocked", "full", "damaged", "newer"} <= set(words)


def test_a_word_that_is_missing_is_found() -> None:
    scripts = ['tell(on ? "here" : "lost", { x })', 'return { wrong: "file_bad" };', 'announce("said_one")']
    assert missing(scripts, {"here"}) == {"lost", "file_bad", "said_one"}


# A file's name that a script makes of words: "`${name}-my-answers`", or `"checklists-" +`.
NAMED = re.compile(r"""\}-[a-z]|["'`][a-z]+-["'`]\s*\+""")


def test_scripts_name_files_in_the_words_of_the_site() -> None:
    parts_by_script = {path.name: NAMED.findall(path.read_text("utf-8")) for path in SCRIPTS.parent.glob("[cw]*/*.js")}
    assert len(parts_by_script) > 20 and {name: parts for name, parts in parts_by_script.items() if parts} == {}
    assert NAMED.search("download(`${name}-my-answers.csv`)") and NAMED.search('"checklists-" + slug')


def test_the_page_tells_that_a_browser_may_forget_and_what_to_do(library: Library) -> None:
    for part in ("checklist", "worksheet_page"):
        help_text = library.strings[part]["keep_help"] + library.strings[part].get("file_help", "")
        assert "after seven days without a visit" in help_text and "save to a file" in help_text
