"""The work that began at another revision, with what git knows of its reviews."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.model.category import Category, Ended
from generator.model.layout import CATEGORIES
from generator.model.load import load
from generator.model.records import Entry, Records
from generator.model.review import Reviewed
from generator.reviews.coverage import Branch
from generator.reviews.history import Found, Known, Unknown, last_with_other
from generator.reviews.revisions import commit_day, commits_since, files_at, fork_point
from generator.source.files import with_unix_ends
from generator.source.front_matter import read_yaml
from generator.source.tree import Mapping, Plain, plain

ReviewValue = tuple[object, ...]


def branch_since(root: Path, base: str, after: Records, today: date, head: str = "HEAD") -> Branch:
    """Return the work on a head, by default the files as they are, since it left a revision.

    Args:
        root: the project's folder, in a git work tree.
        base: what git calls a revision.
        after: the records as they are now.
        today: the day to judge by; no work began after it, whatever the commits say.
        head: the revision whose records these are, where they are not those of the folder.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    began = fork_point(root, base, head)
    with files_at(root, began) as folder:
        before = load(folder, after.by_file())[0]
    day = min(commit_day(root, began), today)
    return Branch(before, after, day, _seen_in(root, began, after, head))


def review_value(text: str, path: str, *, wording: bool = True) -> ReviewValue | None:
    """Return what a file says of its review, whatever way it writes that.

    Args:
        text: the file.
        path: its path, whose ending tells how to read it.
        wording: whether the looks at sentences count that its own reviewer wrote down; otherwise
            only what renews the date does.

    Returns:
        None where the file cannot be read.
    """
    tree, _body, _problems = read_yaml(with_unix_ends(text), path)
    if not isinstance(tree, Mapping) or "reviewed_on" not in tree.values:
        return None
    data = {key: plain(value) for key, value in tree.values.items()}
    on, by = (data.get(key, "") for key in ("reviewed_on", "reviewed_by"))
    return (on, by, *(_looks(data, by) if wording else ()))


def _looks(data: dict[str, Plain], by: Plain) -> list[str]:
    """Return the looks that cover sentences, whatever order they are in."""
    listed = data.get("reviews")
    looks = [look for look in listed if isinstance(look, dict)] if isinstance(listed, list) else []
    return sorted(
        repr(sorted(look.items()))
        for look in looks
        if look.get("by") == by and look.get("outcome") != "problem found"
    )


def state_seen(root: Path, entry: Entry[Reviewed], *, wording: bool, head: str = "HEAD") -> Found:
    """Find the state of a record that its review saw, or with `wording` its newest look.

    Args:
        root: the project's folder, in a git work tree.
        entry: the record as it is now.
        wording: whether looks at sentences count as well as reviews.
        head: the revision whose history counts.
    """
    now = review_value(entry.text, entry.path, wording=wording)
    if now is None:
        return Unknown("the file's review cannot be read")
    return last_with_other(
        root,
        entry.path,
        lambda text: review_value(text, entry.path, wording=wording),
        now,
        formerly=_earlier_paths(entry),
        head=head,
    )


def _earlier_paths(entry: Entry[Any]) -> list[str]:
    record = entry.record
    known = isinstance(record, (Category, Ended)) and "formerly" not in entry.faulty
    return [f"{CATEGORIES}/{old}.yml" for old in record.formerly] if known else []


def _seen_in(
    root: Path, began: str, after: Records, head: str
) -> Callable[[str, bool], Records | None]:
    """Return what finds the records as the newest review or look of this work saw them."""
    entries = {entry.path: entry for entry in after.reviewed("reviewed_on")}

    @cache
    def at(commit: str) -> Records:
        with files_at(root, commit) as folder:
            return load(folder, after.by_file())[0]

    def seen(path: str, wording: bool) -> Records | None:
        found = state_seen(root, entries[path], wording=wording, head=head)
        if not isinstance(found, Known):
            return None
        commits = commits_since(root, began, found.state.path, head)
        return at(found.state.commit) if found.state.commit in commits else None

    return seen
