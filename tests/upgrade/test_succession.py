"""Councils are merged, split and renamed, with real git: nothing that was written is lost, and each clash is listed."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.commands.inherit import main
from macros.content.customisation.inherited import inherited_problems, read_inherited
from macros.content.customisation.selection import choose
from macros.content.editions import read_edition
from macros.content.library import Library
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ContentError
from macros.pages.notes import with_note
from macros.readiness.finding import Teller
from macros.readiness.inherited import undecided
from macros.scaffold.inherit import inherit
from tests.conftest import copy_project, quick_build
from tests.support.anytown import GOOD
from tests.support.git import commit, git, repository
from tests.support.parsed import page_at

pytestmark = pytest.mark.usefixtures("programs")

NOTE = "notes/focus/choose-the-community.md"
OLD = {
    "craven": {NOTE: "We ask at the mart.\n", "docs/hubs.md": "# Hubs in Craven\n", "notes/roles.md": "Same.\n"},
    "harrogate": {NOTE: "We ask at the library.\n", "docs/hubs.md": "# Our hubs\n", "notes/roles.md": "Same. \n"},
    "ryedale": {"notes/sustain.md": "Go on.\n", "templates/worksheets/walk.yml": "title: Walk\n"},
}


def settings(slug: str, more: str = "") -> str:
    return GOOD.replace("Anytown Council", f"{slug.title()} Council") + more


def write(root: Path, slug: str, files: dict[str, str], more: str = "") -> None:
    needed = {"edition.yml": settings(slug, more), "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    for name, text in (needed | files).items():
        path = root / "editions" / slug / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository for each old council, as each has its own fork."""
    folder = tmp_path_factory.mktemp("old")
    for slug, files in OLD.items():
        write(folder / slug, slug, files)
        repository(folder / slug)
    return folder


@pytest.fixture
def forks(repositories: Path, tmp_path: Path) -> dict[str, Path]:
    """A copy of each old council's repository."""
    shutil.copytree(repositories, tmp_path, dirs_exist_ok=True)
    return {slug: tmp_path / slug for slug in OLD}


def follows(forks: dict[str, Path], new: str, *old: str, files: dict[str, str] | None = None) -> Path:
    """The new council's repository, with the old councils' folders fetched from their own, and its list of them."""
    root = forks[old[0]].parent / f"repository-of-{new}"
    write(root, new, files or {}, f"succeeds: [{', '.join(old)}]\n")
    repository(root)
    for slug in old:
        git(root, "fetch", "-q", str(forks[slug]), "main")
        git(root, "checkout", "-q", "FETCH_HEAD", "--", f"editions/{slug}")
    commit(root, "The editions before ours")
    return root


def texts(root: Path, slug: str) -> set[str]:
    """Every text below the new edition, however its lines end."""
    paths = (root / "editions" / slug).rglob("*")
    return {path.read_text("utf-8").strip() for path in paths if path.is_file()}


def test_a_merged_council_that_is_merged_again_hands_on_what_nobody_had_decided(forks: dict[str, Path]) -> None:
    root = follows(forks, "dales", "craven", "harrogate")
    inherit(root, "dales")
    write(root, "yorkshire", {NOTE: "We ask at the show.\n"}, "succeeds: [dales]\n")

    taken = inherit(root, "yorkshire")

    written = {text.strip() for slug in ("craven", "harrogate") for text in OLD[slug].values()}
    assert written <= texts(root, "yorkshire")
    assert taken.inherited.councils == {name: f"{name.title()} Council" for name in ("craven", "harrogate", "dales")}
    entry = next(entry for entry in taken.inherited.undecided if entry.file == NOTE)
    assert set(entry.origins) == {"dales", "harrogate"} and len(entry.others) == 2


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("dales", ("craven", "harrogate")),  # two councils become one
        ("yorkshire", ("craven", "harrogate", "ryedale")),  # three become one
        ("skipton", ("craven",)),  # one is renamed
    ],
)
def test_nothing_that_was_written_is_lost(forks: dict[str, Path], new: str, old: tuple[str, ...]) -> None:
    root = follows(forks, new, *old)

    taken = inherit(root, new)

    written = {text.strip() for slug in old for text in OLD[slug].values()}
    assert written <= texts(root, new)
    assert {name for entry in taken.inherited.undecided for name in entry.origins} == set(old)
    assert taken.inherited.councils == {slug: f"{slug.title()} Council" for slug in old}
    assert choose(root, {})[0] == new, "the editions before it are not built any more"


def test_a_council_that_is_split_gives_everything_to_both(forks: dict[str, Path]) -> None:
    for new in ("north", "south"):
        root = follows(forks, new, "harrogate")
        inherit(root, new)

        assert {text.strip() for text in OLD["harrogate"].values()} <= texts(root, new)


