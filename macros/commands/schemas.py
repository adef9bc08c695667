"""``make schemas``: JSON schemas from the models, by which editors check YAML while somebody types."""

from __future__ import annotations

import json

from pydantic import BaseModel

from macros.content.customisation.checklist_additions import Additions
from macros.content.paper_headings import Headings
from macros.models.editions import Edition
from macros.models.file_schema import file_schema
from macros.models.packs import Pack
from macros.models.pages import Checklist
from macros.models.papers import Paper
from macros.models.worksheets import Worksheet
from macros.paths import PROJECT

MODELS: dict[str, type[BaseModel]] = {
    "edition": Edition,
    "checklist": Checklist,
    "additions": Additions,
    "worksheet": Worksheet,
    "pack": Pack,
    "paper": Paper,
    "paper-headings": Headings,
}


def main() -> None:
    """Write every schema to ``.schemas/``."""
    (PROJECT / ".schemas").mkdir(exist_ok=True)
    for name, model in MODELS.items():
        text = json.dumps(file_schema(model), indent=2, ensure_ascii=False) + "\n"
        (PROJECT / ".schemas" / f"{name}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
