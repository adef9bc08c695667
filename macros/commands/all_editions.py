"""``make site EDITION=all``: every edition into ``site/<slug>/``, with a page that leads to each.

One edition's fault does not stop the others: they are published, its older site stays, and the exit code says that
something is wrong. With ``STRICT=1`` nothing is changed unless all of them can be built; with ``STRICT=0`` the exit
code says that something is wrong only where nothing could be built, for a workflow that publishes what there is. That
workflow has no older site at hand: it is told what it leaves out, and turns red once the others are published.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.commands.site import command, summary
from macros.content.customisation.selection import ALL, choose, every_edition
from macros.core import colour
from macros.core.parsing import read_yaml
from macros.core.problems import ContentError
from macros.core.site_swap import begin_in, swap, uninterrupted
from macros.rendering.views import render
from macros.theme.csp import policy

Builder = Callable[[Path, Path, dict[str, str]], tuple[int, str]]
STRINGS = "templates/strings/en.yml"
PAGES = {"index.html": "hosted", "404.html": "not_found"}  # with their words in the strings


def build(root: Path, to: Path, environ: dict[str, str]) -> tuple[int, str]:
    """Build the edition that ``environ`` names into ``to``. Returns the exit code, and what it said was wrong."""
    done = subprocess.run(
        command(to),
        cwd=root,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        close_fds=False,  # it holds the lock too
    )
    print(done.stdout, flush=True)
    problems = re.search(r"^\d+ things? needs? fixing.*", done.stdout, re.MULTILINE | re.DOTALL)
    lines = re.findall(r"^(?:WARNING|ERROR).*", done.stdout, re.MULTILINE)
    return done.returncode, problems.group().removesuffix("Aborted!\n").strip() if problems else "\n".join(lines)


def build_all(root: Path, asked: list[str], environ: dict[str, str], builder: Builder = build) -> int:
    """Build the editions ``asked`` for, or all, and swap. Returns 0, or 1 where an edition could not be built."""
    started = time.monotonic()
    site = root / "site"
    built = begin_in(root / ".build", site)
    address = environ.get("SITE_URL", "").rstrip("/")
    failed: dict[str, str] = {}
    names = every_edition(root) if asked == [ALL] else list(dict.fromkeys(asked))
    for slug in names:
        print(f"\n== {slug}", flush=True)
        edition_address = f"{address}/{slug}/" if address else ""
        try:
            choose(root, {"EDITION": slug})
            code, reasons = builder(root, built / slug, {**environ, "EDITION": slug, "SITE_URL": edition_address})
        except ContentError as problems:
            code, reasons = 1, str(problems)
            print(reasons, flush=True)
        if code:
            shutil.rmtree(built / slug, ignore_errors=True)
            failed[slug] = reasons
    _report(failed, environ)
    if failed and (environ.get("STRICT") == "1" or len(failed) == len(names)):
        print(f"\nNothing was changed in site/. Fix what is named above: {', '.join(failed)}.", file=sys.stderr)
        return 1
    for slug in failed:
        if (site / slug / "edition.json").is_file():
            shutil.copytree(site / slug, built / slug)
    _write_index(root, built, f"{address}/" if address else "")
    with uninterrupted():
        swap(built, site)
        print(summary(site, time.monotonic() - started))
        for slug in failed:
            kept = "Its older site was kept." if (site / slug).is_dir() else "It is not in site/."
            print(f"\n{slug} could not be built: fix what is named above. {kept}", file=sys.stderr)
    return 1 if failed and environ.get("STRICT") != "0" else 0


def _report(failed: dict[str, str], environ: dict[str, str]) -> None:
    """In a workflow, the summary of the run says which editions could not be built; later jobs get their names."""
    reasons = (
        f"## {slug} could not be built\n\n```text\n{output.replace('```', '')}\n```\n\n"
        for slug, output in failed.items()
    )
    tables = {
        "GITHUB_STEP_SUMMARY": "".join(reasons),
        "GITHUB_OUTPUT": f"left_out={' '.join(failed)}\n" if failed else "",
    }
    for name, text in tables.items():
        if environ.get(name) and text:
            with Path(environ[name]).open("a", encoding="utf-8") as out:
                out.write(text)


def _write_index(root: Path, built: Path, address: str) -> None:
    """The page that leads to each edition, the same for an address that is not there, and what a check asks for."""
    editions = [json.loads(path.read_text("utf-8")) for path in sorted(built.glob("*/edition.json"))]
    words: dict[str, Any] = read_yaml(root / STRINGS, STRINGS).data
    tokens = {scheme: colour.tokens("#12436d", "#b0560f", scheme) for scheme in ("light", "dark")}
    palette = render("theme/palette.css", **tokens)
    for name, key in PAGES.items():
        page = render(
            "edition/hosted.html",
            t=words,
            heading=words[key]["title"],
            lead=words[key]["lead"],
            editions=sorted(editions, key=lambda edition: str(edition["place"]).lower()),
            # An address that is not there may be at any depth, so its links begin at the top.
            prefix="" if name == "index.html" else urlsplit(address).path or "/",
            palette=palette,
            policy=policy(palette),
        )
        (built / name).write_text(page + "\n", "utf-8")
    listed = {"address": address, "editions": [edition["edition"] for edition in editions]}
    (built / "edition.json").write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", "utf-8")
