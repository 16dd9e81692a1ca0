"""What a text for readers may hold: words of somebody who meant them, and nothing left over."""

import re
from itertools import islice

from generator.model.slips.markup import markup_fault
from generator.model.slips.quotes import quote_fault

_WRITE = "write what readers should know"

# Letters by name, but nobody can see them.
_FILLERS = "\u115f\u1160\u3164\uffa0"

_EDGES = " \t\n.,:;!?-–—…·*_()[]{}<>\"'“”‘’"
_PLACEHOLDERS = """
null nil nan inf none true false yes no todo tbd tba tbc fixme wip n/a na n.a n.d undefined
test text placeholder foo foobar bar baz asdf qwerty blah ditto idem etc pending draft unclear
"""
_NO_TEXT = frozenset(_PLACEHOLDERS.split())
_LATER = (
    "added|advised|announced|clarified|confirmed|decided|defined|determined|done|filled in"
    "|specified|written"
)
"""What is still to be done to a text. What is to be paid or signed is a fact."""
_PUT_OFF = re.compile(
    rf"(?:to (?:come|follow)|to be (?:\w+ )?(?:{_LATER}|completed|provided|supplied)"
    r"|coming soon|under construction|work in progress|not (?:yet )?(?:written|done)(?: yet)?"
    r"|(?:change|fill|replace|write|edit) (?:me|this|in|here)|changeme|fill me in|xx+"
    r"|(?:your |some |sample |dummy |insert |enter )?text(?: goes)? here|(?:sample|dummy) text"
    r"|(?:insert|enter|add) (?:a |the |your )?(?:text|name|title|value)"
    r"|(?:see|as|same as)(?: the)? (?:above|below|left|right|before|summary|title)"
    r"|(?:\w+ )?(?:answer|meaning|name|note|question|summary|title)(?: goes)? here"
    r"|new (?:answer|duty|entry|item|obligation|question|service|step|term|text|title))",
    re.IGNORECASE,
)
_MEANT = {"yes", "no", "none"}
"""Words that answer a question when they stand as a sentence."""

# Words that somebody left for later inside a text. An Article XXX is a number.
_LEFT = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|TBC|WIP|(?<!Article )(?<!Chapter )(?<!Annex )(?<!Part )XXX+)\b"
    r"|\?{3,}|\(\?+\)|\[\?+\]|\[(?:\.{3}|…)\]|\[[A-Z]{2,3}[0-9]{1,3}\]"
    r"|\[(?:add|ask|check|confirm|enter|fill|insert|mention|replace|see if|verify|your)\b"
    r"[^\[\]\n]*\]"
    r"|\[(?:citation needed|source needed|date|link|name|number|source|text|title|to come|xx+)\]"
    rf"|[(\[](?i:tbc|tbd|tba|todo|to come|to be (?:[a-z]+ )?(?:{_LATER}|checked|updated|verified)"
    r"|check this|ask [a-z]+)[)\]]|(?<![\w“‘\"])(?:\( *\)|\[ *\])"
    r"|[(\[](?i:(?:[a-z]+ )?to (?:add|ask|check|confirm|update|verify)(?: this| with [a-z]+)?)[)\]]"
    r"|\b(?i:lorem ipsum)\b|\bError! (?:Reference|Bookmark|Hyperlink)\b"
    r"|\bClick (?:or tap )?here to enter\b"
)

# Within a quotation, dots in brackets stand for words of it that are not quoted.
_QUOTED = re.compile(r"[“‘\"][^“”‘\"]*[”’\"]")
_CUT_OUT = re.compile(r"\[(?:\.{3}|…)\]")

# A text without any of these has no such words: most have none, and need not be looked through.
_LEFT_MARKS = ("(", "[", "???", "TODO", "FIXME", "TB", "WIP", "XXX", "Error!", "Click")

_ADDRESS = re.compile(
    r"\b[a-z]{3,6}://\S*|\bwww\.[\w-]+\.\S+|\b(?:[\w-]+\.)+(?:ca|com|org|net)/\S*", re.IGNORECASE
)

