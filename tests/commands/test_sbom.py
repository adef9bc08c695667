"""A release's list of what it is built with holds the scripts of others that readers' browsers get."""

from __future__ import annotations

import json
from pathlib import Path

from macros.commands.sbom import VENDORED, main


def test_the_list_keeps_what_it_holds_and_gets_every_script_of_others(tmp_path: Path) -> None:
    file = tmp_path / "sbom.json"
    file.write_text(json.dumps({"bomFormat": "CycloneDX", "components": [{"name": "mkdocs"}]}), "utf-8")

    assert main(file) == 0

    listed = json.loads(file.read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX" and listed["components"][0] == {"name": "mkdocs"}
    addresses = [component["purl"] for component in listed["components"][1:]]
    assert "pkg:npm/%40cantoo/pdf-lib@2.11.1" in addresses and len(addresses) == len(set(addresses)) == 4


def test_every_folder_of_scripts_of_others_is_listed_with_the_version_that_it_says() -> None:
    packages = json.loads(VENDORED.read_text("utf-8"))

    assert set(packages) == {folder.name for folder in VENDORED.parent.iterdir() if folder.is_dir()}
    for name, entry in packages.items():
        folder = VENDORED.parent / name
        licences = [path.read_text("utf-8")[:400] for path in folder.iterdir() if path.name != "LICENSE"]
        assert any(entry["version"] in text and f"{entry['licence']} licence" in text for text in licences), name
        assert (folder / "LICENSE").is_file()
