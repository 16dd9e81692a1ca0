"""Built HTML held against the records: does each page really show its date and its notice?

It looks at finished files and knows nothing of the engine that made them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import html
from lxml.etree import LxmlError

from generator.expected import ExpectedPage, ExpectedTable, Statement
from generator.problems import Place, Problem, in_order

_PAGES = {".html", ".htm", ".xhtml", ".xht"}

# The page that hosts show for an unknown address states no facts.
_WITHOUT_RECORD = {"404.html"}


def inspect_site(site: Path, pages: Iterable[ExpectedPage]) -> tuple[Problem, ...]:
    """Judge a folder of built HTML.

    Args:
        site: the folder.
        pages: what the site must show.

    Returns:
        Every page that is missing, shows less than it must, or has no record behind it.
    """
    expected = {page.html: page for page in pages}
    problems: list[Problem] = []
    for name, page in expected.items():
        file = site / name
        if file.is_file():
            problems.extend(inspect_page(file.read_bytes(), page))
        else:
            message = f"its page {name} was not built: look for settings that leave it out"
            problems.append(Problem("missing-page", message, page.place))
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.suffix.lower() not in _PAGES:
            continue
        if name not in expected and name not in _WITHOUT_RECORD:
            message = "this page was built, but no record stands behind it: remove its source"
            problems.append(Problem("unknown-page", message, Place(name)))
    return in_order(problems)


def inspect_page(text: bytes, page: ExpectedPage) -> list[Problem]:
    """Judge one built page."""
    try:
        document = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        message = f"its page {page.html} was built empty"
        return [Problem("missing-page", message, page.place)]
    marks = _marks(document)
    problems = [
        problem
        for statement in (page.statement, *page.cards)
        for problem in _statement(marks, None, statement, page)
    ]
    problems.extend(_texts(document, page))
    problems.extend(_blanks(document, page))
    tables = {
        caption.get("data-table"): caption.getparent()
        for caption in document.iterfind(".//caption[@data-table]")
        if _visible(caption)
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


def _texts(document: html.HtmlElement, page: ExpectedPage) -> Iterator[Problem]:
    if not page.texts:
        return
    article = document.find(".//article")
    shown = _words(document if article is None else article)
    for text in page.texts:
        if " ".join(text.split()) not in shown:
            message = f"{page.html} does not show “{_short(text)}”: put its component back"
            yield Problem("shown-facts", message, page.place)


def _blanks(document: html.HtmlElement, page: ExpectedPage) -> Iterator[Problem]:
    """A cell or an answer without a word reads as no."""
    article = document.find(".//article")
    for cell in (document if article is None else article).iter("td", "th", "dd"):
        if not _words(cell):
            before = cell.getprevious()
            beside = "" if before is None else _words(before)
            message = (
                f"{page.html} shows an empty {'answer' if cell.tag == 'dd' else 'cell'}"
                f" beside “{_short(beside)}”: put back what its component wrote"
            )
            yield Problem("shown-facts", message, page.place)


_Marks = dict[tuple[str | None, str, str], list[html.HtmlElement]]


def _marks(document: html.HtmlElement) -> _Marks:
    """Return the visible markers by table (None outside of any), subject and kind."""
    found: _Marks = {}
    keys: dict[html.HtmlElement, str] = {}
    for mark in document.iterfind(".//*[@data-guide]"):
        if not _visible(mark):
            continue
        key = None
        if (table := next(mark.iterancestors("table"), None)) is not None:
            if table not in keys:
                caption = table.find("caption")
                keys[table] = "" if caption is None else caption.get("data-table", "")
            key = keys[table]
        name = (key, mark.get("data-subject", ""), mark.get("data-guide", ""))
        found.setdefault(name, []).append(mark)
    return found


def _rows(
    table: html.HtmlElement, expected: ExpectedTable, page: ExpectedPage
) -> Iterator[Problem]:
    if not expected.anchors:
        return
    rows = {cell.get("id") for cell in table.iterfind(".//*[@id]") if _visible(cell)}
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


def _shows_review(mark: html.HtmlElement, statement: Statement) -> bool:
    return any(
        time.get("datetime") == statement.iso and _words(time) == statement.human
        for time in mark.iterfind(".//time")
        if _visible(time)
    )


def _shows_notice(mark: html.HtmlElement, statement: Statement) -> bool:
    linked = any(
        link.get("href") == statement.url and _words(link)
        for link in mark.iterfind(".//a")
        if _visible(link)
    )
    return linked and " ".join(statement.notice.split()) in _words(mark)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def _words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _visible(element: html.HtmlElement) -> bool:
    """Tell whether nothing in the HTML itself hides the element."""
    inside: html.HtmlElement | None = None
    for part in (element, *element.iterancestors()):
        if _hides(part):
            return False
        # Of closed details only the summary shows.
        closed = part.tag == "details" and part.get("open") is None
        if closed and (inside is None or inside.tag != "summary"):
            return False
        inside = part
    return True


def _hides(element: html.HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return (
        element.tag in {"template", "noscript", "script", "head"}
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
