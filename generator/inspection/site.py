"""Built HTML held against the records: does each page really show its date and its notice?

It looks at finished files and knows nothing of the engine that made them.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import cast

from lxml import etree

from generator.inspection.expected import (
    FULL_CLASS,
    ExpectedPage,
    ExpectedTable,
    Redirect,
    Statement,
)
from generator.problems.phrases import shortened
from generator.problems.problem import Place, Problem, in_order

Element = etree._Element  # noqa: SLF001 - the type has no other name

# Elements whose content no reader sees.
_UNSEEN = ("head", "noscript", "script", "style", "template")

_MAY_HIDE = etree.XPath("//*[@hidden or @aria-hidden or @style or self::details]")

_PAGES = {".html", ".htm", ".xhtml", ".xht"}

# The page that hosts show for an unknown address states no facts.
_WITHOUT_RECORD = {"404.html"}


def inspect_site(
    site: Path,
    pages: Iterable[ExpectedPage],
    redirects: Iterable[Redirect] = (),
    passed: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Judge a folder of built HTML.

    Args:
        site: the folder.
        pages: what the site must show.
        redirects: earlier addresses that must lead on.
        passed: pages by URI that were found good before, and are the same now.

    Returns:
        Every page that is missing, shows less than it must, or has no record behind it.
    """
    moved = {redirect.html: redirect for redirect in redirects}
    expected = {page.html: page for page in pages}
    problems: list[Problem] = []
    for name, page in expected.items():
        file = site / name
        if file.is_file():
            if page.uri not in passed:
                problems.extend(inspect_page(file.read_bytes(), page))
        else:
            message = f"its page {name} was not built: look for settings that leave it out"
            problems.append(Problem("missing-page", message, page.place))
    for name, redirect in moved.items():
        if not _leads_to(site / name, redirect.target):
            message = f"{name} does not lead to {redirect.target}: readers keep that address"
            problems.append(Problem("missing-page", message, redirect.place))
    for file in sorted(f for f in site.rglob("*") if f.suffix.lower() in _PAGES):
        name = file.relative_to(site).as_posix()
        if name not in {*expected, *moved, *_WITHOUT_RECORD}:
            message = "this page was built, but no record stands behind it: remove its source"
            problems.append(Problem("unknown-page", message, Place(name)))
    return in_order(problems)


def inspect_page(text: bytes, page: ExpectedPage) -> list[Problem]:
    """Judge one built page."""
    document = _parsed(text)
    if document is None:
        message = f"its page {page.html} was built empty"
        return [Problem("missing-page", message, page.place)]
    _hide(document)
    marks = _marks(document)
    problems = [
        problem
        for statement in (page.statement, *page.cards)
        for problem in _statement(marks, None, statement, page)
    ]
    for anchor, statements in page.sections.items():
        problems.extend(_section(document, anchor, statements, page))
    problems.extend(_texts(document, page))
    problems.extend(_blanks(document, page))
    tables = {
        caption.get("data-table"): caption.getparent()
        for caption in document.iterfind(".//caption[@data-table]")
    }
    for expected in page.tables.values():
        table = tables.get(expected.key)
        if table is None:
            message = f"{page.html} does not show the table `{expected.key}`: put it back"
            problems.append(Problem("shown-facts", message, page.place))
            continue
        for statement in expected.statements:
            problems.extend(_statement(marks, expected.key, statement, page))
        problems.extend(_rows(table, expected, page))
    return problems


def _leads_to(file: Path, target: str) -> bool:
    """Tell whether a page sends its readers on, and offers a link where that is turned off."""
    document = _parsed(file.read_bytes()) if file.is_file() else None
    if document is None:
        return False
    refreshes = list(document.iterfind(".//meta[@http-equiv='refresh']"))
    sent = any(meta.get("content", "").endswith(f"url={target}") for meta in refreshes)
    _hide(document)
    return sent and any(link.get("href") == target for link in document.iterfind(".//a"))


def _section(
    document: Element, anchor: str, statements: Iterable[Statement], page: ExpectedPage
) -> Iterator[Problem]:
    heading = next((found for found in document.iterfind(f".//*[@id='{anchor}']")), None)
    section = None if heading is None else next(heading.iterancestors("section"), None)
    if section is None:
        message = f"{page.html} has no section `{anchor}`: put its component back"
        yield Problem("shown-facts", message, page.place)
        return
    marks = _marks(section)
    for statement in statements:
        yield from _statement(marks, None, statement, page)


