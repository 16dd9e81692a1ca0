"""What a page's own text may do to its components: nothing may enclose a mark, or take its anchor.

A page's review, its notice and its tables' captions are marks that readers must see. Around a mark
stands what templates write, and nothing that a page's text could put there.
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.inspection.html import Element
from generator.model.records import ContentPage
from generator.model.slips.page_text import place_in
from generator.pages.called import Called
from generator.pages.elements import tree_of
from generator.pages.markdown import MARKED_WORDS
from generator.pages.slips.allowed import IN_A_LINE
from generator.problems.problem import Problem

_MUST_BE_SEEN = re.compile(r" data-guide=\"| data-table=\"|<figcaption")
_TAG_OR_MARK = re.compile(rf"<(/?)([a-z]+)(?=[\s/>])[^>]*>|{MARKED_WORDS.pattern}")
_ID = re.compile(r' id="([^"]+)"')


def enclosed(content: ContentPage, found: Called, marked: str) -> Iterator[Problem]:
    """Yield each call that shows a mark, and stands within something that the page's text opens.

    Args:
        content: the page.
        found: its calls, all of them made.
        marked: its text as Markdown converts it, with a mark where each component stands.
    """
    marks = {n for n, made in enumerate(found.made) if _MUST_BE_SEEN.search(made)}
    for number, name in _within_a_sentence(marked):
        if number in marks:
            marks.discard(number)  # told once
            yield _told(content, found, number, f"`<{name}>`")
    root = tree_of(marked)
    for element in root.iterdescendants("p"):
        alone = MARKED_WORDS.fullmatch((element.text or "").strip())
        if alone is None or int(alone[1]) not in marks or element.getparent() is root:
            continue
        yield _told(content, found, int(alone[1]), _called(element, root))


def _within_a_sentence(marked: str) -> Iterator[tuple[int, str]]:
    """Yield each component that stands where an element of a sentence is open, and the element.

    A browser opens such an element again in what follows, until it ends.
    """
    opened: Counter[str] = Counter()
    for part in _TAG_OR_MARK.finditer(marked):
        name = part[2]
        if name in IN_A_LINE:
            opened[name] = max(0, opened[name] - 1) if part[1] else opened[name] + 1
        elif part[3] and (still := +opened):
            yield int(part[3]), next(iter(still))


def _told(content: ContentPage, found: Called, number: int, within: str) -> Problem:
    call = found.calls[number]
    says = (
        f"`{call.name}` stands within {within}, and readers have to see it whatever that does:"
        " write the call outside of it, at the beginning of a line"
    )
    return Problem("component", says, place_in(content, call.start))


def repeated_anchors(content: ContentPage, found: Called, marked: str) -> Iterator[Problem]:
    """Yield each anchor of the page's text that a component of the page has as well.

    The arguments are as for `enclosed`.
    """
    owners = {
        anchor: call.name
        for call, made in zip(found.calls, found.made, strict=True)
        for anchor in _ID.findall(made)
    }
    for anchor in dict.fromkeys(_ID.findall(marked)):
        if anchor in owners:
            says = (
                f"the anchor `{anchor}` is that of something in `{owners[anchor]}`: write another"
            )
            written = re.search(rf"(?:#|id\s*=\s*[\"']?){re.escape(anchor)}(?![\w-])", content.body)
            place = place_in(content, written.start() if written else 0)
            yield Problem("section", says, place)


def _called(element: Element, root: Element) -> str:
    """Return how an editor calls the outermost thing that an element stands in."""
    outermost = element
    while (above := outermost.getparent()) is not None and above is not root:
        outermost = above
    kinds = {"ul": "a list", "ol": "a list", "blockquote": "a quotation"}
    return kinds.get(str(outermost.tag), f"`<{outermost.tag}>`")
