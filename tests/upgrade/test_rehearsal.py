"""Years of updates in a minute: councils fork the toolkit, the toolkit changes, and each fork takes it, with real git.

Every council, page and word that is added here is invented.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.commands.edition import completed
from macros.commands.updates import report
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.strings import read_strings
from macros.core.fingerprints import fingerprint
from macros.core.problems import ContentError
from macros.scaffold.create import create_edition
from macros.upgrade.report import Report
from tests.conftest import ROOT, copy_sources, quick_build
from tests.support.git import commit, git, repository
from tests.support.parsed import page_at
from tests.support.search_entries import built_entries
from tests.support.workflows import fake_gh, run_step, steps

pytestmark = pytest.mark.usefixtures("builds")

STEP, LIST = "docs/focus/choose-the-community.md", "templates/checklists/choose-the-community.yml"
MOVED, LOST = "roles.md", "cases/aladdin.md"
LOOKED_AT = (  # by the test of what is built, of some two hundred pages
    *("index.md", "focus/choose-the-community.md", "focus/bring-partners-in.md", "focus/find-the-key-partners.md"),
    *(MOVED, LOST, "our-network.md", "pick/villages.md"),
)
ANSWERS = {"KIND": "town", "EMAIL": "digital@council.example"}


def change(root: Path, file: str, old: str, new: str) -> None:
    """Change a file, and be sure that it did change."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new), "utf-8")


@dataclass
class Fork:
    """A council's fork. ``own`` is its folder as it was before the toolkit changed."""

    root: Path
    slug: str
    own: dict[str, bytes]

    @property
    def folder(self) -> Path:
        return self.root / "editions" / self.slug

    def files(self) -> dict[str, bytes]:
        """The edition's own files as they are."""
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, text in files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def report(self) -> Report:
        return report(self.root, "upstream/main", "https://github.com/toolkit/toolkit")

    def merge(self) -> str:
        return git(self.root, "merge", "--no-edit", "upstream/main", may_fail=True)

    def put_code(self) -> None:
        """Put the code where a command or a build looks for it."""
        for name in ("macros", "overrides"):
            shutil.copytree(
                ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True
            )

    def library(self) -> Library:
        return read_library(self.root, self.slug, read_nav(self.root))


@dataclass
class Rehearsal:
    """The toolkit and who forked it."""

    toolkit: Path
    forks: dict[str, Fork]

    def fork(self, name: str) -> Fork:
        """A fork as it was before any update."""
        git(self.forks[name].root, "reset", "-q", "--hard", "before")
        return self.forks[name]


def fork(toolkit: Path, council: str) -> Fork:
    """A fork with a new edition, made by the command that councils use."""
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr("macros.scaffold.create.read_library", lambda *_: None)  # each fork is read whole after its merge
        root = toolkit.parent / f"fork-{len(list(toolkit.parent.iterdir()))}"
        git(toolkit.parent, "clone", "-q", str(toolkit), str(root))
        git(root, "remote", "add", "upstream", str(toolkit))
        answers = completed({**ANSWERS, "NAME": council}, read_strings(root, "toolkit")["start"])
        return Fork(root, create_edition(root, answers).name, {})


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """Four forks of the toolkit as it is in this folder, and then a new version of it."""
    toolkit = tmp_path_factory.mktemp("rehearsal") / "toolkit"
    copy_sources(toolkit, ".github", "Makefile", "README.md", drawn=False)  # the same code stands beside each version
    (toolkit / ".gitignore").write_text("__pycache__/\nbuilt/\n.cache/\nmacros/\noverrides/\n", "utf-8")
    repository(toolkit)
    forks = {
        "light": fork(toolkit, "Anytown Town Council"),
        "heavy": fork(toolkit, "Eastmarch County Council"),
        "awkward": fork(toolkit, "Cyngor Ynys Wên & King's Tŷ <Council>"),
        "meddler": fork(toolkit, "Millfield Town Council"),
    }
    write_heavy(forks["heavy"])
    write_awkward(forks["awkward"])
    change(forks["meddler"].root, "docs/story.md", "# ", "A line of our own.\n\n# ")
    change(forks["meddler"].root, f"docs/{MOVED}", "# ", "Another line of our own.\n\n# ")
    change(forks["meddler"].root, "mkdocs.yml", "  - roles.md\n", "  - roles.md # our favourite page\n")
    for each in forks.values():
        each.own = each.files()
        commit(each.root, "Our edition")
        git(each.root, "tag", "before")
    next_version(toolkit)
    for each in forks.values():
        git(each.root, "fetch", "-q", "upstream")
    return Rehearsal(toolkit, forks)


