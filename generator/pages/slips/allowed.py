"""What people may write in a page's HTML: elements, attributes and classes."""

import difflib
import re

CLASSES = (
    "guide-lead",
    "guide-doors",
    "guide-cards",
    "guide-glance",
    "md-button",
    "md-button--primary",
)
"""The classes that a page may give: each changes how a text looks, and none hides it."""

_TEXT = (
    "a abbr article aside b bdi blockquote caption cite code del dfn div dl em figcaption figure h1"
    " h2 h3 h4 h5 h6 i ins kbd mark ol pre q s samp section small span strong sub sup table time u"
    " ul var"
)
_IN_A_LINE = (
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var"
)
_ALONE = "colgroup dd dt li p tbody td tfoot th thead tr"
_ACTIVE = (
    "applet area audio base body button canvas datalist details dialog embed fieldset form frame"
    " frameset head html iframe input label legend link map marquee math menu meta meter noscript"
    " object optgroup option output param picture portal progress script select slot source style"
    " summary svg template textarea title track video"
)
_ODD = (
    "acronym address basefont bdo bgsound big blink center data dir font footer header hgroup"
    " listing main nav nobr plaintext rb rp rt rtc ruby search spacer strike tt xmp"
)
_ANYWHERE = "class dir id lang markdown title"
_OF_ONE = {
    "a": "href rel",
    "col": "span",
    "colgroup": "span",
    "del": "datetime",
    "img": "alt height loading src width",
    "ins": "datetime",
    "li": "value",
    "ol": "reversed start type",
    "td": "align colspan rowspan",
    "th": "abbr align colspan rowspan scope",
    "time": "datetime",
}

IN_A_LINE = frozenset(_IN_A_LINE.split())
"""Elements of a sentence: browsers let one that is open at a paragraph's end begin the next."""

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
"""Elements that have no end."""

MAY_END_ALONE = frozenset(_ALONE.split())
"""Elements whose end may be left out."""

ELEMENTS = VOID | MAY_END_ALONE | frozenset(_TEXT.split())
"""The elements of plain text."""

ACTIVE = frozenset(_ACTIVE.split()) | frozenset(_ODD.split())
"""Known elements that no page may have: they act, load something, hide what is in them, are the
frame's, or are no more in use."""

_ATTRIBUTES = frozenset(_ANYWHERE.split())
_OWN = {element: frozenset(names.split()) for element, names in _OF_ONE.items()}
_HIDING = {"hidden", "popover", "inert", "aria-hidden", "aria-label"}
_IDS = re.compile(r"[A-Za-z][A-Za-z0-9_+.-]*")
_TAKEN_IDS = {"main-text", "top"}
_ALIGNED = re.compile(r"text-align:\s*(?:left|right|center);?")
_LANGUAGE = re.compile(r"language-[\w+#.-]+")


def element_flaw(name: str) -> str | None:
    """Return what is wrong with an element, or None."""
    if name in ELEMENTS:
        return None
    if name in ACTIVE:
        return f"`<{name}>` has no place in a page, which is text, links and pictures: remove it"
    return f"`<{name}>` is taken for HTML, and readers do not see it: write `&lt;{name}&gt;`"


def attribute_flaw(element: str, name: str, value: str) -> str | None:
    """Return what is wrong with an attribute, or None.

    Args:
        element: the name of the element that has it.
        name: the attribute's name in small letters.
        value: what it is given.
    """
    if name.startswith("on"):
        return f"`{name}` makes the page act: remove it"
    if name in _HIDING or (name == "style" and not _is_aligned(element, value)):
        return f"`{name}` could hide this from readers: remove it"
    if name != "style" and name not in _ATTRIBUTES | _OWN.get(element, frozenset()):
        return f"`{name}` means nothing here in a page: remove it"
    if name == "class":
        return next(filter(None, (_class_flaw(element, each) for each in value.split())), None)
    if name == "id" and not (_IDS.fullmatch(value) and value not in _TAKEN_IDS):
        return f"`{value}` cannot be an anchor here: write another, as in `{{#the-fees}}`"
    return None


def _is_aligned(element: str, value: str) -> bool:
    """Tell whether a style is the one that Markdown gives to the cells of a table."""
    return element in {"td", "th"} and _ALIGNED.fullmatch(value.strip()) is not None


def _class_flaw(element: str, name: str) -> str | None:
    if name in CLASSES or (element in {"code", "pre"} and _LANGUAGE.fullmatch(name)):
        return None
    near = difflib.get_close_matches(name, CLASSES, 1, 0.8)
    advice = f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(CLASSES)}"
    return f"a page may not give the class `{name}`: {advice}"