def test_a_clash_is_listed_with_both_texts_and_the_same_text_is_none(
    forks: dict[str, Path], library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = follows(forks, "dales", "craven", "harrogate")
    monkeypatch.setattr("macros.commands.inherit.read_strings", lambda *_: library.strings)

    assert main(root, {}) == 0

    printed = capsys.readouterr().out
    for message in (
        "- We ask at the mart.",
        "+ We ask at the library.",
        "+ # Our hubs",
        "Craven Council, Harrogate",
    ):
        assert message in printed, message
    entries = {entry.file: entry for entry in read_inherited(ParsedFiles(root), "dales").undecided}
    assert entries[NOTE].others == [f"inherited/harrogate/{NOTE}"]
    assert entries["notes/roles.md"].others == [] and entries["notes/roles.md"].origins == ["craven", "harrogate"]


def test_what_the_new_council_wrote_already_stays_in_its_place(forks: dict[str, Path]) -> None:
    root = follows(forks, "dales", "craven", files={NOTE: "Ours.\n"})

    taken = inherit(root, "dales")

    assert (root / "editions/dales" / NOTE).read_text("utf-8") == "Ours.\n"
    assert f"inherited/craven/{NOTE}" in [other for entry in taken.inherited.undecided for other in entry.others]


def test_it_may_run_again_and_brings_back_nothing_that_was_decided(forks: dict[str, Path]) -> None:
    root = follows(forks, "dales", "craven")
    inherit(root, "dales")
    (root / "editions/dales/docs/hubs.md").unlink()

    inherit(root, "dales")

    assert not (root / "editions/dales/docs/hubs.md").exists()


def test_what_is_undecided_is_marked_on_the_page_and_listed_before_the_launch(
    forks: dict[str, Path], library: Library
) -> None:
    root = follows(forks, "dales", "craven", "harrogate")
    inherit(root, "dales")
    edition, inherited = read_edition(root, "dales"), read_inherited(ParsedFiles(root), "dales")
    page = NOTE.removeprefix("notes/")
    dales = replace(library, root=root, edition=edition, inherited=inherited, notes={page: "We ask at the mart."})

    listed = list(undecided(dales, Teller(library.strings)))

    assert "*From the edition of Craven Council, which came before this one.*" in with_note(dales, page, "# A\n")
    assert {finding.level for finding in listed} == {"look"} and len(listed) == len(inherited.undecided)
    assert any("+ We ask at the library." in finding.detail for finding in listed)
    decided = replace(dales, inherited=inherited.model_copy(update={"undecided": []}))
    assert [finding.level for finding in undecided(decided, Teller(library.strings))] == ["fine"]
    assert "From the edition of" not in with_note(decided, page, "# A\n")


def test_the_old_sites_are_remembered_so_that_readers_can_bring_what_they_kept(
    forks: dict[str, Path], library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for slug, line in (
        ("craven", "url: https://craven.example/guide/"),
        ("harrogate", "repository: https://github.com/Har/Guide"),
    ):
        with (forks[slug] / "editions" / slug / "edition.yml").open("a", encoding="utf-8") as edition_file:
            edition_file.write(f"site: {{{line}}}\n")
        commit(forks[slug], "Where we are")
    root = follows(forks, "yorkshire", "craven", "harrogate", "ryedale")
    monkeypatch.setattr("macros.commands.inherit.read_strings", lambda *_: library.strings)

    assert main(root, {}) == 0

    assert read_inherited(ParsedFiles(root), "yorkshire").addresses == {
        "craven": "https://craven.example/guide/",
        "harrogate": "https://har.github.io/Guide/",
    }
    assert "as ryedale: https://" in capsys.readouterr().out


def test_an_entry_for_a_file_that_is_gone_is_told(forks: dict[str, Path]) -> None:
    root = follows(forks, "dales", "craven")
    inherit(root, "dales")
    (root / "editions/dales/docs/hubs.md").unlink()
    files = ParsedFiles(root)

    problems = inherited_problems(files, read_edition(root, "dales"), read_inherited(files, "dales"))

    assert [problem.message for problem in problems] == ["There is no docs/hubs.md any more."]
    assert problems[0].line > 3


def test_editions_that_name_each_other_are_not_left_out_in_silence(tmp_path: Path) -> None:
    write(tmp_path, "dales", {}, "succeeds: [craven]\n")
    write(tmp_path, "craven", {}, "succeeds: [dales]\n")

    with pytest.raises(ContentError, match="several editions: craven, dales"):
        choose(tmp_path, {})


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("", "does not say which editions it succeeds"),
        ("succeeds: [selby]\n", "The folder of this edition is not here"),
    ],
)
def test_an_edition_that_cannot_be_taken_over_is_told(tmp_path: Path, more: str, message: str) -> None:
    write(tmp_path, "dales", {}, more)

    with pytest.raises(ContentError, match=message):
        inherit(tmp_path, "dales")


@pytest.mark.usefixtures("builds")
def test_every_page_of_a_council_that_is_gone_leads_to_the_same_page_of_the_next(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with (project / "editions/eastmarch/edition.yml").open("a", encoding="utf-8") as edition_file:
        edition_file.write('succeeded_by: "https://new.example/guide"\n')

    (project / "editions/eastmarch/inherited.yml").write_text(
        "councils: {old: Old Council}\naddresses: {old: https://old.example/}\n", "utf-8"
    )
    built = quick_build(project, "eastmarch", pages=["index.md", "roles.md", "project.md", "kept.md"])

    assert built.code == 0, built.said
    # Pages from which somebody takes along what the browser keeps say where the guide is, and wait.
    for path in ("project/index.html", "kept/index.html"):
        page = page_at(built.site / path)
        assert page.select(".draft a") and not page.select("meta[http-equiv=refresh]"), path
    offer = page_at(built.site / "roles/index.html").select_one("[data-earlier]")
    assert offer and json.loads(str(offer["data-editions"])) == [
        {"council": "Old Council", "url": "https://old.example/"}
    ]
    assert page_at(built.site / "kept/index.html").select('a[href="https://old.example/project/"]')
    for path, target in (("index.html", ""), ("roles/index.html", "roles/"), ("404.html", "")):
        page = page_at(built.site / path)
        assert page.select(f'meta[http-equiv=refresh][content="0; url=https://new.example/guide/{target}"]'), path
        assert page.select(f'.draft a[href="https://new.example/guide/{target}"]'), path
        assert page.select('meta[name=robots][content="noindex"]'), path
