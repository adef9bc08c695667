"""How a reader tells of something wrong or missing on a page: links that already say which page, version and edition.

Nothing is sent or counted by the page: a link opens the reader's own mail, or a form that the reader fills in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from macros.core.github import repository
from macros.models.editions import Edition

FORM = "wrong-words.yml"  # in .github/ISSUE_TEMPLATE; its fields `page`, `version` and `edition` are filled in
MAIL_LINE_END = "\r\n"  # what an email's address has for the end of a line (RFC 6068)
Words = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Way:
    """A link: its ``kind`` (email, website, phone or form), its address, and what it says."""

    kind: str
    url: str
    text: str


@dataclass(frozen=True)
class Feedback:
    """What links of every page say alike: the edition, the toolkit's version, the site's address, the words."""

    edition: Edition
    version: str
    site_url: str
    strings: Words

    def ways(self, title: str, path: str | None) -> list[Way]:
        """The links of the page with this title, at this address inside the site; None where a page is missing.

        An edition without an email has its website instead, or else its phone.
        """
        return [*self._direct(title, path), *self._form(title, path)]

    def _direct(self, title: str, path: str | None) -> Iterator[Way]:
        contact, words = self.edition.contact, self.strings["feedback"]
        if contact.email:
            yield Way("email", self._mail(contact.email, title, path), words["email"].format(email=contact.email))
        elif contact.website:
            yield Way("website", contact.website, self.strings["footer"]["tell"].format(team=contact.team))
        if contact.phone:
            yield Way("phone", f"tel:{contact.phone.replace(' ', '')}", words["phone"].format(phone=contact.phone))

    def _mail(self, email: str, title: str, path: str | None) -> str:
        words, values = self.strings["feedback"], self._said(title, path)
        lines = [words["ask"], "", "", "", words["keep"]]
        whose = "neutral" if self.edition.neutral else "edition"
        lines += [words[name].format(**values) for name in ("page", "address", "version", whose)]
        query = {"subject": words["subject"].format(**values), "body": MAIL_LINE_END.join(lines)}
        return f"mailto:{quote(email, safe='@+')}?{_query(query)}"

    def _form(self, title: str, path: str | None) -> Iterator[Way]:
        """GitHub's form for an issue, which it fills in from the address. Other hosts have none."""
        if home := repository(self.edition.site.repository):
            words, values = self.strings["feedback"], self._said(title, path)
            query = {
                "template": FORM,
                "title": words["subject"].format(**values),
                **({} if path is None else {"page": values["address"]}),  # an empty field asks for it
                "version": values["version"],
                "edition": ", ".join(filter(None, (values["programme"], values["council"]))),
            }
            yield Way("form", f"{home}/issues/new?{_query(query)}", words["form"])

    def _said(self, title: str, path: str | None) -> dict[str, Any]:
        """The values that the words have places for. Where the site's address is not known, its top is a slash."""
        sought = self.strings["feedback"]["sought"]
        return {
            "title": title,
            "address": sought if path is None else f"{self.site_url or '/'}{path.removeprefix('./')}",
            "version": self.version,
            "programme": self.edition.programme,
            "council": self.edition.council,
        }


def _query(values: dict[str, str]) -> str:
    """Values as an address has them. A space is %20: a mail program shows a plus sign as it stands."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in values.items())
