"""``make affected``: before a release, which listed editions made their own what has changed since the last one.

Each edition in ``templates/listed/`` that gives its address is asked for its ``edition.json``, so it needs a network.
Nothing is written and nobody is told: the maintainer decides whether a change is worth a word to them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from macros.commands import run
from macros.content.customisation.adaptations import texts_by_key
from macros.content.customisation.string_check import STRINGS
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.git import git
from macros.core.web import Fetch, fetch
from macros.paths import PROJECT


def changed_since(root: Path, commit: str) -> set[str]:
    """Files of docs/ and templates/ that differ from ``commit``, and keys of interface words. Raises ``GitError``."""
    listed = git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--", "docs", "templates")[1]
    before = yaml.safe_load(git(root, "show", f"{commit}:{STRINGS}")[1])
    now = yaml.safe_load((root / STRINGS).read_text("utf-8"))
    keys = {key for key, _ in set(texts_by_key(before)) ^ set(texts_by_key(now))}
    return {path for path in listed.decode().split("\0") if path} | keys


def affected(library: Library, changed: Iterable[str], ask: Fetch) -> list[str]:
    """A line for each listed edition: what of ``changed`` it made its own, or why it could not be asked."""
    wanted, lines = set(changed), []
    for adopter in library.listed:
        edition = adopter.edition
        if not edition.site.url:
            lines.append(f"{edition.council}: it gives no address, so it could not be asked.")
            continue
        try:
            answer = json.loads(ask(f"{edition.site.url.rstrip('/')}/edition.json"))
            adapted = answer.get("adapted", {})
            names = {
                kind: sorted(wanted.intersection(adapted.get(kind, []))) for kind in ("replaced", "notes", "strings")
            }
        except (OSError, ValueError, AttributeError, TypeError) as error:
            lines.append(f"{edition.council}: it could not be asked ({' '.join(str(error).split())}).")
            continue
        parts = [f"{kind}: {', '.join(files)}" for kind, files in names.items() if files]
        lines.append(f"{edition.council}: {'; '.join(parts) or 'nothing of its own has changed.'}")
    return lines


def main(root: Path = PROJECT, ask: Fetch = fetch, environ: Mapping[str, str] = os.environ) -> int:
    """Ask and print. ``SINCE`` says since when; else it is the newest tag. Returns the exit code."""
    since = environ.get("SINCE") or git(root, "describe", "--tags", "--abbrev=0")[1].decode().strip()
    lines = affected(read_library(root, "toolkit", read_nav(root)), changed_since(root, since), ask)
    print(f"Changed since {since}, and made their own by editions that are listed:\n")
    print("\n".join(f"- {line}" for line in lines) or "No edition is listed yet.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
