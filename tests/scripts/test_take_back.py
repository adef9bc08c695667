"""What a file brought into a worksheet goes again, also out of a tab that has it, and what was typed since stays."""

from __future__ import annotations

import json
from typing import Any

from tests.support.scripts import loaded

PATH = "project/take-back.js"
STATE = """
const { newAnswers, put, merge } = need("shared/answers.js"), { asStored, readAnswers } = need("shared/storage.js");
const { takenBack } = need("project/take-back.js");
const sheet = (values, rows = {}) => {
  const answers = newAnswers();
  for (const [name, [value, at]] of Object.entries(values)) put(answers, "values", name, value, at);
  for (const [name, [value, at]] of Object.entries(rows)) put(answers, "rows", name, value, at);
  return asStored(answers);
};
const told = (text) => {
  const { values, rows } = readAnswers(text).answers;
  return [values, rows].map((part) => Object.fromEntries([...part].map(([key, { value }]) => [key, value])));
};
"""


def ask(body: str) -> Any:
    engine = loaded(PATH, "shared/answers.js", "shared/storage.js")
    return json.loads(engine.run(f"{STATE}\nreturn JSON.stringify((() => {{ {body} }})());"))


def test_an_open_tab_that_has_what_was_brought_takes_the_answers_from_before() -> None:
    values, rows, ahead = ask("""
      const before = sheet({ who: ["Ann", 10], "map.1.name": ["Hub", 10] });
      const brought = sheet(
        { who: ["Bea", 20], "map.1.name": ["Hub", 10], "map.r2.name": ["Library", 20] }, { "map.r2": [true, 20] });
      const back = takenBack(before, brought, brought);
      const tab = readAnswers(brought).answers;
      const { ahead } = merge(tab, readAnswers(back).answers);
      return [...told(asStored(tab)), ahead];
    """)

    assert values == {"who": "Ann", "map.1.name": "Hub", "map.r2.name": ""} and rows == {"map.r2": False}
    assert not ahead, "nothing of the tab's is newer, so it writes nothing again"


def test_what_was_typed_since_stays() -> None:
    values, _ = ask("""
      const before = sheet({ who: ["Ann", 10], why: ["", 10] });
      const brought = sheet({ who: ["Bea", 20], why: ["Cost", 20] });
      const now = sheet({ who: ["Bea and Cal", 30], why: ["Cost", 20], when: ["May", 31] });
      return told(takenBack(before, brought, now));
    """)

    assert values == {"who": "Bea and Cal", "why": "", "when": "May"}


def test_a_worksheet_that_was_not_there_is_not_there_again_unless_somebody_typed_in_it() -> None:
    gone, typed = ask("""
      const brought = sheet({ who: ["Bea", 20], ticked: [true, 20] });
      const now = sheet({ who: ["Bea", 20], ticked: [true, 20], when: ["May", 30] });
      return [takenBack(null, brought, brought), told(takenBack(null, brought, now))[0]];
    """)

    assert gone is None
    assert typed == {"who": "", "ticked": False, "when": "May"}


def test_what_cannot_be_read_is_as_it_was() -> None:
    assert ask("""return takenBack("{", sheet({ who: ["Bea", 20] }), sheet({ who: ["Bea", 20] }));""") == "{"
