"""Scripts of the site, run outside a browser by V8: what draws a chart on the page draws it for paper too.

There is no page here: a script that asks for ``document`` or fetches something fails. One engine serves a process,
since starting it takes longer than most of what is asked of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from macros.core.es_module import Module, read_module
from macros.core.problems import ContentError, Problem

# The same as in views/bundler/joined-tool.js, without a page that could fetch anything.
LOADER = """
const scripts = {};
const made = {};

function need(path) {
  if (!(path in made)) {
    made[path] = {};
    scripts[path](made[path], need, async (other) => need(other));
  }
  return made[path];
}

function called(path, name, given) {
  return JSON.stringify(need(path)[name](...JSON.parse(given)));
}
"""


class ScriptEngine:
    """The modules below ``folder``, ready to be called. Each is read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: set[str] = set()
        self._racer = MiniRacer()
        # While Python itself ends, V8's thread no longer answers: from 3.13 on, closing it then would wait for ever.
        Finalize(self, self._racer.close, exitpriority=0)
        self._racer.eval(LOADER)

    def call(self, path: str, name: str, *given: Any) -> Any:
        """What the function ``name`` of the module at ``path`` returns for ``given``.

        Both ways only what JSON can say comes through. Raises :class:`macros.core.problems.ContentError` where the
        module, or one that it needs, is not there or cannot be read; ``py_mini_racer.JSEvalException`` where it throws.
        """
        self.load(path)
        return json.loads(str(self._racer.call("called", path, name, json.dumps(given))))

    def run(self, body: str) -> Any:
        """What ``body`` returns: the inside of a function, in which ``need(path)`` gives a module that is loaded.

        Raises ``py_mini_racer.JSEvalException`` where it throws.
        """
        return json.loads(str(self._racer.eval(f"JSON.stringify((() => {{\n{body}\n}})() ?? null)")))

    def load(self, path: str) -> None:
        """Make the module at ``path`` and all that it needs or brings known. Raises as :meth:`call` does."""
        for module in self._unread(path):
            offers = ", ".join(f"{outside}: {inside}" for outside, inside in module.offers.items())
            body = f"{module.body}\nObject.assign(out, {{ {offers} }});"
            self._racer.eval(f"scripts[{json.dumps(module.path)}] = (out, need, bring) => {{\n{body}\n}};")

    def _unread(self, path: str) -> Iterator[Module]:
        waiting = [path]
        while waiting:
            here = waiting.pop()
            if here in self._loaded:
                continue
            if not (self._folder / here).is_file():
                raise ContentError(
                    [Problem(here, 0, "There is no such script, and it is asked for.", "Fix the address.")]
                )
            module = read_module(here, (self._folder / here).read_text("utf-8"), self._folder.name)
            if module.problems:
                raise ContentError(module.problems)
            self._loaded.add(here)
            waiting += [*module.needs, *module.brings]
            yield module


@cache
def engine_of(folder: Path) -> ScriptEngine:
    """The engine of this process for the scripts in ``folder``."""
    return ScriptEngine(folder)
