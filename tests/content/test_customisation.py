"""The five verbs of an edition, in what is read: replace, add, hide, and items added to a checklist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.customisation.overlay import find_lists
from macros.content.editions import read_edition
from macros.content.library import Library
from macros.content.outline import Step, nav_paths
from macros.core.fingerprints import fingerprint
from macros.core.problems import ContentError
from tests.support.lent_folder import LentFolder
from tests.support.westhaven import OWN, change, put, read, told


def test_a_fingerprint_does_not_depend_on_the_editor() -> None:
    first = fingerprint("a\nb\n")

    assert first == fingerprint("\ufeffa  \r\nb\t\r\n\r\n") == fingerprint("a\rb")
    assert first != fingerprint("a\nc\n")
    assert len(first) == len("sha256:") + 64


def replacing_what_is_there(project: Path) -> Path:
    """The project, whose invented edition replaces the page of roles as it is today."""
    replacement = project / OWN / "docs/roles.md"
    today = fingerprint((project / "docs/roles.md").read_text("utf-8"))
    replacement.write_text(
        re.sub(r"(?m)^replaces: .*$", f"replaces: {today}", replacement.read_text("utf-8"), count=1), "utf-8"
    )
    return project


@pytest.fixture(scope="module")
def heavy(lent_project: LentFolder) -> Library:
    """The invented edition that uses every verb, only read."""
    return read(replacing_what_is_there(lent_project.lend()))


def test_what_was_replaced_is_known_with_its_original(heavy: Library) -> None:
    page, checklist, worksheet = heavy.replaced

    assert (page.kind, page.path, page.original) == ("page", "roles.md", "docs/roles.md")
    assert page.file == "editions/westhaven/docs/roles.md"
    assert page.recorded_hash == page.current_hash and not page.changed and not page.gone
    assert (checklist.kind, checklist.path, checklist.recorded_hash) == (
        "checklist",
        "checklists/find-the-key-partners.yml",
        None,
    )
    assert not checklist.changed, "nobody knows, so nothing is claimed"
    assert (worksheet.path, worksheet.changed) == ("worksheets/partner-map.yml", True)


def test_a_change_of_the_original_is_seen(project: Path) -> None:
    replacing_what_is_there(project)
    assert "roles.md" not in [replaced.path for replaced in read(project).replaced if replaced.changed]

    change(project / "docs/roles.md", "reviewed:", "reviewed: # again\n ")

    assert "roles.md" in [replaced.path for replaced in read(project).replaced if replaced.changed]


def test_curly_quotation_marks_alone_are_no_change_of_the_original(project: Path) -> None:
    page = project / "docs/roles.md"
    page.write_text(page.read_text("utf-8") + 'Ask "who else?".\n', "utf-8")
    replacing_what_is_there(project)

    for words, changed in (("Ask “who else?”.", False), ("Ask “who next?”.", True)):
        page.write_text(re.sub(r"Ask [\"“]who .*", words, page.read_text("utf-8")), "utf-8")
        assert ("roles.md" in [replaced.path for replaced in read(project).replaced if replaced.changed]) is changed


def test_a_replacement_outlives_its_original(project: Path) -> None:
    (project / "docs/roles.md").unlink()
    change(project / "mkdocs.yml", "      - roles.md\n", "")
    for page in (project / "docs").rglob("*.md"):  # upstream would fix its links
        page.write_text(page.read_text("utf-8").replace("roles.md", "about.md"), "utf-8")

    library = read(project)

    assert [(entry.path, entry.gone, entry.changed) for entry in library.replaced if entry.kind == "page"] == [
        ("roles.md", True, True)
    ]
    assert "roles.md" in nav_paths(library.nav)


def test_a_page_of_its_own_comes_after_the_page_that_it_names(heavy: Library) -> None:
    order = list(nav_paths(heavy.nav))

    assert order.index("our-network.md") == order.index("focus/bring-partners-in.md") + 1
    assert {"ours": ["ours/index.md", "ours/tablets.md"]} in heavy.nav  # a folder of its own is a section
    stage = next(section for section in heavy.nav if isinstance(section, dict) and "focus" in section)
    assert "our-network.md" not in stage["focus"]  # another folder than the stage's


def test_a_step_of_its_own_is_numbered_in_its_stage(project: Path) -> None:
    original = (project / "docs/focus/choose-the-community.md").read_text("utf-8")
    put(project, "docs/focus/walk-the-quay.md", original.replace("\nreviewed", "\nafter: focus/index.md\nreviewed", 1))

    step = read(project).outline.find("focus/walk-the-quay.md")

    assert isinstance(step, Step) and step.number == 1 and step.stage and step.stage.number == 1


def test_own_worksheets_and_packs_find_their_place(heavy: Library) -> None:
    step = heavy.outline.find("focus/choose-the-community.md")

    assert isinstance(step, Step) and step.front_matter.worksheets[-1] == "quay-walk"
    assert (heavy.groups[-1].title, heavy.groups[-1].packs) == ("For the Isle of Barrow and Westhaven", ["one-island"])


def test_lists_are_laid_over_entry_by_entry(heavy: Library) -> None:
    assert heavy.sources["harbour-log"].year == 2026
    assert "launch" in heavy.sources


def test_items_are_added_to_a_checklist_where_they_say(heavy: Library) -> None:
    ids = [item.id for item in heavy.checklists["choose-the-community"].shown]

    assert ids[1:3] == ["two-voices", "our-quay"]
    assert ids[-1] == "our-board"
    assert len(ids) == 9


def test_a_retired_item_is_not_shown_and_keeps_its_id(project: Path) -> None:
    original = project / "templates/checklists/choose-the-community.yml"
    change(original, "{id: two-voices,", "{id: two-voices, retired_in: 1.2.0,")

    ids = [item.id for item in read(project).checklists["choose-the-community"].shown]
    assert "two-voices" not in ids and "our-quay" in ids

    change(project / OWN / "templates/checklists/choose-the-community.yml", "id: our-quay", "id: two-voices")
    assert "The item id “two-voices” is taken." in told(project)


def test_steps_close_up_round_a_hidden_one(heavy: Library) -> None:
    assert heavy.hidden["focus/understand-the-approach.md"].startswith("Our partners")
    assert heavy.outline.find("focus/understand-the-approach.md") is None
    first = heavy.outline.stages[0].steps[0]
    assert (first.path, first.number) == ("focus/choose-the-community.md", 1)
    assert not set(heavy.hidden) & set(nav_paths(heavy.nav))
    assert all(use.step not in heavy.hidden for pack in heavy.packs.values() for use in pack.steps)


def test_a_worksheet_of_hidden_steps_alone_goes_with_them(heavy: Library) -> None:
    assert "readiness-check" in heavy.unused_worksheets and "readiness-check" not in heavy.worksheet_order()
    assert all("readiness-check" not in pack.worksheets for pack in heavy.packs.values())


def test_an_edition_that_rewrote_a_step_may_use_less(project: Path) -> None:
    step = (project / "docs/sustain.md").read_text("utf-8")
    put(project, "docs/sustain.md", step.replace("checklist: sustain", "checklist: share-results"))

    assert "sustain" in read(project).checklists  # nobody uses the toolkit's now, and that is no fault


def test_what_it_wrote_itself_and_nobody_uses_is_told_all_the_same(project: Path) -> None:
    put(project, "docs/sustain.md", (project / "docs/sustain.md").read_text("utf-8"))
    put(
        project,
        "templates/checklists/lost.yml",
        "title: Lost\nitems: [{id: a, text: A.}, {id: b, text: B.}, {id: c, text: C.}]\n",
    )

    assert "No step uses editions/westhaven/templates/checklists/lost.yml" in told(project)


def test_an_editions_entries_lie_over_the_toolkits(tmp_path: Path) -> None:
    for folder in ("templates", "editions/x/templates"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.yml").write_text("x", "utf-8")
    ours = "editions/x/templates/a.yml"

    assert [overlay.file for overlay in find_lists(tmp_path, "x", "templates/a.yml")] == ["templates/a.yml", ours]
    assert [overlay.own for overlay in find_lists(tmp_path, "y", "templates/a.yml")] == [False]


def test_what_takes_a_steps_place_is_a_step(project: Path) -> None:
    put(project, "docs/sustain.md", PAGE.format(more=""))

    assert "“checklist” is missing" in told(project)


def test_what_replaces_and_cannot_be_read_is_told_alone_and_not_who_misses_it(project: Path) -> None:
    broken = {
        "docs/focus/choose-the-community.md": "---\ntitle: A\n---\n\n# A\n",
        "templates/worksheets/partner-map.yml": "title: 1\n",
        "templates/papers/committee-paper.yml": "headings: []\n",
        "templates/packs/small-team.yml": "title: A\n",
    }
    for path, text in broken.items():
        put(project, path, text)

    with pytest.raises(ContentError) as problems:
        read(project)

    assert {problem.file for problem in problems.value.problems} == {f"{OWN}/{path}" for path in broken}


PAGE = "---\ntitle: A\ndescription: B\nreviewed: 2026-11-24\n{more}---\n\n# A\n"


# Where the fault is, what is written there, what is told, and how to fix it.
FAULTS = [
    ("docs/new.md", PAGE.format(more=""), "so nobody finds it", "such as “after: glossary.md”"),
    ("docs/newer.md", PAGE.format(more="after: rolls.md\n"), "“after” names rolls.md", "Did you mean “roles.md”?"),
    ("docs/newest.md", PAGE.format(more="after: newest.md\n"), "goes in a circle", "of the toolkit"),
    ("docs/plan/far.md", PAGE.format(more="after: roles.md\n"), "is in plan/, and “after” names", "a page of plan/"),
    ("docs/about.md", PAGE.format(more="after: roles.md\n"), "already has that page's place", "Delete the line"),
    ("docs/story.md", PAGE.format(more="replaces: sha256:12\n"), "not a fingerprint", "64 digits"),
    ("notes/focus/chose-the-community.md", "x", "which does not exist", "Did you mean “focus/choose-the-commun"),
    ("templates/checklists/choose-the-comunity.yml", "add: []", "to add to", "Did you mean “choose-the-community”"),
    ("templates/checklists/sustain.yml", "add: []\nitems: []\n", "both “add” and “items”", "Keep “add”"),
    (
        "templates/checklists/share-results.yml",
        "add:\n  - {id: x, text: X., after: embeded}\n",
        "“after” names “embeded”, which is not an item",
        "spelled",
    ),
]
HIDDEN = [
    ("{page: focus/chose-the-community.md, reason: x}", "which is not in docs/", "Did you mean “focus/choose-"),
    ("{page: focus/index.md, reason: x}", "cannot be left out", "Hide the steps"),
    ("{page: cases/coventry.md, reason: x}", "twice", "Keep one"),
]


def test_each_fault_of_a_verb_is_told_and_all_together(project: Path) -> None:
    for path, text, *_ in FAULTS:
        put(project, path, text)
    encoded = project / OWN / "notes/sustain.md"
    encoded.write_bytes("Tŷ ni".encode("cp1252", errors="replace") + b"\xfd")
    for line, *_ in HIDDEN:
        change(project / OWN / "edition.yml", "hide:", f"hide:\n  - {line}")

    faults = told(project).split("\n\n")

    for path, _, message, fix in FAULTS:
        assert any(f"westhaven/{path}" in fault and message in fault and fix in fault for fault in faults), (
            path,
            faults,
        )
    assert any("notes/sustain.md, line 1" in fault and "not saved as UTF-8" in fault for fault in faults)
    for line, message, fix in HIDDEN:
        assert any("edition.yml, line 1" in fault and message in fault and fix in fault for fault in faults), (
            line,
            faults,
        )


@pytest.mark.parametrize(
    ("line", "message", "fix"),
    [
        ("{page: roles.md, reason: ''}", "The reason is empty", "why you leave the page out"),
        ("{page: roles.md}", "“reason” is missing", "reason: …"),
    ],
)
def test_nothing_is_hidden_without_a_reason(project: Path, line: str, message: str, fix: str) -> None:
    change(project / OWN / "edition.yml", "hide:", f"hide:\n  - {line}")

    with pytest.raises(ContentError) as problems:
        read_edition(project, "westhaven")

    assert message in str(problems.value) and fix in str(problems.value) and "line 11" in str(problems.value)


def test_the_toolkits_own_files_say_nothing_that_is_for_editions(project: Path) -> None:
    change(project / "docs/roles.md", "reviewed:", "after: about.md\nreviewed:")

    assert "“after” is for files in editions/" in told(project, "toolkit")
