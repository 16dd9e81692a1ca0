"""Any number of categories, made of the frozen guide's: longer, and all reviewed in time."""

import re
from collections.abc import Iterator
from textwrap import fill

from tests.project import CATEGORIES, ENDED, Project

FEWEST = len(CATEGORIES)
"""The frozen guide's own categories are always there: its pages name some of them."""

LENGTH = 7_000
"""About how many bytes a record has."""

ASKED = "What else is asked of"
"""How the questions of each record begin; nothing but its own page shows them."""

_REVIEWED = "2022-10"  # a month before the frozen guide's day: nothing is overdue or due soon

# What is written anew, or would be wrong twice: a former address belongs to one category.
_REPLACED = re.compile(
    r"^(?:formerly|how_it_works|basis|questions|changes|reviews|reviewed_on):.*\n"
    r"(?:[ \t].*\n|\n(?=[ \t]))*",
    re.MULTILINE,
)
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
_SUMMARY = re.compile(r"^summary: >-\n(?:[ \t].*\n)+", re.MULTILINE)

# Each names its category, so that no two records have a paragraph in common: a program that keeps
# what it has converted once must not have an easier day here than with a real guide.
_SENTENCES = (
    "Whoever asks for {0} brings a letter that says what the work is and where it is done.",
    "The letter for {0} needs no seal, but it needs a date and a name that can be read.",
    "Some towns look at {0} in spring only, when the roads are dry and the clerks are back.",
    "A helper under {0} may stay until the work is done, or until the permit ends.",
    "Nobody has to know the town before; {0} asks for a trade, and not for friends.",
    "Where two lines fit, {0} is often the shorter one, with fewer papers to carry.",
    "Ask at the gate which papers {0} wants this year, because the list is read anew each winter.",
    "A family may come along under {0}, with papers of their own, as long as the work lasts.",
    "The portal keeps what was written for {0}, so write it as it is and keep a copy.",
    "If the work changes, {0} has to be asked for again, from the first page to the last.",
    "Pay and hours under {0} are what the offer says, and the offer is what counts.",
)


def multiply(project: Project, size: int) -> list[str]:
    """Give a project a number of categories in place of its own, and let the finder lead there.

    Returns:
        Their slugs. A record is the same at every size.
    """
    sources = {slug: project.read(_path(slug)) for slug in CATEGORIES}
    # Other programs have no page for what has ended.
    project.delete(_path(ENDED))
    slugs = []
    for number in range(size):
        source = CATEGORIES[number % FEWEST]
        first = number < FEWEST
        slug = source if first else f"{source}-{number:04}"
        text = "".join(_record(sources[source], "" if first else f" {number:04}", number))
        project.write(_path(slug), text)
        slugs.append(slug)
    answer = f"      - key: any\n        text: Any\n        categories: [{', '.join(slugs)}]\n"
    none = "      - key: none\n"
    project.replace("data/finder.yml", none, f"{answer}{none}")
    return slugs


def with_summary(text: str, summary: str) -> str:
    """Return a record's text with another summary, as an editor would save it."""
    edited, count = _SUMMARY.subn(f"summary: >-\n  {summary}\n", text)
    assert count == 1
    return edited


def _path(slug: str) -> str:
    return f"data/categories/{slug}.yml"


def _record(source: str, suffix: str, number: int) -> Iterator[str]:
    kept = _TITLE.sub(rf"title: \1{suffix}", _REPLACED.sub("", source), count=1)
    found = _TITLE.search(kept)
    assert found is not None
    name = found[1]
    made = [
        f"{kept.rstrip()}\n",
        f"reviewed_on: {_REVIEWED}\n",
        f"how_it_works: |\n{_paragraphs(name, number, 4)}",
        f"basis: |\n{_paragraphs(name, number + 5, 2)}",
        "questions:\n",
    ]
    yield from made
    length, asked = sum(len(part.encode()) for part in made), 0
    while length < LENGTH:
        asked += 1
        text = _wrapped(_said(name, number + asked), "      ")
        question = f"  - question: {ASKED} {name} ({asked})?\n    answer: >-\n{text}"
        yield question
        length += len(question.encode())


def _paragraphs(name: str, start: int, count: int) -> str:
    return "\n".join(_wrapped(_said(name, start + step), "  ") for step in range(count))


def _said(name: str, start: int) -> str:
    chosen = (_SENTENCES[(start * 3 + step) % len(_SENTENCES)] for step in range(4))
    return " ".join(sentence.format(name) for sentence in chosen)


def _wrapped(text: str, indent: str) -> str:
    return f"{fill(text, 98, initial_indent=indent, subsequent_indent=indent)}\n"
