"""A process that has loaded what a build needs, and forks for each build: to load it took half of a small build.

Each build has a process, a folder and an environment of its own, and what the server loaded is what it would load
itself: the modules of the project as it is, of which nothing was called yet.
A copy of the project whose code was changed is built by a new Python: see :func:`has_same_code`. The server
ends with the tests that began it.
"""

from __future__ import annotations

import filecmp
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURES = "SLIPCOVER_"  # what begins the variables by which SlipCover measures the processes of tests
CODE = ("macros", "overrides")  # with what stands beside the code: views, scripts and fonts


class BuildServer:
    """A server that is asked by one process of tests, for one build after the other."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.build_server"], cwd=ROOT, env=environ, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def build(self, project: Path, arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[str, int]:
        """Build ``project``; ``arguments`` are those of `few_pages`. Returns what was printed, and the exit code."""
        assert self._process.stdin and self._process.stdout
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as printed:
            asked = {"folder": str(project), "environ": dict(environ), "arguments": arguments, "to": printed.name}
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return printed.read(), code


@cache
def server(process: int) -> BuildServer:
    """The server of the tests that run in ``process``."""
    return BuildServer({**environment(), "NO_MKDOCS_2_WARNING": "1"})


def environment() -> dict[str, str]:
    """The environment of a program that a test starts, which is not measured as the tests are."""
    return {name: value for name, value in os.environ.items() if not name.startswith(MEASURES)}


def has_same_code(project: Path) -> bool:
    """Whether a copy's code is the project's own, so that it need not be loaded again."""
    return all(_same(filecmp.dircmp(ROOT / name, project / name)) for name in CODE)


def _same(compared: filecmp.dircmp[str]) -> bool:
    differ = compared.left_only or compared.right_only or compared.diff_files or compared.funny_files
    return not differ and all(map(_same, compared.subdirs.values()))


def load() -> None:
    """Import what every build imports: MkDocs, its plugins, and our own code."""
    drawing = "macros.documents.name_letters"  # all that a build without documents draws
    for module in ("mkdocs.__main__", "mkdocs.commands.build", "macros.hooks", drawing, "tests.support.few_pages"):
        import_module(module)
    for plugin in entry_points(group="mkdocs.plugins"):
        if plugin.name in ("macros", "print-site"):
            plugin.load()


def become(folder: str, environ: Mapping[str, str], to: str) -> None:
    """Let this process work in ``folder``, and print into the file ``to``."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    sys.path[0] = folder
    silent, printed = os.open(os.devnull, os.O_RDONLY), os.open(to, os.O_WRONLY | os.O_APPEND)
    for ours, theirs in ((silent, 0), (printed, 1), (printed, 2)):
        os.dup2(ours, theirs)


def main() -> None:
    """Build what is asked for on standard input, a line each, until nobody can ask any more."""
    load()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            become(asked["folder"], asked["environ"], asked["to"])
            built(asked["arguments"])
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def built(arguments: Sequence[str]) -> None:
    """Build with ``arguments``, and end this process as `mkdocs` does."""
    from mkdocs.__main__ import cli

    from tests.support import few_pages

    site, *pages = arguments
    few_pages.main(site, *pages) if pages else cli(["build", "--strict", "--site-dir", site])


if __name__ == "__main__":
    main()
