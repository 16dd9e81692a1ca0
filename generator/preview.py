"""What `mkdocs serve` shows while something is wrong. None of it is ever part of a built site."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.pages.page import Page
from generator.problems import Problem, Severity, errors

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
    "#guide-problems.warning{background:#fdf4de;border-color:#c98a12;color:#4b3502}"
)


def panel(problems: Sequence[Problem]) -> str:
    """Return HTML that lists what stops the build and, told apart, which reviews are overdue."""
    stopping = errors(problems)
    overdue = [problem for problem in problems if problem.severity is Severity.WARNING]
    parts = []
    if stopping:
        count = "1 problem" if len(stopping) == 1 else f"{len(stopping)} problems"
        head = f"{count}: the guide cannot be published like this"
        parts.append(f"<strong>{head}</strong><ol>{_items(stopping)}</ol>")
    if overdue:
        count = "1 review is" if len(overdue) == 1 else f"{len(overdue)} reviews are"
        parts.append(
            f"<details><summary>{count} overdue: the guide can be published, and says so"
            f"</summary><ol>{_items(overdue)}</ol></details>"
        )
    if not parts:
        return ""
    kind = "error" if stopping else "warning"
    return (
        f'<section id="guide-problems" class="{kind}" role="alert" aria-label="Problems">'
        f"<style>{_STYLE}</style>{''.join(parts)}</section>"
    )


def _items(problems: Sequence[Problem]) -> str:
    return "".join(
        f'<li class="{problem.severity}"><code>{escape(str(problem.place))}</code> '
        f"{escape(problem.message)} <small>[{escape(problem.rule)}]</small></li>"
        for problem in problems
    )


def put_panel(site: Path, problems: Sequence[Problem]) -> None:
    """Write the panel into every page of a previewed site."""
    if not (shown := panel(problems)):
        return
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        start = text.find("<body")
        end = text.find(">", start) + 1 if start >= 0 else 0
        file.write_text(f"{text[:end]}{shown}{text[end:]}", encoding="utf-8")


def stand_in(uri: str, source: str) -> Page:
    """Return a page that says that the real one cannot be made yet."""
    return Page(
        uri=uri,
        source=source,
        title="This page cannot be shown yet",
        description="This page cannot be shown yet.",
        markdown=(
            "# This page cannot be shown yet\n\nMend the problems listed above and save the file."
            " The page comes back by itself.\n"
        ),
    )


def bare_page(message: str) -> str:
    """Return a whole HTML page for when the theme itself cannot be rendered."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
        f"<body><p>{escape(message)}</p></body></html>"
    )
