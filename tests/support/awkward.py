"""An invented edition with awkward words in every place where somebody may type: braces, stars, brackets, tags, quotes.

Each place has a mark of its own, so that a test can look for the mark and see whether the rest came out as typed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

AWKWARD = """{{ 7*7 }} *x* [y](z) <script>&amp;&lt; "q" 'r' _s_"""  # a label holds 60 letters with its mark
WITHOUT_GAP = AWKWARD.replace("{{ 7*7 }} ", "")  # in the text of a paper, braces are a gap
SLUG = "awkward"
OWN = Path("editions") / SLUG


class Words:
    """Gives awkward words, and remembers for which place."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def __call__(self, mark: str) -> str:
        self.marks.append(f"{mark}·")
        return f"{mark}· {typed(f'{mark}·')}"


def typed(mark: str) -> str:
    """What is typed behind ``mark``: all of it, but in texts where gaps stand."""
    return WITHOUT_GAP if mark.startswith("Gap") else AWKWARD


def plant(project: Path) -> list[str]:
    """Write the edition into ``project``, beside those that are there. Returns the marks of all places."""
    words = Words()
    for path, data in {**_settings(words), **_templates(words)}.items():
        _write(project / OWN / path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000))
    for path, data in _pages(words).items():
        original = (project / "docs" / path).read_text("utf-8")
        _write(project / OWN / "docs" / path, _page(data, original))
    _write(project / OWN / "notes/sustain.md", "A plain note.\n")
    logo = project / OWN / "assets/logo.png"
    logo.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 64), "#12436d").save(logo)
    return words.marks


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _page(data: dict[str, Any], original: str) -> str:
    """The toolkit's page ``original`` with ``data`` laid over its front matter."""
    _, head, body = original.split("---\n", 2)
    text = yaml.safe_dump({**yaml.safe_load(head), **data}, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n{body}"


def _settings(words: Words) -> dict[str, Any]:
    return {
        "edition.yml": {
            "council": words("Council"),
            "place": words("Place"),
            "place_kind": "town",
            "programme": words("Programme"),
            "contact": {"team": words("Team"), "website": "https://awkward.example/?a=1&b=2"},
            "look": {"primary": "#12436d", "accent": "#b0560f", "logo": "assets/logo.png"},
            "listed": True,
            "says": words("Says"),
            "published_by": words("Publisher"),
            "hide": [{"page": "communities/unpaid-carers.md", "reason": words("Reason")}],
        }
    }


def _pages(words: Words) -> dict[str, dict[str, Any]]:
    return {
        "sustain.md": {
            "title": words("Step"),
            "promise": words("Promise"),
            "time": words("Time"),
            "people": [words("Person")],
            "you_need": [words("Need")],
            "you_make": [words("Make")],
            "done_when": words("Done"),
            "one_hour": words("Hour"),
            "provenance_note": words("Provenance"),
            "worksheets": ["awkward-sheet"],
            "papers": ["awkward-email", "awkward-slides"],
            "checklist": "awkward-list",
        },
        "plan/index.md": {"title": words("Stage"), "stage": words("Short"), "promise": words("Stagepromise")},
        "roles.md": {"title": words("Page"), "description": words("Description")},
        "cases/york-road.md": {
            "title": words("Case"),
            "description": words("Casetext"),
            "where": words("Where"),
            "when": words("When"),
            "results": words("Results"),
        },
    }


def _templates(words: Words) -> dict[str, Any]:
    fields = [
        {"id": "a", "kind": "text", "label": words("Text"), "help": words("Help")},
        {"id": "b", "kind": "choice", "label": words("Choice"), "options": [words("First"), words("Second")]},
        {"id": "c", "kind": "tick", "label": words("Tick")},
        {"id": "d", "kind": "scale", "label": words("Scale"), "low_label": words("Low"), "high_label": words("High")},
        {
            "id": "e",
            "kind": "table",
            "label": words("Table"),
            "help": words("Tablehelp"),
            "rows": 2,
            "columns": [{"id": "f", "kind": "text", "label": words("Column")}],
        },
    ]
    worksheet = {
        "title": words("Sheet"),
        "purpose": words("Purpose"),
        "minutes": 30,
        "who": words("Who"),
        "orientation": "portrait",
        "step": "sustain.md",
        "keep": words("Keep"),
        "sections": [{"title": words("Section"), "help": words("Sectionhelp"), "fields": fields}],
        "example": {
            "community": words("Community"),
            "about": words("About"),
            "values": {"a": words("Answer"), "b": f"First· {AWKWARD}", "e": [{"f": words("Cell")}]},
        },
    }
    pack = {
        "title": words("Pack"),
        "summary": words("Summary"),
        "effort": words("Effort"),
        "steps": [{"step": "sustain.md", "why": words("Why")}, {"step": "before-you-start.md", "why": words("Then")}],
        "worksheets": ["awkward-sheet"],
        "skip": [{"what": words("Skip"), "why": words("Skipwhy")}],
        "also": [{"page": "roles.md", "why": words("Also")}],
    }
    return {
        "templates/worksheets/awkward-sheet.yml": worksheet,
        "templates/packs/awkward-pack.yml": pack,
        "templates/papers/awkward-email.yml": _paper(words, "email", "Mail", {"subject": words("Gapsubject")}, {}),
        "templates/papers/awkward-slides.yml": _paper(
            words, "slides", "Deck", {"adviser": words("Adviser")}, {"notes": words("Gapnotes"), "who": words("Gapwho")}
        ),
        "templates/checklists/awkward-list.yml": {
            "title": words("List"),
            "items": [{"id": name, "text": words(f"Item{name}"), "help": words(f"Itemhelp{name}")} for name in "xyz"],
        },
        "templates/sources.yml": {
            "launch": {"title": words("Source"), "by": words("By"), "year": 2020, "url": "https://example.org/"}
        },
        "templates/glossary.yml": [{"id": "term", "term": words("Term"), "meaning": words("Meaning")}],
        "templates/quotations.yml": [
            {"id": "said", "words": words("Quote"), "name": words("Name"), "role": words("Role"), "source": "launch"}
        ],
        "templates/figures.yml": {
            "ours": {"says": words("Figure"), "when": words("Period"), "source": "launch", "caution": words("Caution")}
        },
    }


def _paper(words: Words, kind: str, name: str, more: dict[str, Any], of_part: dict[str, Any]) -> dict[str, Any]:
    """A paper of this kind; each of its marks begins with ``name``."""
    return {
        "title": words(name),
        "purpose": words(f"{name}for"),
        "kind": kind,
        "step": "sustain.md",
        "who": words(f"{name}who"),
        "minutes": 10,
        "provenance": "suggestion",
        "slots": [{"id": "gap", "ask": words(f"{name}ask"), "example": words(f"{name}filled")}],
        "parts": [{"title": words(f"Gap{name}part"), "text": f"{words(f'Gap{name}line')}\n\n- {{gap}}", **of_part}],
        "example": {"community": words(f"{name}community")},
        **more,
    }


def shown_wrong(text: str, marks: list[str]) -> list[str]:
    """Each place in ``text`` where a mark is not followed by the words as they were typed; blanks may differ."""
    wrong = []
    plain = " ".join(text.split())
    for mark in marks:
        at = plain.find(mark)
        while at >= 0:
            shown = plain[at + len(mark) + 1 : at + len(mark) + 1 + len(typed(mark))]
            if shown != typed(mark):
                wrong.append(f"{mark} {shown}")
            at = plain.find(mark, at + 1)
    return wrong


def texts_of(value: Any) -> list[str]:
    """Every text in data as JSON has it."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in texts_of(part)]


def unpacked(attribute: str) -> str:
    """An attribute's text; where it is JSON, the texts that it holds."""
    try:
        return " ".join(texts_of(json.loads(attribute)))
    except ValueError:
        return attribute
