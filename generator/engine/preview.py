"""What `mkdocs serve` shows while something is wrong. None of it is ever part of a built site."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from html import escape
from pathlib import Path

from generator.model.layout import html_of, uri_of
from generator.outputs.policy import allowing, hash_of
from generator.pages.article import Article
from generator.problems.phrases import counted
from generator.problems.problem import Problem, errors

_STYLE = (
    "#guide-problems{all:initial;display:block;font:15px/1.5 system-ui,sans-serif;color:#3b0a06;"
    "background:#fdecea;border-bottom:4px solid #b3261e;padding:16px 24px}"
    "#guide-problems *{font:inherit;color:inherit}"
    "#guide-problems strong{font-weight:700;font-size:18px}"
    "#guide-problems ol{margin:8px 0 0;padding-left:24px}"
    "#guide-problems li{display:list-item;margin:6px 0}"
    "#guide-problems code{font-family:ui-monospace,monospace;font-weight:700;"
    "overflow-wrap:anywhere}"
    "#guide-problems summary{cursor:pointer;margin-top:8px}"
    "#guide-problems details{color:#5c3d00}"
    "#guide-problems a{color:inherit;text-decoration:underline;cursor:pointer}"
    "#guide-problems small{display:block;font-size:13px}"
    "#guide-problems.warning{background:#fdf4de;border-color:#c98a12;color:#4b3502}"
)


_NOTES = (
    "#guide-notes{font:15px/1.5 system-ui,sans-serif;color:#3a3a3a;background:#f2f2ee;"
    "padding:8px 24px}#guide-notes summary{cursor:pointer}"
)

# What people wrote is escaped in it, so it ends where it seems to.
_PANEL = re.compile(r'<section id="guide-problems".*?</section>', re.DOTALL)

_DUE = {"review-overdue": "overdue", "review-due-soon": "due soon"}

Uses = Callable[[str], Sequence[str]]
"""Returns the addresses of the pages that show what a file holds."""


def panel(
    problems: Sequence[Problem], uses: Uses, engine: Sequence[str] = (), base: str = ""
) -> str:
    """Return HTML that lists what is wrong and, told apart, which reviews are or fall due.

    Args:
        problems: everything that was found.
        uses: which pages a file is shown on.
        engine: warnings of the site engine itself, which stop a strict build.
        base: the way from the page to the top of the site.
    """
    stopping = errors(problems)
    parts = []
    if stopping:
        head = f"{counted(len(stopping), 'problem')}: the guide cannot be published like this"
        parts.append(f"<strong>{head}</strong><ol>{_items(stopping, uses, base)}</ol>")
    if engine:
        head = f"{counted(len(engine), 'warning')} of the site engine: make build stops at these"
        listed = "".join(f"<li>{escape(text)}</li>" for text in engine)
        parts.append(f"<strong>{head}</strong><ol>{listed}</ol>")
    for rule, says in _DUE.items():
        due = [p for p in problems if p.rule == rule and p not in stopping]
        if due:
            summary = f"{counted(len(due), 'review')} {says}: the guide can be published"
            items = _items(due, uses, base)
            parts.append(f"<details><summary>{summary}</summary><ol>{items}</ol></details>")
    if not parts:
        return ""
    kind = "error" if stopping or engine else "warning"
    shown = (
        f'<section id="guide-problems" class="{kind}" role="alert" aria-label="Problems">'
        f"<style>{_STYLE}</style>{''.join(parts)}</section>"
    )
    # The name of a file may be in no encoding at all; a page always is.
    return shown.encode("utf-8", "replace").decode("utf-8")


def _items(problems: Sequence[Problem], uses: Uses, base: str) -> str:
    return "".join(
        f'<li class="{problem.severity}"><code>{escape(str(problem.place))}</code> '
        f"{escape(problem.message)} <small>[{escape(problem.rule)}]"
        f"{_shown_on(uses(problem.place.path), base)}</small></li>"
        for problem in problems
    )


def _shown_on(addresses: Sequence[str], base: str) -> str:
    if not addresses:
        return ""
    links = [
        f'<a href="{base}{escape(address[1:])}">{escape(address)}</a>'
        if address.startswith("/")
        else escape(address)
        for address in addresses
    ]
    return f" Shown on: {', '.join(links)}"


def notes_by_page(problems: Sequence[Problem]) -> dict[str, str]:
    """Return HTML with what an editor should know of one category, by the built page it is of.

    A code that IRCC names differently stops nothing, and is no news on any other page.
    """
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        uri = uri_of(problem.place.path)
        if problem.rule == "superseded-code" and uri:
            found.setdefault(html_of(uri), []).append(problem)
    return {
        page: (
            f'<aside id="guide-notes" aria-label="Notes for editors"><style>{_NOTES}</style>'
            f"<details><summary>{counted(len(notes), 'note')} for editors</summary>"
            f"<ol>{_items(notes, lambda _path: (), '')}</ol></details></aside>"
        )
        for page, notes in found.items()
    }


def put_panel(
    site: Path, problems: Sequence[Problem], uses: Uses, engine: Sequence[str] = ()
) -> None:
    """Write the panel into every page of a previewed site, and notes into the pages they are of.

    The pages' policy allows what they look like, and nothing more than that.
    """
    notes = notes_by_page(problems)
    if not (notes or panel(problems, uses, engine)):
        return
    shown_at = cache(partial(panel, problems, uses, engine))  # once for each depth
    for file in site.rglob("*.html"):
        name = file.relative_to(site).as_posix()
        shown = shown_at("../" * name.count("/") or "./") + notes.get(name, "")
        if not shown:
            continue
        file.write_text(with_panel(file.read_text(encoding="utf-8"), shown), encoding="utf-8")


def with_panel(page: str, shown: str) -> str:
    """Return a page with a panel at its top, in place of the one that it has already."""
    styles = [hash_of(style) for style in (_STYLE, _NOTES) if style in shown]
    text = allowing(_PANEL.sub("", page, count=1), "style-src", *styles)
    start = text.find("<body")
    end = text.find(">", start) + 1 if start >= 0 else 0
    return f"{text[:end]}{shown}{text[end:]}"


def stand_in(uri: str, source: str) -> Article:
    """Return a page that says that the real one cannot be made yet."""
    title = "This page cannot be shown yet"
    return Article(
        uri=uri,
        source=source,
        title=title,
        description=f"{title}.",
        html=(
            f"<h1>{title}</h1><p>Mend the problems listed above and save the file. The page comes"
            " back by itself.</p>"
        ),
    )


def bare_page(message: str) -> str:
    """Return a whole HTML page for when the theme itself cannot be rendered."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
        f"<body><p>{escape(message)}</p></body></html>"
    )
