"""Macros of the statements: accessibility, privacy, licence. They fill in what the edition and the last test say."""

from __future__ import annotations

from macros.pages.context import PageContext


class StatementMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here
        self._signed = here.library.edition.accessibility
        self._statement = here.library.statement

    def applies_to(self) -> str:
        """What the statement is about, and who runs the website."""
        return self._here.view("statement/statement-scope.html", address=self._here.documents.site_url)

    def whose_edition(self) -> str:
        """Whose edition this is, in a sentence."""
        return self._here.view("statement/whose-edition.html")

    def own_words(self, name: str) -> str:
        """The words ``name`` of :func:`place_words`, or ``credited_for``, with a mark in a neutral edition.

        The form of an edition puts a council's own words in a marked place.
        """
        library = self._here.library
        credited = library.strings["statements"]["credited_for"].format(**library.place)
        known = {**library.place, "credited_for": "" if library.edition.neutral else credited}
        return self._here.view("statement/own-words.html", mark=name.replace("_", "-"), words=known[name])

    def run_by(self) -> str:
        """Who runs the website, in the middle of a sentence."""
        return self._here.view("statement/statement-run-by.html")

    def ways_to_reach(self) -> str:
        """Every way to reach the team, and how soon it answers if the edition says so."""
        return self._here.view("statement/statement-reach.html", answer_in=self._signed.answer_in)

    def enforcement(self) -> str:
        """Who sees to it that the rules are kept, in the words that the law fixes."""
        return self._here.view("statement/statement-enforcement.html", where=self._signed.enforcement)

    def compliance(self) -> str:
        """How far the rules are met, in the words that the law fixes; or that nobody has said so yet."""
        return self._here.view("statement/statement-compliance.html", signed=self._signed)

    def known_problems(self, reason: str) -> str:
        """What is known not to work, for one of the law's three reasons: the toolkit's problems and the edition's."""
        problems = [*self._statement.known.problems, *self._signed.problems]
        return self._here.view(
            "statement/statement-problems.html", problems=[problem for problem in problems if problem.reason == reason]
        )

    def how_tested(self) -> str:
        """What the last automated test looked at and found, what it did not, and tests by people."""
        library, result = self._here.library, self._statement.result
        own_paths = sorted(path for path, written in library.pages.items() if written.own)
        changed = bool(own_paths or library.notes) and result.edition != library.edition.slug
        return self._here.view(
            "statement/statement-tests.html",
            result=result,
            widths=f" {self._here.library.strings['statements']['and']} ".join(str(width) for width in result.widths),
            untested=self._statement.known.untested,
            changed=changed,
            tests=self._signed.tested,
        )

    def prepared(self) -> str:
        """Who signed the statement and when; or that nobody has."""
        last_test = max([self._statement.result.day, *(test.day for test in self._signed.tested)])
        return self._here.view("statement/statement-signed.html", signed=self._signed, last_test=last_test)
