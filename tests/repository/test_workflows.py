"""The form on GitHub and the dev container do what they say, with what people may type into them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from macros.content.editions import read_edition
from tests.conftest import ROOT, copy_sources
from tests.support.git import git
from tests.support.workflows import WORKFLOWS, fake_gh, run_step, steps

pytestmark = pytest.mark.usefixtures("programs")


def test_the_form_writes_saves_and_publishes_whatever_was_typed(tmp_path: Path) -> None:
    fork, bare = tmp_path / "fork", tmp_path / "bare"
    copy_sources(fork, "Makefile", ".gitignore")
    (fork / ".venv").symlink_to(ROOT / ".venv")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(fork, "init", "-q", "-b", "main")
    git(fork, "add", "editions")
    git(fork, "commit", "-qm", "What was there")
    git(fork, "remote", "add", "origin", str(bare))
    council = 'King\'s "Lynn" $(touch pwned) `touch pwned` ; touch pwned & <Council>'
    typed = {
        "NAME": council, "PLACE": "King's Lynn", "KIND": "town", "EMAIL": "digital@lynn.example",
        "PRIMARY": "#1f4e5f", "ACCENT": "#9a4f10", "FOLDER": "", "REPOSITORY": "https://github.com/lynn/toolkit",
    }  # fmt: skip
    gh = "echo $* >> $ASKED; case $* in *pages*) echo https://anytown.example/toolkit/;; esac"
    given = {
        **fake_gh(tmp_path, gh), **typed, "ASKED": str(tmp_path / "asked"), "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "BRANCH": "main", "GH_REPO": "lynn/toolkit",
        "GITHUB_SERVER_URL": "https://github.com", "GITHUB_ACTOR": "someone", "GITHUB_ACTOR_ID": "1", "EDITION": "",
    }  # fmt: skip

    for name, step in steps("start-your-edition.yml", "start").items():
        if name != "Get ready":
            run_step(step, fork, given)

    assert not list(tmp_path.rglob("pwned"))
    assert git(bare, "log", "-1", "--format=%s", "main") == f"Start the edition of {council}"
    assert git(bare, "show", "--name-only", "--format=", "main").splitlines() == [
        f"editions/kings-lynn/{name}" for name in ("README.md", "assets/logo.svg", "edition.yml")
    ]
    assert read_edition(fork, "kings-lynn").council == council
    assert read_edition(fork, "kings-lynn").site.repository == "https://github.com/lynn/toolkit"
    asked = (tmp_path / "asked").read_text("utf-8")
    assert "workflow run publish.yml --ref main" in asked and "update-notice.yml/enable" in asked
    summary = (tmp_path / "summary").read_text("utf-8")
    assert "editions/kings-lynn" in summary and "https://anytown.example/toolkit/" in summary
    assert "several editions" not in summary


def test_the_form_asks_for_what_the_command_takes() -> None:
    form = yaml.safe_load((WORKFLOWS / "start-your-edition.yml").read_text("utf-8"))
    inputs = form[True]["workflow_dispatch"]["inputs"]  # YAML takes “on” as true
    passed = steps("start-your-edition.yml", "start")["Write the edition and check it"]["env"]
    schema = json.loads((ROOT / ".schemas/edition.json").read_text("utf-8"))

    assert {re.sub(r"\W|inputs", "", value) for value in passed.values() if "inputs" in value} == set(inputs)
    assert inputs["kind"]["options"] == schema["properties"]["place_kind"]["enum"]
    assert len(inputs) <= 10  # what GitHub has always taken


@pytest.mark.parametrize(
    ("edition", "is_told"),
    [("", True), ("exeter", True), ("plymouth-hoe,exeter", True), ("exeter,plymouth", False), ("all", False)],
)
def test_a_second_edition_is_told_until_the_build_is_told_of_it(tmp_path: Path, edition: str, is_told: bool) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for slug in ("toolkit", "exeter", "plymouth"):
        (tmp_path / "editions" / slug).mkdir(parents=True)
        (tmp_path / "editions" / slug / "edition.yml").write_text("place: X\n", "utf-8")
        git(tmp_path, "add", "editions")
        git(tmp_path, "commit", "-qm", f"Start {slug}")
    given = {
        **fake_gh(tmp_path, "echo https://anytown.example/toolkit/"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "BRANCH": "main", "GH_REPO": "x/toolkit", "GITHUB_SERVER_URL": "https://github.com", "EDITION": edition,
    }  # fmt: skip
    last = steps("start-your-edition.yml", "start")["Begin “Publish”, and switch on the weekly question about updates"]

    run_step(last, tmp_path, given)

    summary = (tmp_path / "summary").read_text("utf-8")
    assert ("several editions" in summary) is is_told
    assert ("the value `exeter,plymouth`" in summary) is is_told


def test_every_step_that_builds_knows_which_editions_are_meant() -> None:
    for workflow in WORKFLOWS.glob("*.yml"):
        for job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values():
            for step in job.get("steps", []):
                if re.search(r"make (site|check)\b", step.get("run", "")):
                    assert step.get("env", {}).get("EDITION") == "${{ vars.EDITION }}", (workflow.name, step["name"])


TITLES = {
    "links-external.yml": ("DEAD", "links-external.md"),
    "update-notice.yml": ("NEW", "updates.md"),
    "shared-notes.yml": ("NEW", "shared-notes.md"),
}


@pytest.mark.parametrize("workflow", TITLES)
@pytest.mark.parametrize(
    ("notes", "open_", "asked"),
    [("", "1", "issue create --title"), ("7", "1", "issue edit 7"), ("7", "0", "issue close 7"), ("", "0", "")],
)
def test_one_issue_is_kept_by_each_workflow_that_tells_of_something(
    tmp_path: Path, workflow: str, notes: str, open_: str, asked: str
) -> None:
    variable, file = TITLES[workflow]
    done = keep_issue(tmp_path, workflow, {variable: open_}, file, f"*list*) echo {notes};;")

    lines = [line for line in done.splitlines() if line.startswith("issue") and "issue list" not in line]
    assert [line.startswith(asked) for line in lines] == ([True] if asked else [])
    assert (tmp_path / "summary").read_text("utf-8") == "What there is to tell.\n"


def test_where_issues_are_off_the_summary_tells_it(tmp_path: Path) -> None:
    done = keep_issue(tmp_path, "links-external.yml", {"DEAD": "1"}, "links-external.md", "*Enabled*) echo false;;")

    assert "issue" not in done.replace("hasIssuesEnabled", "")
    assert (tmp_path / "summary").read_text("utf-8") == "What there is to tell.\n"


def keep_issue(folder: Path, workflow: str, given: dict[str, str], file: str, answers: str) -> str:
    """Run the step that keeps an issue. Returns what it asked GitHub."""
    (folder / ".cache").mkdir()
    (folder / ".cache" / file).write_text("What there is to tell.\n", "utf-8")
    (folder / "macros").symlink_to(ROOT / "macros")
    tools = fake_gh(folder, f"echo $* >> $ASKED; case $* in {answers} esac")
    files = {"ASKED": str(folder / "asked"), "GITHUB_STEP_SUMMARY": str(folder / "summary"), "GH_REPO": "a/b"}
    run_step(steps(workflow, "ask")["Keep one issue up to date"], folder, {**tools, **files, **given})
    return (folder / "asked").read_text("utf-8")


def test_no_script_of_a_workflow_holds_what_a_person_typed() -> None:
    for workflow in WORKFLOWS.glob("*.yml"):
        for job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values():
            for step in job.get("steps", []):
                assert "${{" not in step.get("run", ""), (workflow.name, step.get("name"))


def test_the_dev_container_opens_a_preview() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    targets = re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    for command in (container["updateContentCommand"], container["postAttachCommand"]["preview"]):
        assert command.split() == ["make", command.split()[1]] and command.split()[1] in targets
    assert container["portsAttributes"]["8000"]["onAutoForward"].startswith("openBrowser")


@pytest.mark.parametrize(
    ("label", "file"),
    [
        ("Start your edition", ".github/workflows/start-your-edition.yml"),
        ("Publish", ".github/workflows/publish.yml"),
        ("Updates", ".github/workflows/update-notice.yml"),
        ("GitHub Pages is off", ".github/workflows/start-your-edition.yml"),
        ("There is already something called", "macros/scaffold/create.py"),
        ("The folder could not be saved", ".github/workflows/start-your-edition.yml"),
    ],
)
def test_the_pages_for_councils_call_things_as_they_are_shown(label: str, file: str) -> None:
    pages = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs/adopt").glob("*.md")))

    assert f"“{label}" in pages
    assert label in (ROOT / file).read_text("utf-8")
