"""Commands without a build: what each says where there is nothing to do it with, and what it writes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from macros.commands import (
    accessibility,
    affected,
    all_editions,
    edition,
    export,
    links,
    links_external,
    pages,
    run,
    schemas,
    site,
    updates,
    words,
)
from macros.commands import zip as zip_command
from macros.content.library import Library
from macros.core.git import GitError
from macros.core.problems import ContentError, Problem
from tests.support.builds import ROOT


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, for every command."""
    for command in (links, links_external, pages, schemas, site, words):
        monkeypatch.setattr(command, "PROJECT", tmp_path)
    monkeypatch.setattr(links_external, "LINKS_REPORT", tmp_path / ".cache/links-external.md")
    monkeypatch.setattr("sys.argv", ["command"])
    return tmp_path


def site_of(place: Path, **pages: str) -> Path:
    """A site with these pages, and the list of what was made."""
    for name, html in {"index": "", **pages}.items():
        path = place / "site" / ("index.html" if name == "index" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<main>{html}</main>", "utf-8")
    listed = {"edition": "toolkit", "version": "1.2.3", "address": ""}
    (place / "site/edition.json").write_text(json.dumps(listed), "utf-8")
    return place / "site"


def stands_in(command: ModuleType, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command read the toolkit's own edition, wherever it works."""
    monkeypatch.setattr(command, "read_nav", lambda _: [])
    monkeypatch.setattr(command, "read_library", lambda *_: library)


def test_what_is_wrong_with_a_file_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise ContentError([Problem("a.yml", 3, "It is empty.", "Fill it.")])

    assert run(fails) == 1
    printed = capsys.readouterr().err
    assert "a.yml, line 3" in printed and "Fill it." in printed and "Traceback" not in printed


@pytest.mark.parametrize(("command", "code"), [(accessibility, 1), (links, 1), (links_external, 2), (words, 1)])
def test_a_command_that_needs_a_site_says_so(
    place: Path, command: ModuleType, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [place] if command is accessibility else []

    assert command.main(*given) == code
    assert "Run `make site` first." in capsys.readouterr().err


@pytest.mark.parametrize(("faults", "code"), [([], 0), (["a/: no name"], 1)])
def test_what_the_test_of_accessibility_found_is_kept(
    place: Path, faults: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_of(place)
    monkeypatch.setattr(accessibility, "look_at_all", lambda _: (12, faults))

    assert accessibility.main(place) == code
    kept = yaml.safe_load((place / "templates" / accessibility.RESULT).read_text("utf-8"))
    assert (kept["pages"], kept["found"], kept["version"], kept["day"]) == (12, faults, "1.2.3", date.today())


def test_the_result_of_an_edition_is_kept_in_its_own_folder() -> None:
    assert accessibility.kept_in(Path(), "anytown").is_relative_to("editions/anytown")


@pytest.mark.parametrize("fine", [True, False])
def test_links_are_checked_and_told(
    place: Path, fine: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built = site_of(place)
    monkeypatch.setattr(links, "check", lambda folder: (fine, f"The report of {folder}"))

    assert links.main() == (0 if fine else 1)
    assert capsys.readouterr().out == f"The report of {built}\n"


TWO = '<a href="https://a.example/x#part">A</a> <a href="https://a.example/x">A</a> <a href="b/">B</a>'


def test_outside_addresses_are_listed_once_with_their_pages(place: Path) -> None:
    built = site_of(place, index=TWO, b=TWO, print_page='<a href="https://print.example/">P</a>')

    assert links_external.outside(built) == {"https://a.example/x": ["b/", ""]}


@pytest.mark.parametrize(
    ("gone", "code", "message"),
    [
        ({}, 0, "All 2 outside addresses answer."),
        ({"https://a.example/": "404 Not Found"}, 1, "- https://a.example/\n  - It said: 404 Not Found"),
        ({"https://a.example/": "x", "https://b.example/": "x"}, 2, "seems to have no network"),
    ],
)
def test_dead_addresses_are_told(
    place: Path,
    gone: dict[str, str],
    code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site_of(place, index='<a href="https://a.example/">A</a> <a href="https://b.example/">B</a>')
    monkeypatch.setattr(links_external, "dead", lambda addresses, pause: gone)

    assert links_external.main() == code
    printed = capsys.readouterr()
    assert message in printed.out + printed.err
    assert links_external.LINKS_REPORT.is_file() == (code < 2)


def test_an_address_that_answers_the_second_time_is_not_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [{"a": "slow", "b": "404"}, {"b": "404"}]
    monkeypatch.setattr(links_external, "failing", lambda _: answers.pop(0))

    assert links_external.dead(["a", "b", "c"], 0) == {"b": "404"}
    monkeypatch.setattr(links_external, "failing", lambda _: {})
    assert links_external.dead(["a"], 60) == {}


def test_nobody_is_asked_where_there_is_no_address() -> None:
    assert links_external.failing([]) == {}


HARD = "Notwithstanding organisational interdependencies, intersectional considerations necessitate deliberation. "


@pytest.mark.parametrize(("text", "code"), [("We met. We talked.", 0), (HARD * 4, 1)])
def test_the_reading_of_each_page_is_listed(
    place: Path,
    library: Library,
    text: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site_of(place, a=f"<p>{text}</p>")
    stands_in(words, library, monkeypatch)
    monkeypatch.setattr(words, "choose", lambda *_: ("toolkit", True))

    assert words.main() == code
    assert "  a/\n" in capsys.readouterr().out


def test_every_schema_is_written_as_it_is_kept(place: Path) -> None:
    schemas.main()

    written = {path.name: path.read_text("utf-8") for path in (place / ".schemas").iterdir()}
    assert written == {name: (ROOT / ".schemas" / name).read_text("utf-8") for name in written}
    assert len(written) == len(schemas.MODELS)


@pytest.mark.parametrize(("asked", "built"), [("", "one"), ("anytown", "one"), ("a, b", "several"), ("all", "several")])
def test_a_site_is_built_alone_and_whole(place: Path, asked: str, built: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, str]] = []

    def builds(which: str, environ: dict[str, str]) -> int:
        done.append((which, environ["DOCUMENTS"]))
        return 0

    monkeypatch.setenv("EDITION", asked)
    monkeypatch.setenv("DOCUMENTS", "none")
    monkeypatch.setattr(site, "build_site", lambda _, environ: builds("one", environ))
    monkeypatch.setattr(all_editions, "build_all", lambda _, __, environ: builds("several", environ))

    assert site.main() == 0
    assert done == [(built, "all")]


@pytest.mark.parametrize("code", [0, 3])
def test_pages_alone_take_the_place_of_the_last_only_when_they_are_there(
    place: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(_root: Path, to: Path, environ: dict[str, str]) -> int:
        assert environ["DOCUMENTS"] == "none"
        to.mkdir()
        (to / "index.html").write_text("new", "utf-8")
        return code

    monkeypatch.setattr(pages, "build", build)
    before = place / ".build/pages/index.html"
    before.parent.mkdir(parents=True)
    before.write_text("old", "utf-8")

    assert pages.main() == code
    assert before.read_text("utf-8") == ("old" if code else "new")


@pytest.mark.parametrize("address", ["", "https://a.example/guide/"])
def test_the_export_takes_the_place_of_the_last(
    place: Path,
    library: Library,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stands_in(export, library, monkeypatch)
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setattr(export, "choose", lambda *_: ("toolkit", True))
    monkeypatch.setattr(export, "export", lambda _library, _built, url: [("docs/a.md", url.encode())])
    (place / "export").mkdir()
    (place / "export/old.md").write_text("old", "utf-8")

    assert export.main(place) == 0
    assert [path.name for path in (place / "export").rglob("*.*")] == ["a.md"]
    assert (place / "export/docs/a.md").read_text("utf-8") == address
    assert ("SITE_URL=" in capsys.readouterr().out) == (not address)


def test_a_ready_zip_holds_the_site_and_how_to_use_it(
    place: Path, library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site_of(place)
    stands_in(zip_command, library, monkeypatch)
    monkeypatch.setattr(zip_command, "ready_files", lambda *_: {"index.html": b"<main></main>"})

    assert zip_command.main(place) == 0
    [packed] = place.glob("*.zip")
    assert packed.stat().st_size > 100
    assert packed.name in (printed := capsys.readouterr().out) and "SITE_URL=" in printed


def test_a_ready_zip_is_of_one_edition(place: Path) -> None:
    with pytest.raises(ContentError, match="There is no edition here, or there are several"):
        zip_command.main(place)


@pytest.mark.parametrize(("since", "message"), [("v1.0.0", "Changed since v1.0.0,"), ("", "Changed since v9.9.9,")])
def test_what_a_release_touches_is_asked_since_the_newest_tag_or_the_one_that_is_named(
    place: Path,
    library: Library,
    since: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stands_in(affected, library, monkeypatch)
    monkeypatch.setattr(affected, "git", lambda *_: (0, b"v9.9.9\n"))
    monkeypatch.setattr(affected, "changed_since", lambda _, commit: {commit})

    assert affected.main(place, lambda _: b"{}", {"SINCE": since}) == 0
    assert message in capsys.readouterr().out


class Outcome:
    """What `make updates` found out."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet

    def markdown(self, _words: object) -> str:
        return "Barking &amp; Dagenham"


@pytest.mark.parametrize("quiet", [True, False])
def test_what_is_new_is_printed_and_kept(
    tmp_path: Path, quiet: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    monkeypatch.setattr(
        updates, "report", lambda _root, _toolkit, page: Outcome(quiet) if page == "https://x" else None
    )

    assert updates.main(tmp_path, ["--page", "https://x/"]) == (0 if quiet else 1)
    assert capsys.readouterr().out == "Barking & Dagenham\n"
    assert (tmp_path / ".cache/updates.md").read_text("utf-8") == "Barking &amp; Dagenham"


def test_where_git_cannot_say_what_is_new_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise GitError("not a repository")

    (tmp_path / "templates").symlink_to(ROOT / "templates")
    monkeypatch.setattr(updates, "report", fails)

    assert updates.main(tmp_path, []) == 2
    printed = capsys.readouterr().err
    assert "not a repository" in printed and "upstream/main" in printed


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_a_question_that_is_broken_off_leaves_nothing(
    stop: type[BaseException], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(_: str) -> str:
        raise stop

    (tmp_path / "templates").symlink_to(ROOT / "templates")

    assert edition.main(tmp_path, {}, ask) == 1
    assert not (tmp_path / "editions").exists()
    assert capsys.readouterr().err.strip()
