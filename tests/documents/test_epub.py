"""The guide as an EPUB: the book's pages in its order, without scripts or forms, with links that lead somewhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from macros.content.library import Library
from macros.content.parts import NOT_ON_PAPER
from macros.core.html import text_of
from macros.documents.build_options import BuildOptions
from macros.documents.epub import EpubBook, draw, identifier, picture_names
from macros.documents.epub_pages import EpubLinks, page_bodies
from macros.documents.output_kinds import used_worksheets
from macros.documents.page_parts import Entry, PagePart, PageParts
from macros.documents.store import Documents
from macros.publishing.build import Build, whole_nav
from macros.publishing.epub import EPUB_MODULE, epub_request
from macros.quality import epub_check
from macros.quality.epub_check import epub_errors
from macros.rendering.glossary_terms import TermExplainer
from tests.support.builds import ADDRESS, Built

NAMES = {"x": "http://www.w3.org/1999/xhtml", "o": "http://www.idpf.org/2007/opf"}
PLANTED = {"RSC-005": 1, "RSC-007": 1, "OPF-014": 1}  # one name for two elements, a page that is not there, a script
NOT_IN_EPUB = ("script", "form", "input", "select", "textarea", "button", "iframe")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def build(parts: PageParts, library: Library) -> Build:
    documents = Documents(library, ADDRESS)
    return Build(library, documents, BuildOptions(), whole_nav(library), parts, TermExplainer(library.terms))


@pytest.fixture(scope="module")
def epub(build: Build, quick: Built, draws: None) -> bytes:
    return epub_request(build, quick.site).prepare().draw()


@pytest.fixture(scope="module")
def files(epub: bytes) -> dict[str, bytes]:
    return unpacked(epub)


def unpacked(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spine(files: Mapping[str, bytes]) -> list[str]:
    """The files in the order in which they are read."""
    package = etree.fromstring(files["EPUB/package.opf"])
    hrefs = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", NAMES)}
    return [hrefs[item.get("idref")] for item in package.iterfind(".//o:itemref", NAMES)]


def part(path: str, body: str, *pictures: str) -> PagePart:
    return PagePart(path, path, path.title(), f'<section id="{path}"><h2>{path.title()}</h2>{body}</section>', pictures)


def small_book(library: Library, *pages: PagePart, pictures: Mapping[str, bytes] | None = None) -> EpubBook:
    colophon = Documents(library, "").colophon("", EPUB_MODULE)
    entries = tuple(Entry(page.title, page.id) for page in pages)
    return EpubBook(pages, entries, colophon, {}, pictures or {})


def bodies(*pages: PagePart, site: str = "") -> list[str]:
    return page_bodies(pages, EpubLinks(site, {"lacking": "lacking/"}, {}))


def not_for_readers(content: bytes) -> list[str]:
    """What a page holds that no e-reader runs or fills in."""
    page = etree.fromstring(content)
    elements = [element for name in NOT_IN_EPUB for element in page.iterfind(f".//x:{name}", NAMES)]
    handlers = [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    return [etree.QName(element).localname for element in elements] + [str(name) for name in handlers]


def changed(book: bytes, name: str, *planted: bytes) -> bytes:
    """The book with ``planted`` at the end of one of its pages, and everything else as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as archive, zipfile.ZipFile(out, "w") as other:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename == name:
                content = content.replace(b"</body>", b"".join(planted) + b"</body>")
            other.writestr(entry, content)
    return out.getvalue()


def test_epubcheck_finds_what_is_planted_in_the_book_and_nothing_else(
    epub: bytes, files: dict[str, bytes], tmp_path: Path, programs: None
) -> None:
    """It runs for seconds: a book with a few faults shows at once that it finds them, and that there are no others."""
    page = f"EPUB/{spine(files)[-1]}"  # of one fault in several pages it tells the first
    known = re.findall(rb' id="([^"]+)"', files[page])[0]
    planted = (
        b'<p id="%s">One name for two</p>' % known,
        b'<p><a href="none.xhtml">A page that is not there</a></p>',
        b"<p><script>1</script></p>",
    )
    assert changed(epub, page) == epub
    (tmp_path / "book.epub").write_bytes(changed(epub, page, *planted))
    errors = epub_errors(tmp_path / "book.epub")

    assert Counter(line.split(": ")[1].split()[0] for line in errors) == PLANTED
    assert [line for line in errors if not line.startswith(f"{page}, line ")] == []


def test_a_checker_of_books_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub_check, "PACKAGE", "no_such_checker")

    with pytest.raises(RuntimeError, match="EPUBCheck is not there"):
        epub_errors(tmp_path / "book.epub")


