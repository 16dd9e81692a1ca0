"""What editors are allowed to do to the real guide, done to a copy, without reading a fact of it.

Each job changes a folder with data/, content/ and mkdocs.yml and leaves a guide that can be
published, whatever the guide says and however many records it has.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.editing.schema import schemas
from generator.model.comparison import IN_WORDS
from generator.model.load import load
from generator.source.front_matter import split
from generator.source.tree import Plain, plain
from generator.source.yaml_text import parse

Job = Callable[[Path, date], None]


def reviewed_today(root: Path, today: date) -> None:
    """Every record is reviewed again, on the machine's day."""
    for file in _texts(root):
        text = file.read_text(encoding="utf-8")
        on = f"reviewed_on: {today.isoformat()}"
        file.write_text(re.sub(r"^reviewed_on:.*$", on, text, flags=re.MULTILINE), encoding="utf-8")


def category_renamed(root: Path, _today: date) -> None:
    """The first category gets another file name; its old address leads to the new one."""
    old = _slugs(root)[0]
    new = f"{old}-renamed"
    _rename_everywhere(root, old, new)
    file = root / "data/categories" / f"{old}.yml"
    text = file.read_text(encoding="utf-8")
    line = f"formerly: [{old}]\n"
    earlier = re.search(r"^formerly:.*\n(?:[ -].*\n)*", text, re.MULTILINE)
    if earlier:
        names = [old, *yaml.safe_load(earlier[0])["formerly"]]
        text, line = text.replace(earlier[0], ""), f"formerly: [{', '.join(names)}]\n"
    (file.parent / f"{new}.yml").write_text(text.rstrip("\n") + "\n" + line, encoding="utf-8")
    file.unlink()


