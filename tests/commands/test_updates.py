"""What a new version means for an edition is told by file, in words, and nothing that needs a decision is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.commands import updates
from macros.commands.updates import report
from macros.content.changelog import Line, Version
from macros.content.strings import read_strings
from macros.core.fingerprints import fingerprint
from macros.core.git import GitError, conflicts, edited_outside, files_of
from macros.upgrade.compare import looks
from macros.upgrade.report import Edition, Report
from tests.conftest import ROOT
from tests.support.git import commit, git, repository

WORDS: dict[str, Any] = read_strings(ROOT, "toolkit")["updates"]
OWN = "editions/anytown"
CHECKLIST = "items: [{id: one, text: One.}, {id: two, text: Two.}]"
BEFORE = {"docs/a.md": "# A\n", "docs/b.md": "# B\n", "templates/checklists/a.yml": CHECKLIST}


def tree(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def kinds(tmp_path: Path, editions_own: dict[str, str], newest: dict[str, str]) -> list[tuple[str, str]]:
    """Kind and file of each look; ``newest`` is laid over what was there before, and None takes a file away."""
    here = tree(tmp_path / "here", {**BEFORE, **{f"{OWN}/{name}": text for name, text in editions_own.items()}})
    (here / OWN).mkdir(parents=True, exist_ok=True)
    toolkit = tree(tmp_path / "there", {name: text for name, text in {**BEFORE, **newest}.items() if text != "gone"})
    return [(look.kind, look.file.removeprefix(f"{OWN}/")) for look in looks(here, toolkit, "anytown")]


MOVED = "moved: {a.md: c.md}\n"
GONE = "gone: {a.md: b.md}\n"
OLD = fingerprint("# A\n")


@pytest.mark.parametrize(
    ("editions_own", "newest", "decisions"),
    [
        ({"docs/a.md": "mine"}, {"docs/a.md": "# A, newer\n"}, [("changed", "docs/a.md")]),
        ({"docs/a.md": "mine"}, {"docs/a.md": "\ufeff# A  \r\n"}, []),
        ({"docs/a.md": f"---\nreplaces: {OLD}\n---\n"}, {}, []),
        ({"docs/a.md": f"---\nreplaces: sha256:{'0' * 64}\n---\n"}, {}, [("changed", "docs/a.md")]),
        ({"docs/a.md": "mine"}, {"docs/a.md": "gone"}, [("dropped", "docs/a.md")]),
        ({"docs/a.md": "mine"}, {"docs/a.md": "gone", "templates/moved.yml": GONE}, [("gone", "docs/a.md")]),
        (
            {"docs/a.md": "mine"},
            {"docs/a.md": "gone", "docs/c.md": "# A\n", "templates/moved.yml": MOVED},
            [("moved", "docs/a.md")],
        ),
        (
            {"docs/a.md": "mine"},
            {"docs/a.md": "gone", "docs/c.md": "# A, newer\n", "templates/moved.yml": MOVED},
            [("changed", "docs/a.md"), ("moved", "docs/a.md")],
        ),
        ({"docs/ours.md": "mine"}, {"docs/ours.md": "theirs"}, [("same_name", "docs/ours.md")]),
        ({"docs/ours.md": "---\nafter: b.md\n---\n"}, {}, []),
        (
            {"docs/ours.md": "---\nafter: a.md\n---\n"},
            {"docs/a.md": "gone", "docs/c.md": "# A\n", "templates/moved.yml": MOVED},
            [("names", "docs/ours.md")],
        ),
        ({"notes/a.md": "mine"}, {"docs/a.md": "# A, newer\n"}, []),
        ({"notes/a.md": "mine"}, {"docs/a.md": "gone"}, [("note_dropped", "notes/a.md")]),
        ({"notes/a.md": "mine"}, {"docs/a.md": "gone", "templates/moved.yml": GONE}, [("note_gone", "notes/a.md")]),
        (
            {"notes/a.md": "mine"},
            {"docs/a.md": "gone", "docs/c.md": "# A\n", "templates/moved.yml": MOVED},
            [("note_moved", "notes/a.md")],
        ),
        ({"edition.yml": "hide: [{page: b.md, reason: x}]"}, {}, []),
        ({"edition.yml": "hide: [{page: a.md, reason: x}]"}, {"docs/a.md": "gone"}, [("hidden_gone", "edition.yml")]),
        (
            {"edition.yml": "hide: [{page: a.md, reason: x}]"},
            {"docs/a.md": "gone", "docs/c.md": "# A\n", "templates/moved.yml": MOVED},
            [("hidden_moved", "edition.yml")],
        ),
        (
            {"templates/checklists/a.yml": CHECKLIST},
            {"templates/checklists/a.yml": CHECKLIST.replace("Two.", "Two., retired_in: 2.0.0")},
            [("changed", "templates/checklists/a.yml"), ("retired", "templates/checklists/a.yml")],
        ),
        (
            {"templates/checklists/a.yml": CHECKLIST},
            {"templates/checklists/a.yml": "gone"},
            [("dropped", "templates/checklists/a.yml")],
        ),
        ({"templates/checklists/a.yml": "add: []"}, {"templates/checklists/a.yml": CHECKLIST + "\n# new"}, []),
        (
            {"templates/checklists/a.yml": "add: []"},
            {"templates/checklists/a.yml": "gone"},
            [("list_gone", "templates/checklists/a.yml")],
        ),
        ({"templates/packs/ours.yml": "a: 1"}, {}, []),
        (
            {"templates/packs/ours.yml": "steps: [{step: a.md, why: x}]"},
            {"docs/a.md": "gone", "templates/moved.yml": GONE},
            [("names_gone", "templates/packs/ours.yml")],
        ),
        ({"docs/a.md": f"---\nreplaces: {OLD}\n---\n"}, {"docs/a.md": "gone"}, [("kept", "docs/a.md")]),
        (
            {"docs/a.md": "---\nbroken: [\n---\n", "edition.yml": "\t:"},
            {"docs/a.md": "# A, newer\n"},
            [("changed", "docs/a.md")],
        ),
    ],
)  # fmt: skip
def test_each_thing_to_decide_is_found(
    tmp_path: Path, editions_own: dict[str, str], newest: dict[str, str], decisions: list[tuple[str, str]]
) -> None:
    assert kinds(tmp_path, editions_own, newest) == decisions


def test_every_kind_of_look_has_its_words(tmp_path: Path) -> None:
    code = "".join((ROOT / f"macros/upgrade/{room}.py").read_text("utf-8") for room in ("compare", "trial"))

    assert len(WORDS["looks"]) >= 13
    assert [kind for kind in WORDS["looks"] if f'"{kind}"' not in code] == []


def version(number: str, *lines: Line) -> Version:
    return Version(number, date(2027, 5, 3), "A lead.", list(lines))


NEW = version(
    "1.2.0",
    Line("[A](docs/a.md): shorter.", "By step", ("a.md",)),
    Line("[B](docs/b.md): longer & <better>.", "By step", ("b.md",)),
    Line("Something [outside](https://example.org)."),
)


def anytown(**more: Any) -> Edition:
    return Edition(
        **{"slug": "anytown", "council": "Any & Town", "hidden": set(), "replaced": set(), "looks": [], **more}
    )


def test_lines_about_hidden_steps_are_left_out_and_own_versions_are_marked() -> None:
    edition = anytown(hidden={"a.md"}, replaced={"b.md"})
    text = Report(version("1.1.0"), [NEW], [edition], {}, [], "https://github.com/x/y").markdown(WORDS)

    assert "[A]" not in text
    assert "[B](https://github.com/x/y/blob/HEAD/docs/b.md): longer & <better>. (You have" in text
    assert "Something [outside](https://example.org)." in text
    assert "Version 1.2.0 of the toolkit is out. You have 1.1.0." in text
    assert "“Sync fork”" in text and "Never press a button that begins with “Discard”" in text


def test_without_a_known_address_no_link_leads_nowhere() -> None:
    text = Report(version("1.1.0"), [NEW], [anytown()], {"docs/a.md": True, "docs/b.md": False}, []).markdown(WORDS)

    assert "- A: shorter." in text and "](docs" not in text and "- `docs/a.md`" in text
    assert "- `docs/b.md`: you and the toolkit both have a file of this name." in text


def test_a_fork_that_is_up_to_date_is_quiet() -> None:
    report = Report(version("1.2.0"), [], [anytown()], {}, [])

    assert report.quiet
    assert "You have the newest version, 1.2.0." in report.markdown(WORDS)
    assert "Sync fork" not in report.markdown(WORDS)


def test_git_says_what_was_edited_and_what_would_clash(tmp_path: Path, programs: None) -> None:
    upstream, fork = (
        tree(tmp_path / "up", {"docs/a.md": "a\n", "docs/Tŷ b.md": "b\n", "docs/c.md": "c\n"}),
        tmp_path / "fork",
    )
    git(tmp_path, "clone", "-q", str(repository(upstream)), str(fork))
    tree(
        fork,
        {
            "docs/a.md": "mine\n",
            "docs/Tŷ b.md": "mine\n",
            "editions/x/a.md": "own\n",
            "own.txt": "own\n",
            "docs/d.md": "ours\n",
        },
    )
    (fork / "docs/c.md").unlink()
    commit(fork, "mine")
    tree(upstream, {"docs/a.md": "theirs\n", "docs/d.md": "new\n"})
    commit(upstream, "two")
    git(fork, "fetch", "-q", "origin")

    assert edited_outside(fork, "origin/main") == {
        "docs/Tŷ b.md": True, "docs/a.md": True, "docs/c.md": True, "docs/d.md": False,
    }  # fmt: skip
    assert conflicts(fork, "origin/main") == ["docs/a.md", "docs/d.md"]
    files_of(fork, "origin/main", tree(tmp_path / "out", {"x": ""}))
    assert (tmp_path / "out/docs/a.md").read_text("utf-8") == "theirs\n"
    with pytest.raises(GitError, match="no-such"):
        files_of(fork, "no-such", tmp_path / "out")


def test_folders_that_are_no_editions_are_not_told_of(tmp_path: Path, programs: None) -> None:
    names = ("toolkit", "anytown", ".x", "_x")
    changes = "# Changes\n\n## 1.0.0, 1 June 2026\n\n- A first line.\n"
    files = {"CHANGELOG.md": changes, **{f"editions/{name}/edition.yml": "council: X\n" for name in names}}
    root = repository(tree(tmp_path / "fork", files))

    assert [edition.slug for edition in report(root, "HEAD").editions] == ["anytown"]


@pytest.mark.parametrize(("settings", "council"), [("council: Anytown Council", "Anytown Council"), ("[", "anytown")])
def test_an_edition_whose_settings_cannot_be_read_goes_by_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, council: str
) -> None:
    monkeypatch.setattr(updates, "tried", lambda *_: [])
    here = tree(tmp_path / "here", {**BEFORE, f"{OWN}/edition.yml": f"{settings}\n"})

    assert updates._edition(here, tree(tmp_path / "there", BEFORE), "anytown").council == council
