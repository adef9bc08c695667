"""Several things in one place stand in the order in which they were written, or in one that is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.content.adopters import read_adopters
from macros.content.changelog import Version, newer, read_changelog
from macros.content.customisation.auto_placement import with_own_packs, with_own_worksheets
from macros.content.customisation.checklist_additions import with_additions
from macros.content.customisation.nav_placement import placed
from macros.content.customisation.overlay import OverlayFile, find_files
from macros.content.outline import nav_paths
from macros.content.release import version_key
from macros.core.parsing import ParsedFile, read_yaml
from macros.core.problems import ContentError, Problem, ProblemCollector
from macros.core.validation import validate
from macros.models.packs import Group
from macros.models.pages import Checklist
from tests.support.anytown import GOOD, edition
from tests.support.westhaven import put, read

THREE = {"title": "C", "items": [{"id": name, "text": "T."} for name in ("a", "b", "c")]}


def added(*items: tuple[str, str | None]) -> list[str]:
    """The ids of a checklist of a, b and c with ``items`` added: each an id, and the one that it comes after."""
    checklist = validate(Checklist, ParsedFile("x", THREE), id="x")
    add = [{"id": id, "text": "T.", **({"after": after} if after else {})} for id, after in items]
    return [item.id for item in with_additions(checklist, ParsedFile("y", {"add": add})).items]


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ([("x", "a"), ("y", "a"), ("z", "a")], "a x y z b c"),
        ([("x", None), ("y", None), ("z", None)], "a b c x y z"),
        ([("x", "a"), ("y", "x"), ("z", "a")], "a x y z b c"),
        ([("x", "c"), ("y", "c"), ("z", None)], "a b c x y z"),
        ([("x", "b"), ("y", "a"), ("z", "b")], "a y b x z c"),
        ([("x", "a"), ("y", "x"), ("z", "x"), ("w", "a")], "a x y z w b c"),
    ],
)
def test_items_that_are_added_stand_in_the_order_of_the_file(items: list[tuple[str, str | None]], order: str) -> None:
    result = added(*items)

    assert [name for name in result if name in "abc"] == ["a", "b", "c"]
    assert result == order.split()


def woven(**after: str) -> list[str]:
    """The nav of a, s/index, s/one, b with pages of the edition's own, each after the page that it names."""
    nav = ["a.md", {"s": ["s/index.md", "s/one.md"]}, "b.md"]
    paths = {name.replace("_", "/") + ".md": target for name, target in after.items()}
    pages = {path: OverlayFile(Path(), path, False) for path in nav_paths(nav)}
    pages |= {path: OverlayFile(Path(), path, True) for path in paths}
    files = {path: ParsedFile(path, {"after": target}) for path, target in paths.items()}
    result, problems = placed(nav, pages, files, ["s"])
    assert problems == []
    return list(nav_paths(result))


def test_several_pages_after_one_page_stand_in_the_order_of_their_names() -> None:
    assert woven(z="a.md", x="a.md", y="a.md")[:4] == ["a.md", "x.md", "y.md", "z.md"]
    assert woven(s_z="s/index.md", s_x="s/index.md")[1:5] == ["s/index.md", "s/x.md", "s/z.md", "s/one.md"]


def test_a_page_after_a_page_that_was_placed_stands_right_below_it() -> None:
    assert woven(x="a.md", y="x.md", z="a.md")[:4] == ["a.md", "x.md", "y.md", "z.md"]
    assert woven(x="s/one.md", y="b.md") == ["a.md", "s/index.md", "s/one.md", "x.md", "b.md", "y.md"]


def test_own_packs_stand_in_a_group_at_the_end_in_order() -> None:
    groups = [Group(title="G", packs=["p"])]

    result = with_own_packs(groups, {"p", "z", "b", "a"}, ["a", "b", "lost", "p", "z"], "Ours")

    assert [(group.title, group.packs) for group in result] == [("G", ["p"]), ("Ours", ["a", "b", "z"])]
    assert with_own_packs(groups, {"p"}, ["p"], "Ours") == groups


