"""Pictures drawn from the records: boxes with words in them, and arrows between the boxes.

A picture is as wide as a small phone, so that its words are as large as the text around it. All its
words stand beside it as text, too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from generator.model.guide import Guide

WIDTH = 320
"""Of a picture, in the units of its drawing; so are all lengths here."""

_WHOLE = (1, WIDTH - 2)
_LINE = 17
_PADDING = 10
_GAP = 26
_LETTER = 6.9
"""About how wide a letter is, on the generous side."""


@dataclass(frozen=True, slots=True)
class Box:
    """Words with a frame around them.

    Attributes:
        x: its left side.
        y: its top.
        width: how wide it is.
        height: how high.
        lines: each line of its words, with the height of its baseline.
        strong: whether it is what the picture leads to.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]
    strong: bool = False

    @property
    def middle(self) -> float:
        """Where its middle is, from the left."""
        return self.x + self.width / 2

    @property
    def foot(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line with a head, from one point to another, and a word beside it."""

    x1: float
    y1: float
    x2: float
    y2: float
    word: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing.

    Attributes:
        key: the name of its element on a page.
        title: what it shows, in one line.
        boxes: its boxes.
        arrows: its arrows.
        words: what it says, in sentences.
    """

    key: str
    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high it is, with the lines of its frames."""
        return max((box.foot for box in self.boxes), default=0) + 2


def path_of_steps(guide: Guide) -> Picture:
    """Draw the way from the exemption to permanent residence: one box for each step."""
    titles = [step.title for step in guide.steps.steps]
    boxes = _column(titles, _WHOLE, 1)
    numbered = tuple(f"{number}. {title}." for number, title in enumerate(titles, 1))
    title = f"From the exemption to permanent residence in {len(titles)} steps"
    return Picture("steps", title, boxes, _down(boxes), numbered)


def two_sides(guide: Guide) -> Picture:
    """Draw the choice between the two programmes that are compared first, by their first step."""
    comparison = guide.comparison
    question = "Does an exemption code fit the job and you?"
    (top,) = _column([question], _WHOLE, 1)
    half = (WIDTH - 16) / 2
    first = next((f for f in comparison.features if f.key == "first-step"), comparison.features[0])
    y = top.foot + _GAP + 8
    boxes, arrows, words = [top], [], [question]
    sides = zip((1, WIDTH - half - 1), ("Yes", "No"), comparison.programmes, strict=False)
    for x, answer, programme in sides:
        says = f"{programme.title}. {first.shown(programme.key)}"
        (box,) = _column([says], (x, half), y, strong=answer == "Yes")
        boxes.append(box)
        arrows.append(Arrow(box.middle, top.foot, box.middle, y, answer))
        words.append(f"{answer}: {says}")
    return Picture("sides", "Which side are you on?", tuple(boxes), tuple(arrows), tuple(words))


def codes_then_and_now(guide: Guide) -> Picture:
    """Draw what became of each code that another took over."""
    entries = [entry for entry in guide.codes.entries() if entry.history.successors]
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    words: list[str] = []
    y = 1.0
    for entry in entries:
        newer = [
            f"{next_.code}, {next_.covers or _subject(guide, next_.code)}"
            for next_ in entry.history.successors
        ]
        later = _column(newer, (112, WIDTH - 113), y, gap=6, strong=True)
        centre = (later[0].y + later[-1].foot) / 2
        old = Box(1, centre - 14, 60, 28, ((centre + 5, entry.label),))
        boxes += [old, *later]
        arrows += [Arrow(61, centre, 112, box.y + box.height / 2) for box in later]
        day = entry.history.changed_on
        since = f", since {day.day} {day:%B %Y}" if day else ""
        words.append(f"{entry.label} became {' and '.join(newer)}{since}.")
        y = max(later[-1].foot, old.foot) + 14
    return Picture("codes", "What became of each code", tuple(boxes), tuple(arrows), tuple(words))


def _column(
    texts: Iterable[str],
    across: tuple[float, float],
    y: float,
    *,
    gap: float = _GAP,
    strong: bool = False,
) -> tuple[Box, ...]:
    """Lay texts out as boxes below each other; `across` is their left side and their width."""
    x, width = across
    found = []
    for text in texts:
        lines = wrap(text, int((width - 2 * _PADDING) / _LETTER)) or [text]
        height = len(lines) * _LINE + 2 * _PADDING
        baselines = tuple((y + _PADDING + 13 + n * _LINE, line) for n, line in enumerate(lines))
        found.append(Box(x, y, width, height, baselines, strong))
        y += height + gap
    return tuple(found)


def _down(boxes: Sequence[Box]) -> tuple[Arrow, ...]:
    return tuple(Arrow(a.middle, a.foot, b.middle, b.y) for a, b in pairwise(boxes))


def _subject(guide: Guide, code: str) -> str:
    """Return what a code covers as it goes on within a sentence: an abbreviation stays as it is."""
    text = guide.code_by_label[code].subject
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
