"""Built HTML held against the records: does each page really show its date and its notice?

It looks at finished files and knows nothing of the engine that made them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.inspection.active import active_problems, flaws, host_of
from generator.inspection.expected import (
    ExpectedPage,
    ExpectedTable,
    Redirect,
    Statement,
)
from generator.inspection.foot import NOT_FOUND, Foot, foot_problems, missing
from generator.inspection.formats import format_problems
from generator.inspection.html import Element, hide, parsed, words_of
from generator.inspection.marks import marks_of, missing_marks, reopened
from generator.inspection.whole import asked_of, asked_of_style, published, unfound
from generator.problems.phrases import shortened
from generator.problems.problem import Place, Problem, in_order

_PAGES = {".html", ".htm", ".xhtml", ".xht"}

_WITHOUT_RECORD = {NOT_FOUND}
"""What states no facts."""


def inspect_site(
    site: Path,
    pages: Iterable[ExpectedPage],
    redirects: Iterable[Redirect] = (),
    passed: Collection[str] = (),
    foot: Foot | None = None,
) -> tuple[Problem, ...]:
    """Judge a folder of built HTML.

    Args:
        site: the folder.
        pages: what the site must show.
        redirects: earlier addresses that must lead on.
        passed: paths of files that are not judged: they were found good before and are the same
            now, or are told already.
        foot: what the foot of every page must show, of that for unknown addresses as well.

    Returns:
        Every page that is missing, shows less than it must, or has no record behind it.
    """
    moved = {redirect.html: redirect for redirect in redirects}
    expected = {page.html: page for page in pages}
    seen = _Seen(foot)
    problems: list[Problem] = []
    for name, page in expected.items():
        if name in passed:
            continue
        if (site / name).is_file():
            raw = (site / name).read_bytes()
            problems.extend(_judged(seen.of(name, raw), page))
            problems.extend(_reopened(raw, page))
        else:
            message = f"its page {name} was not built: look for settings that leave it out"
            problems.append(Problem("missing-page", message, page.place))
    for name, redirect in moved.items():
        if name not in passed and not _leads_to(site / name, redirect.target):
            message = f"{name} does not lead to {redirect.target}: readers keep that address"
            problems.append(Problem("missing-page", message, redirect.place))
    files = {name: file for name, file in published(site).items() if name not in passed}
    for name in files:
        known = name in expected or name in moved or name in _WITHOUT_RECORD
        if PurePosixPath(name).suffix.lower() in _PAGES and not known:
            message = "this page was built, but no record stands behind it: remove its source"
            problems.append(Problem("unknown-page", message, Place(name)))
    for name in (name for name in files if name.endswith(".css")):
        seen.style(name, files[name].read_text(encoding="utf-8", errors="replace"))
    for name in sorted(_WITHOUT_RECORD & set(files)):
        seen.of(name, files[name].read_bytes())
    problems.extend(seen.problems(site))
    problems.extend(format_problems(files))
    return in_order(problems)


class _Seen:
    """What of the pages is told once for all of them: what they ask for, do, and lack."""

    def __init__(self, foot: Foot | None) -> None:
        self._foot = foot
        self._asked: defaultdict[str, list[str]] = defaultdict(list)
        self._acts: list[tuple[str, str]] = []
        self._lacks: list[tuple[str, str]] = []

    def of(self, name: str, raw: bytes) -> Element | None:
        """Look at a page, and return it as its readers see it; None where nothing is in it."""
        document = parsed(raw)
        if document is None:
            return None
        self._acts.extend((name, flaw) for flaw in flaws(document))
        for path in asked_of(name, document):
            self._asked[path].append(name)
        hide(document)
        if self._foot is not None:
            self._lacks.extend((name, lack) for lack in missing(document, self._foot))
        return document

    def style(self, name: str, text: str) -> None:
        """Look at a style."""
        for address in asked_of_style(name, text):
            if host := host_of(address):
                self._acts.append((name, f"asks {host} for what it shows"))
            else:
                self._asked[address].append(name)

    def problems(self, site: Path) -> Iterator[Problem]:
        """Yield what was seen."""
        yield from active_problems(self._acts)
        yield from foot_problems(self._lacks)
        yield from unfound(site, self._asked)


def inspect_page(text: bytes, page: ExpectedPage) -> list[Problem]:
    """Judge one built page by what it must show of its own."""
    return [*_judged(_seen(text), page), *_reopened(text, page)]


def _reopened(raw: bytes, page: ExpectedPage) -> Iterator[Problem]:
    if name := reopened(raw):
        message = (
            f"{page.html}: `<{name}>` begins above a review or a notice and does not end before it,"
            f" which could hide it: write `</{name}>` where it ends"
        )
        yield Problem("shown-notice", message, page.place)


def _seen(text: bytes) -> Element | None:
    """Return a page as its readers see it; None where there is nothing in it."""
    document = parsed(text)
    if document is not None:
        hide(document)
    return document


def _judged(document: Element | None, page: ExpectedPage) -> list[Problem]:
    if document is None:
        message = f"its page {page.html} was built empty, or cannot be read"
        return [Problem("missing-page", message, page.place)]
    marks = marks_of(document)
    problems = [
        problem
        for statement in (page.statement, *page.cards)
        for problem in missing_marks(marks, None, statement, page)
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
            problems.extend(missing_marks(marks, expected.key, statement, page))
        problems.extend(_rows(table, expected, page))
    return problems


def _leads_to(file: Path, target: str) -> bool:
    """Tell whether a page sends its readers on, and offers a link where that is turned off."""
    document = parsed(file.read_bytes()) if file.is_file() else None
    if document is None:
        return False
    refreshes = list(document.iterfind(".//meta[@http-equiv='refresh']"))
    sent = any(meta.get("content", "").endswith(f"url={target}") for meta in refreshes)
    hide(document)
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
    marks = marks_of(section)
    for statement in statements:
        yield from missing_marks(marks, None, statement, page)


def _texts(document: Element, page: ExpectedPage) -> Iterator[Problem]:
    if not page.texts:
        return
    article = document.find(".//article")
    shown = words_of(document if article is None else article)
    for text in page.texts:
        if " ".join(text.split()) not in shown:
            message = f"{page.html} does not show “{shortened(text)}”: put its component back"
            yield Problem("shown-facts", message, page.place)


def _blanks(document: Element, page: ExpectedPage) -> Iterator[Problem]:
    """A cell or an answer without a word reads as no."""
    article = document.find(".//article")
    for cell in (document if article is None else article).iter("td", "th", "dd"):
        if not words_of(cell):
            before = cell.getprevious()
            beside = "" if before is None else words_of(before)
            message = (
                f"{page.html} shows an empty {'answer' if cell.tag == 'dd' else 'cell'}"
                f" beside “{shortened(beside)}”: put back what its component wrote"
            )
            yield Problem("shown-facts", message, page.place)


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
