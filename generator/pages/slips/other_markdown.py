"""Marks of other programs' Markdown, which this guide shows as they are typed."""

import re
from collections.abc import Iterator, Sequence
from html.entities import html5

from generator.model.slips.page_text import CODE, Line, Slip, lines_of
from generator.pages.slips.linked import covered

_TYPED = "readers see this as it is typed"
_EXAMPLE = "`[the codes](/codes.md)`"

_LINES = (
    (r"(?:!!!|\?\?\?\+?)\s+\w|:::|>\s*\[![A-Za-z]+\]", "write the note as a paragraph of its own"),
    (r'===\s+"', "write a heading and the text below it"),
    (r"\*\[[^\]\n]+\]:", "explain an abbreviation in data/terms.yml, and remove this line"),
    (r":[ \t]+\S", "write the word and its meaning in one line, as in `**Word**: what it means`"),
    (r"(?:[-*+]|\d+\.)[ \t]+\[[ xX]?\](?=\s)", "write the item without the box"),
    (r"\[\[?_?TOC_?\]?\]$|\{:?toc\}$", "the sections are listed beside the page anyway: remove it"),
    (r"-+8<-+", "write the text itself"),
    (
        r"\+(?:[-=]{2,}\+)+$",
        "write a table's rows between `|`, with `| --- | --- |` below the first",
    ),
    (r"//\s", "a note for who edits the page stands between `<!--` and `-->`"),
)
_WORDS = (
    (r"\[\^[^\]\s]+\]", "there are no footnotes here: write the sentence itself"),
    (r"\[\[[^\[\]\n]+\]\]", f"write a link as in {_EXAMPLE}"),
    (r"[［］（）]", "this bracket is one of another script: type the one of your keyboard"),
    (r"\{#\s*\w{2,}.*?#\}", "a note for who edits the page stands between `<!--` and `-->`"),
    (r"(~~|==|\+\+|\^\^)(?=\w)[^\n]*?(?<=[\w.!?)])\1", "remove the signs around the words"),
    (r"(?<=\w)([~^])\w+\1", "write `<sub>2</sub>` for a small letter below, `<sup>2</sup>` above"),
    (r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", "write the words themselves"),
)
_OTHER_LINES = tuple((re.compile(rf"^\s*(?:{line})"), f"{_TYPED}: {says}") for line, says in _LINES)
_OTHER_WORDS = tuple((re.compile(words), f"{_TYPED}: {says}") for words, says in _WORDS)
_BROKEN = re.compile(
    r"\]\s*(?:\((?:[^()\n]|\([^()\n]*\))*\)?|\[[^\]\n]*\]|\{[^}\n]*\})|`.*", re.MULTILINE
)
"""What was meant as a link or as code, and is told as such."""
_ADDRESS = re.compile(
    r"\bhttps?://[^\s|]+|\bwww\.[\w-]+\.[^\s|]+|(?<![\w@.])/?(?:[\w-]+/)*[\w-]+\.md\b(?:#[\w-]+)?"
)
_ENTITY = re.compile(r"&([A-Za-z]{2,}\d*;)")
_INDENTED = re.compile(r"(?: {4}|\t)")
_WORD = re.compile(r"(?<!\S)[“‘(*]*[^\W\d_]{2,}")
_MARKED = re.compile(r"\*\*\w|\w\]\(")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ENOUGH = 4
"""So many words in a line are a sentence, and no code."""


def other_markdown(text: str, body: str) -> Iterator[Slip]:
    """Yield what is written in the way of another program.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
        body: the text as it was written.
    """
    for pattern, says in _OTHER_LINES:
        found = next(
            ((line, f) for line in lines_of(text) if (f := pattern.search(line.text))), None
        )
        if found:  # of several lines that belong together the first is enough
            yield _slip(says, found[0].first)
    for pattern, says in _OTHER_WORDS:
        for words in pattern.finditer(text):
            yield _slip(says, words.start())
    for entity in _ENTITY.finditer(text):
        if entity[1] not in html5:
            yield _slip(f"`{entity[0]}` is no sign: type the sign itself", entity.start())
    for lone in re.finditer("`+", text):
        says = "begins code that ends nowhere in its paragraph: write it behind the last word too"
        yield _slip(f"`` {lone[0]} `` {says}, or remove it (an apostrophe is `’`)", lone.start())
    yield from _addresses(text)
    yield from _indented(list(lines_of(text)), body)


def _addresses(text: str) -> Iterator[Slip]:
    """Yield the addresses that are no links."""
    outside = covered(text, dict.fromkeys(("gone", "shown", "ended", "words"), " "))
    bare = _BROKEN.sub(lambda linked: re.sub(r"[^\n]", " ", linked[0]), outside)
    for found in _ADDRESS.finditer(bare):
        address = found[0].rstrip(".,;:!?)’”")
        if "://" not in address:
            address = f"https://{address}" if address.startswith("www.") else address
        if address.endswith(".md") and not address.startswith("/"):
            address = f"/{address}"
        says = f"nobody can follow this address: write a link, as in `[its name]({address})`"
        yield _slip(says, found.start())


def _indented(lines: Sequence[Line], body: str) -> Iterator[Slip]:
    """Yield sentences that are taken for code, as blanks stand before them."""
    before = ""
    for line in lines:
        if not line.bare:
            continue
        written = body[line.start : line.start + len(line.text)]
        is_code = not line.bare.strip(CODE)
        if is_code and not before and _is_sentence(written):
            says = (
                "four blanks at the beginning of a line make code of it: begin it in column 1, or"
                " below the words of its list"
            )
            yield _slip(says, line.start + len(written) - len(written.lstrip()))
        before = written if is_code else ""


def _is_sentence(line: str) -> bool:
    """Tell whether an indented line was meant for readers; what stands between fences was not."""
    if not _INDENTED.match(line) or _FENCE.match(line):
        return False
    return len(_WORD.findall(line)) >= _ENOUGH or _MARKED.search(line) is not None


def _slip(says: str, start: int) -> Slip:
    return Slip("markdown", says, start)
