"""The editors' reference of keys and rules, made from the records and the register.

It becomes data/README.md, which a code host shows below the list of data files.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.category import Category
from generator.model.layout import CATEGORIES, DATA, SINGLES
from generator.model.meaning import Meaning, meaning_of
from generator.model.review import is_reviewed
from generator.model.shapes import choices, fields_of, record_below, unwrap
from generator.model.site import PageHead
from generator.problems.rulebook import CHAPTERS, Rule

_INTRO = """\
# The data: every key and every rule

Made by `make reference` from the generator's records and rules: do not change it by hand.
[CONTRIBUTING.md](../CONTRIBUTING.md) tells how to change a fact.

**Fact** in the last column means that readers rely on the key: a change asks for a new review, and
in a category for a note under `changes`. **Wording** asks for neither. In files that carry no
review of their own, facts are only shown apart when changes are listed.
"""

_HEAD = """\
| Key | What to write | Example or allowed | Needed | Change |
| --- | --- | --- | --- | --- |"""

_CHANGES = {
    Meaning.FACT: "fact",
    Meaning.WORDING: "wording",
    Meaning.REVIEW: "review",
    Meaning.NOTE: "note",
}


def reference() -> str:
    """Return the reference as Markdown."""
    kinds: dict[str, Any] = {f"{CATEGORIES}/<slug>.yml": Category}
    kinds |= {f"{DATA}/{name}.yml": kind for name, kind in SINGLES.items()}
    kinds["content/<page>.md, between the two lines `---`"] = PageHead
    parts = [_INTRO, "## Keys\n"]
    parts += [_file(path, kind) for path, kind in kinds.items()]
    parts.append("## Rules\n")
    parts += ["A message shows the rule's name in brackets. `imp-guide rules` shows this list.\n"]
    for title, rules in CHAPTERS.items():
        parts += [f"### {title}\n", *(_rule(rule) for rule in rules)]
    return "\n".join(parts)


def _file(path: str, kind: Any) -> str:
    name, _, rest = path.partition(", ")
    record, named = unwrap(kind), ""
    if get_origin(record) is dict:
        record = unwrap(get_args(record)[1])
        named = " Each record stands below a name of its own: small letters, digits, hyphens."
    title = f"### `{name}`{', ' if rest else ''}{rest}"
    review = "" if is_reviewed(record) else " It carries no review of its own."
    about = f"{' '.join((record.__doc__ or '').split())}{named}{review}"
    rows = "\n".join([_HEAD, *_rows(record, ())])
    return f"{title}\n\n{about}\n\n{rows}\n"


def _rows(record: type[BaseModel], above: tuple[str, ...]) -> Iterator[str]:
    for key, field in fields_of(record).items():
        path = (*above, key)
        meaning = meaning_of(field)
        cells = [
            " › ".join(f"`{step}`" for step in path),
            field.description or "",
            _shown(field),
            "yes" if field.is_required() else "no",
            _CHANGES[meaning] if meaning else "",
        ]
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
        if inner := record_below(field.annotation):
            yield from _rows(inner, path)


def _shown(field: FieldInfo) -> str:
    if allowed := choices(field):
        return ", ".join(f"`{choice}`" for choice in allowed)
    if not field.examples:
        return ""
    example = field.examples[0]
    return f"`[{', '.join(example)}]`" if isinstance(example, list) else f"`{example}`"


def _rule(rule: Rule) -> str:
    return (
        f"#### `{rule.id}`\n\n{rule.guards} {rule.mend}\n\n"
        f"Wrong:\n\n```\n{rule.wrong}\n```\n\nRight:\n\n```\n{rule.right}\n```\n"
    )
