"""What keeps one line of a file from being read: its key, its quotes, its first sign."""

import re

from generator.source.slips.quoting import MOST, bracket_fault, brief, quote_fault

_NUMBER = re.compile(r"-?[\d.,]+$")
_ITEMS = re.compile(r" *(?:-[ \t]+)*")
_KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[{\-][^:]*?)[ \t]*:(?:[ \t]+|$)")

# A dash without its space. `-1` is a number, `---` ends a document.
_DASH = re.compile(r"-([^\s\d-].*)$")

_DASHES = re.compile(r"--+[ \t]*\w")

# What lists begin with elsewhere.
_BULLET = re.compile(r"(?:([•‣▪◦·●○■–—*+])[ \t]|(\d{1,2}[.)])[ \t])")

# A key that runs into its value: `title:CETA` is one text to the parser. An address is no key.
_JOINED = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?!//)(?P<value>\S.*?)[ \t]*$")

# A key that ends with another sign, or with none.
_OTHER_END = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*)(?:[ \t]*(?P<sign>[;=：])[ \t]*|[ \t]+(?:[-–—=]?[->][ \t]+)?)"
    r"(?P<value>\S.*?)[ \t]*$"
)

# A key alone on its line, without its colon, and what stands below a key.
_LONE_WORD = re.compile(r"([a-z][a-z0-9_-]*)[;.,]?$")
_BELOW_A_KEY = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")

# What somebody wrote, or took for, the `>-` or `|` that opens a longer text.
_OPENER = re.compile(r"(?![|>][+-]?$)(?:[|>][ \t+|>-]*|[-<=~+]*[<>][-=]*|[lI])$")

_OPENING = {">": ">-", "|": "|"}

# What is a comment elsewhere.
_OTHER_COMMENT = re.compile(r"(<!--|//|/\*|;|%)\s*\w")

_SPECIAL = re.compile(r"(?:[-?:](?=[ \t]|$)|[@`%*&!|>\[\]{},])")
_LONG_TEXT = re.compile(r"[|>][+-]?\d*[+-]?[ \t]*(?:#.*)?$")
_COLON = re.compile(r":(?=[ \t]|$)")
_SECOND_KEY = re.compile(r"\S+\s+([a-z][a-z_]*)$")


def line_fault(line: str, below: str = "") -> tuple[int, str] | None:
    """Return column, from 0, and message of what keeps a line from being read.

    Args:
        line: the line on which a key or an item begins.
        below: the lines that belong to it, for a value that goes on there.
    """
    start = _start(line)
    content = line[start:]
    if message := _lacks_key(content) or _first_sign(content):
        return start, message
    if key := _KEY.match(content):
        column = start + key.end()
        return _value_fault(line[column:], below, column)
    if content[:1] in {'"', "'"} or _SPECIAL.match(content):
        return _value_fault(content, below, start)
    if joined := _JOINED.match(content):
        return start, joined_up(joined["key"], joined["value"])
    return None


def _start(line: str) -> int:
    """Return the column behind the dashes of items."""
    items = _ITEMS.match(line)
    return items.end() if items else 0


def _lacks_key(content: str) -> str | None:
    if content[:1] == ":":
        return "no key stands before this colon: write it"
    if content[:1] in {"|", ">"} and _LONG_TEXT.match(content):
        return f"no key stands before this `{content.strip()}`: write it, with its colon"
    return None


def _first_sign(content: str) -> str | None:
    if bullet := _BULLET.match(content):
        sign = bullet[1] or bullet[2]
        return f"`{sign}` begins no item here: write `- ` in its place, one item to a line"
    if comment := _OTHER_COMMENT.match(content):
        return f"`{comment[1]}` begins no comment here: write `# ` in its place"
    if _DASHES.match(content):
        return "an item begins with one `-` and a space: remove the others"
    if dash := _DASH.match(content):
        return f"there is no space after the `-`: write `- {brief(dash[1])}`"
    return None


