"""The search's index of a built site, put together again from its files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.scripts import loaded, run

FIRST = "search/search_index.json"


def entries_of(files: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every entry of the index with its text, from its ``files`` by path, as the browser reads them."""
    index = json.loads(files[FIRST])
    entries: list[dict[str, Any]] = loaded("search/entries.js").call("search/entries.js", "entriesOf", index)
    parts = [json.loads(files[f"search/{index['folder']}/texts-{at}.json"]) for at in range(len(index["texts"]))]
    texts = [text for part in parts for text in part]
    return [entry | {"text": text} for entry, text in zip(entries, texts, strict=True)]


def built_entries(site: Path) -> list[dict[str, Any]]:
    """The same, of the built ``site``."""
    return entries_of(search_files_of(site))


def answers_in(site: Path, queries: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the search of the built ``site`` finds for each of ``queries``, and how: see ``search/engine.js``."""
    files = search_files_of(site)
    index = json.loads(files[FIRST])
    parts = {name: json.loads(files[f"search/{index['folder']}/words-{name}.json"]) for name in index["parts"]}
    body = """const engine = module.engineOf(given.index);
    return given.queries.map((words) => {
      for (const name of engine.lacks(words)) engine.add(name, given.parts[name]);
      const { found, how } = engine.search(words);
      return { how, found: found.map(({ location, kind, title }) => ({ location, kind, title })) };
    });"""
    answers: list[dict[str, Any]] = run("search/engine.js", body, index=index, parts=parts, queries=queries)
    return dict(zip(queries, answers, strict=True))


def search_files_of(site: Path) -> dict[str, str]:
    """The files of the index by path."""
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in (site / "search").rglob("*.json")}
