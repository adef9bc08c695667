"""A command that finds a file of the toolkit missing says which, and what to do, without a traceback."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("programs")

COMMANDS = ("edition", "updates", "check", "site")
# Runs each command as `python -m` does, one after the other: to load them all took longer than what they do.
SCRIPT = """
import runpy, sys
for command in sys.argv[1:]:
    sys.argv = [command]
    try:
        runpy.run_module(f"macros.commands.{command}", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        print(f"<{command} ended with {end.code}>")
"""


@pytest.mark.parametrize("file", ["templates/strings/en.yml", "editions"])
def test_a_missing_file_of_the_toolkit_is_told_by_every_command_without_a_traceback(project: Path, file: str) -> None:
    for invented in (ROOT / "tests" / "editions").iterdir():  # each would be built, and tell the same
        shutil.rmtree(project / "editions" / invented.name)
    (project / file).rename(project / "away")

    done = subprocess.run(
        [sys.executable, "-u", "-W", "ignore::RuntimeWarning:runpy", "-c", SCRIPT, *COMMANDS], cwd=project,
        env={"PATH": "/usr/bin:/bin", "EDITION": "all"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip

    assert "Traceback" not in done.stdout, done.stdout
    ended = re.findall(r"(.*?)<(\w+) ended with (\w+)>\n", done.stdout, re.DOTALL)
    assert [command for _, command, _ in ended] == list(COMMANDS), done.stdout
    for printed, command, code in ended:
        assert code in ("1", "2"), (command, printed)
        if not (command == "updates" and file == "editions"):  # git is asked first, and this copy has none
            assert file in printed or "Nothing was said." in printed, (command, printed)
