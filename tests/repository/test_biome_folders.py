"""`make test` names the folders in which Biome looks, since it would walk through all that is built and kept."""

from __future__ import annotations

import json
import re

from tests.conftest import ROOT


def not_looked_at(make: str, settings: str) -> list[str]:
    """What ``settings`` have Biome check that stands nowhere where ``make`` has it look."""
    places = re.search(r"biome check [^\n]*?warnings (\S[^\n]*)", make)
    assert places
    includes = json.loads(re.sub(r"\s//[^\n]*|^//[^\n]*", "", settings, flags=re.MULTILINE))["files"]["includes"]
    return [each for each in includes if not each.startswith("!") and each.partition("/")[0] not in places[1].split()]


def test_biome_looks_wherever_its_settings_say() -> None:
    make, settings = ((ROOT / name).read_text("utf-8") for name in ("Makefile", "biome.jsonc"))

    assert not_looked_at(make, settings) == []
    assert not_looked_at(make.replace("warnings overrides", "warnings other"), settings) == [
        "overrides/assets/js/**/*.js",
        "overrides/assets/css/*.css",
    ]
