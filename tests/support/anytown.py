"""A small sound edition, Anytown, in a folder of its own: for claims about settings alone."""

from __future__ import annotations

from pathlib import Path

GOOD = """council: Anytown Council
place: Anytown
place_kind: town
programme: Digital Anytown
contact: {team: the team, phone: "01632 960001"}
look:
  primary: "#12436d"
  accent: "#b0560f"
  logo: logo.svg
"""


def edition(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "editions" / "anytown"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yml").write_text(text, "utf-8")
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return tmp_path
