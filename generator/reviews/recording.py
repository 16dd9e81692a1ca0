"""A review written into the text of a file, with all else of the file left as it is.

What is written is read back before it is handed out.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from generator.reviews.entry import Finding, ObstacleError, entry_of, quoted, renewed
from generator.reviews.insertion import BREAK, COMMENT, edited, ways
from generator.source import tree
from generator.source.files import with_unix_ends
from generator.source.front_matter import read_yaml

_CLOSING = re.compile(r"(?:\r\n|\r|\n)---[^\S\r\n]*(?=[\r\n]|\Z)")


class NotRecordedError(Exception):
    """A review cannot be written into a file; the message says why, and what to write by hand."""


class _Contents(NamedTuple):
    data: dict[str, tree.Plain]
    body: str
    problems: Counter[str]


def recorded(text: str, path: str, finding: Finding) -> str:
    """Return a file's text with a review in it, all else as it was.

    The list `reviews` has one item more at its end. An outcome that renews the date replaces
    `reviewed_on` and `reviewed_by` too. The text is read back, so that it says this and no more.

    Args:
        text: the file exactly as it is on disk, line ends and byte order mark included.
        path: the file; one that ends with ``.md`` is a page with front matter, else all is YAML.
        finding: the review.

    Raises:
        NotRecordedError: the text is written in a way that leaves no place for the review.
    """
    try:
        before = _contents(text, path)
        start, end = _span(text, path)
        head = text[start:end]
        wanted = _wanted(before.data, finding)
        for edits in ways(head, _newline(text), finding):
            written = text[:start] + edited(head, edits) + text[end:]
            if _is_sound(before, wanted, text, written, path):
                return written
    except ObstacleError as obstacle:
        raise _not_recorded(path, str(obstacle), finding) from None
    raise _not_recorded(path, "the review would change something else of the file", finding)


def _contents(text: str, path: str) -> _Contents:
    """Read a file as the project reads it."""
    normal = with_unix_ends(text.removeprefix("\ufeff"))
    node, body, problems = read_yaml(normal, path)
    if not isinstance(node, tree.Mapping):
        raise ObstacleError(problems[0].message if problems else "the file has no keys")
    data = {key: tree.plain(value) for key, value in node.values.items()}
    return _Contents(data, body, Counter(problem.rule for problem in problems))


def _span(text: str, path: str) -> tuple[int, int]:
    """Return where the YAML of a file begins and ends."""
    if path.endswith(".md"):
        opening = BREAK.search(text)
        if opening and (closing := _CLOSING.search(text, opening.start())):
            return opening.end(), closing.start()
    return len(text) - len(text.removeprefix("\ufeff")), len(text)


def _newline(text: str) -> str:
    found = BREAK.search(text)
    return found[0] if found else "\n"


def _wanted(data: Mapping[str, tree.Plain], finding: Finding) -> dict[str, tree.Plain]:
    past = [] if data.get("reviews", "") == "" else data["reviews"]
    if not isinstance(past, list):
        raise ObstacleError("`reviews` is not a list: begin each of its items with `- `")
    wanted: dict[str, tree.Plain] = {**data, "reviews": [*past, dict(entry_of(finding))]}
    return wanted | renewed(finding)


def _is_sound(
    before: _Contents, wanted: dict[str, tree.Plain], text: str, written: str, path: str
) -> bool:
    """Tell whether a text says what it should and nothing of the old one is lost."""
    try:
        after = _contents(written, path)
        comments = [_comments(each[slice(*_span(each, path))]) for each in (text, written)]
    except (ObstacleError, yaml.YAMLError):
        return False
    same = after.data == wanted and after.body == before.body and comments[0] == comments[1]
    return same and not after.problems - before.problems


def _comments(text: str) -> list[str]:
    """Return the comments of a YAML text: what is between its tokens, or behind a `|` or `>`."""
    found, end = [], 0
    for token in yaml.scan(text, yaml.SafeLoader):
        start = token.start_mark.index
        found += COMMENT.findall(text[end:start])
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            found += COMMENT.findall(BREAK.split(text[start:], maxsplit=1)[0])
        end = max(end, token.end_mark.index)
    return found


def _not_recorded(path: str, why: str, finding: Finding) -> NotRecordedError:
    entry = ", ".join(f"{name}: {quoted(value)}" for name, value in entry_of(finding).items())
    others = [f"`{name}: {value}`" for name, value in renewed(finding).items()]
    message = f"{path} stays as it was: {why}. Or write by hand, at the end of `reviews`,"
    return NotRecordedError(" and ".join([f"{message} `- {{{entry}}}`", *others]))
