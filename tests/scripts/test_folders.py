"""A folder that somebody drops is all the files in it, however deep."""

from __future__ import annotations

import json

from tests.support.scripts import loaded

# As a browser has them: a folder gives its content in parts of two, and then nothing.
ENTRIES = """
const entry = ([name, content]) => Array.isArray(content)
  ? { name, isDirectory: true, createReader() {
      const left = content.map(entry);
      return { readEntries: (done) => done(left.splice(0, 2)) };
    } }
  : { name, isDirectory: false, file: (done) => done(name) };
need("bring-in/folders.js").filesIn(%s.map(entry)).then((files) => (globalThis.files = files));
"""


def test_every_file_in_a_folder_is_found_and_none_that_a_system_put_there() -> None:
    inner = ["2026", [["d.odt", ""], ["c.pdf", ""], ["e.ods", ""], ["~$d.docx", ""]]]
    dropped = [["Llŷr", [inner, ["b.docx", ""], ["Thumbs.db", ""], [".DS_Store", ""]]], ["a.json", ""], ["empty", []]]
    engine = loaded("bring-in/folders.js")
    engine.run(ENTRIES % json.dumps(dropped))

    assert engine.run("return files;") == ["a.json", "b.docx", "c.pdf", "d.odt", "e.ods"]
