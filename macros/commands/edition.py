"""``make edition NAME="…"``: asks what a new edition needs, or takes it as options, and writes its folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from macros.commands import run
from macros.content.customisation.selection import UPSTREAM
from macros.content.strings import read_strings
from macros.core.problems import ContentError
from macros.paths import PROJECT
from macros.scaffold.create import create_edition
from macros.scaffold.questions import ASKED_OPTIONS, LIKELY_KIND, QUESTIONS, WAYS, complaint, guesses, unsettled

UNASKED = ("SITE", "REPOSITORY")  # the form on GitHub knows them; a person can add them later


def given(environ: Mapping[str, str]) -> dict[str, str]:
    """What was typed: after `make edition`, whose Makefile lets nothing else through, or into the form on GitHub."""
    return {option: environ[option].strip() for option in ASKED_OPTIONS if environ.get(option, "").strip()}


def completed(answers: Mapping[str, str], words: Mapping[str, Any]) -> dict[str, str]:
    """The answers, with what is likely where nothing was said. Without a name nothing is likely."""
    if not answers.get("NAME"):
        return dict(answers)
    likely = {"KIND": LIKELY_KIND} | {key: value for key, value in guesses(answers, words["likely"]).items() if value}
    return {**likely, **answers}


def asked(answers: Mapping[str, str], words: Mapping[str, Any], ask: Callable[[str], str]) -> dict[str, str]:
    """Ask for what was not said, one thing at a time, until each answer will do. ``ask`` shows a text, and waits."""
    known = dict(answers)
    for option in (question.option for question in QUESTIONS):
        if option in known or option in UNASKED:
            continue
        likely = guesses(known, words["likely"]).get(option, "")
        # A team can be reached in one way or in three: only the last one asked for must be there.
        may_be_left = option in WAYS and (option != WAYS[-1] or any(way in known for way in WAYS))
        hint = words["enter"].format(likely=likely) if likely else words["leave"] if may_be_left else ""
        while True:
            answer = ask(f"{words['ask'][option]}{hint} ").strip() or likely
            if not answer and may_be_left:
                break
            trouble = complaint(option, answer)
            if not trouble:
                known[option] = answer
                break
            print(f"  {trouble.message} {trouble.fix}")
    return known


def main(root: Path = PROJECT, environ: Mapping[str, str] = os.environ, ask: Callable[[str], str] | None = None) -> int:
    """Write the edition and say what to do next. Returns the exit code.

    ``ask`` is used where given, or else where there is a terminal; otherwise nobody is asked, and nothing waits.
    """
    words = read_strings(root, UPSTREAM)["start"]
    typed = given(environ)
    ask = ask or (input if sys.stdin.isatty() else None)
    try:
        typed = asked(typed, words, ask) if ask else typed
        answers = completed(typed, words)
        folder = create_edition(root, answers)
    except ContentError as problems:
        print(f"{problems}\n\n{words['nothing']}", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print(f"\n{words['nothing']}", file=sys.stderr)
        return 1
    print(words["done"].format(council=answers["NAME"], folder=f"editions/{folder.name}", slug=folder.name))
    if left := unsettled(typed):
        print(words["unsettled"].format(file=f"editions/{folder.name}/edition.yml"))
        for option in left:
            print(f"  - {words['still'][option].format(value=answers.get(option, ''))}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