def everything_added(root: Path, _today: date) -> None:
    """A category, a code, a question, a row of the comparison, a reviewer and a page are added."""
    records = load(root)[0]
    slug = _slugs(root)[0]
    text = (root / f"data/categories/{slug}.yml").read_text(encoding="utf-8")
    text = re.sub(r"^formerly:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    text = re.sub(r"^title:.*$", "title: Something added", text, flags=re.MULTILINE)
    text = re.sub(r"^codes:.*\n(?:[ -].*\n)*", "codes: [Z98]\n", text, flags=re.MULTILINE)
    (root / "data/categories/something-added.yml").write_text(text, encoding="utf-8")
    answer = "- key: added\n        text: Something added\n        categories: [something-added]"
    _put(root, "data/finder.yml", "    answers:\n", f"      {answer}\n")
    code = "- code: Z98\n    subject: Something added\n    history:\n      standing: not recorded"
    _put(root, "data/codes.yml", "\ncodes:\n", f"  {code}\n\n")
    asked = "- question: Is something added?\n    answer: Something is added."
    _put(root, "data/questions.yml", "\nquestions:\n", f"  {asked}\n")
    assert records.comparison is not None
    cells = "".join(f"      {p.key}: varies\n" for p in records.comparison.record.programmes)
    row = f"  - key: added\n    title: Something added\n    cells:\n{cells}"
    _put(root, "data/comparison.yml", "\nfeatures:\n", row)
    _append(
        root,
        "data/reviewers.yml",
        "\nadded-reviewer:\n  name: Added Reviewer\n  title: RCIC\n  licence: R000000\n"
        "  regulator: the CICC\n  github: added-reviewer\n",
    )
    page = (root / "content/employers.md").read_text(encoding="utf-8")
    head = page.split("---\n")[1].replace("title: ", "title: Added, ", 1)
    head = re.sub(r"^title:.*$", "title: A page is added", head, flags=re.MULTILINE)
    body = "# Added\n\n{{ in_short() }}\n\n{{ review_byline() }}\n\nText is added.\n\n"
    body += "{{ verify_notice() }}\n"
    (root / "content/added.md").write_text(f"---\n{head}---\n\n{body}", encoding="utf-8")
    _put(root, "mkdocs.yml", "\nnav:\n", "  - Added: added.md\n")


def reviewer_replaced(root: Path, today: date) -> None:
    """The first reviewer leaves, and another one reviews everything anew."""
    reviewers = load(root)[0].reviewers
    assert reviewers is not None
    first = next(iter(reviewers.record))
    left = {"left": today.isoformat()}
    new = {
        "name": "Another Reviewer",
        "title": "RCIC",
        "licence": "R000000",
        "regulator": "the CICC",
        "github": "",
    }
    _rewrite(
        root / "data/reviewers.yml",
        lambda known: {**known, first: known[first] | left, "another-reviewer": new},
    )
    for file in _texts(root):
        text = re.sub(
            r"^reviewed_by:.*$",
            "reviewed_by: another-reviewer",
            file.read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
        file.write_text(text, encoding="utf-8")
    reviewed_today(root, today)


def category_ended(root: Path, today: date) -> None:
    """The first category ends: its page says so, and nothing leads to it as if it were open."""
    slug, other = _slugs(root)[:2]
    kept = ("title", "formerly", "reviewed_on", "reviewed_by", "verify", "reviews")
    ended = {"on": today.isoformat()[:7], "why": "It is over.", "instead": [other]}
    _rewrite(
        root / "data/categories" / f"{slug}.yml",
        lambda whole: {key: whole[key] for key in kept if key in whole} | {"ended": ended},
    )
    for file in (root / "data").rglob("*.yml"):
        if re.search(rf"(?<![\w-]){re.escape(slug)}(?![\w-])", file.read_text(encoding="utf-8")):
            _rewrite(file, lambda whole: _without(whole, slug, other))
    for file in _texts(root):
        text = file.read_text(encoding="utf-8")
        # The page that tells of the ending has other headings than the one before.
        text = re.sub(rf"(categories/{re.escape(slug)}\.md)#[\w+-]+", r"\1", text)
        if file.suffix == ".md":
            text = re.sub(
                r"\{\{ *category_cards\(.*?\) *\}\}", lambda call: _card(call[0], slug, other), text
            )
        file.write_text(text, encoding="utf-8")


def problem_found(root: Path, today: date) -> None:
    """A reviewer finds something wrong in the first category, and it is not mended yet."""
    reviewers = load(root)[0].reviewers
    assert reviewers is not None
    by = next(key for key, reviewer in reviewers.record.items() if not reviewer.left)
    look = {
        "date": today.isoformat(),
        "by": by,
        "outcome": "problem found",
        "note": "Another code stands on the official page.",
    }
    _rewrite(
        root / "data/categories" / f"{_slugs(root)[0]}.yml",
        lambda whole: whole | {"reviews": [*whole.get("reviews", []), look]},
    )


def other_words(root: Path, _today: date) -> None:
    """Every text says something else, in words of the same shape."""
    known = load(root)[0].categories.values()
    routes = {route.key for entry in known for route in entry.record.routes}
    for file in (root / "data").rglob("*.yml"):
        _rewrite(file, lambda whole: _reworded(whole, ()))
    for file in (root / "content").rglob("*.md"):
        page, problems = split(file.read_text(encoding="utf-8"), file.name)
        assert page is not None
        assert not problems
        head = _dumped(_reworded(plain(page.head), ()))
        body = _markdown_reworded(page.body, routes)
        file.write_text(f"---\n{head}---\n{body}", encoding="utf-8")


JOBS: dict[str, Job] = {
    "as it is": lambda _root, _today: None,
    "all reviewed today": reviewed_today,
    "a category renamed": category_renamed,
    "one of everything added": everything_added,
    "the first reviewer replaced": reviewer_replaced,
    "a category ended": category_ended,
    "a problem found": problem_found,
    "other words everywhere": other_words,
}
"""Each job by what was done."""


def _texts(root: Path) -> Iterator[Path]:
    yield from (root / "data").rglob("*.yml")
    yield from (root / "content").rglob("*.md")


def _slugs(root: Path) -> list[str]:
    """Return the names of the categories that have not ended."""
    return sorted(load(root)[0].categories)


def _rewrite(file: Path, change: Callable[[Any], Any]) -> None:
    """Let a file of data/ say something else; of its comments the first line stays."""
    text = file.read_text(encoding="utf-8")
    tree, problems = parse(text, file.name)
    assert tree is not None
    assert not problems
    lines = [line for line in text.split("\n")[:1] if line.startswith("#")]
    file.write_text("\n".join([*lines, _dumped(change(plain(tree)))]), encoding="utf-8")


def _without(value: Any, slug: str, other: str, key: str = "") -> Any:
    """Return what a file says without naming a category; a list that it was alone in has another.

    Only `related` may be empty instead: a reader of the finder has to be led somewhere.
    """
    if isinstance(value, dict):
        left = {k: inner for k, inner in value.items() if (k, inner) != ("about", slug)}
        routes = [name for name in left.get("routes", ()) if isinstance(name, str)]
        if routes and all(name.startswith(f"{slug}/") for name in routes):
            del left["routes"]
            left.setdefault("categories", [other])
        return {k: _without(inner, slug, other, k) for k, inner in left.items()}
    if isinstance(value, list) and key == "routes":
        return [n for n in value if not (isinstance(n, str) and n.startswith(f"{slug}/"))]
    if isinstance(value, list) and key in {"related", "categories", "instead"}:
        rest = [name for name in value if name != slug]
        return rest or ([other] if value and key != "related" else [])
    return [_without(inner, slug, other) for inner in value] if isinstance(value, list) else value


def _card(call: str, slug: str, other: str) -> str:
    """Return a call of cards that does not name a category; one that named it alone has another."""
    named = re.findall(r"[\"']([^\"']+)[\"']", call)
    if slug not in named:
        return call
    rest = [name for name in named if name != slug] or [other]
    return f"{{{{ category_cards({', '.join(json.dumps(name) for name in rest)}) }}}}"


def _rename_everywhere(root: Path, old: str, new: str) -> None:
    name = re.compile(
        rf"(?<![\w./-]){re.escape(old)}(?![\w/-])|(?<=categories/){re.escape(old)}(?=\.md)"
        # A route in the finder: its category's name, a slash and its own.
        rf"|(?<=[\s\[,]){re.escape(old)}(?=/[a-z0-9-]+[\s\],])"
    )
    for file in _texts(root):
        text = file.read_text(encoding="utf-8")
        file.write_text(name.sub(new, text), encoding="utf-8")


def _put(root: Path, path: str, after: str, text: str) -> None:
    file = root / path
    whole = file.read_text(encoding="utf-8")
    assert after in whole, f"{after!r} is not in {path}"
    file.write_text(whole.replace(after, after + text, 1), encoding="utf-8")


def _append(root: Path, path: str, text: str) -> None:
    file = root / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


# Names, words that the generator knows, and what programs read: none of it is a text.
_NO_TEXT = {
    "codes",
    "code",
    "first",
    "key",
    "about",
    "source",
    "sources",
    "url",
    "github",
    "licence",
}
_NAMES = {"title", "name", "term", "subject", "fits"}


def _known() -> set[str]:
    found = {*IN_WORDS}
    for text in schemas().values():
        for enum in re.findall(r'"enum": \[(.*?)\]', text, re.DOTALL):
            found |= set(re.findall(r'"(.*?)"', enum))
    return found


_KNOWN = _known()
_WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]*")
_NO_PROSE = re.compile(r"(\{\{.*?\}\}|\{:.*?\}|\]\([^)]*\)|<[^>]+>|&#?\w+;)", re.DOTALL)


def _turned(text: str) -> str:
    """Return a text of other words: each letter of a word with small letters is another one."""
    return _WORD.sub(lambda found: codecs.encode(found[0], "rot13"), text)


def _reworded(value: Plain, above: tuple[str, ...]) -> Plain:
    if isinstance(value, dict):
        return {key: _reworded(inner, (*above, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_reworded(inner, above) for inner in value]
    key = above[-1] if above else ""
    if key in _NO_TEXT or value in _KNOWN or not (" " in value or key in _NAMES):
        return value
    return _turned(value)


def _markdown_reworded(body: str, routes: AbstractSet[str]) -> str:
    parts = _NO_PROSE.split(body)
    return "".join(
        _anchor_turned(p, routes) if _NO_PROSE.fullmatch(p) else _turned(p) for p in parts
    )


def _anchor_turned(part: str, routes: AbstractSet[str]) -> str:
    """Turn the anchor of a link, which is made of a heading's words, but for a route's name."""
    before, sign, anchor = part.partition("#")
    if not part.startswith("](") or anchor.rstrip(")") in routes:
        return part
    return before + sign + _turned(anchor)


def _dumped(value: Any) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
    return text
