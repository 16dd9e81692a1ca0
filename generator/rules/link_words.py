"""Links whose words do not say where they lead."""

import re
from collections.abc import Iterator
from datetime import date

from generator.model.records import Records
from generator.model.slips.page_text import markdown_of
from generator.problems.problem import Place, Problem, Severity

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\([^()\s]+\)")
_EMPTY = re.compile(
    r"(?:click |tap |see |read |look )?(?:right )?(?:here|this|this link|this page|link|more|page)",
    re.IGNORECASE,
)


def links_say_where(records: Records, _today: date) -> Iterator[Problem]:
    """A link's words say what is at its end, also to who hears the links alone."""
    for page in records.content.values():
        for offset, line in enumerate(markdown_of(page.body, ())[0].split("\n")):
            for found in _LINK.finditer(line):
                words = found[1].strip("*_`.,:;!? ")
                if _EMPTY.fullmatch(words):
                    message = f"the link “{words}” does not say where it leads: name what is there"
                    place = Place(page.path, page.body_line + offset, found.start() + 1)
                    yield Problem("link-words", message, place, Severity.ADVICE)