def _texts(document: Element, page: ExpectedPage) -> Iterator[Problem]:
    if not page.texts:
        return
    article = document.find(".//article")
    shown = _words(document if article is None else article)
    for text in page.texts:
        if " ".join(text.split()) not in shown:
            message = f"{page.html} does not show “{shortened(text)}”: put its component back"
            yield Problem("shown-facts", message, page.place)


def _blanks(document: Element, page: ExpectedPage) -> Iterator[Problem]:
    """A cell or an answer without a word reads as no."""
    article = document.find(".//article")
    for cell in (document if article is None else article).iter("td", "th", "dd"):
        if not _words(cell):
            before = cell.getprevious()
            beside = "" if before is None else _words(before)
            message = (
                f"{page.html} shows an empty {'answer' if cell.tag == 'dd' else 'cell'}"
                f" beside “{shortened(beside)}”: put back what its component wrote"
            )
            yield Problem("shown-facts", message, page.place)


_Marks = dict[tuple[str | None, str, str], list[Element]]


def _marks(document: Element) -> _Marks:
    """Return the visible markers by table (None outside of any), subject and kind."""
    found: _Marks = {}
    keys: dict[Element, str] = {}
    for mark in document.iterfind(".//*[@data-guide]"):
        key = None
        if (table := next(mark.iterancestors("table"), None)) is not None:
            if table not in keys:
                caption = table.find("caption")
                keys[table] = "" if caption is None else caption.get("data-table", "")
            key = keys[table]
        name = (key, mark.get("data-subject", ""), mark.get("data-guide", ""))
        found.setdefault(name, []).append(mark)
    return found


def _rows(table: Element, expected: ExpectedTable, page: ExpectedPage) -> Iterator[Problem]:
    if not expected.anchors:
        return
    rows = {cell.get("id") for cell in table.iterfind(".//*[@id]")}
    for anchor in expected.anchors:
        if anchor not in rows:
            message = (
                f"the table `{expected.key}` of {page.html} has no row `{anchor}`: put it back"
            )
            yield Problem("shown-facts", message, page.place)


def _statement(
    marks: _Marks, table: str | None, statement: Statement, page: ExpectedPage
) -> Iterator[Problem]:
    where = f"{page.html}, table `{table}`," if table else page.html
    reviews = marks.get((table, statement.subject, "review"), [])
    if not any(_shows_review(mark, statement) for mark in reviews):
        message = (
            f"{where} does not show the review of `{statement.subject}`, {statement.human}:"
            " put it back into the template or the page"
        )
        yield Problem("shown-review", message, statement.place)
    notices = marks.get((table, statement.subject, "verify"), [])
    if not any(_shows_notice(mark, statement) for mark in notices):
        message = (
            f"{where} does not show the verify notice of `{statement.subject}` with its link:"
            " put it back into the template or the page"
        )
        yield Problem("shown-notice", message, statement.place)


def _shows_review(mark: Element, statement: Statement) -> bool:
    return any(
        time.get("datetime") == statement.iso and _words(time) == statement.human
        for time in mark.iterfind(".//time")
    )


def _shows_notice(mark: Element, statement: Statement) -> bool:
    linked = any(
        link.get("href") == statement.url and _words(link) for link in mark.iterfind(".//a")
    )
    return linked and " ".join(statement.notice.split()) in _words(mark)


def _words(element: Element) -> str:
    return " ".join("".join(cast("Iterator[str]", element.itertext())).split())


def _parsed(text: bytes) -> Element | None:
    """Parse a page; None where there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        document: Element | None = etree.fromstring(text, parser)
    except (etree.LxmlError, ValueError):
        return None
    return document


def _hide(document: Element) -> None:
    """Take away what a page's HTML hides from readers."""
    etree.strip_elements(document, *_UNSEEN, with_tail=False)
    for added in document.findall(f".//span[@class='{FULL_CLASS}']"):
        _drop(added)  # spelled out for readers, and no part of what the records say
    for element in cast("list[Element]", _MAY_HIDE(document)):
        if _hides(element):
            _drop(element)
        elif element.tag == "details" and element.get("open") is None:
            for child in list(element):
                if child.tag != "summary":
                    _drop(child)


def _hides(element: Element) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _drop(element: Element) -> None:
    """Remove an element, but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
