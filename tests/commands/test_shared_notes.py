"""The weekly question what editions share: answers are checked, written down, and left for a person to merge."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.commands.shared_notes import Fetch, collect, fetch, main, report
from macros.content.adopters import Adopter
from macros.content.library import Library
from macros.core.parsed_files import ParsedFiles
from macros.core.validation import validate
from macros.models.editions import Edition
from macros.models.shared_notes import SharedNotes
from tests.conftest import ROOT
from tests.support.anytown import GOOD, edition
from tests.support.git import git, repository
from tests.support.workflows import fake_gh, run_step, steps

SITE = 'site: {url: "https://anytown.example/toolkit/"}\nlisted: true\n'
STEP = "focus/choose-the-community.md"
FILE = "templates/shared/anytown.yml"
NOTE = {"step": STEP, "text": "We asked <parish> clerks first.", "day": "2026-11-30"}


@pytest.fixture
def listed(library: Library, tmp_path: Path) -> Library:
    """A toolkit that lists one edition, which gives its address."""
    root = edition(tmp_path, GOOD + SITE)
    files = ParsedFiles(root)
    anytown = validate(Edition, files.yaml("editions/anytown/edition.yml"), slug="anytown")
    return replace(library, root=root, listed=[Adopter(anytown, 18)])


def says(*notes: object) -> Fetch:
    return lambda _: json.dumps({"edition": "anytown", "shares": [*notes]}).encode()


def test_what_an_edition_shares_is_written_down_for_a_person(listed: Library) -> None:
    asked: list[str] = []

    def ask(url: str) -> bytes:
        asked.append(url)
        return says(NOTE)(url)

    collected = collect(listed, ask)

    assert asked == ["https://anytown.example/toolkit/edition.json"]
    assert collected.problems == [] and [*collected.files] == [FILE]
    (listed.root / "templates/shared").mkdir(parents=True)
    (listed.root / FILE).write_text(str(collected.files[FILE]), "utf-8")
    shared = validate(SharedNotes, ParsedFiles(listed.root).yaml(FILE))
    assert (shared.council, shared.place_kind) == ("Anytown Council", "town")
    assert shared.notes[0].text == NOTE["text"]
    assert collect(listed, says(NOTE)).files == {}  # nothing new the week after
    assert collect(listed, says()).files == {FILE: None}  # and what is taken away goes


def test_who_says_it_is_told_by_the_list_and_not_by_the_answer(listed: Library) -> None:
    claim = {"council": "Leeds City Council", "place_kind": "city", "address": "https://leeds.example/"}
    answer = json.dumps({"edition": "anytown", "shares": [NOTE], **claim}).encode()

    text = str(collect(listed, lambda _: answer).files[FILE])

    assert "council: Anytown Council" in text and not any(value in text for value in claim.values())


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (says({**NOTE, "step": "roles.md"}), "roles.md is not a step"),
        (says({**NOTE, "day": "soon"}), "“soon” is no day"),
        (says({**NOTE, "text": "x" * 400}), "400 letters"),
        (says({**NOTE, "link": "https://elsewhere.example"}), "“link” is not a key"),
        (says("a text"), "edition.json of anytown"),
        (lambda _: b'{"shares": "yes"}', "edition.json of anytown"),
        (lambda _: b"[]", "does not hold what an edition.json holds"),
        (lambda _: b"<html>", "Expecting value"),
    ],
)
def test_an_answer_that_is_not_right_is_told_and_changes_nothing(listed: Library, ask: Fetch, message: str) -> None:
    collected = collect(listed, ask)

    assert collected.files == {}
    assert (
        len(collected.problems) == 1
        and message in collected.problems[0]
        and collected.problems[0].startswith("Anytown Council: ")
    )
    assert message in report(collected)


def test_a_site_that_does_not_answer_is_told(listed: Library) -> None:
    def ask(_: str) -> bytes:
        raise OSError("no route to host")

    assert collect(listed, ask).problems == ["Anytown Council: no route to host"]
    with pytest.raises(OSError, match="https"):
        fetch("http://anytown.example/edition.json")


@pytest.mark.usefixtures("programs")
def test_the_workflow_lays_it_before_a_person_and_merges_nothing(tmp_path: Path) -> None:
    root, bare = tmp_path / "toolkit", tmp_path / "bare"
    (root / ".cache").mkdir(parents=True)
    (root / ".gitignore").write_text(".cache/\n", "utf-8")
    shutil.copytree(ROOT / "macros/commands", root / "macros/commands", ignore=shutil.ignore_patterns("__pycache__"))
    repository(root)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(root, "remote", "add", "origin", str(bare))
    git(root, "push", "-q", "origin", "main")
    (root / "templates/shared").mkdir(parents=True)
    (root / FILE).write_text("council: X\n", "utf-8")
    (root / ".cache/shared-notes.md").write_text("Anytown shares a note.\n", "utf-8")
    given = {
        **fake_gh(tmp_path, "echo $* >> $ASKED; case $* in *hasIssuesEnabled*) echo true;; esac"),
        "ASKED": str(tmp_path / "asked"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "NEW": "1",
        "GITHUB_SERVER_URL": "https://github.example", "GITHUB_REPOSITORY": "toolkit/toolkit", "GH_REPO": "t/t",
    }  # fmt: skip

    for name, step in steps("shared-notes.yml", "ask").items():
        if name not in ("Get ready", "Ask each for its edition.json"):
            run_step(step, root, given)

    assert git(bare, "show", "--name-only", "--format=", "shared-notes") == FILE
    assert FILE not in git(bare, "ls-tree", "-r", "--name-only", "main")
    assert "compare/shared-notes?expand=1" in (tmp_path / "summary").read_text("utf-8")
    assert "issue create --title Notes that editions share" in (tmp_path / "asked").read_text("utf-8")


def test_the_command_writes_and_takes_away(listed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.commands.shared_notes.read_library", lambda *_: listed)
    monkeypatch.setattr("macros.commands.shared_notes.read_nav", lambda _: [])

    assert main(listed.root, says(NOTE)) == 1
    assert yaml.safe_load((listed.root / FILE).read_text("utf-8"))["notes"][0]["step"] == STEP
    assert STEP in (listed.root / ".cache/shared-notes.md").read_text("utf-8")
    assert main(listed.root, says(NOTE)) == 0
    assert main(listed.root, says()) == 1 and not (listed.root / FILE).exists()
