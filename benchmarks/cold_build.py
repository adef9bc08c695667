"""The cold build, which takes longest: run once for all parts that compare with it, and for what they build upon it."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

from benchmarks.measure import Cost
from benchmarks.project import SOURCES, Bench
from macros.core.files import files_in
from macros.paths import PROJECT

KEPT = PROJECT / ".build" / "bench"


def cold_build(bench: Bench, *, again: bool = False) -> Cost:
    """What a build of the toolkit's own edition costs that draws everything; ``bench`` has it drawn afterwards.

    It is run where no part has run it with the same sources, or ``again``.
    """
    place, drawn = KEPT / _fingerprint(), bench.project / ".cache/documents"
    if again or not (place / "cost.json").is_file():
        cost = bench.ours("all")
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.copytree(drawn, place / "documents")
        (place / "cost.json").write_text(json.dumps(asdict(cost)), "utf-8")
    shutil.copytree(place / "documents", drawn, dirs_exist_ok=True)
    return Cost(**json.loads((place / "cost.json").read_text("utf-8")))


def _fingerprint() -> str:
    """Changes whenever a source of the site does."""
    digest = hashlib.sha256()
    for name in SOURCES:
        source = PROJECT / name
        for path in files_in(source) if source.is_dir() else [source]:
            if "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(PROJECT).as_posix()}\0".encode() + _read(path))
    return digest.hexdigest()[:16]


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