def test_every_page_of_the_book_is_in_it_once_and_in_order(files: dict[str, bytes], build: Build) -> None:
    sheets = {f"worksheets/{name}.md" for name in used_worksheets(build.library)}
    pages = [page for chapter in build.parts.chapters(NOT_ON_PAPER) for page in chapter.pages]
    wanted = [page.title for page in pages if page.path not in sheets]
    read = [name for name in spine(files) if name.startswith("pages/")]
    titles = [text_of(etree.fromstring(files[f"EPUB/{name}"]).find(".//x:h1", NAMES)) for name in read]
    nav = etree.fromstring(files["EPUB/nav.xhtml"]).find(".//x:nav", NAMES)

    assert len(wanted) > 100
    assert titles == wanted
    assert [link.get("href") for link in nav.iterfind(".//x:a", NAMES)] == read
    assert {name for name in files if name.startswith("EPUB/pages/")} == {f"EPUB/{name}" for name in read}


def test_each_worksheet_is_named_with_its_address(files: dict[str, bytes], library: Library) -> None:
    page = etree.fromstring(files["EPUB/pages/worksheets.xhtml"])
    links = {link.get("href"): text_of(link) for link in page.iterfind(".//x:a", NAMES)}

    for name in used_worksheets(library):
        assert links[f"{ADDRESS}worksheets/{name}/"] == library.worksheets[name].title


def test_no_page_has_a_script_or_a_form(files: dict[str, bytes]) -> None:
    pages = [content for name, content in files.items() if name.endswith(".xhtml")]

    assert [name for content in pages for name in not_for_readers(content)] == []


def test_a_script_or_a_form_in_a_page_is_found() -> None:
    page = f'<html xmlns="{NAMES["x"]}"><body onload="a()"><form><input/></form><script>a()</script></body></html>'

    assert not_for_readers(page.encode()) == ["script", "form", "input", "onload"]


def test_what_runs_or_is_filled_in_is_left_out_and_a_tick_stays() -> None:
    [body] = bodies(
        part(
            "one",
            '<p onclick="a()" style="color:red" data-a="b">Kept<br></p><script>a()</script><button>Go</button>'
            '<form><input type="checkbox" id="t"><label for="t">Asked</label></form><p data-not-in-book>Screen</p>',
        )
    )

    assert body == (
        '<section id="one"><h1>One</h1><p>Kept<br/></p>'
        '<div><span aria-hidden="true">☐ </span><span>Asked</span></div></section>'
    )


def test_links_lead_to_files_of_the_book_else_to_the_site_else_nowhere() -> None:
    links = (
        '<a href="#two">a</a><a href="#two-place">b</a><a href="#two-gone">c</a><a href="#lacking-place">d</a>'
        '<a href="../downloads/a.pdf">e</a><a href="https://example.org/">f</a>'
    )
    pages = part("one", links), part("two", '<p id="two-place">Two</p>')
    inside = '<a href="two.xhtml">a</a><a href="two.xhtml#two-place">b</a><a href="two.xhtml">c</a>'
    outside = '<a href="https://example.org/">f</a>'

    assert f"{inside}de{outside}" in bodies(*pages)[0]
    assert (
        f'{inside}<a href="{ADDRESS}lacking/#place">d</a><a href="{ADDRESS}downloads/a.pdf">e</a>{outside}'
        in bodies(*pages, site=ADDRESS)[0]
    )


def test_a_list_of_downloads_goes_where_the_address_is_not_known() -> None:
    files = '<ul><li><a href="../a.pdf" download="a.pdf">PDF</a> <span class="size">1 kB</span></li></ul>'

    assert bodies(part("one", files)) == ['<section id="one"><h1>One</h1></section>']
    assert f'<li><a href="{ADDRESS}a.pdf">PDF</a>' in bodies(part("one", files), site=ADDRESS)[0]


def test_a_picture_is_in_the_book_and_one_of_no_known_kind_is_not(library: Library, draws: None) -> None:
    page = part("one", '<p><img src="../a/b.PNG" alt="A"><img src="../c.tiff" alt="C"></p>', "a/b.PNG", "c.tiff")
    book_files = unpacked(draw(small_book(library, page, pictures=dict.fromkeys(picture_names([page]), PNG))))

    assert book_files["EPUB/pictures/1.png"] == PNG
    assert b'<p><img src="../pictures/1.png" alt="A"/></p>' in book_files["EPUB/pages/one.xhtml"]


def test_its_kind_stands_first_and_the_same_texts_give_the_same_bytes(library: Library, draws: None) -> None:
    book = small_book(library, part("one", "<p>One</p>"))
    first, again = draw(book), draw(book)

    assert first == again
    assert first[30:58] == b"mimetypeapplication/epub+zip"


def test_each_version_of_each_edition_has_an_identifier_of_its_own(library: Library) -> None:
    colophon = Documents(library, "").colophon("", EPUB_MODULE)
    other_version = replace(colophon, release=replace(colophon.release, version="99.0.0"))
    other_edition = replace(colophon, edition=colophon.edition.model_copy(update={"slug": "other"}))

    assert identifier(colophon) == identifier(replace(colophon, address=ADDRESS))
    assert len({identifier(variant) for variant in (colophon, other_version, other_edition)}) == 3
