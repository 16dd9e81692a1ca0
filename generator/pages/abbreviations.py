"""Each abbreviation in full where a page first uses it.

`LMIA` becomes `LMIA (Labour Market Impact Assessment)` at its first use in running text, for
everybody: on a phone and on paper nobody can point at a word. Where the block spells the name out
already nothing is added, and headings, tables, captions, code and links stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from generator.inspection.expected import FULL_CLASS
from generator.inspection.html import Element

_BLOCKS = {"p", "li", "dd"}
_LEFT_ALONE = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dt"}
_LEFT_CLASSES = {"guide-caption", "guide-kicker", "guide-aka", "guide-card-foot"}

_OTHER_NAMES = re.compile(r", (?:also called|formerly) ")


def abbreviations(terms: Mapping[str, str]) -> dict[str, str]:
    """Return those of the glossary's terms that are abbreviations, with the name of each.

    Args:
        terms: names by term; what follows "also called" or "formerly" in a name is left out.
    """
    return {
        term: _OTHER_NAMES.split(name)[0]
        for term, name in terms.items()
        if len(term) > 1 and term.isalpha() and term.isupper()
    }


class Abbreviations:
    """Spells abbreviations out, page by page.

    Args:
        names: the full name of each abbreviation.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        self._found = re.compile(rf"(?<![\w-])({listed})(?![\w-])")

    def spell_out(self, root: Element) -> None:
        """Add the name of each abbreviation behind its first use in a page."""
        if not self._names:
            return
        waiting = dict(self._names)
        for block in _blocks(root):
            if not waiting:
                return
            whole = "".join(cast("Iterator[str]", block.itertext()))
            for used in dict.fromkeys(self._found.findall(whole)):
                name = waiting.get(used)
                if name is None:
                    continue
                if name in whole or _expand(block, used, name):
                    del waiting[used]


def _blocks(element: Element) -> Iterator[Element]:
    """Yield the blocks of running text in the order of reading."""
    for child in element:
        if child.tag in _LEFT_ALONE or _LEFT_CLASSES & set(child.get("class", "").split()):
            continue
        inner = [part for part in child.iter() if part is not child and part.tag in _BLOCKS]
        if child.tag in _BLOCKS and not inner:
            yield child
        else:
            yield from _blocks(child)


def _expand(block: Element, used: str, name: str) -> bool:
    """Add the name behind the first use in a block; tell whether there was one to add it to."""
    # Behind the genitive, not within it: "IRCC’s (Immigration …) pages".
    pattern = re.compile(rf"(?<![\w-]){re.escape(used)}(?:[’']s)?(?![\w-])")
    for owner, attribute in _texts(block):
        text = getattr(owner, attribute) or ""
        if found := pattern.search(text):
            full = etree.Element("span", {"class": FULL_CLASS})
            full.text, full.tail = f" ({name})", text[found.end() :]
            setattr(owner, attribute, text[: found.end()])
            _insert(full, owner, attribute)
            return True
    return False


def _texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield what holds text in the order of reading, links and code left out."""
    yield element, "text"
    for child in element:
        if child.tag not in _LEFT_ALONE:
            yield from _texts(child)
        yield child, "tail"


def _insert(full: Element, owner: Element, attribute: str) -> None:
    """Put an element behind a text: the first child, or the sibling that follows its owner."""
    if attribute == "text":
        owner.insert(0, full)
        return
    parent = owner.getparent()
    if parent is not None:
        parent.insert(parent.index(owner) + 1, full)