def write_heavy(fork: Fork) -> None:
    """An edition with all five verbs."""
    original = (fork.root / STEP).read_text("utf-8")
    ours = original.replace("---\n", f"---\nreplaces: {fingerprint(original)}\n", 1).replace(
        "## Why it matters\n", "## Why it matters\n\nIn our county the villages come first.\n", 1
    )
    settings = (fork.folder / "edition.yml").read_text("utf-8")
    fork.write(
        {
            "edition.yml": settings
            + "\nhide:\n  - {page: focus/understand-the-approach.md, reason: Our partners know it.}\n",
            STEP: ours,
            LIST: (fork.root / LIST).read_text("utf-8"),
            f"notes/{MOVED}": "Our own words about roles.\n",
            "notes/focus/bring-partners-in.md": "Ask at the chapel café.\n",
            "docs/our-network.md": "---\ntitle: Our network\ndescription: Who works with us in the county.\n"
            f"after: {MOVED}\nreviewed: 2026-11-24\n---\n\n# Our network\n\n"
            f"See [who does what]({MOVED}) and [a case]({LOST}).\n",
            "templates/checklists/find-the-key-partners.yml": "add:\n  - {id: ours-halls, text: We asked each hall.}\n",
            "templates/packs/villages.yml": "title: We have many villages\nsummary: A way in for villages.\n"
            "effort: Two half days\nsteps:\n  - {step: focus/bring-partners-in.md, why: Halls come first.}\n"
            f"worksheets: [partner-map]\nalso:\n  - {{page: {MOVED}, why: It says who does what.}}\n"
            f"  - {{page: {LOST}, why: It is like us.}}\n",
            "templates/strings/en.yml": "footer:\n  wrong: Have we made a mistake?\n",
        }
    )


def write_awkward(fork: Fork) -> None:
    """An edition with odd names and letters, whose own files are about pages that are soon gone or elsewhere."""
    original = (fork.root / "docs" / LOST).read_text("utf-8")
    settings = (fork.folder / "edition.yml").read_text("utf-8")
    hidden = f"\nhide:\n  - {{page: {MOVED}, reason: Mae gennym ein rhai ein hunain.}}\n"
    fork.write(
        {
            "edition.yml": b"\xef\xbb\xbf" + (settings + hidden).replace("\n", "\r\n").encode(),
            f"docs/{LOST}": original.replace("\n", "\r\n").encode(),
            f"notes/{LOST}": "Ein geiriau ein hunain: ŵ, ŷ.\n",
        }
    )


def next_version(toolkit: Path) -> None:
    """The toolkit changes its settings, moves a page, rewrites one, drops one, and retires an item of a checklist."""
    change(toolkit, "mkdocs.yml", "  - md_in_html\n", "  - md_in_html\n  - sane_lists\n")
    git(toolkit, "mv", f"docs/{MOVED}", "docs/who-does-what.md")
    change(toolkit, "mkdocs.yml", f"  - {MOVED}\n", "  - who-does-what.md\n")
    for pack in (toolkit / "templates/packs").glob("*.yml"):
        if f"page: {MOVED}" in pack.read_text("utf-8"):
            change(toolkit, f"templates/packs/{pack.name}", f"page: {MOVED}", "page: who-does-what.md")
    change(toolkit, "templates/search.yml", f"  {MOVED}: ", "  who-does-what.md: ")
    (toolkit / "docs" / LOST).unlink()
    change(toolkit, "mkdocs.yml", f"          - {LOST}\n", "")
    for page in (toolkit / "docs").rglob("*.md"):
        if "aladdin.md" in page.read_text("utf-8"):
            change(toolkit, page.relative_to(toolkit).as_posix(), "aladdin.md", "index.md")
    change(toolkit, "templates/moved.yml", "\nmoved:\n", f"\nmoved:\n  {MOVED}: who-does-what.md\n")
    change(toolkit, "templates/moved.yml", "gone: {}", f"gone:\n  {LOST}: cases/index.md")
    change(toolkit, STEP, "## Why it matters\n", "## Why it matters\n\nA sentence that is new.\n")
    change(toolkit, LIST, "{id: two-voices,", "{id: two-voices, retired_in: 1.90.0,")
    head, _, rest = (toolkit / "CHANGELOG.md").read_text("utf-8").partition("\n## ")
    new = f"""
## 1.90.0, 3 May 2027

**By step**

- [Choose the community]({STEP}): a sentence that is new.
- [Understand the approach](docs/focus/understand-the-approach.md): shorter.

**To use**

- Lists that count.

## """
    (toolkit / "CHANGELOG.md").write_text(head + new + rest, "utf-8")
    commit(toolkit, "1.90.0")


def told(report: Report) -> list[tuple[str, str]]:
    """Kind and file of everything to decide; the edition's folder is left out of the names."""
    return [
        (look.kind, look.file.removeprefix(f"editions/{edition.slug}/"))
        for edition in report.editions
        for look in edition.looks
    ]


