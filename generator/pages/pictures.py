"""Pictures drawn from the records: boxes with words in them, and arrows between the boxes.

A picture is as wide as a small phone, so that its words are as large as the text around it. All its
words stand beside it as text, too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from generator.model.code import Successor
from generator.model.comparison import WITH_LMIA, Feature, Programme
from generator.model.guide import Guide
from generator.pages.environment import day_in_words
from generator.problems.phrases import lower_first

WIDTH = 320
"""Of a picture, in the units of its drawing; so are all lengths here."""

_WHOLE = (1, WIDTH - 2)
_LINE = 17
_PADDING = 10
_GAP = 26
_OLD = 100
"""How wide the box of an old code is: a day has to stand in it."""
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
        title: what it shows, in one line.
        boxes: its boxes.
        arrows: its arrows.
        words: what it says, in sentences.
    """

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
    return Picture(title, boxes, _down(boxes), numbered)


def two_sides(programmes: Sequence[Programme], first: Feature) -> Picture:
    """Draw the choice between the two programmes, each with its first step."""
    question = "Does an exemption code fit the job and you?"
    (top,) = _column([question], _WHOLE, 1)
    half = (WIDTH - 16) / 2
    y = top.foot + _GAP + 8
    boxes, arrows, words = [top], [], [question]
    without = sorted(programmes, key=lambda programme: programme.key == WITH_LMIA)
    for x, answer, programme in zip((1, WIDTH - half - 1), ("Yes", "No"), without, strict=True):
        says = f"{programme.title}. {first.shown(programme.key)}"
        (box,) = _column([says], (x, half), y, strong=answer == "Yes")
        boxes.append(box)
        arrows.append(Arrow(box.middle, top.foot, box.middle, y, answer))
        words.append(f"{answer}: {says}")
    return Picture("Which side are you on?", tuple(boxes), tuple(arrows), tuple(words))


def codes_then_and_now(guide: Guide) -> Picture:
    """Draw what became of each code that another took over, with the day where it is known."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    words: list[str] = []
    y = 1.0
    for entry in guide.codes.entries():
        if not entry.history.successors:
            continue
        day = entry.history.changed_on
        newer = [_newer(guide, successor) for successor in entry.history.successors]
        old, later = _side_by_side([entry.label, f"{day.day} {day:%b %Y}" if day else ""], newer, y)
        boxes += [old, *later]
        arrows += [Arrow(old.x + old.width, _level(old), new.x, _level(new)) for new in later]
        since = f", since {day_in_words(day)}" if day else ""
        words.append(f"{entry.label} became {', '.join(newer)}{since}.")
        y = max(old.foot, later[-1].foot) + 14
    title = "What became of each code on IRCC’s pages"
    return Picture(title, tuple(boxes), tuple(arrows), tuple(words))


def _newer(guide: Guide, successor: Successor) -> str:
    covers = successor.covers or lower_first(guide.code_by_label[successor.code].subject)
    return f"{successor.code} ({covers})"


def _side_by_side(
    old: Iterable[str], newer: Sequence[str], y: float
) -> tuple[Box, tuple[Box, ...]]:
    """Lay out an old code, a line for each text, and to its right the newer ones."""
    lines = [line for line in old if line]
    high = len(lines) * _LINE + 2 * _PADDING
    across = (_OLD + _GAP, WIDTH - _OLD - _GAP - 1)
    (*_, last) = _column(newer, across, y, gap=6)
    later = _column(newer, across, y + max(0, high - (last.foot - y)) / 2, gap=6, strong=True)
    top = (later[0].y + later[-1].foot - high) / 2
    baselines = tuple((top + _PADDING + 13 + n * _LINE, line) for n, line in enumerate(lines))
    return Box(1, top, _OLD, high, baselines), later


def _level(box: Box) -> float:
    return box.y + box.height / 2


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
