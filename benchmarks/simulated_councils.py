"""Invented councils with forks of the toolkit: what they write in their own folder, and what in the wrong place.

Every sentence that one writes holds a word that is nowhere else, so that it can be looked for at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from benchmarks.simulated_git import with_line
from macros.core.fingerprints import fingerprint

WORD = "zq[0-9]+x[a-z0-9]+"
SETTINGS = """council: {name} Council
place: {name}
place_kind: town
programme: Digital {name}
contact: {{team: the team, phone: "01632 960001"}}
look: {{primary: "#12436d", accent: "#b0560f", logo: assets/logo.svg}}
"""
LOGO = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@dataclass
class Council:
    """One council's fork. ``folder`` are the files of its edition; ``words`` all that it wrote, by the page it is on.

    ``edited`` are pages of the toolkit that it changed in the wrong place, with its sentences. ``every`` is how many
    releases it lets pass before it takes one; ``addresses`` are the pages of its own.
    """

    slug: str
    random: Random
    numbers: Iterator[int]  # of all that is written in a run
    every: int = 1
    folder: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)  # words of notes, with the page as it was called then
    edited: dict[str, list[str]] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    settings: str = ""
    pages: list[str] = field(default_factory=list)  # the toolkit's pages, as the release that it last took has them
    ways: dict[str, str] = field(default_factory=dict)  # and where those are that moved

    def __post_init__(self) -> None:
        self.settings = SETTINGS.format(name=self.slug.title())
        self.folder = {"edition.yml": self.settings, "assets/logo.svg": LOGO}

    @property
    def ref(self) -> str:
        """The branch of its fork."""
        return f"refs/heads/{self.slug}"

    def files(self, changed: dict[str, str]) -> dict[str, str | None]:
        """Files of its edition by their path in the repository."""
        return {f"editions/{self.slug}/{path}": text for path, text in changed.items()}

    def sentence(self, page: str) -> str:
        """A new sentence about ``page``, with a word of its own."""
        word = f"zq{next(self.numbers)}x{self.slug}"
        self.words[word] = page
        return f"In {self.slug.title()} we do this with {word}."

    def learn(self, pages: list[str], moved: Mapping[str, str]) -> None:
        """Take a release: which ``pages`` there are, and where those are that ``moved``."""
        self.pages, self.ways = pages, dict(moved)

    def place(self, folder: str, page: str) -> str:
        """Where its file about ``page`` is, which may stand under a name that the page had before."""
        paths = (path for path in self.folder if path.startswith(folder))
        return next((path for path in paths if self._now(path.removeprefix(folder)) == page), f"{folder}{page}")

    def _now(self, page: str) -> str:
        return self.ways.get(page, page)

    def note(self, page: str, line: str) -> dict[str, str]:
        """Add ``line`` to the note on ``page``. Returns the file that changed."""
        path = self.place("notes/", page)
        self.folder[path] = f"{self.folder.get(path, '')}{line}\n"
        return {path: self.folder[path]}

    def act(self, read: Callable[[str], str]) -> dict[str, str | None]:
        """Write something; ``read`` gives the text of a file of its repository. Returns the files that changed."""
        kind = self.random.choices((self._note, self._replace, self._own, self._hide, self._wrong), (5, 2, 2, 1, 2))[0]
        return kind(self.random.choice(self.pages), read)

    def _note(self, page: str, _: Callable[[str], str]) -> dict[str, str | None]:
        line = self.sentence(page)
        self.noted[line.split()[-1].rstrip(".")] = page
        return self.files(self.note(page, line))

    def _replace(self, page: str, read: Callable[[str], str]) -> dict[str, str | None]:
        path = self.place("docs/", page)
        if path not in self.folder:
            original = read(f"docs/{page}")
            self.folder[path] = original.replace("---\n", f"---\nreplaces: {fingerprint(original)}\n", 1)
        self.folder[path] = with_line(self.folder[path], self.sentence(page), self.random.randrange(9))
        return self.files({path: self.folder[path]})

    def _own(self, page: str, _: Callable[[str], str]) -> dict[str, str | None]:
        address = f"our-page-{next(self.numbers)}.md" if self.random.random() < 0.5 else "our-hubs.md"
        path = f"docs/{address}"
        self.folder.setdefault(
            path,
            f"---\ntitle: Ours in {self.slug.title()}\ndescription: A page of our own.\nafter: {page}\n"
            "reviewed: 2026-11-24\n---\n\n# Ours\n\n## Words\n",
        )
        self.folder[path] = with_line(self.folder[path], self.sentence(address), 0)
        self.addresses.add(address)
        return self.files({path: self.folder[path]})

    def _hide(self, page: str, _: Callable[[str], str]) -> dict[str, str | None]:
        if not page.startswith(("nations/invented", "nations/renamed")) or f"page: {page}," in self.settings:
            return {}
        if "hide:" not in self.settings:
            self.settings += "hide:\n"
        self.settings += f"  - {{page: {page}, reason: {self.sentence(page)}}}\n"
        self.folder["edition.yml"] = self.settings
        return self.files({"edition.yml": self.settings})

    def _wrong(self, page: str, read: Callable[[str], str]) -> dict[str, str | None]:
        line = self.sentence(page)
        self.edited.setdefault(page, []).append(line)
        return {f"docs/{page}": with_line(read(f"docs/{page}"), line, self.random.randrange(9))}
