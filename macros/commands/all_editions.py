"""``make site EDITION=all``: every edition into ``site/<slug>/``, with a page that leads to each.

One edition's fault does not stop the others: they are published, its older site stays, and the exit code says that
something is wrong. With ``STRICT=1`` nothing is changed unless all of them can be built.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros import colour
from macros.commands.site import build, summary, swap
from macros.edition import choose, slugs
from macros.faults import Faults
from macros.render import render
from macros.source import read_yaml

Builder = Callable[[Path, Path, dict[str, str]], int]
STRINGS = "templates/strings/en.yml"
PAGES = {"index.html": "hosted", "404.html": "not_found"}  # with their words in the strings


def build_all(root: Path, asked: list[str], environ: dict[str, str], builder: Builder = build) -> int:
    """Build the editions ``asked`` for, or all, and swap. Returns 0, or 1 where an edition could not be built."""
    started = time.monotonic()
    built, site = root / ".build" / "site", root / "site"
    shutil.rmtree(root / ".build", ignore_errors=True)
    address = environ.get("SITE_URL", "").rstrip("/")
    failed = []
    names = slugs(root) if asked == ["all"] else list(dict.fromkeys(asked))
    for slug in names:
        print(f"\n== {slug}", flush=True)
        own = f"{address}/{slug}/" if address else ""
        if not _known(root, slug) or builder(root, built / slug, {**environ, "EDITION": slug, "SITE_URL": own}):
            shutil.rmtree(built / slug, ignore_errors=True)
            failed.append(slug)
    if failed and (environ.get("STRICT") == "1" or len(failed) == len(names)):
        print(f"\nNothing was changed in site/. Mend what is named above: {', '.join(failed)}.", file=sys.stderr)
        return 1
    for slug in failed:
        if (site / slug / "edition.json").is_file():
            shutil.copytree(site / slug, built / slug)
    _write_index(root, built, f"{address}/" if address else "")
    swap(built, site)
    print(summary(site, time.monotonic() - started))
    for slug in failed:
        kept = "Its older site was kept." if (site / slug).is_dir() else "It is not in site/."
        print(f"\n{slug} could not be built: mend what is named above. {kept}", file=sys.stderr)
    return 1 if failed else 0


def _known(root: Path, slug: str) -> bool:
    try:
        choose(root, {"EDITION": slug})
    except Faults as faults:
        print(faults, file=sys.stderr)
        return False
    return True


def _write_index(root: Path, built: Path, address: str) -> None:
    """The page that leads to each edition, the same for an address that is not there, and what a check asks for."""
    told = [json.loads(path.read_text("utf-8")) for path in sorted(built.glob("*/edition.json"))]
    words: dict[str, Any] = read_yaml(root / STRINGS, STRINGS).data
    tokens = {scheme: colour.tokens("#12436d", "#b0560f", scheme) for scheme in ("light", "dark")}
    for name, key in PAGES.items():
        page = render(
            "hosted.html",
            t=words,
            heading=words[key]["title"],
            lead=words[key]["lead"],
            editions=sorted(told, key=lambda one: str(one["place"]).lower()),
            # An address that is not there may be at any depth, so its links begin at the top.
            prefix="" if name == "index.html" else urlsplit(address).path or "/",
            palette=render("palette.css", **tokens),
        )
        (built / name).write_text(page + "\n", "utf-8")
    listed = {"address": address, "editions": [one["edition"] for one in told]}
    (built / "edition.json").write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", "utf-8")
