"""Scripts of the site without a page: V8 runs them, with the few things of a browser that a test lends them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from unittest.mock import patch

from macros.core import javascript
from macros.core.es_module import read_module
from macros.core.javascript import ScriptEngine
from macros.paths import SCRIPT_FILES

# What a browser has and V8 alone lacks. `full` and `blocked` make the store fail as a browser's does.
BROWSER = """
globalThis.lent = { full: false, blocked: false, time: 1000 };
const kept = new Map();
const allowed = () => { if (lent.blocked) throw new Error("SecurityError"); };
globalThis.localStorage = {
  getItem(name) { allowed(); return kept.get(name) ?? null; },
  setItem(name, text) {
    allowed();
    if (lent.full) throw Object.assign(new Error("QuotaExceededError"), { name: "QuotaExceededError" });
    kept.set(name, text);
  },
  removeItem(name) { allowed(); kept.delete(name); },
};
globalThis.crypto = { getRandomValues: (array) => array.fill(7) };
globalThis.location = { protocol: "https:", href: "https://site.example/toolkit/pick/", hash: "", search: "" };
globalThis.listeners = {};
globalThis.addEventListener = (kind, heard) => (listeners[kind] ??= []).push(heard);
globalThis.document = { addEventListener };
globalThis.CSS = { escape: (text) => text };
globalThis.clearTimeout = () => {};
globalThis.setTimeout = () => 0; // no test waits: what comes later is called by the test
Date.now = () => lent.time;
"""

module_of = cache(read_module)


def loaded(*paths: str) -> ScriptEngine:
    """A fresh engine in which the modules at these ``paths`` below ``assets/js/`` can be had by ``need(path)``."""
    engine = ScriptEngine(SCRIPT_FILES)
    engine.run(BROWSER)
    with patch.object(javascript, "read_module", module_of):  # which takes longer than all else
        for path in paths:
            engine.load(path)
    return engine


def run(path: str, body: str, **given: Any) -> Any:
    """What ``body`` returns, where ``module`` is the one at ``path`` and ``given`` what the test hands over."""
    return loaded(path).run(f"const module = need({json.dumps(path)});\nconst given = {json.dumps(given)};\n{body}")
