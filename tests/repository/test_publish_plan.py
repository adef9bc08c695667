"""“Publish” does what is needed, says why where that is nothing, and is red only for whoever can do something."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.support.git import git
from tests.support.workflows import WORKFLOWS, fake_gh, run_step, steps

pytestmark = pytest.mark.usefixtures("programs")

URL = "https://anytown.example/toolkit/"
PLAN, SCOPE = (ROOT / f"macros/commands/{name}.sh" for name in ("publish-plan", "check-scope"))
NOTHING, ALL, CHECKS = ("false", "false"), ("true", "true"), ("true", "false")


@pytest.fixture(scope="module")
def first_fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council's fork: the toolkit's version, and then an edition of its own."""
    folder = tmp_path_factory.mktemp("first")
    git(folder, "init", "-q", "-b", "main", "--template=")
    write(folder, "docs/index.md", "editions/toolkit/edition.yml", "tests/test_it.py")
    git(folder, "branch", "toolkit")
    write(folder, "editions/anytown/edition.yml")
    return folder


@pytest.fixture
def fork(first_fork: Path, tmp_path: Path) -> Path:
    """The fork, to be changed at will: to copy it is faster than to begin another."""
    return shutil.copytree(first_fork, tmp_path, dirs_exist_ok=True)


def write(fork: Path, *paths: str) -> None:
    """Change these files, and commit that."""
    for path in paths:
        file = fork / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as text:
            text.write("more\n")
    git(fork, "add", *paths)
    git(fork, "commit", "-qm", "Change")


def plan(fork: Path, *given: str) -> tuple[tuple[str, str], str]:
    """Whether to check and to deploy, and what is said beside it."""
    done = subprocess.run(["sh", str(PLAN), *given], cwd=fork, capture_output=True, text=True, check=True)
    outputs = dict(line.split("=") for line in done.stdout.split())
    return (outputs["check"], outputs["deploy"]), done.stderr


def scope(fork: Path, toolkit: str = "toolkit") -> str:
    done = subprocess.run(["sh", str(SCOPE), toolkit], cwd=fork, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_councils_comma_is_checked_and_published(fork: Path) -> None:
    last = git(fork, "rev-parse", "HEAD")
    write(fork, "editions/anytown/notes/focus/choose-the-community.md")

    assert plan(fork, "push", "true", URL, last) == (ALL, "")


@pytest.mark.parametrize(
    ("event", "fork_", "url", "expected", "message"),
    [
        ("push", "true", "", NOTHING, "GitHub Pages is off here"),
        ("push", "false", "", CHECKS, "GitHub Pages is off here"),
        ("push", "true", URL, ALL, ""),
        ("push", "false", URL, ALL, ""),
        ("workflow_dispatch", "true", URL, ALL, ""),
    ],
)
def test_a_push_writes_no_failure_mail(
    fork: Path, event: str, fork_: str, url: str, expected: tuple[str, str], message: str
) -> None:
    planned, summary = plan(fork, event, fork_, url)

    assert planned == expected and message in summary and "::error" not in summary


def test_whoever_presses_the_button_is_told_that_pages_is_off(fork: Path) -> None:
    done = subprocess.run(
        ["sh", str(PLAN), "workflow_dispatch", "true", "", ""], cwd=fork, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1 and "::error title=GitHub Pages is off::Open Settings" in done.stderr


def test_a_fork_without_an_edition_of_its_own_is_quiet(fork: Path) -> None:
    git(fork, "rm", "-qr", "editions/anytown")

    planned, summary = plan(fork, "push", "true", URL)

    assert planned == NOTHING and "Start your edition" in summary
    assert plan(fork, "push", "false", URL)[0] == ALL  # the toolkit itself has none


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tests/test_it.py", NOTHING),
        (".github/workflows/check.yml", NOTHING),
        ("docs/index.md", ALL),
        ("CHANGELOG.md", ALL),  # the site shows it
        ("pyproject.toml", ALL),
        ("editions/anytown/notes/x.md", ALL),
    ],
)
def test_an_update_that_brings_nothing_to_the_site_says_so(fork: Path, path: str, expected: tuple[str, str]) -> None:
    last = git(fork, "rev-parse", "HEAD")
    write(fork, path)

    planned, summary = plan(fork, "push", "true", URL, last)

    assert planned == expected and ("Nothing new for your site" in summary) is (expected == NOTHING)
    assert plan(fork, "workflow_dispatch", "true", URL, last)[0] == ALL  # whoever presses the button gets a new site
    assert plan(fork, "push", "true", URL, "f" * 40)[0] == ALL  # a commit that is gone says nothing


