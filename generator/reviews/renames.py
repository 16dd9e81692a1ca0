"""Where a file lay before a commit gave it its path."""

from collections.abc import Sequence
from pathlib import Path

from generator.reviews.revisions import contents, git


def origins(
    root: Path, commit: str, path: str, parents: Sequence[str], formerly: Sequence[str]
) -> list[tuple[str, str]]:
    """Return from where a file came to its path in a commit: parents, with its path in each.

    A copy is no rename: what a file was copied from goes on as itself.

    Args:
        root: the project's folder.
        commit: the commit that has the file.
        path: where it has it, relative to `root`.
        parents: the commit's parents.
        formerly: earlier paths of the file. One that the commit took away is the origin, whatever
            git takes for alike.

    Raises:
        RevisionError: there is no git, or no such commit.
    """
    found = []
    for parent in parents:
        new, gone, renamed = _moves(root, parent, commit)
        old = next((name for name in formerly if name in gone), renamed.get(path))
        if path in new and old:
            found.append((parent, old))
    return found


def path_at(root: Path, head: str, path: str, formerly: Sequence[str]) -> str:
    """Return the path of a file at the newest commit, which may not know of a rename yet."""
    paths = [path, *(old for old in formerly if not (root / old).exists())]
    texts = contents(root, [f"{head}:./{name}" for name in paths])
    return next((name for name, raw in zip(paths, texts, strict=True) if raw is not None), path)


def parents_of(root: Path, commits: Sequence[str]) -> dict[str, list[str]]:
    """Return the parents of each commit; the oldest ones of a shallow clone have none."""
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    told = git(root, "rev-list", "--no-walk=unsorted", "--parents", "--stdin", given=asked)
    return {commit: parents for commit, *parents in map(str.split, told.decode().splitlines())}


def _moves(root: Path, before: str, after: str) -> tuple[set[str], set[str], dict[str, str]]:
    """Return the files that came, those that went, and for each new name the one it replaced."""
    options = ("-r", "-M", "-z", "--relative", "--name-status")
    fields = iter(git(root, "diff-tree", *options, before, after).decode().split("\0"))
    new, gone, renamed = set(), set(), {}
    for kind in filter(None, fields):
        path = next(fields)
        if kind.startswith("R"):
            gone.add(path)
            new.add(there := next(fields))
            renamed[there] = path
        elif kind in "AD":
            (new if kind == "A" else gone).add(path)
    return new, gone, renamed
