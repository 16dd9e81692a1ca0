"""The calls of a page: what each makes, or what is wrong with it."""

import difflib
import inspect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.layout import CODES
from generator.model.records import ContentPage
from generator.model.slips.page_text import CODE, markdown_of, place_in
from generator.pages.components import COMPONENTS, INLINE, ComponentError, Components
from generator.pages.environment import problem_of
from generator.pages.slips.almost_calls import almost_calls
from generator.problems.problem import Problem
from generator.source.calls import Call, NoCall, calls_in

_TAKES = {
    "category_cards": 'write a group as in `{{ category_cards(group="…") }}`, or categories as in'
    ' `{{ category_cards("…", "…") }}`',
    "code": 'write the code in quotes, as in `{{ code("C12") }}`',
    "obligations": 'write "before" or "after", as in `{{ obligations("before") }}`',
}
_EXAMPLES = {"code": '{{ code("C12") }}', "obligations": '{{ obligations("before") }}'}
_CODE = re.compile(r"[A-Z][0-9]{2}")
_ID = re.compile(r' id="([^"]+)"')
_IN_A_LINK = re.compile(r"\[[^\[\]\n]*$")
_LINK_ENDS = re.compile(r"[^\[\]\n]*\]\(")


@dataclass(slots=True)
class Called:
    """The calls of a page, as far as they could be made.

    Attributes:
        calls: each call, in the order of the page.
        made: the HTML of each; complete only where there is no problem.
        problems: what is wrong with them.
    """

    calls: list[Call] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each call begins and ends."""
        return [(call.start, call.end) for call in self.calls]

    def between(self, body: str) -> list[str]:
        """Return the text before, between and after the calls."""
        ends = [0, *(call.end for call in self.calls)]
        starts = [*(call.start for call in self.calls), len(body)]
        return [body[end:start] for end, start in zip(ends, starts, strict=True)]


def called(content: ContentPage, components: Components) -> Called:
    """Make what a page calls."""
    found = Called()
    body = content.body
    plain = markdown_of(body, ())[0]
    no_calls: list[NoCall] = []
    anchors: set[str] = set()
    for call in calls_in(body):
        if isinstance(call, NoCall):
            if plain[call.start] != CODE:
                no_calls.append(call)
            continue
        says = _misplaced(call, body) or _repeated(call, found.calls)
        written = _made(call, components, content)
        found.calls.append(call)
        if isinstance(written, Problem):
            found.problems.append(written)
            continue
        own = set(_ID.findall(written))
        if not says and own & anchors:
            says = f"`{call.name}` shows what another call shows already: remove one of the two"
        anchors |= own
        found.made.append(written)
        if says:
            found.problems.append(Problem("component", says, place_in(content, call.start)))
    covered = [*found.spans, *((no_call.start, no_call.end) for no_call in no_calls)]
    no_calls += almost_calls(
        markdown_of(body, covered)[0], {name: example(name) for name in COMPONENTS}
    )
    found.problems += _told(no_calls, content)
    return found


def how(name: str) -> str:
    """Return how a component is called."""
    call = f"{{{{ {name}() }}}}"
    if name == "review_byline":
        return f"write `{call}` on a line of its own below the heading"
    if name == "verify_notice":
        return f"write `{call}` on a line of its own where readers see it"
    if name in INLINE:
        return "write the call in a sentence, not within a link, a tag or a comment"
    return f"write `{call}` on a line of its own, with a blank line above and below"


def _told(no_calls: Sequence[NoCall], content: ContentPage) -> Iterator[Problem]:
    for no_call in no_calls:
        says = _named(no_call.bare) if no_call.bare else no_call.says
        yield Problem("component", says, place_in(content, no_call.start))


def _named(name: str) -> str:
    """Return what to write where something is named without brackets."""
    if name in COMPONENTS:
        return f"`{name}` stands here, but calls nothing: write `{example(name)}`"
    if _CODE.fullmatch(name):
        return f'a code is given in brackets: write `{{{{ code("{name}") }}}}`'
    near = difflib.get_close_matches(name.lower(), COMPONENTS, 1)
    advice = f"write `{example(near[0])}`" if near else "write the text itself"
    return f"there is no component `{name}`: {advice}"


def example(name: str) -> str:
    """Return a call of a component as it may be written."""
    return _EXAMPLES.get(name, f"{{{{ {name}() }}}}")


def _made(call: Call, components: Components, content: ContentPage) -> str | Problem:
    """Return what a component makes, or what is wrong with its call."""
    place = place_in(content, call.start)
    function = components.names().get(call.name)
    if function is None:
        near = difflib.get_close_matches(call.name.lower(), COMPONENTS, 1)
        advice = f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(COMPONENTS)}"
        says = f"there is no component `{call.name}`: {advice}"
        where = place_in(content, content.body.index(call.name, call.start))
        return Problem("component", says, where)
    try:
        inspect.signature(function).bind(*call.values, **call.named)
    except TypeError:
        return Problem("component", _given(call.name), place)
    try:
        return function(*call.values, **call.named)
    except ComponentError as error:
        return _unknown_code(call, content) or Problem("component", str(error), place)
    except Exception as error:  # noqa: BLE001 - a template may fail in any way
        return problem_of(error, content.path)


def _unknown_code(call: Call, content: ContentPage) -> Problem | None:
    """Return the problem of a code that no file knows, as the rule on all texts tells it: once."""
    label = call.values[0] if call.name == "code" and call.values else ""
    if not _CODE.fullmatch(label):
        return None
    says = f"{label} is not in the registry: correct it, or add it to {CODES}"
    return Problem("unknown-code", says, place_in(content, content.body.index(label, call.start)))


def _given(name: str) -> str:
    """Return what to write between the brackets of a call."""
    if name in _TAKES:
        return f"`{name}` does not take what stands in its brackets: {_TAKES[name]}"
    return f"`{name}` does not take anything in its brackets: write `{{{{ {name}() }}}}`"


def _repeated(call: Call, earlier: Sequence[Call]) -> str | None:
    """Return what is wrong with a block that stands on its page already."""
    if call.name in INLINE:
        return None
    same = [other for other in earlier if other.name == call.name]
    if any((other.values, other.named) == (call.values, call.named) for other in same):
        return f"`{call.name}` stands twice on this page: remove one of the two calls"
    if call.name == "category_cards" and same:
        for each in (call, *same):
            if not each.values and not each.named:
                return (
                    "`category_cards()` shows every category, and another call shows some of them"
                    ' again: name a group, as in `{{ category_cards(group="…") }}`'
                )
    return None


def _misplaced(call: Call, body: str) -> str | None:
    """Return what is wrong with a block that stands in a sentence, which it would break in two."""
    if call.name in INLINE:
        before, after = body[: call.start], body[call.end :]
        if _IN_A_LINK.search(before) and _LINK_ENDS.match(after):
            return f"`{call.name}` is a link itself: write it behind the link's words"
        return None
    before = body[body.rfind("\n", 0, call.start) + 1 : call.start]
    after = body[call.end :].split("\n", maxsplit=1)[0].strip()
    alone = not before.strip() or before.rstrip().endswith("}}")
    if alone and (not after or before.strip() or after.startswith(("{{", "<!--"))):
        return None
    if before.startswith("#"):
        return None  # told where the page is converted
    return f"`{call.name}` would break this line in two: {how(call.name)}"
