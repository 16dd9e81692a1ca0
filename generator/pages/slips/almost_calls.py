"""What looks like the call of a component, but lacks its braces: readers would see it as typed."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.model.slips.page_text import PLAIN
from generator.source.calls import NoCall

_SINGLE = re.compile(
    r"(?<!\{)\{\s*(?:\{\s*)?([A-Za-z_]\w*)\s*(\([^{}\n]*\)?)\s*(?:\}\s*)?\}()(?!\})"
)
_HALF = re.compile(r"\}\}|%\}")
_CLOSED = re.compile(rf"[{{{PLAIN}][^{{}}\n]*\}}")


def almost_calls(text: str, examples: Mapping[str, str]) -> Iterator[NoCall]:
    """Yield what was meant as a call, once for each.

    Args:
        text: a page's text with its calls and its code covered.
        examples: how each component is called that a page may call.
    """
    told: set[int] = set()
    for pattern in (_SINGLE, _named(tuple(examples))):
        for found in pattern.finditer(text):
            if not told.isdisjoint(range(*found.span())):
                continue
            told.update(range(*found.span()))
            name = found[1] or found[3]
            given = found[2] if found[2] and found[2].endswith(")") else "()"
            call = f"{{{{ {name}{given} }}}}" if given != "()" else examples.get(name)
            says = f"readers see this as it is typed: write `{call or f'{{{{ {name}() }}}}'}`"
            yield NoCall(says, found.start())
    for found in _HALF.finditer(text):
        if told.isdisjoint(range(*found.span())):
            told.update(range(*found.span()))
            says = f"`{found[0]}` closes nothing: remove it, or write `{{{{` where the call begins"
            yield NoCall(says, found.start())
    without = _CLOSED.sub(lambda closed: " " * len(closed[0]), text)
    for found in re.finditer(r"\}", without):
        if told.isdisjoint(range(*found.span())):
            yield NoCall("`}` closes nothing: remove it", found.start())


@lru_cache(maxsize=4)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a component's name with brackets around it or behind it."""
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"(?:[\[({{<%]+\s*)?(?<![\w/#.-])({listed})\s*(\(\s*\)|\(\s*[\"'“a-z_]+\s*=?[^()\n]*\))"
        rf"(?:\s*[\])}}>%]+)?|(?:\{{{{1,2}}|\[\[)\s*({listed})\s*[\]}}]{{1,2}}(?!\()"
    )