def test_a_light_fork_takes_the_new_version_and_has_nothing_to_decide(rehearsal: Rehearsal) -> None:
    light = rehearsal.fork("light")
    before = light.report()

    assert [version.number for version in before.newer] == ["1.90.0"]
    assert (told(before), before.conflicts, before.edited) == ([], [], {})
    assert "CONFLICT" not in light.merge()
    assert light.files() == light.own
    assert light.library().moved.moved[MOVED] == "who-does-what.md"
    assert light.report().quiet


def test_the_weekly_question_keeps_one_issue(rehearsal: Rehearsal, tmp_path: Path) -> None:
    light = rehearsal.fork("light")
    light.root.joinpath(".venv").symlink_to(ROOT / ".venv")
    light.put_code()
    tools = fake_gh(tmp_path, "echo $* >> $ASKED; case $* in *hasIssuesEnabled*) echo true;; esac")
    given = {
        **tools, "ASKED": str(tmp_path / "asked"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "GH_REPO": "anytown/toolkit", "URL": str(rehearsal.toolkit),
        "PARENT_BRANCH": "main", "PAGE": "https://github.com/toolkit/toolkit",
    }  # fmt: skip

    for name, step in steps("update-notice.yml", "ask").items():
        if name not in ("Get ready", "Ask GitHub what this is a fork of"):
            output = (tmp_path / "output").read_text("utf-8") if (tmp_path / "output").exists() else ""
            run_step(step, light.root, {**given, "NEW": output.removeprefix("new=").strip()})

    asked = (tmp_path / "asked").read_text("utf-8")
    assert "issue create --title The toolkit has a new version --body-file .cache/updates.md" in asked
    assert "Version 1.90.0 of the toolkit is out." in (light.root / ".cache/updates.md").read_text("utf-8")
    assert "update-notice.yml/enable" in asked  # it keeps itself awake
    assert git(light.root, "status", "--short", "--", "docs", "editions") == ""


def test_a_heavy_fork_merges_and_is_told_what_to_look_at(rehearsal: Rehearsal) -> None:
    heavy = rehearsal.fork("heavy")
    before = heavy.report()

    assert told(before) == [
        ("changed", STEP),
        ("names", "docs/our-network.md"),
        ("note_moved", f"notes/{MOVED}"),
        ("changed", LIST),
        ("retired", LIST),
        ("names", "templates/packs/villages.yml"),
        ("names_gone", "templates/packs/villages.yml"),
    ]
    text = before.markdown(read_strings(ROOT, "toolkit")["updates"])
    now = fingerprint((rehearsal.toolkit / STEP).read_text("utf-8"))
    assert f"replaces: {now}" in text and "`two-voices`" in text
    assert "a sentence that is new" in text and "Understand the approach" not in text  # that step is hidden
    assert before.conflicts == []

    assert "CONFLICT" not in heavy.merge()
    assert heavy.files() == heavy.own
    after = heavy.report()
    assert after.newer == [] and ("changed", STEP) in told(after)


def test_a_heavy_fork_builds_with_everything_in_its_place(rehearsal: Rehearsal) -> None:
    heavy = rehearsal.fork("heavy")
    heavy.merge()
    heavy.put_code()
    built = quick_build(heavy.root, heavy.slug, pages=LOOKED_AT)
    assert built.code == 0, built.said

    def page(address: str) -> BeautifulSoup:
        return page_at(built.site / address / "index.html")

    assert "the villages come first" in page("focus/choose-the-community").get_text()
    assert "A sentence that is new" not in page("focus/choose-the-community").get_text()
    for old, new in (("roles", "../who-does-what/"), ("cases/aladdin", "../")):
        refresh = page(old).select_one("meta[http-equiv=refresh]")
        assert refresh and refresh["content"] == f"0; url={new}", old
        assert page(old).select_one(f'main a[href="{new}"]'), old
    links = {str(link["href"]) for link in page("our-network").select("main a")}
    assert {"../roles/", "../cases/aladdin/"} <= links  # they still lead on
    assert "chapel café" in page("focus/bring-partners-in").get_text()
    assert "We asked each hall." in page("focus/find-the-key-partners").get_text()
    also = [link.get_text() for link in page("pick/villages").select("main a")]
    assert "Roles and ways to bring people together" in also and not any("ALaDDIN" in line for line in also)
    assert "Have we made a mistake?" in page("").get_text()
    searched = {entry["location"] for entry in built_entries(built.site)}
    assert "our-network/" in searched and not {"roles/", "cases/aladdin/"} & searched


def test_what_would_stop_the_build_after_an_update_is_told_before(rehearsal: Rehearsal) -> None:
    toolkit, heavy = rehearsal.toolkit, rehearsal.fork("heavy")
    git(toolkit, "checkout", "-q", "-b", "clash", "main")
    change(toolkit, "templates/checklists/find-the-key-partners.yml", "{id: who-else,", "{id: ours-halls,")
    change(toolkit, "templates/strings/en.yml", "\n  wrong: ", "\n  amiss: ")
    commit(toolkit, "Take an id, and rename a word")
    git(toolkit, "checkout", "-q", "main")
    git(heavy.root, "fetch", "-q", "upstream")

    found_so = report(heavy.root, "upstream/clash")

    stops = [place.partition(",")[0] for kind, place in told(found_so) if kind == "stops"]
    assert stops == ["templates/checklists/find-the-key-partners.yml", "templates/strings/en.yml"]
    text = found_so.markdown(read_strings(ROOT, "toolkit")["updates"])
    assert "does not fit the new version" in text and "ours-halls" in text
    assert "stops" not in dict(told(heavy.report()))


def test_a_toolkit_that_cannot_be_read_from_here_is_not_said_to_fit(rehearsal: Rehearsal) -> None:
    toolkit, light = rehearsal.toolkit, rehearsal.fork("light")
    git(toolkit, "checkout", "-q", "-b", "future", "main")
    change(toolkit, "docs/about.md", "title:", "heading:")
    commit(toolkit, "Write pages in another way")
    git(toolkit, "checkout", "-q", "main")
    git(light.root, "fetch", "-q", "upstream")

    assert told(report(light.root, "upstream/future")) == [("unseen", f"editions/{light.slug}")]


def test_an_awkward_fork_keeps_words_whose_page_is_gone(rehearsal: Rehearsal) -> None:
    awkward = rehearsal.fork("awkward")
    assert awkward.slug == "ynys-wen-and-kings-ty-council"
    before = awkward.report()

    assert told(before) == [("gone", f"docs/{LOST}"), ("hidden_moved", "edition.yml"), ("note_gone", f"notes/{LOST}")]
    assert before.conflicts == []
    assert "CONFLICT" not in awkward.merge()
    assert awkward.files() == awkward.own
    library = awkward.library()
    assert library.edition.council == "Cyngor Ynys Wên & King's Tŷ <Council>"
    assert list(library.hidden) == ["who-does-what.md"]
    assert LOST not in library.pages and LOST not in library.notes
    assert told(awkward.report()) == told(before)  # until somebody decides


def test_a_fork_that_edited_the_toolkit_is_told_and_finds_the_way_back(rehearsal: Rehearsal) -> None:
    meddler = rehearsal.fork("meddler")
    before = meddler.report()

    assert before.edited == dict.fromkeys(["docs/roles.md", "docs/story.md", "mkdocs.yml"], True)
    assert "mkdocs.yml" in before.conflicts and "docs/story.md" not in before.conflicts
    assert (
        f"`docs/story.md`: here is [the toolkit's text as you last took it](https://github.com/toolkit/toolkit/blob/{before.base}/docs/story.md?plain=1)"
        in before.markdown(read_strings(ROOT, "toolkit")["updates"])
    )
    assert "CONFLICT" in meddler.merge()
    # The way back, as docs/adopt/terminal.md says it.
    git(meddler.root, "merge", "--abort")
    for file in before.edited:
        git(meddler.root, "checkout", git(meddler.root, "merge-base", "HEAD", "upstream/main"), "--", file)
    git(meddler.root, "commit", "-m", "Put the toolkit's file back")
    assert "CONFLICT" not in meddler.merge()
    assert meddler.report().quiet
    assert meddler.files() == meddler.own
    assert meddler.library().moved.gone == {LOST: "cases/index.md"}


def test_the_way_back_is_written_down_as_it_was_walked() -> None:
    page = (ROOT / "docs/adopt/terminal.md").read_text("utf-8")

    for command in (
        "git merge --abort",
        "git checkout $(git merge-base HEAD upstream/main) -- ",
        "git merge upstream/main",
    ):
        assert command in page


def test_a_page_that_vanishes_without_a_word_is_told_with_the_note_it_leaves(rehearsal: Rehearsal) -> None:
    toolkit, heavy = rehearsal.toolkit, rehearsal.fork("heavy")
    heavy.merge()
    git(toolkit, "checkout", "-q", "-b", "careless")
    change(toolkit, "templates/moved.yml", f"{MOVED}: who-does-what.md", "never.md: who-does-what.md")
    commit(toolkit, "Forget a page")
    git(heavy.root, "fetch", "-q", "upstream")
    found_so = report(heavy.root, "upstream/careless")
    git(heavy.root, "merge", "--no-edit", "-q", "upstream/careless")

    assert ("note_dropped", f"notes/{MOVED}") in told(found_so)
    with pytest.raises(ContentError, match=f"This note is for docs/{MOVED}, which does not exist"):
        heavy.library()
