"""Builds for tests: copies of the project, each built in a process of its own, shared by all who test side by side."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from tests.support.build_server import environment, has_same_code, server
from tests.support.lanes import check_may_build

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "https://toolkit.example/toolkit/"  # the invented address of the toolkit's own edition in tests
WRITTEN = ("docs", "templates", "editions/toolkit", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml")
SOURCES = (*WRITTEN, "macros", "overrides")
WITH_ADDRESS = ("toolkit", "westhaven")  # editions whose quick builds know where the site will be
FEW_PAGES = Path(__file__).with_name("few_pages.py")
BARE = Path(__file__).with_name("bare.py")
MEASURED = ("toolkit", "westhaven")  # editions whose quick builds count: others run nothing more of ours
LONG_AGO = 1_700_000_000  # seconds since 1970: November 2023
LINES_THAT_RAN = "SLIPCOVER_COVERAGE_DIR"  # the one that says where each writes what it ran
PATIENCE = 1800  # seconds, after which a build must have died


@dataclass
class Built:
    """A build: its folder, what it printed, and its exit code."""

    site: Path
    said: str
    code: int

    @property
    def pages(self) -> list[Path]:
        """Every HTML file."""
        return sorted(self.site.rglob("*.html"))


def copy_sources(to: Path, *more: str, source: Path = ROOT, drawn: bool = True) -> Path:
    """A copy of the toolkit's sources, and of ``more``. Its only edition is the toolkit's own.

    Where nothing is ``drawn`` from it, it holds what people write and no code.

    A council's fork runs these tests too, and what it wrote in its own folder must not make them fail.
    """
    for name in (*(SOURCES if drawn else WRITTEN), *more):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        if (source / name).is_dir():
            shutil.copytree(source / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source / name, to / name)
    return to


def copy_project(to: Path, *, cache: bool = True, drawn: bool = True) -> Path:
    """A copy of the project with the invented editions beside the real one; ``drawn``: see :func:`copy_sources`."""
    copy_sources(to, drawn=drawn)
    shutil.copytree(ROOT / "tests" / "editions", to / "editions", dirs_exist_ok=True)
    if cache:  # documents that did not change are made once for all tests
        (ROOT / ".cache").mkdir(exist_ok=True)
        (to / ".cache").symlink_to(ROOT / ".cache")
    return to


def build(
    project: Path,
    edition: str,
    site: Path | None = None,
    site_url: str = "",
    documents: str = "all",
    measured: bool = False,
    pages: Sequence[str] = (),
    bare: bool = False,
) -> Built:
    """Build ``edition`` of the project as `make site` does, without swapping; ``documents`` as DOCUMENTS says it.

    Where ``pages`` in docs/ are named, only they are drawn; ``bare`` does without Material and print-site. Lines
    that run count only where it is ``measured``: of the pages that all tests share. What has no documents and is not
    measured is built by a process that has loaded what a build needs.
    """
    check_may_build()
    site = site or project / "built" / edition
    environ = {"EDITION": edition, "SITE_URL": site_url, "DOCUMENTS": documents, "NO_MKDOCS_2_WARNING": "1"}
    if documents == "none" and not measured and not bare and has_same_code(project):
        said, code = server(os.getpid()).build(project, [str(site), *pages], {**environment(), **environ})
        return Built(site, said, code)
    if bare:
        command = [str(BARE), str(site)]
    elif pages:
        command = [str(FEW_PAGES), str(site), *pages]
    else:
        command = ["-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        [sys.executable, *(measuring(edition) if measured else ()), *command],
        cwd=project,
        env={**environment(), **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Built(site, done.stdout, done.returncode)


def quick_build(
    project: Path, edition: str, site: Path | None = None, site_url: str = "", pages: Sequence[str] = ()
) -> Built:
    """A build without documents, in a few seconds: for claims about pages, all or those that are named."""
    return build(project, edition, site, site_url, "none", pages=pages)


def measuring(name: str) -> list[str]:
    """What stands before Python's arguments so that what they run of ours counts; nothing where nothing is measured.

    SlipCover gathers what its workers wrote, each into a file that begins so. It goes by the settings of the copy.
    """
    folder = os.environ.get(LINES_THAT_RAN)
    return ["-m", "slipcover", "--json", "--out", str(Path(folder) / f"coverage-gw-{name}.json")] if folder else []


def look_old(site: Path) -> None:
    """Let no file of ``site`` be new: a browser asks again and again for those, since they may still change."""
    for path in site.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


class SharedBuilds:
    """Each edition built once under ``folder``, whichever process asks first.

    "bare" is the awkward one once more: without Material and print-site, and with nothing kept of other builds.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, edition: str) -> Built:
        """Wait for an edition. Fails when it could not be built.

        All are begun together, because a book keeps one processor busy for a long time.
        """
        self.begin()
        report = self.folder / f"{edition}.json"
        for _ in range(PATIENCE * 5):
            if report.exists():
                break
            time.sleep(0.2)
        built = json.loads(report.read_text("utf-8"))
        assert built["code"] == 0, built["said"]
        return Built(Path(built["site"]), built["said"], built["code"])

    def quick(self, edition: str = "toolkit") -> Built:
        """An edition without documents: for claims about pages, which then need not wait for a book."""
        site = self.folder / f"quick-{edition}"
        address = ADDRESS if edition in WITH_ADDRESS else ""
        with FileLock(self.folder / f"quick-{edition}.lock"):
            if not site.exists():
                project = copy_project(self.folder / f"quick-{edition}-project")
                finished = build(project, edition, site, address, documents="none", measured=edition in MEASURED)
                assert finished.code == 0, finished.said
                look_old(site)
        return Built(site, "", 0)

    def begin(self) -> None:
        """Start the builds with documents, if nobody has. They go on while tests run that do not need them."""
        with FileLock(self.folder / "editions.lock"):
            if not (self.folder / "editions").exists():
                self._begin()

    def stop(self) -> None:
        """End builds that nobody waits for any more, because the tests were stopped."""
        for file in self.folder.glob("*.process"):
            if not file.with_suffix(".json").exists():
                with suppress(ProcessLookupError):
                    os.killpg(int(file.read_text("utf-8")), signal.SIGTERM)

    def _begin(self) -> None:
        whole = copy_project(self.folder / "editions")
        short = copy_project(self.folder / "short")
        bare = copy_project(self.folder / "bare", cache=False)
        for name, project, edition in (
            ("toolkit", whole, "toolkit"),
            ("ynys-wen", short, "ynys-wen"),
            ("bare", bare, "ynys-wen"),
        ):
            asked = [str(project), edition, str(self.folder / f"{name}.json")]
            command = [sys.executable, "-m", "tests.support.builds", *asked]
            begun = subprocess.Popen(command, cwd=ROOT, env=environment(), start_new_session=True)
            (self.folder / f"{name}.process").write_text(str(begun.pid), "utf-8")


def main() -> None:
    """Build in a process of its own, and write down how it ended."""
    project, edition, report = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    if edition == "toolkit":
        built = build(project, edition, site_url=ADDRESS)
    else:
        built = build(project, edition, documents="some", bare=report.stem == "bare")
    look_old(built.site)
    half = report.with_suffix(".half")
    half.write_text(json.dumps({"site": str(built.site), "said": built.said, "code": built.code}), "utf-8")
    half.replace(report)


if __name__ == "__main__":
    main()
