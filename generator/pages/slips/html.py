"""HTML that people write into a page: elements that may not be there, and such without an end."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model.slips.page_text import Slip
from generator.pages.slips.allowed import (
    ACTIVE,
    ELEMENTS,
    IN_A_LINE,
    MAY_END_ALONE,
    VOID,
    attribute_flaw,
    element_flaw,
)
from generator.pages.slips.linked import unquoted

_TAG = re.compile(
    r"""(?<!\]\()(?<!\]:[ ])<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])"""
    r"""((?:"[^"]*+"|'[^']*+'|[^<>"'])*+)(>?)"""
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_DECLARED = re.compile(r"<(?:[?%]|!(?!--))")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\n")
_TOLD_ELSEWHERE = {"href", "src", "id"}
_TOLD = -1
"""The place of a tag that is told already."""
_BEGINS_A_WORD = 2
"""A letter behind `<` may be a sum; so many letters are a tag that was not closed."""


def html_slips(text: str) -> Iterator[Slip]:
    """Yield what is wrong with the HTML of a page's text.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
    """
    for declared in _DECLARED.finditer(text):
        says = "this is no text: remove it, or write `&lt;` for a plain `<`"
        yield Slip("active-content", says, declared.start())
    tags = list(_TAG.finditer(unquoted(text)))
    ends = {tag[2].lower(): tag.start() for tag in tags if tag[1]}
    yield from _refused(tags, ends)
    opened: list[tuple[str, int]] = []
    for tag in tags:
        name = tag[2].lower()
        if not tag[4]:
            if slip := _not_closed(tag):
                yield slip
                opened.append((name, _TOLD))
        elif element_flaw(name):
            continue
        elif tag[1]:
            yield from _ended(name, tag, opened, ends)
        else:
            yield from _attributes(name, tag)
            if name not in VOID and not tag[3].rstrip().endswith("/"):
                opened.append((name, tag.start()))
    for name, start in opened:
        if name not in MAY_END_ALONE and start != _TOLD:
            yield _never_ended(name, start)


def _refused(tags: Sequence[re.Match[str]], ends: Mapping[str, int]) -> Iterator[Slip]:
    """Yield the elements that may not be there; what stands within one of them is told with it.

    Args:
        tags: every tag of the text.
        ends: where the last tag stands that ends an element, by the element's name.
    """
    open_until = -1
    for tag in tags:
        name, start = tag[2].lower(), tag.start()
        flaw = element_flaw(name) if tag[4] else None
        if not flaw or start <= open_until:
            continue
        if not tag[1]:
            yield Slip("active-content", flaw, start)
            open_until = max(open_until, ends.get(name, -1))
        else:
            yield Slip("active-content", f"`</{name}>` ends nothing: remove it", start)


def _not_closed(tag: re.Match[str]) -> Slip | None:
    """Return what is wrong with what begins like a tag, if one was meant."""
    name = tag[2].lower()
    if tag.string[tag.end() : tag.end() + 1] in {'"', "'"} and not tag[1]:
        says = "a quotation mark in this tag has no other one to its pair: write that"
    elif name in ELEMENTS | ACTIVE and len(name) > _BEGINS_A_WORD:
        says = f"this tag is not closed: write `>` after `<{name}`"
    else:
        return None
    return Slip("markdown", says, tag.start(), outline=True)


def _attributes(name: str, tag: re.Match[str]) -> Iterator[Slip]:
    keys = {}
    for attribute in _ATTRIBUTE.finditer(tag[3].rstrip("/")):
        key = attribute[1].lower()
        keys[key] = (attribute[2] or "").strip("\"'").strip()
        flaw = attribute_flaw(name, key, keys[key])
        if flaw and key not in _TOLD_ELSEWHERE:
            yield Slip("active-content", flaw, tag.start(3) + attribute.start())
    if name == "a" and not keys.get("href", "id" in keys or "name" in keys):
        says = "this link has no address: write it as in `[the codes](/codes.md)`"
        yield Slip("markdown", says, tag.start())


def _ended(
    name: str, tag: re.Match[str], opened: list[tuple[str, int]], ends: Mapping[str, int]
) -> Iterator[Slip]:
    """Close an element, and tell of those within it that have no end."""
    if name in VOID:
        return
    if all(name != other for other, _ in opened):
        advice = "remove it"
        if opened and ends.get(opened[-1][0], -1) < opened[-1][1]:
            advice = f"write `</{opened.pop()[0]}>` in its place"
        yield Slip("markdown", f"`</{name}>` ends nothing: {advice}", tag.start())
        return
    while True:
        other, begun = opened.pop()
        if other == name:
            apart = _PARAGRAPH_ENDS.search(tag.string, begun + 1, tag.start())
            if apart and name in IN_A_LINE and begun != _TOLD:
                says = f"`<{name}>` ends in another paragraph: write `</{name}>` within its own"
                yield Slip("markdown", says, begun)
            return
        if other not in MAY_END_ALONE and begun != _TOLD:
            yield _never_ended(other, begun)


def _never_ended(name: str, start: int) -> Slip:
    says = f"`<{name}>` begins here and has no end: write `</{name}>` where it ends"
    return Slip("markdown", says, start)
