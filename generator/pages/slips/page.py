"""Everything that is wrong with the text of a page, calls apart."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.model.slips.page_text import Slip, markdown_of
from generator.pages.elements import tree_of
from generator.pages.sentences import sentence_slips
from generator.pages.slips.block import block_slips
from generator.pages.slips.html import html_slips
from generator.pages.slips.link import link_slips
from generator.pages.slips.other_markdown import other_markdown
from generator.pages.slips.outline import outline_slips
from generator.pages.slips.shown import left_over, shown_slips
from generator.pages.slips.unseen import unseen_slips
from generator.source.slips.merge_markers import merge_markers


def page_slips(body: str, calls: Sequence[tuple[int, int]], marked: str | None) -> list[Slip]:
    """Return what is wrong with a page's text, in the order of the text.

    Where an unfinished merge left its marks nothing is told: two texts stand there for one.

    Args:
        body: the page's text.
        calls: where each call begins and ends.
        marked: the text as Markdown converts it, before components are in it; None where it cannot
            be converted.
    """
    return list(_page_slips(body, tuple(calls), marked))


# While one page is edited, nothing is wrong with the others that was not wrong before.
@lru_cache(maxsize=128)
def _page_slips(
    body: str, calls: tuple[tuple[int, int], ...], marked: str | None
) -> tuple[Slip, ...]:
    if merge_markers(body, ""):
        return ()
    text, found = markdown_of(body, calls)
    kinds = (
        link_slips(text),
        block_slips(text),
        html_slips(text),
        other_markdown(text, body),
        unseen_slips(text, body),
    )
    slips = [*found, *_once(text, *kinds)]
    lines = {_line(text, slip.start) for slip in slips}
    slips += (s for s in sentence_slips(text, body) if _line(text, s.start) not in lines)
    # A comment, a tag or code without an end takes what follows with it.
    if marked is not None and not any(slip.outline for slip in slips):
        root = tree_of(marked)
        told = {slip.says for slip in slips}
        slips += (slip for slip in shown_slips(root, text, body) if slip.says not in told)
        # What is broken is shown as it is typed: that follows, and is no news.
        if not any(slip.rule in {"markdown", "active-content"} for slip in slips):
            slips += _once(text, left_over(root, text, body))
        slips += outline_slips(root, text)
    return tuple(sorted(slips, key=lambda slip: slip.start))


def _once(text: str, *kinds: Iterator[Slip]) -> Iterator[Slip]:
    """Yield slips, but of Markdown that is broken only the first of a line, whatever its kind."""
    told: set[int] = set()
    for slip in (slip for kind in kinds for slip in kind):
        line = _line(text, slip.start)
        if slip.rule != "markdown" or line not in told:
            yield slip
        told.add(line)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place)
