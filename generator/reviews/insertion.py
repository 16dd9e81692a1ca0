"""Where a review goes in a YAML text, and what to write there: the text itself stays as it is.

PyYAML's own parser says where values stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import yaml

from generator.reviews.entry import (
    Finding,
    ObstacleError,
    entry_of,
    flow_item,
    item_lines,
    quoted,
    renewed,
    value_in_block,
)

BREAK = re.compile(r"\r\n|\r|\n")
COMMENT = re.compile(r"#[^\r\n]*")


class Edit(NamedTuple):
    """What to write in place of a stretch of the text."""

    start: int
    end: int
    text: str


def ways(text: str, newline: str, finding: Finding) -> Iterator[list[Edit]]:
    """Yield the ways to write a review into a YAML text, the usual one first."""
    root, end = _root(text)
    keys = _keys(root)
    others = [
        edit
        for key, value in renewed(finding).items()
        for edit in _replaced(text, key, keys.get(key), value)
    ]
    for place, lines in _places(text, root, keys, end, finding):
        yield [*others, _below(text, place, lines, newline)]
    past = keys.get("reviews")
    if isinstance(past, yaml.SequenceNode) and past.flow_style:
        yield [*others, *_in_brackets(text, past, flow_item(entry_of(finding)), newline)]


def _root(text: str) -> tuple[yaml.MappingNode, int]:
    """Return the mapping that a YAML text is, and where its document ends."""
    end = len(text)
    try:
        for event in yaml.parse(text, yaml.SafeLoader):
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                raise ObstacleError(
                    "it marks or repeats values with `&`, `*` or `!`: write them out"
                )
            if isinstance(event, yaml.DocumentEndEvent) and event.explicit and event.start_mark:
                end = event.start_mark.index
        root = yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        raise ObstacleError("the YAML is not one document that can be read") from None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ObstacleError("its keys stand in braces: write each on a line of its own")
    return root, end


def _keys(root: yaml.MappingNode) -> dict[str, yaml.Node]:
    names = [str(key.value) for key, _value in root.value]
    if "<<" in names:
        raise ObstacleError("it takes over keys with `<<`: write them out")
    for name in ("reviews", "reviewed_on", "reviewed_by"):
        if names.count(name) > 1:
            raise ObstacleError(f"the key `{name}` is written twice: keep one of the two")
    return dict(zip(names, (value for _key, value in root.value), strict=True))


def _replaced(text: str, key: str, node: yaml.Node | None, value: str) -> Iterator[Edit]:
    """Yield what it takes to give a key another value; the quotes that are there stay."""
    if not isinstance(node, yaml.ScalarNode):
        raise ObstacleError(
            f"`{key}` has no value that could be renewed: write the key and a value"
        )
    if node.value == value:
        return
    start, end = node.start_mark.index, node.end_mark.index
    if node.style == "'":
        new = "'" + value.replace("'", "''") + "'"
    elif node.style == '"':
        new = quoted(value)
    elif start < end:
        end = start + len(text[start:end].rstrip())
        new = value_in_block(key, value)
    else:
        # Nothing in quotes is cut off by a comment.
        commented = re.compile(r"[ \t]+#").match(text, start)
        new = " " + (quoted(value) if commented else value_in_block(key, value))
    yield Edit(start, end, new)


def _places(
    text: str, root: yaml.MappingNode, keys: Mapping[str, yaml.Node], end: int, finding: Finding
) -> Iterator[tuple[int, list[str]]]:
    """Yield where a review may be added as lines of its own, and these lines."""
    entry, margin = entry_of(finding), root.start_mark.column
    first = item_lines(entry, margin + 2, margin + 4)
    match keys.get("reviews"):
        case None:
            lines = [f"{' ' * margin}reviews:", *first]
            yield max(_end(text, root), len(text[:end].rstrip())), lines
            # Below a text that the end of the file ends, a line more would be a change of it.
            if by := keys.get("reviewed_by"):
                yield _end(text, by), lines
        case yaml.SequenceNode(flow_style=True):
            return
        case yaml.SequenceNode() as past:
            dash, last = past.start_mark.column, past.value[-1]
            if not isinstance(last, yaml.MappingNode):
                yield _end(text, past), item_lines(entry, dash, dash + 2)
            elif last.flow_style:
                yield _end(text, past), [f"{' ' * dash}- {flow_item(entry)}"]
            else:
                yield (
                    _end(text, past),
                    item_lines(entry, dash, max(last.start_mark.column, dash + 2)),
                )
        case node:
            yield node.start_mark.index, first


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last text of a node ends, without the blank lines that do not count."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.ScalarNode) or node.style not in {"|", ">"}:
        return end
    header = BREAK.split(text[start:end], maxsplit=1)[0]
    return end if "+" in header.partition("#")[0] else start + len(text[start:end].rstrip("\r\n"))


def _below(text: str, place: int, lines: Iterable[str], newline: str) -> Edit:
    """Return lines added below the line of a place; at the beginning of a line, before it."""
    if not (place and text[place - 1] in "\r\n"):
        found = BREAK.search(text, place)
        if not found:
            return Edit(len(text), len(text), "".join(newline + line for line in lines))
        place = found.end()
    return Edit(place, place, "".join(line + newline for line in lines))


def _in_brackets(text: str, past: yaml.SequenceNode, item: str, newline: str) -> list[Edit]:
    """Return what it takes to add an item to a list in brackets."""
    close = past.end_mark.index - 1
    if not past.value:
        return _first_in_brackets(text, past.start_mark.index + 1, close, item, newline)
    last = past.value[-1]
    end = last.end_mark.index
    comma = COMMENT.sub(lambda found: " " * len(found[0]), text[end:close]).find(",")
    place = end if comma < 0 else end + comma + 1
    margin = _margin(text, last.start_mark.index)
    if margin is None or not BREAK.search(text, place, close):
        return [Edit(place, place, f"{',' if comma < 0 else ''} {item}")]
    added = _below(text, place, [f"{margin}{item}{'' if comma < 0 else ','}"], newline)
    return [*([Edit(place, place, ",")] if comma < 0 else []), added]


def _first_in_brackets(text: str, start: int, close: int, item: str, newline: str) -> list[Edit]:
    if not text[start:close].strip(" "):
        return [Edit(start, close, item)]
    margin = _margin(text, close)
    if margin is None:
        return [Edit(close, close, item)]
    place = close - len(margin)
    return [Edit(place, place, f"{margin}  {item}{newline}")]


def _margin(text: str, place: int) -> str | None:
    """Return what stands before a place on its line; None where that is more than blanks."""
    before = BREAK.split(text[:place])[-1]
    return None if before.strip(" ") else before


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits carried out that do not overlap."""
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])
