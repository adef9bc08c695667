"""Steps of GitHub workflows, run here: for tests of the scripts that they hold."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

WORKFLOWS = ROOT / ".github/workflows"


def steps(workflow: str, job: str) -> dict[str, dict[str, Any]]:
    """The steps of a job that run a script, by name."""
    listed = yaml.safe_load((WORKFLOWS / workflow).read_text("utf-8"))["jobs"][job]["steps"]
    return {step["name"]: step for step in listed if "run" in step}


def fake_gh(folder: Path, script: str) -> dict[str, str]:
    """The settings by which a step finds ``script`` in place of GitHub's own program, which needs a network."""
    tools = folder / "bin"
    tools.mkdir()
    (tools / "gh").write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (tools / "gh").chmod(0o755)
    return {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "GH_TOKEN": "none"}


def run_step(step: dict[str, Any], folder: Path, given: Mapping[str, str]) -> None:
    """Run a step as GitHub does, with what is ``given`` in its environment. Raises where it fails."""
    mine = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=folder,
        env={**mine, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (step["name"], done.stdout, done.stderr)
