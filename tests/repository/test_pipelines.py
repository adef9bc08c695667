"""Pipelines of GitHub, GitLab and Azure DevOps are what their schemas allow, and do the same."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.support.git import git
from tests.support.workflows import WORKFLOWS, run_step, steps

pytestmark = pytest.mark.usefixtures("programs")

CI = ROOT / ".ci"
# Which schema is for which files. Azure's has patterns that only the older kind of expression reads.
SCHEMAS: dict[str, list[Path]] = {
    "vendor.github-workflows": sorted(WORKFLOWS.glob("*.yml")),
    "vendor.dependabot": [ROOT / ".github/dependabot.yml"],
    "vendor.gitlab-ci": [CI / "gitlab-ci.yml"],
    "vendor.azure-pipelines": [CI / "azure-pipelines.yml"],
}
FAULTS = {
    "vendor.github-workflows": "on: push\njobs: {x: {steps: []}}\n",
    "vendor.dependabot": "version: 3\n",
    "vendor.gitlab-ci": "pages: {script: make site, cache: {key: {files: 7}}}\n",
    "vendor.azure-pipelines": "jobs: [{job: x, steps: [{skript: make}]}]\n",
}


def told(schema: str, *files: Path) -> str:
    """What is wrong with the files; empty where nothing is."""
    options = ["--builtin-schema", schema, "--regex-variant", "nonunicode"]
    done = CliRunner().invoke(check_jsonschema, [*options, *map(str, files)])
    return "" if done.exit_code == 0 else done.output


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_pipeline_is_what_its_schema_allows(schema: str, tmp_path: Path) -> None:
    assert told(schema, *SCHEMAS[schema]) == ""
    (tmp_path / "bad.yml").write_text(FAULTS[schema], "utf-8")
    assert "bad.yml" in told(schema, tmp_path / "bad.yml")


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def test_every_pipeline_builds_and_checks_the_site_by_the_same_commands() -> None:
    gitlab = read(CI / "gitlab-ci.yml")["pages"]["script"]
    azure = [step["script"] for step in read(CI / "azure-pipelines.yml")["jobs"][0]["steps"] if "script" in step]

    assert gitlab[:2] == ["make site", "make check"]
    assert azure[:2] == ["make zip", "make check"]  # which builds the site first
    assert "zip: site " in (ROOT / "Makefile").read_text("utf-8")
    assert "make check" in [step["run"] for step in steps("ready-zip.yml", "pack").values()]


def test_no_pipeline_bothers_a_fork_that_does_not_ask_for_it() -> None:
    assert not [name for name in (".gitlab-ci.yml", "azure-pipelines.yml") if (ROOT / name).exists()]
    for name in ("release.yml", "dependencies.yml", "exits.yml", "newest-python.yml", "shared-notes.yml"):
        for job in read(WORKFLOWS / name)["jobs"].values():
            assert job["if"] == "${{ !github.event.repository.fork }}", name


def test_what_is_kept_between_runs_is_packages_under_their_list_and_documents() -> None:
    gitlab = {str(cache["paths"]): cache["key"] for cache in read(CI / "gitlab-ci.yml")["pages"]["cache"]}
    azure = [step["inputs"] for step in read(CI / "azure-pipelines.yml")["jobs"][0]["steps"] if "Cache" in str(step)]
    keys = {cache["path"]: cache["key"] for cache in azure if "path" in cache}

    for key in (str(gitlab["['.venv']"]), keys[".venv"]):
        assert "pyproject.toml" in key and "macros/commands/set-up.sh" in key
    assert ".cache/documents" in keys and "['.cache/documents']" in gitlab


def notes(folder: Path, tag: str, version: str = "1.5.0") -> subprocess.CompletedProcess[str]:
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', "utf-8")
    log = "# What is new\n\n## 1.5.0, 2 December 2026\n\nNew [page](docs/roles.md).\n\n## 1.4.0, x\n\nOld.\n"
    (folder / "CHANGELOG.md").write_text(log, "utf-8")
    script = ROOT / "macros/commands/release-notes.sh"
    return subprocess.run(["sh", str(script), tag], cwd=folder, capture_output=True, text=True, check=False)


def test_a_release_says_what_is_new_in_its_version_alone(tmp_path: Path) -> None:
    done = notes(tmp_path, "v1.5.0")

    assert done.returncode == 0 and "New [page](../../blob/v1.5.0/docs/roles.md)." in done.stdout
    assert "Old" not in done.stdout and "## " not in done.stdout


@pytest.mark.parametrize(("tag", "version"), [("v1.5.1", "1.5.0"), ("v1.5.0", "1.4.0"), ("v1.4.0", "1.4.0")])
def test_a_tag_that_is_not_the_version_makes_no_release(tmp_path: Path, tag: str, version: str) -> None:
    done = notes(tmp_path, tag, version)

    assert done.returncode == 1 and "Make them the same" in done.stderr and not done.stdout


def test_a_release_holds_site_downloads_source_list_and_checksums(tmp_path: Path) -> None:
    (tmp_path / "site/downloads").mkdir(parents=True)
    (tmp_path / "site/downloads/book.pdf").write_text("book", "utf-8")
    (tmp_path / "digital-inclusion-toolkit-toolkit.zip").write_text("site", "utf-8")
    tools = tmp_path / ".venv/bin"
    tools.mkdir(parents=True)
    for name in ("python", "cyclonedx-py"):  # the last thing that each is told is where to write
        (tools / name).write_text(
            '#!/bin/sh\nfor to; do :; done\ncase $to in release/*) echo {} > "$to";; esac\n', "utf-8"
        )
        (tools / name).chmod(0o755)
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Begin")

    run_step(steps("release.yml", "release")["Put together what is released"], tmp_path, {"TAG": "v1.5.0"})

    files = {"site-v1.5.0.zip", "downloads-v1.5.0.zip", "source-v1.5.0.tar.gz", "sbom-v1.5.0.cdx.json"}
    assert {file.name for file in (tmp_path / "release").iterdir()} == {*files, "SHA256SUMS"}
    sums = (tmp_path / "release/SHA256SUMS").read_text("utf-8")
    assert set(re.findall(r"  (.+)", sums)) == files
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "release", check=True)
