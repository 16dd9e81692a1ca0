"""Any text in any field gives a problem, or pages and files of the same structure as a plain one.

The texts are made from a seed, so that each run tries the same. One function makes them all, and
one test takes each: a library that makes texts and makes failing ones smaller can take its place.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from generator.guide import Compiled, compile_guide
from generator.inspection.formats import format_problems
from generator.outputs.files import output_files
from generator.problems.problem import Problem, errors
from tests.project import FAIRS, HARBA, ORCA, RESCUE, TODAY, Project

ROUNDS = 12
SITE = "https://guide.example/"

_PIECES = (
    *"<>&\"'`*_[](){}|#!~^=+-:;,./\\@%$\n\r\t\0",
    "<script>alert(1)</script>",
    "<img src=x onerror=a>",
    "</article></body>",
    "<!--",
    "]]>",
    "{{ steps() }}",
    "{% if x %}",
    "{: .x onclick=y }",
    "](javascript:alert(1))",
    "[x](https://evil.example)",
    "\n- [Apply](https://evil.example/): here",
    "\r\nEND:VEVENT",
    "=HYPERLINK(1)",
    "&#x202e;",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ufffe",
    "\ufdd0",
    "\ud800",
    "\x85",
    "\u2028",
    "\U0001f600",
    "\U0010ffff",
    "e\u0301",
    "Québec",
    "mobilité",
    "العربية",
    "’“”–—…",
    " ",
    "word",
    "permit for a sailor",
    "K16",
    "2022-05",
    "canada.ca",
)


def hostile_texts(seed: int) -> Iterator[str]:
    """Yield texts of pieces that mean something to one format or another."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    while True:
        pieces = dice.choices(_PIECES, k=dice.randint(1, 9))
        yield dice.choice(["", " ", "\n"]).join(pieces) + dice.choice(["", " words of a text"])


FIELDS = (
    (ORCA, "title"),
    (ORCA, "summary"),
    (RESCUE, "fits"),
    (HARBA, "title"),
    (FAIRS, "summary"),
)


def quoted(text: str) -> str:
    """Return a text as YAML has it in double quotes: JSON's escapes are YAML's."""
    return json.dumps(text)


def skeletons(compiled: Compiled) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return for each page its elements, each with the names of its attributes."""
    found = {}
    for uri, page in compiled.pages.items():
        tree = html.fragment_fromstring(page.html, create_parent="div")
        found[uri] = [(str(e.tag), tuple(sorted(map(str, e.attrib)))) for e in tree.iter()]
    return found


def with_text(project: Project, path: str, key: str, text: str) -> Compiled:
    whole = project.read(path)
    try:
        project.remove_key(path, key)
        project.write(path, f"{project.read(path).rstrip()}\n{key}: {quoted(text)}\n")
        return compile_guide(project.root, TODAY)
    finally:
        project.write(path, whole)


def put(folder: Path, compiled: Compiled) -> tuple[Problem, ...]:
    """Write the files for other programs, and hold each against its format."""
    assert compiled.guide is not None
    pages = {uri: page for uri, page in compiled.pages.items() if uri == "glossary.md"}
    for name, content in output_files(compiled.guide, pages, SITE).items():
        if not name.endswith(".png"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tuple(format_problems(folder))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{Path(field[0]).stem}-{field[1]}")
def test_any_text_is_refused_at_its_line_or_shown_as_text(
    project: Project, tmp_path: Path, field: tuple[str, str]
) -> None:
    path, key = field
    plain = skeletons(with_text(project, path, key, "Some plain words of a text"))
    texts = hostile_texts(len(path) * 100 + len(key))
    refused = shown = 0
    for text, _ in zip(texts, range(ROUNDS), strict=False):
        compiled = with_text(project, path, key, text)
        if found := errors(compiled.problems):
            refused += 1
            assert {p.place.path for p in found} <= {path, "data/finder.yml"}, (text, found)
            assert all(p.place.line >= 1 and p.message.isprintable() for p in found), (text, found)
            continue
        shown += 1
        assert skeletons(compiled) == plain, text
        assert put(tmp_path / "site", compiled) == (), text
    assert refused
    assert shown or refused == ROUNDS


def test_any_text_of_a_page_is_refused_at_a_line_or_makes_a_sound_page(project: Project) -> None:
    path = "content/glossary.md"
    whole = project.read(path)
    refused = 0
    for text, _ in zip(hostile_texts(7), range(ROUNDS * 3), strict=False):
        added = text.encode("utf-8", "ignore").decode()
        project.write(path, f"{whole}\n\n{added}\n")
        compiled = compile_guide(project.root, TODAY)
        found = [p for p in errors(compiled.problems) if p.place.path == path]
        if found:
            refused += 1
            last = project.read(path).count("\n") + 2
            assert all(1 <= p.place.line <= last for p in found), (text, found)
            continue
        tree = html.fragment_fromstring(compiled.pages["glossary.md"].html, create_parent="div")
        for element in tree.iter(etree.Element):
            assert element.tag not in {"script", "style", "iframe", "form", "svg", "base"}, text
            assert not {a for a in element.attrib if a.startswith("on") or a == "style"}, text
            assert "script:" not in element.get("href", ""), text
        marks = tree.xpath("count(//*[@data-guide='verify' or @data-guide='review'])")
        assert marks == 2, text
    assert refused
