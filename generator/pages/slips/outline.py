"""The sections of a page: each has a heading of its own and something under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.inspection.html import Element, words_of
from generator.model.slips.page_text import Line, Slip, lines_of
from generator.pages.elements import is_heading
from generator.pages.headings import slug_of

_ATX = re.compile(r"(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r"=+|-+")
_TAG = re.compile(r"<h([1-6])\b", re.IGNORECASE)


@dataclass(slots=True)
class _Section:
    level: int
    words: str
    start: int
    filled: bool = False
    slug: str = field(init=False)

    def __post_init__(self) -> None:
        self.slug = slug_of(self.words)


def outline_slips(root: Element, text: str) -> Iterator[Slip]:
    """Yield what is wrong with the headings of a page and what stands under them.

    Args:
        root: the tree of its elements, before components are in it.
        text: its text, as `page_text.markdown_of` covers it.
    """
    sections = _sections(root, text)
    if not sections or sections[0].level != 1:
        says = "the page does not begin with its heading: write `# ` and its name, as in `# Codes`"
        start = sections[0].start if sections else len(text) - len(text.lstrip())
        yield _slip(says, start)
    for number, section in enumerate(sections):
        before = sections[number - 1] if number else None
        if not section.words:
            yield _slip("this heading has no words: write them, or remove the line", section.start)
        elif number and section.level == 1:
            says = "a page has one heading with a single `#`, its name: write this one with `## `"
            yield _slip(says, section.start)
        elif before and section.level > before.level + 1:
            signs = "#" * (before.level + 1)
            says = f"a level is left out between the heading above and this one: write `{signs} `"
            yield _slip(says, section.start)
        elif twin := _twin(sections, number):
            says = (
                f"the heading “{twin.words}” stands twice here: give one of them other words, so"
                " that a link can lead to each"
            )
            yield _slip(says, section.start)
        following = sections[number + 1] if number + 1 < len(sections) else None
        if (
            section.words
            and not section.filled
            and (following is None or 1 < following.level <= section.level)
        ):
            says = (
                f"nothing stands under the heading “{section.words}”: write it, or remove the"
                " heading"
            )
            yield _slip(says, section.start)


def _sections(root: Element, text: str) -> list[_Section]:
    written = list(_written(text))
    found: list[_Section] = []
    for element in root.iterdescendants():
        if not is_heading(element):
            inside = any(is_heading(above) for above in element.iterancestors())
            fills = element.tag == "img" or (element.text or "").strip()
            if found and not inside and (fills or (element.tail or "").strip()):
                found[-1].filled = True
            continue
        level = int(str(element.tag)[1])
        start = _place(level, written)
        found.append(_Section(level, words_of(element) or _picture(element), start))
        if (element.tail or "").strip():
            found[-1].filled = True
    return found


def _picture(element: Element) -> str:
    image = element.find(".//img")
    return str(image.get("alt", "")) if image is not None else ""


def _written(text: str) -> Iterator[tuple[int, int]]:
    """Yield level and place of what looks like a heading."""
    above: Line | None = None
    for line in lines_of(text):
        if atx := _ATX.match(line.bare):
            yield len(atx[1]), line.first
        elif above and above.bare and _UNDERLINE.fullmatch(line.bare):
            yield (1 if line.bare[0] == "=" else 2), above.first
        for tag in _TAG.finditer(line.text):
            yield int(tag[1]), line.start + tag.start()
        above = line


def _place(level: int, written: list[tuple[int, int]]) -> int:
    """Return where the next heading of a level is written, and take it off the list."""
    for number, (other, start) in enumerate(written):
        if other == level:
            del written[: number + 1]
            return start
    return 0


def _twin(sections: list[_Section], number: int) -> _Section | None:
    """Return an earlier heading of the same words beside this one: below the same one above."""
    section = sections[number]
    for earlier in reversed(sections[:number]):
        if earlier.level < section.level:
            return None
        if earlier.level == section.level and earlier.slug == section.slug:
            return earlier
    return None


def _slip(says: str, start: int) -> Slip:
    return Slip("section", says, start)
