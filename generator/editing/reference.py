"""The editors' reference of keys and rules, made from the records and the register.

It becomes data/README.md, which a code host shows below the list of data files.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.category import Category, Ended
from generator.model.layout import CATEGORIES, COVERED_BY, DATA, SINGLES
from generator.model.meaning import Meaning, meaning_of
from generator.model.review import is_reviewed
from generator.model.shapes import choices, fields_of, record_below, unwrap
from generator.model.site import PageHead
from generator.problems.rulebook import CHAPTERS, Rule

_INTRO = """\
# The data: every key and every rule

Made by `make reference` from the generator's records and rules: do not change it by hand.
[CONTRIBUTING.md](../CONTRIBUTING.md) tells how to change a fact.

The last column says what a change of the key asks for:

- **fact**: readers rely on it. A newer review, and in a category a note under `changes`.
- **sentence**: readers see it in the reviewer's name. The reviewer has to see it, which is recorded
  under `reviews` with the outcome `wording seen`; no date is renewed.
- **official**: it says what IRCC's pages say. No review covers it.
- **arrangement**: it orders, links or names for the program. Nothing.
- **review**: only the reviewer changes it.
- **note**: it tells readers what changed, and is seen like a sentence.

A **slip** asks for nothing, in a fact or in a sentence: a change of white space, punctuation or
spelling that touches no number, no negation, no word such as must or may, no name and no code.

A file that carries no review of its own is covered by the review of a page that shows it; each
says which.

Nobody writes in `sources.lock.json` and `seen/` by hand: `imp-guide watch --update` keeps there
what each official page said when somebody last looked at it.
"""

_HEAD = """\
| Key | What to write | Example or allowed | Needed | Change |
| --- | --- | --- | --- | --- |"""

_CHANGES = {
    Meaning.FACT: "fact",
    Meaning.SENTENCE: "sentence",
    Meaning.OFFICIAL: "official",
    Meaning.ARRANGEMENT: "arrangement",
    Meaning.REVIEW: "review",
    Meaning.NOTE: "note",
}


def reference() -> str:
    """Return the reference as Markdown."""
    kinds: dict[str, Any] = {
        f"{CATEGORIES}/<slug>.yml": Category,
        f"{CATEGORIES}/<slug>.yml, once the category has ended": Ended,
    }
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
    review = "" if is_reviewed(record) else f" {_covered(name)}"
    about = f"{' '.join((record.__doc__ or '').split())}{named}{review}"
    rows = "\n".join([_HEAD, *_rows(record, ())])
    return f"{title}\n\n{about}\n\n{rows}\n"


def _covered(path: str) -> str:
    by = COVERED_BY.get(path.removeprefix(f"{DATA}/").removesuffix(".yml"))
    if by is None:
        return "No review covers it: it is the firm's own."
    return f"It carries no review of its own: that of `{by}` covers it."


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
