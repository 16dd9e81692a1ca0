"""What a file was before, state by state, and which of its states a review saw."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.reviews.renames import origins, parents_of, path_at
from generator.reviews.revisions import (
    WHOLE_HISTORY,
    RevisionError,
    UnknownRevisionError,
    contents,
    git,
    is_shallow,
    resolve,
)

T = TypeVar("T")

_CUT_OFF = f"this clone has not the whole history: run {WHOLE_HISTORY}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A committed state of a file.

    Attributes:
        commit: the commit that made it, as a full hash.
        path: where the file lay at that commit, relative to the project's folder.
    """

    commit: str
    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """The review saw this state.

    Attributes:
        state: the oldest state that bears the review.
    """

    state: Earlier


@dataclass(frozen=True, slots=True)
class Uncommitted:
    """The review is not committed yet: what it saw is the file as it lies in the folder."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Git cannot tell what the review saw.

    Attributes:
        reason: why, and what helps, as a part of a sentence.
    """

    reason: str


Found = Known | Uncommitted | Unknown


@dataclass(frozen=True, slots=True)
class Step:
    """A state, those right before it (several after a merge), and the parents of its commit."""

    state: Earlier
    raw: bytes | None
    before: tuple[Earlier, ...]
    parents: Sequence[str]

    @property
    def text(self) -> str | None:
        """The file then; None where it was removed or is not in UTF-8."""
        try:
            return None if self.raw is None else self.raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None


def last_with_other(  # noqa: PLR0913 - which file to follow, and what to look for
    root: Path,
    path: str,
    value: Callable[[str], T | None],
    now: T,
    *,
    formerly: Sequence[str] = (),
    head: str = "HEAD",
) -> Found:
    """Find the state that a review saw: the one with which its value came into the file.

    Args:
        root: the project's folder.
        path: the file, relative to it.
        value: gives the review's value of a file's text; None where that cannot be read, and such
            a state says nothing.
        now: the value of the file as it lies in the folder.
        formerly: paths that the file had.
        head: the revision whose history counts.
    """
    try:
        return _found(root, steps(root, path, formerly, head), value, now)
    except RevisionError as error:
        first = isinstance(error, UnknownRevisionError) and head == "HEAD"
        return Unknown("nothing is committed here yet" if first else str(error))


def _found(root: Path, steps: Iterator[Step], value: Callable[[str], T | None], now: T) -> Found:
    seen: Earlier | None = None
    other = cut_off = False
    wanted: set[Earlier] = set()
    for number, step in enumerate(steps):
        if number and step.state not in wanted:
            continue
        wanted.discard(step.state)
        told = None if step.text is None else value(step.text)
        if told is not None and told != now:
            other = True
        elif told is None:
            wanted.update(step.before)
        else:
            # After a merge, one side is enough: with the other, the value came a second time.
            seen, other, wanted = step.state, False, set(step.before)
        cut_off = not step.parents
        if not wanted:
            break
    if cut_off and not other and is_shallow(root):
        return Unknown(_CUT_OFF)
    return Known(seen) if seen else Uncommitted()


def steps(root: Path, path: str, formerly: Sequence[str], revision: str = "HEAD") -> Iterator[Step]:
    """Yield a file's states, each after those that follow from it.

    First those under its path, then those under the paths from which it was renamed. A state comes
    again where several renames lead back to it. A branch that left no trace in the file is left
    out, as in ``git log PATH``.

    Args:
        root: the project's folder.
        path: the file, relative to it.
        formerly: paths that the file had, for renames that git does not see because the text
            changed with the name.
        revision: the revision whose history counts.

    Raises:
        RevisionError: there is no git, or no commit.
    """
    head = resolve(root, revision)
    waiting = deque([_stretch(root, head, path_at(root, head, path, formerly))])
    while waiting:
        stretch = waiting.popleft()
        there = {step.state for step in stretch if step.raw is not None}
        reached = {step.state for step in stretch[:1]}
        for step in stretch:
            if step.state not in reached:
                continue
            before = step.before
            came = step.raw is not None and there.isdisjoint(before)
            if came or len(step.parents) > 1:
                here = (step.state.commit, step.state.path)
                earlier = [_stretch(root, *o) for o in origins(root, *here, step.parents, formerly)]
                waiting += earlier
                if earlier:
                    # What had the path before a rename, and was removed, is another file.
                    kept = (state for state in before if state in there)
                    before = (*kept, *(states[0].state for states in earlier))
            reached.update(before)
            yield replace(step, before=before)


def _stretch(root: Path, commit: str, path: str) -> list[Step]:
    """Return the states of a file under one path, up to a commit, newest first."""
    if "\n" in path:
        raise RevisionError(f"the name {path!r} has a line break: rename the file")
    order = ("--topo-order", "--parents", commit, "--", path)
    lines = [line.split() for line in git(root, "rev-list", *order).decode().splitlines()]
    commits = [made for made, *_before in lines]
    parents = parents_of(root, commits)
    texts = contents(root, [f"{made}:./{path}" for made in commits])
    return [
        Step(Earlier(made, path), raw, tuple(Earlier(name, path) for name in before), parents[made])
        for (made, *before), raw in zip(lines, texts, strict=True)
    ]
