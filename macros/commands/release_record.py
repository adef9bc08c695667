"""``python -m macros.commands.release_record``: write down which sheets go out with the newest version.

Run it when a version is ready, and commit the file. ``… VERSION COMMIT`` writes the record of an older version, as git
has it.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from macros.content.release import HEADING, day_of, read_release
from macros.content.releases import RELEASES_FOLDER, read_releases
from macros.content.sheet_fingerprints import sheet_fingerprints
from macros.core.git import git
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ProblemCollector
from macros.paths import PROJECT


def record(version: str, day: date, sheets: dict[str, str]) -> str:
    """The text of ``templates/releases/<version>.yml``."""
    lines = "".join(f'  {sheet}: "{fingerprint}"\n' for sheet, fingerprint in sheets.items())
    about = f"# The sheets of version {version}: made by macros.commands.release_record, never by hand."
    return f"{about}\nday: {day}\nsheets:\n{lines}"


def files_at(root: Path, commit: str) -> dict[str, bytes]:
    """The toolkit's pages and templates by path, as ``commit`` has them."""
    names = git(root, "ls-tree", "-r", "--name-only", commit, "docs", "templates")[1].decode().splitlines()
    return {name: git(root, "show", f"{commit}:{name}")[1] for name in names if name.endswith((".md", ".yml"))}


def main(asked: list[str]) -> None:
    """Write the record that ``asked`` names; of the working files, where it names none."""
    if asked:
        version, commit = asked
        changelog = git(PROJECT, "show", f"{commit}:CHANGELOG.md")[1].decode()
        day = next(
            (day_of(heading["date"]) for heading in HEADING.finditer(changelog) if heading["version"] == version), None
        )
        if day is None:
            raise SystemExit(f"CHANGELOG.md of {commit} has no version {version} with its day.")
        sheets = sheet_fingerprints(files_at(PROJECT, commit))
    else:
        release = read_release(PROJECT)
        version, day = release.version, release.day
        sheets = dict(read_releases(ParsedFiles(PROJECT), "toolkit", ProblemCollector()).today)
    path = PROJECT / RELEASES_FOLDER / f"{version}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(record(version, day, sheets), "utf-8")
    print(f"Written: {path.relative_to(PROJECT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