def lone_key(line: str, below: str) -> tuple[int, str] | None:
    """Return column and message for a key that stands alone, without its colon, above its value."""
    start = _start(line)
    word = _LONE_WORD.match(line[start:].rstrip())
    first = next((text for text in below.split("\n") if text.strip()), "")
    if word is None or not _BELOW_A_KEY.match(first):
        return None
    return start, f"a key ends with a colon: write `{word[1]}:`"


def no_opener(value: str) -> str | None:
    """Return what to say of a sign that was to open a longer text, and does not."""
    value = value.strip()
    if not _OPENER.match(value):
        return None
    return f"`{value}` opens no longer text: write `>-`, or `|` to keep its empty lines"


def other_end(line: str) -> tuple[int, str] | None:
    """Return column and message for a line whose key ends with another sign than a colon."""
    start = _start(line)
    found = _OTHER_END.match(line[start:])
    if not found or (not found["sign"] and "_" not in found["key"]):
        return None
    key = found["key"]
    written = f"write `{key}: {brief(found['value'])}`"
    return start, f"a key ends with a colon and a space: {written} if `{key}` is one"


def no_key(line: str) -> tuple[int, str]:
    """Return column and message for a line that holds no key where each line has to hold one."""
    start = _start(line)
    other = _OTHER_END.match(line[start:])
    if other and other["key"].islower():
        key, value = other["key"], brief(other["value"])
        return start, (
            f"a key ends with a colon and a space: write `{key}: {value}` if `{key}` is one; a line"
            " of a longer text is indented below its key"
        )
    return start, (
        "this line holds no key, which ends with a colon and a space: if it goes on with the text"
        " above, indent it by two spaces more"
    )


def joined_up(key: str, value: str) -> str:
    """Return what to do about a key that runs into its value."""
    if len(value) > MOST:
        return f"`{key}:` has no space after the colon: write a space between it and its value"
    return f"`{key}:{value}` has no space after the colon: write `{key}: {value}`"


def begins_with(sign: str) -> str:
    """Return what to do about a text that begins with a sign of a meaning of its own."""
    if sign == "-":
        return (
            "a text cannot begin with `- `: remove it, or put the text in double quotes; the items"
            " of a list stand below their key"
        )
    named = {"?": "`? `", ":": "`: `", "`": "a backtick"}.get(sign, f"`{sign}`")
    return f"a text that begins with {named} must be in double quotes"


def _value_fault(value: str, below: str, column: int) -> tuple[int, str] | None:
    if value[:1] in {'"', "'"}:
        return quote_fault(value, below, column)
    if message := no_opener(value):
        return column, message
    if _SPECIAL.match(value) and not _LONG_TEXT.match(value):
        return column, _sign_fault(value[0], value + below)
    if (colon := _COLON.search(value)) and value.strip() != ":":
        return column + colon.start(), _second_colon(value[: colon.start()], value[colon.end() :])
    return None


def _sign_fault(sign: str, whole: str) -> str:
    """Say what to do about a value that begins with a sign of a meaning of its own."""
    if sign in "[{" and (message := bracket_fault(whole)):
        return message
    if sign in "|>":
        return (
            f"after `{_OPENING[sign]}` a longer text begins on the next line, indented below its"
            f" key; a text that begins with `{sign}` itself must be in double quotes"
        )
    return begins_with(sign)


def _second_colon(before: str, behind: str) -> str:
    """Say what to do about a colon within a value."""
    if behind.lstrip().startswith("//"):
        return "a space stands within this address, behind its colon: remove it"
    second = _SECOND_KEY.fullmatch(before.strip())
    or_else = f"; if `{second[1]}` is a key, begin it on a line of its own" if second else ""
    return (
        "a colon followed by a space ends a key: put the whole text in double quotes, or write it"
        f" below the key after `>-`{or_else}"
    )
