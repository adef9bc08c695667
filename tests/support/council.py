"""An invented council that is ready to publish, for tests to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.editions import read_edition
from macros.content.library import Library
from macros.readiness import Finding, findings

ROOT = Path(__file__).resolve().parent.parent.parent
READY = """council: Millbeck Borough Council
place: Millbeck
place_kind: borough
programme: Millbeck Online
contact: {team: the Millbeck Online team, email: online@millbeck.test}
local:
  safeguarding: the duty desk of the council
  data_protection: our information team
  equality: our equality team
  insurance: our insurance team
site: {url: "https://online.millbeck.test/"}
look: {primary: "#2f5d2a", accent: "#a4510b", logo: assets/logo.svg}
accessibility: {compliance: partially, signed_by: Head of Libraries, signed_on: 2026-11-20}
"""
NORTHMERE = """council: Northmere City Council
place: Northmere
place_kind: city
programme: Northmere Connects
contact: {team: the Northmere Connects team, website: "https://online.northmere.test", phone: 0191 222 4444}
look: {primary: "#12436d", accent: "#b0560f", logo: assets/logo.svg}
"""
Council = Callable[..., Library]


@pytest.fixture
def council(library: Library, tmp_path: Path) -> Council:
    """Reads an edition with these settings and further files, beside the toolkit's own and two invented ones."""
    shutil.copytree(ROOT / "editions" / "toolkit", tmp_path / "editions" / "toolkit")
    northmere = tmp_path / "editions" / "northmere"
    shutil.copytree(ROOT / "editions" / "toolkit" / "assets", northmere / "assets")
    (northmere / "edition.yml").write_text(NORTHMERE, "utf-8")
    shutil.copytree(ROOT / "tests" / "editions" / "eastmarch", tmp_path / "editions" / "eastmarch")

    def make(settings: str = READY, files: dict[str, str] | None = None) -> Library:
        folder = tmp_path / "editions" / "millbeck"
        logo = (ROOT / "editions/toolkit/assets/logo.svg").read_text("utf-8").replace("<svg", "<svg id='own'")
        for name, text in {"edition.yml": settings, "assets/logo.svg": logo, **(files or {})}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        councils = replace(library, root=tmp_path, edition=read_edition(tmp_path, "millbeck"))
        councils.replaced, councils.hidden = [], {}
        return councils

    return make


def found(library: Library, level: str) -> list[Finding]:
    return [finding for finding in findings(library) if finding.level == level]