# A letter as mail or an address writes it, `=C3=A9` or `%C3%A9`; a `?` in place of a lost one.
_LOST = re.compile(
    r"\w*(?:=C3=[0-9A-F]{2}|=E2=80=[0-9A-F]{2}|(?<=[a-z])=9[1-7](?=[a-z])|(?:%[0-9A-F]{2}){2,}"
    r"|(?<=[^\W\d_])\?(?=[a-z]))\w*"
)

# A word cut at the end of a line, as text from a PDF is. A hyphen may end a word where another
# half follows: “short- and long-term”.
_CUT = re.compile(r"(?<![\w-])([^\W\d_]{2,})- +([^\W\d_]+)\b")
_LITTLE_WORDS = """
a and as at but by de du en et etc for from if in instead is la le nor not of on or ou over per
plus rather resp than the then through to und une up upon versus via vs when with
"""
_GOES_ON = frozenset(_LITTLE_WORDS.split())


_A_WORD = re.compile(r"\b[^\W\d_]+|[$€%]")
"""A word, or the sign that stands for one beside a number."""


def is_written(text: str) -> bool:
    """Tell whether a text says anything: white space and invisible characters do not."""
    return any(character.isalnum() and character not in _FILLERS for character in text)


def left_empty(text: str) -> str | None:
    """Return what is wrong where a key that may be missing holds a placeholder, as `null`."""
    fault = _no_text(" ".join(text.split()), answer=True)
    return f"{fault}, or remove the line" if fault else None


def text_fault(text: str, *, answer: bool = False) -> str | None:
    """Return what is wrong with a whole text and what to write; None where nothing is.

    Args:
        text: one line, without space around it.
        answer: whether it answers a question, so that it may be a mere yes or no.
    """
    return _no_text(text, answer) or quote_fault(text) or paragraph_fault(text)


def paragraphs_fault(paragraphs: tuple[str, ...]) -> str | None:
    """Return the same of a text of several paragraphs, which may be a sentence of one word."""
    whole = " ".join(paragraphs)
    first = _no_text(whole, answer=whole.endswith((".", "!"))) or quote_fault(whole)
    first = first or sentence_fault(whole, words=1)
    return first or next(filter(None, map(paragraph_fault, paragraphs)), None)


def sentence_fault(text: str, *, words: int) -> str | None:
    """Return what is wrong with a text that has fewer words than so many; None where it has."""
    if is_written(text) and len(_A_WORD.findall(text)) < words:
        return f"`{text}` is no sentence: {_WRITE}, in words"
    return None


def paragraph_fault(text: str) -> str | None:
    """Return what is wrong within a text: something left for later, marks, a broken word."""
    if fault := markup_fault(text):
        return fault
    may_be_left = any(mark in text for mark in _LEFT_MARKS) or "lorem" in text.lower()
    if found := _LEFT.search(_as_quoted(text)) if may_be_left else None:
        note = " ".join(found[0].split())
        return f"`{note}` is a note left over: write what it stands for, or remove it"
    if found := _ADDRESS.search(text) if "/" in text or "www" in text.lower() else None:
        return (
            f"`{found[0]}` would be shown as letters that nobody can follow: name the page instead,"
            " and write its address where a key asks for it"
        )
    if found := _LOST.search(text) if any(sign in text for sign in "=%?") else None:
        return f"a letter was lost in `{found[0]}`: type the word anew"
    return _cut(text) if "- " in text else None


def _as_quoted(text: str) -> str:
    return _QUOTED.sub(lambda quoted: _CUT_OUT.sub("", quoted[0]), text)


def _no_text(text: str, answer: bool) -> str | None:
    bare = text.strip(_EDGES).casefold()
    if answer and bare in _MEANT:
        return None
    if bare in _NO_TEXT or text == "~" or _PUT_OFF.fullmatch(bare):
        return f"`{text}` is a placeholder that says nothing to readers: {_WRITE}"
    if len(list(islice(filter(str.isalnum, text), 2))) == 1:
        return f"`{text}` is one sign and says nothing to readers: {_WRITE}"
    return None


def _cut(text: str) -> str | None:
    for found in _CUT.finditer(text):
        if found[2].casefold() not in _GOES_ON:
            first, second = found.groups()
            return (
                f"`{found[0]}` is cut by a hyphen and a space: write `{first}{second}`,"
                f" `{first}-{second}`, or a dash with a space on both sides"
            )
    return None
