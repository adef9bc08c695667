"""No sentence of a page, a paper or a worksheet is longer than an officer reads in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.support.builds import ROOT

MOST_WORDS = 25
MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
CODE = re.compile(r"^```.*?^```", re.M | re.S)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
TAG = re.compile(r"<[^>]+>")
BREAK = re.compile(r"(?<=[.!?:])[”\"’)*]*\s+(?=[“\"A-Z{\[])|;\s")
WORD = re.compile(r"[\w£@./-]*\w[\w'’%.-]*")
# Other people's words, and those that only the search reads.
NOT_OURS = {"quotations.yml", "sources.yml", "search.yml"}
FIXED = "is responsible for enforcing the"  # wording that the model accessibility statement prescribes
NOT_READ = {"id", "url", "from"}


def long_sentences(text: str) -> list[str]:
    """Each sentence of ``text`` with too many words, with how many; a gap or a macro is none."""
    plain = TAG.sub("", LINK.sub(r"\1", MACRO.sub("", text)))
    sentences = (piece for line in plain.splitlines() for piece in BREAK.split(line))
    return [
        f"{count} words: {sentence.strip()}"
        for sentence in sentences
        if (count := len(WORD.findall(sentence))) > MOST_WORDS and FIXED not in sentence
    ]


def texts_in(data: object) -> Iterator[str]:
    """Every text that a reader sees in what a YAML file says."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts_in(value) if key not in NOT_READ else ()
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)
    elif isinstance(data, str):
        yield data


def written(root: Path) -> Iterator[tuple[str, str]]:
    """Each text that a reader sees on a page or in a template, with its file."""
    for path in sorted((root / "docs").rglob("*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        texts = [
            *texts_in(yaml.load(front, Loader=yaml.CSafeLoader)),
            *CODE.sub("", body).replace("|", "\n").splitlines(),
        ]
        yield from ((path.relative_to(root).as_posix(), text) for text in texts)
    for path in sorted((root / "templates").rglob("*.yml")):
        if path.name not in NOT_OURS:
            texts = list(texts_in(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)))
            yield from ((path.relative_to(root).as_posix(), text) for text in texts)


def faults(root: Path) -> list[str]:
    return [f"{name}: {fault}" for name, text in written(root) for fault in long_sentences(text)]


def test_no_sentence_is_too_long() -> None:
    assert faults(ROOT) == []


def test_a_long_sentence_is_found_on_a_page_in_a_cell_and_in_a_template(tmp_path: Path) -> None:
    long = " ".join(["word"] * (MOST_WORDS + 1))
    for name, text in {
        "docs/a.md": f"---\ntitle: {long}\n---\nShort. {long}.\n\n| a | {long} |\n",
        "docs/b.md": f"---\ntitle: Short\n---\n{long[:-5]}. See [this](https://example.org/{'x ' * 30})\n",
        "templates/c.yml": f"id: {long}\ntext: {long}\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    assert [fault.partition(":")[0] for fault in faults(tmp_path)] == ["docs/a.md"] * 3 + ["templates/c.yml"]