def test_what_the_plan_passes_over_is_no_part_of_the_site() -> None:
    names = re.search(r"NOT_OF_THE_SITE='(.*)'", PLAN.read_text("utf-8"))
    assert names
    made_from = {"docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "pyproject.toml", "CHANGELOG.md"}

    assert not {name.strip("/") for name in names[1].split()} & made_from
    assert all((ROOT / name).exists() for name in names[1].split())


def test_only_an_edition_of_its_own_needs_no_test_of_the_toolkit(fork: Path) -> None:
    assert scope(fork) == "tests=edition"
    git(fork, "checkout", "-q", "toolkit")
    write(fork, "docs/index.md")
    git(fork, "checkout", "-q", "main")
    assert scope(fork) == "tests=edition"  # a newer version is out, and this is the one before
    git(fork, "merge", "-q", "-m", "Sync", "toolkit")
    assert scope(fork) == "tests=edition"  # the same as the toolkit's newest


@pytest.mark.parametrize("path", ["docs/index.md", "macros/new.py", "pyproject.toml", "tests/test_it.py"])
def test_a_change_to_anything_else_runs_every_check(fork: Path, path: str) -> None:
    write(fork, path)
    assert scope(fork) == "tests=all"
    write(fork, "editions/anytown/edition.yml")
    assert scope(fork) == "tests=all"  # it is still there


def test_where_the_toolkit_cannot_be_asked_every_check_runs(fork: Path) -> None:
    assert scope(fork, "refs/remotes/upstream/HEAD") == "tests=all"


@pytest.mark.parametrize(
    ("state", "last"), [("success", "abc123"), ("failure", ""), ("", "")], ids=["live", "failed", "none"]
)
def test_what_was_published_last_is_what_went_live(tmp_path: Path, state: str, last: str) -> None:
    deployed = "echo 7 abc123" if state else "exit 1"
    answers = f"*/pages) echo {URL};; *statuses*) echo {state};; *deployments*) {deployed};;"
    given = {**fake_gh(tmp_path, f"case $2 in {answers} esac"), "GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "main"}
    asked = steps("publish.yml", "plan")["Ask GitHub where the site will be, and what was published last"]

    run_step(asked, tmp_path, {**given, "GITHUB_OUTPUT": "out"})

    assert (tmp_path / "out").read_text("utf-8").splitlines() == [f"url={URL}", f"last={last}"]


def test_every_edition_is_built_strictly_and_checked_before_it_is_published() -> None:
    job = jobs("check.yml")["check"]["steps"]
    always = [step["run"] for step in job if "run" in step and "if" not in step]

    assert "make site" in always and any("make check" in step for step in always)
    assert {step["run"] for step in job if "run" in step and "tests" in str(step.get("if", ""))} == {
        "make test",
        "make links",
        ".venv/bin/python -m macros.commands.page_pictures site/downloads page-pictures",
    }
    assert jobs("publish.yml")["deploy"]["needs"] == ["plan", "check"]


def test_what_is_kept_between_runs_is_kept_under_all_that_it_is_made_from() -> None:
    kept = {
        step["with"]["path"]: step["with"] for step in jobs("check.yml")["check"]["steps"] if "path" in step["with"]
    }
    packages, documents = kept[".venv\nnode_modules\n"], kept[".cache/documents"]

    for name in ("pyproject.toml", "package.json", "macros/commands/set-up.sh", "machine.outputs", "scope.outputs"):
        assert name in packages["key"], name
    assert "restore-keys" not in packages  # packages of another version are not packages of this one
    assert documents["key"].startswith(documents["restore-keys"].strip())


def jobs(workflow: str) -> dict[str, Any]:
    listed: dict[str, Any] = yaml.safe_load((WORKFLOWS / workflow).read_text("utf-8"))["jobs"]
    for job in listed.values():
        for step in job.get("steps", []):
            step.setdefault("with", {})
    return listed