def test_own_worksheets_stand_after_the_toolkits_in_order(project: Path) -> None:
    sheet = (project / "templates/worksheets/partner-map.yml").read_text("utf-8")
    for name in ("c-sheet", "a-sheet", "b-sheet"):
        put(project, f"templates/worksheets/{name}.yml", sheet)
    step = "focus/find-the-key-partners.md"
    before = list(read(project, "toolkit").front_matters[step].worksheets)  # type: ignore[union-attr]

    library = read(project)

    assert library.front_matters[step].worksheets == [*before, "a-sheet", "b-sheet", "c-sheet"]  # type: ignore[union-attr]
    assert with_own_worksheets(library.front_matters, library.worksheets, ["a-sheet"]) == library.front_matters


def test_worksheets_stand_in_the_order_in_which_steps_first_use_them(project: Path) -> None:
    library = read(project, "toolkit")
    used = [name for step in library.outline.steps() for name in step.front_matter.worksheets]

    assert library.worksheet_order() == sorted(set(used), key=used.index)
    assert library.worksheet_order() != sorted(set(used))


def test_packs_stand_in_the_order_of_their_groups(project: Path) -> None:
    groups = read_yaml(project / "templates/packs/_groups.yml", "x").data

    assert read(project, "toolkit").pack_order() == [name for group in groups for name in group["packs"]]


def test_an_editions_words_for_the_search_come_after_the_toolkits(project: Path) -> None:
    toolkits = read(project, "toolkit").search_words
    page = next(iter(toolkits.pages))
    put(project, "templates/search.yml", f"ignore: [zzz]\npages:\n  {page}: [aaa, zzz]\n")

    words = read(project).search_words

    assert words.pages[page] == [*toolkits.pages[page], "aaa", "zzz"]
    assert words.ignore == [*toolkits.ignore, "zzz"]


def test_editions_that_are_listed_stand_by_place(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD + "listed: true\n")
    (root / "templates/listed").mkdir(parents=True)
    for slug, place in (("a", "zeal"), ("b", "Barrow"), ("c", "ashby")):
        text = (GOOD + "listed: true\n").replace("place: Anytown", f"place: {place}")
        (root / f"templates/listed/{slug}.yml").write_text(text, "utf-8")

    places = [adopter.edition.place for adopter in read_adopters(root, set(), ProblemCollector())]

    assert places == ["Anytown", "ashby", "Barrow", "zeal"]


def test_files_are_read_in_one_order_on_every_computer(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a.md", "B.md", "a/c.md"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")

    assert list(find_files(tmp_path, "x", "docs", ".md")) == sorted(
        ["B.md", "a/c.md", "a/z.md", "a.md", "b.md"], key=lambda name: Path(name)
    )


def test_problems_are_told_by_file_and_line_each_once() -> None:
    problems = [Problem("b.yml", 1, "x", "y"), Problem("a.yml", 10, "x", "y"), Problem("a.yml", 9, "x", "y")]

    assert [(problem.file, problem.line) for problem in ContentError([*problems, problems[0]]).problems] == [
        ("a.yml", 9), ("a.yml", 10), ("b.yml", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("newer_one", "older"), [("1.10.0", "1.9.0"), ("10.0.0", "9.9.9"), ("1.0.10", "1.0.9"), ("1.2.0", "1.1.99")]
)
def test_versions_are_compared_as_numbers(newer_one: str, older: str, tmp_path: Path) -> None:
    new, old = (Version(number, date(2026, 1, 1)) for number in (newer_one, older))
    text = "# Changes\n\n## {}, 2 June 2026\n\n- A.\n\n## {}, 1 June 2026\n\n- B.\n"
    (tmp_path / "right.md").write_text(text.format(newer_one, older), "utf-8")
    (tmp_path / "wrong.md").write_text(text.format(older, newer_one), "utf-8")

    assert version_key(newer_one) > version_key(older)
    assert newer([new, old], old) == [new] and newer([new, old], new) == []
    assert [version.number for version in read_changelog(tmp_path / "right.md")] == [newer_one, older]
    with pytest.raises(ContentError, match="which is not newer"):
        read_changelog(tmp_path / "wrong.md")
