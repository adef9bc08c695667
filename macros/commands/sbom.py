"""Adds to a release's list of what it is built with (SBOM, in the form of CycloneDX) what readers' browsers get.

The tool that writes the list knows the Python packages alone. The scripts of others stand among ours, in the form in
which the site sends them, and ``vendor/packages.json`` says what they are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from macros.paths import SCRIPT_FILES

VENDORED = SCRIPT_FILES / "vendor" / "packages.json"


def component(package: str, version: str, licence: str) -> dict[str, Any]:
    """One script of others, as CycloneDX has it."""
    address = f"pkg:npm/{quote(package)}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": package,
        "version": version,
        "purl": address,
        "licenses": [{"license": {"id": licence}}],
    }


def with_scripts(listed: dict[str, Any], packages: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The list with the scripts of ``packages``, which are by their folder."""
    scripts = [component(entry["package"], entry["version"], entry["licence"]) for entry in packages.values()]
    return {**listed, "components": [*listed.get("components", []), *scripts]}


def main(file: Path) -> int:
    """Add them to the list in ``file``. Returns the exit code."""
    listed = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(with_scripts(listed, json.loads(VENDORED.read_text("utf-8"))), indent=2), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
