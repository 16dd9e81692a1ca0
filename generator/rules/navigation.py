"""The navigation: it leads to every page of content/ once, and to none that is not there."""

import difflib
import re
from collections.abc import Iterator
from datetime import date

from generator.model.layout import CONTENT, uris_of
from generator.model.records import Records
from generator.model.slips.link_targets import address_flaw, whole_address
from generator.model.slips.texts import is_written, paragraph_fault
from generator.problems.problem import Place, Problem
from generator.rules.addresses import NEEDED
from generator.source.settings import SETTINGS, Line

_ELSEWHERE = re.compile(r"[a-z]{3,7}:", re.IGNORECASE)
_PAGES = re.compile(r"[\w./-]+\.md\b")
_JOINED = re.compile(r"(.+?)\s*(?:[:;=|>→–—-]+|\s)\s*(\S+)")
_BEFORE = re.compile(r"^(?:\.{0,2}/)*(?:(?:content|docs)/)?")
_ENDS = re.compile(r"(?:\.(?:html?|markdown|md|yml))?/*$")
_LEFT_OUT_BY_MKDOCS = "templates/"


def navigation_is_whole(records: Records, _today: date) -> Iterator[Problem]:
    """Each page of content/ is in the navigation, and each of its lines names one."""
    navigation = records.navigation
    if navigation is None or CONTENT in records.unread:
        return
    if navigation.problems:
        yield from navigation.problems
        return
    pages = {path.removeprefix(f"{CONTENT}/") for path in records.content}
    # A page that cannot be read, or that is missing as a whole, is told already.
    there = uris_of(records) | {path.removeprefix(f"{CONTENT}/") for path in NEEDED}
    named = {line.target for line in navigation.lines}
    waiting = sorted(uri for uri in pages - named if not navigation.leaves_out(uri))
    seen: set[str] = set()
    titles: set[tuple[str, ...]] = set()
    for line in navigation.lines:
        if line.target not in seen:
            yield from _title_slips(line, titles)
        if _ELSEWHERE.match(line.target):
            yield from _elsewhere(line)
            continue
        if line.target not in there:
            message, meant = _nowhere(line, there, waiting)
            waiting = [uri for uri in waiting if uri != meant]
            yield Problem("navigation", message, line.place)
        elif line.target in seen:
            message = f"{line.target} stands twice in the navigation: remove one of the two lines"
            yield Problem("navigation", message, line.place)
        seen.add(line.target)
    for uri in waiting:
        yield Problem("navigation", _not_named(uri), Place(f"{CONTENT}/{uri}"))


def pages_are_published(records: Records, _today: date) -> Iterator[Problem]:
    """No page of content/ lies where the site engine leaves it out."""
    for path in sorted(records.content):
        if path.removeprefix(f"{CONTENT}/").startswith(_LEFT_OUT_BY_MKDOCS):
            message = "a folder `templates` is not published: give it another name"
            yield Problem("slug", message, Place(path))


def _not_named(uri: str) -> str:
    return (
        f"no line of the navigation leads to this page: add one below `nav:` in {SETTINGS}, such as"
        f" `- Its name: {uri}`"
    )


def _title_slips(line: Line, titles: set[tuple[str, ...]]) -> Iterator[Problem]:
    """Yield what is wrong with the name of a line, and note it among those above it."""
    if line.title is None:
        return
    place = line.named or line.place
    named = (*line.within, line.title)
    if not is_written(line.title):
        says = f"readers see no name of this line: write one, as in `- The page: {line.target}`"
        yield Problem("navigation", says, place)
    elif fault := paragraph_fault(line.title):
        yield Problem("navigation", f"the name of this line: {fault}", place)
    elif named in titles:
        says = f"two lines are called `{line.title}`: give one of them another name"
        yield Problem("navigation", says, place)
    titles.add(named)


def _elsewhere(line: Line) -> Iterator[Problem]:
    if " " in line.target:
        yield Problem("navigation", "a space stands in this address: take it out", line.place)
    elif flaw := address_flaw(line.target, loaded=False):
        yield Problem("navigation", flaw, line.place)


def _nowhere(line: Line, there: set[str], waiting: list[str]) -> tuple[str, str | None]:
    """Return what to say of a line that leads nowhere, and the page that was meant, if it is clear.

    Args:
        line: the line.
        there: every page.
        waiting: the pages to which no line leads.
    """
    if whole := whole_address(line.target):
        return f"this address is no whole one: write `{whole}`", None
    if line.title in there:
        return f"the page stands behind the colon: write `{line.target}: {line.title}`", line.title
    if len(_PAGES.findall(line.target)) > 1:
        says = "a line leads to one page: write a line with `- ` for each"
        return says, next((uri for uri in waiting if uri in line.target), None)
    meant = _meant(line, there, waiting)
    if not line.target:
        return _empty(line, meant if meant in waiting else None), meant
    joined = _JOINED.fullmatch(line.target)
    if line.title is None and joined and meant:
        wanted = f"{joined[1]}: {meant}"
        return f"a colon and a space belong between a name and its page: write `{wanted}`", meant
    advice = f"did you mean `{meant}`?" if meant else "remove this line"
    return f"there is no page content/{line.target}: {advice}", meant


def _empty(line: Line, meant: str | None) -> str:
    if meant:
        return (
            f"`{line.title}` leads to no page: write its file behind the colon, such as `{meant}`"
        )
    return (
        f"`{line.title}` leads to no page: write its file behind the colon, or below it the lines"
        " that belong to it, each indented by four spaces and with `- `; or remove this line"
    )


def _meant(line: Line, there: set[str], waiting: list[str]) -> str | None:
    written = re.split(r"[\s:]", line.target)[-1].replace("\\", "/").lower()
    stem = _ENDS.sub("", _BEFORE.sub("", written)).replace("_", "-")
    for uri in (f"{stem}.md", f"{stem}/index.md", f"categories/{stem}.md"):
        if stem and uri in there:
            return uri
    wanted = f"{stem or (line.title or '').lower()}.md"
    if near := difflib.get_close_matches(wanted, waiting, 1):
        return near[0]
    if len(waiting) == 1:
        return waiting[0]
    return next(iter(difflib.get_close_matches(wanted, sorted(there), 1)), None)
