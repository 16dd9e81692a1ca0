"""Titles: no two are the same, and the first page's is short enough to be read whole."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.layout import CONTENT, HOME
from generator.model.records import Entry, Records
from generator.model.site import MOST_OF_TITLE
from generator.problems.problem import Problem, Severity

_HOME = f"{CONTENT}/{HOME}"


def titles_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No two categories have one title, and no two pages."""
    categories: list[Entry[Any]] = [*records.categories.values(), *records.ended.values()]
    for entries in (categories, list(records.content.values())):
        first: dict[str, str] = {}
        for entry in entries:
            if "title" in entry.faulty:
                continue
            title = entry.record.title.casefold()
            if title in first:
                message = (
                    f"`title`: {first[title]} has the same title: write one that tells them apart"
                )
                yield Problem("repeated-name", message, entry.place("title"))
            first.setdefault(title, entry.path)


def home_title_is_shown(records: Records, _today: date) -> Iterator[Problem]:
    """Search engines show the whole title of the first page.

    That of any other page gives way to a shorter one; nothing shorter is known of the first.
    """
    home = records.content.get(_HOME)
    if home is None or "title" in home.faulty:
        return
    if (length := len(home.record.title)) > MOST_OF_TITLE:
        message = (
            f"`title`: this has {length} characters, of which search engines show {MOST_OF_TITLE}:"
            " write a shorter one"
        )
        yield Problem("text", message, home.place("title"), Severity.ADVICE)
