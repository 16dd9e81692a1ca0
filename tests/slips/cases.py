"""A case of the corpus: what an editor does to the frozen guide, and what has to be told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.project import Project

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
LAMP = "data/categories/lighthouse-keeper-swap.yml"
ROPES = "data/categories/mountain-rescue-team.yml"
SAIL = "data/categories/sailing-school-season.yml"
BREAD = "data/categories/village-bakery-help.yml"
FAIR = "data/categories/carnivals-and-fairs-misc.yml"
BARGE = "data/categories/barge-towing.yml"

CODES = "data/codes.yml"
COMPARISON = "data/comparison.yml"
FINDER = "data/finder.yml"
FIRM = "data/firm.yml"
GROUPS = "data/groups.yml"
DUTIES = "data/obligations.yml"
QUESTIONS = "data/questions.yml"
PEOPLE = "data/reviewers.yml"
SETTINGS = "data/settings.yml"
SOURCES = "data/sources.yml"
STEPS = "data/steps.yml"
TERMS = "data/terms.yml"

HOME = "content/index.md"
FIND = "content/find.md"
WORDS = "content/glossary.md"
SIDES = "content/imp-vs-tfwp.md"
OFFICE = "content/employers.md"
REGISTER = "content/reviews.md"
ALL = "content/categories/index.md"
LIST = "content/codes.md"
NAV = "mkdocs.yml"

Edit = Callable[[Project], object]
Where = int | str
Verdict = Literal["data", "reviewer", "nothing"]


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, and what has to be told first.

    Attributes:
        path: the file that is changed, and in which the slip is told unless `where` says otherwise.
        old: what stands there; with it empty, `new` is put at the end.
        new: what is written instead.
        words: what the message has to say, whatever the case of its letters: parts separated by
            semicolons, each of them one of several that a bar separates; a part
            behind an exclamation mark must not be said.
        at: the lines on which it may be told: a number is counted down from the first line that
            changed, a text is looked up in the file as changed. None means any line.
        most: how many problems may be told.
        where: other files in which it may be told.
        more: further changes that belong to it: file, old and new text.
        do: what is done to the files after that.
        advice: whether it may be told as advice, since it may be right.
    """

    path: str
    old: str
    new: str
    words: str
    at: tuple[Where, ...] | None = (0,)
    most: int = 1
    where: tuple[str, ...] = ()
    more: tuple[tuple[str, str, str], ...] = ()
    do: Edit | None = None
    advice: bool = False


@dataclass(frozen=True, slots=True)
class Sound:
    """An edit that is right, and must not be refused.

    Attributes:
        path: the file that is changed.
        old: what stands there; with it empty, `new` is put at the end.
        new: what is written instead.
        more: further changes that belong to it.
        do: what is done to the files after that.
    """

    path: str
    old: str
    new: str
    more: tuple[tuple[str, str, str], ...] = ()
    do: Edit | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A change that only shows beside the state where it began.

    Attributes:
        path: the file that is changed.
        old: what stands there; with it empty, `new` is put at the end.
        new: what is written instead.
        verdict: whether the data has to be mended, the reviewer be asked, or nothing be done.
        words: what the first message has to say, as with a slip.
        most: how many problems of that verdict may be told.
        more: further changes that belong to it.
        do: what is done to the files after that.
        also: a second verdict that is due as well.
    """

    path: str
    old: str
    new: str
    verdict: Verdict
    words: str = ""
    most: int = 1
    more: tuple[tuple[str, str, str], ...] = ()
    do: Edit | None = None
    also: Verdict | None = None


Case = Slip | Sound | Work
Table = dict[str, list[Case]]


def deleted(path: str) -> Edit:
    """Return what removes a file."""
    return lambda project: project.delete(path)


def renamed(old: str, new: str) -> Edit:
    """Return what gives a file another name."""

    def rename(project: Project) -> None:
        project.path(new).parent.mkdir(parents=True, exist_ok=True)
        project.path(old).rename(project.path(new))

    return rename


def rewritten(path: str, change: Callable[[bytes], bytes]) -> Edit:
    """Return what changes the bytes of a whole file."""
    return lambda project: project.write(path, change(project.path(path).read_bytes()))


def added(path: str, text: str) -> Edit:
    """Return what adds a file."""
    return lambda project: project.write(path, text)


def copied(old: str, new: str) -> Edit:
    """Return what copies a file."""
    return lambda project: project.write(new, project.read(old))
