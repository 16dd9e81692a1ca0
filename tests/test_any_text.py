"""Any text in any field gives a problem with its place, or a site of the same structure as before.

Hypothesis makes the texts, the same ones at each run, and makes a failing one as short as it can.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, configuration, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from generator.guide import Compiled, compile_guide
from generator.inspection.formats import format_problems
from generator.inspection.whole import published
from generator.outputs.addresses import Addresses
from generator.outputs.files import output_files
from generator.outputs.linked_data import linked_data
from generator.problems.problem import Problem, errors
from generator.source import yaml_text
from generator.source.calls import calls_in
from generator.source.front_matter import read_yaml
from generator.source.tree import Listing, Mapping, Node, Scalar, scalars
from tests.project import GUIDE, TODAY, Project

DATA_RUNS, PAGE_RUNS = 48, 40
"""How often a whole guide is made for a text: as often as CI has time for."""

SITE = "https://guide.example/"
GLOSSARY = "content/glossary.md"

configuration.set_hypothesis_home_dir("/dev/null/none")  # nothing is kept from run to run


def runs(examples: int) -> settings:
    """Return how a test is run: with the same texts each time, and as often as CI has time for."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


_PIECES = (
    *"<>&\"'`*_[](){}|#!~^=+-:;,./\\@%$\n\r\t\0",
    "<script>alert(1)</script>",
    "<img src=x onerror=a>",
    "</article></body>",
    "</script>",
    "<!--",
    "]]>",
    "{{ steps() }}",
    "{% if x %}",
    "{: .x onclick=y }",
    "](javascript:alert(1))",
    "[x](https://evil.example)",
    "\n- [Apply](https://evil.example/): here",
    "\r\nEND:VEVENT",
    "\n\n# Heading",
    "=HYPERLINK(1)",
    "&#x202e;",
    "&lt;",
    "’“”–—…",
    " ",
    "word",
    "permit for a sailor",
    "Québec",
    "mobilité",
    "العربية",
    "e\u0301",
    "K16",
    "2022-05",
    "canada.ca",
    "\U0001f600",
)
_NO_SIGNS = (
    *"\x85\xad\u061c\u180e\u200b\u200f\u2028\u202e\u2066\ud800\udfff\ufdd0\ufeff\ufff9\ufffe",
    "\U0001ffff",
    "\U000e0041",
    "\U0010ffff",
)
_MAY_STAND = (
    *"<>&()+%$@/;,—’“”éß",
    "</",
    "&lt",
    "]]>",
    "#1",
    "a=b",
    "Québec",
    "العربية",
    "e\u0301",
    "\U0001f600",
)
MEANT = st.sampled_from(_PIECES)
ANY_SIGNS = st.text(st.characters(), max_size=12)
WORDS = st.sampled_from(["", " words of a text", " and words" * 22])


@st.composite
def odd_texts(draw: st.DrawFn) -> str:
    """Return a text of signs that may stand in one, so that something is shown."""
    signs = draw(st.lists(st.sampled_from(_MAY_STAND), min_size=1, max_size=3))
    return f"The permit {' or '.join(signs)}{draw(WORDS)} is one."


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """Return a text of pieces that mean something to one format or another, and of any signs."""
    pieces = draw(
        st.one_of(
            st.lists(MEANT, min_size=1, max_size=4),
            st.lists(st.one_of(MEANT, st.sampled_from(_NO_SIGNS), ANY_SIGNS), max_size=6),
        )
    )
    return draw(st.sampled_from(["", " "])).join(pieces) + draw(WORDS)


TEXTS = st.one_of(odd_texts(), hostile_texts())


def _head_of(file: Path) -> Node:
    node, _body, _problems = read_yaml(file.read_text(encoding="utf-8"), file.name)
    assert node is not None
    return node


FIELDS = tuple(
    (file.relative_to(GUIDE).as_posix(), number)
    for file in sorted((*GUIDE.glob("data/**/*.yml"), *GUIDE.glob("content/**/*.md")))
    for number, scalar in enumerate(scalars(_head_of(file)))
    if " " in scalar.text or number % 5 == 0  # sentences above all: a name takes no other text
)
"""Every text of the frozen guide's data and of the heads of its pages: the file, and its number."""


def quoted(text: str) -> str:
    """Return a text as YAML has it in double quotes: with an escape for each sign but letters."""
    signs = (c if c.isalnum() or c == " " else f"\\U{ord(c):08X}" for c in text)
    return f'"{"".join(signs)}"'


def told_well(found: tuple[Problem, ...], project: Project) -> None:
    """See that each problem has a place that there is, and words that can be read."""
    for problem in found:
        lines = project.read(problem.place.path).count("\n") + 1
        assert problem.rule not in {"template", "broken-file"}, problem
        assert 1 <= problem.place.line <= lines, problem
        assert problem.message.isprintable(), problem


def with_text(whole: str, path: str, number: int, text: str) -> str:
    """Return a file with another text in the place of one of its own."""
    node, body, _problems = read_yaml(whole, path)
    assert node is not None
    meant = list(scalars(node))[number]
    head = "".join(_written(node, 0, meant, text)).lstrip("\n")
    first_line = whole.partition("\n")[0]
    return f"{first_line}\n{head}" + (f"---\n{body}" if path.endswith(".md") else "")


def _written(node: Node, depth: int, meant: Scalar, text: str) -> Iterator[str]:
    match node:
        case Scalar():
            value = text if node is meant else node.text
            plain = node is not meant and not node.style and "\n" not in value
            yield f" {value if plain else quoted(value)}\n"
        case Listing():
            yield "\n" if node.items else " []\n"
            for item in node.items:
                inside = "".join(_written(item, depth + 1, meant, text))
                yield f"{'  ' * depth}-{inside if isinstance(item, Scalar) else _beside(inside)}"
        case Mapping():
            yield "\n"
            for key, below in node.values.items():
                yield f"{'  ' * depth}{key}:{''.join(_written(below, depth + 1, meant, text))}"


def _beside(inside: str) -> str:
    """Return what stands below a dash beside it."""
    return f" {inside.lstrip()}"


def skeletons(compiled: Compiled) -> dict[str, list[tuple[str, ...]]]:
    """Return for each page its elements, with their classes, links, ids and names of attributes.

    Left out is what follows from words: anchors of headings, abbreviations, how many paragraphs.
    """
    found = {}
    for uri, page in compiled.pages.items():
        tree = html.fragment_fromstring(page.html, create_parent="div")
        elements = (_shape(e) for e in tree.iter(etree.Element) if e.tag != "abbr")
        found[uri] = [shape for shape, _ in groupby(elements)]
    return found


def _shape(element: etree._Element) -> tuple[str, ...]:
    heading = str(element.tag) in {"h1", "h2", "h3", "h4", "h5", "h6"}
    anchor = "" if heading else element.get("id", "")
    link = element.get("href", "").partition("#")[0]
    names = sorted(map(str, element.attrib))
    return (str(element.tag), element.get("class", ""), anchor, link, *names)


def put(folder: Path, compiled: Compiled) -> tuple[Problem, ...]:
    """Write the files for other programs, and hold each against its format."""
    assert compiled.guide is not None
    for name, content in output_files(compiled.guide, compiled.pages, SITE).items():
        if not name.endswith(".png"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
    addresses = Addresses(SITE)
    for uri, page in compiled.pages.items():
        block = linked_data(page, compiled.guide, (("Guide", "/"),), addresses)
        script = f'<script type="application/ld+json">{block}</script>'
        file = folder / f"{uri}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script, encoding="utf-8")
        assert len(html.fragment_fromstring(f"<div>{script}</div>")) == 1
    return tuple(format_problems(published(folder)))


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@runs(120)
@given(text=TEXTS)
def test_a_value_is_read_as_it_was_written_or_refused_at_its_line(loader: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_text, "_Loader", getattr(yaml, loader))
        tree, problems = yaml_text.parse(f"a: b\nc: {quoted(text)}\nd: e\n", "a.yml")
        _tree, of_key = yaml_text.parse(f"a: b\n{quoted(text)}: c\nd: e\n", "a.yml")
    assert {problem.place.line for problem in (*problems, *of_key)} <= {2}
    if not problems:
        assert isinstance(tree, Mapping)
        assert tree.values["c"] == Scalar(text, tree.values["c"].place)
        assert text.isprintable() or not set("\0\x85\u202e\ud800\ufdd0\ufffe\U0001ffff") & set(text)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@runs(150)
@given(text=TEXTS)
def test_a_file_of_any_text_is_read_or_refused_at_a_line_of_it(loader: str, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode().replace("\r", "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_text, "_Loader", getattr(yaml, loader))
        tree, problems = yaml_text.parse(f"a: b\n{text}\n", "a.yml")
    assert tree is not None or problems
    assert all(1 <= problem.place.line <= text.count("\n") + 3 for problem in problems)
    for found in calls_in(text):
        assert 0 <= found.start <= len(text)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Compiled]:
    project = Project(tmp_path_factory.mktemp("any") / "project")
    return project, compile_guide(project.root, TODAY)


def test_any_text_is_refused_at_its_place_or_shown_as_text(
    sound: tuple[Project, Compiled], tmp_path_factory: pytest.TempPathFactory
) -> None:
    project, before = sound
    plain = skeletons(before)
    seen: Counter[str] = Counter()

    @runs(DATA_RUNS)
    @given(field=st.sampled_from(FIELDS), text=TEXTS)
    def judged(field: tuple[str, int], text: str) -> None:
        path, number = field
        whole = project.read(path)
        try:
            project.write(path, with_text(whole, path, number, text))
            compiled = compile_guide(project.root, TODAY, last=before)
            found = errors(compiled.problems)
            told_well(found, project)
        finally:
            project.write(path, whole)
        seen["refused" if found else "shown"] += 1
        if not found:
            assert skeletons(compiled) == plain
            assert put(tmp_path_factory.mktemp("site"), compiled) == ()

    judged()
    assert min(seen["refused"], seen["shown"]) >= DATA_RUNS // 8, seen


def test_any_text_of_a_page_is_refused_at_a_line_or_makes_a_sound_page(
    sound: tuple[Project, Compiled],
) -> None:
    project, before = sound
    whole = project.read(GLOSSARY)
    seen: Counter[str] = Counter()

    @runs(PAGE_RUNS)
    @given(text=hostile_texts(), beside=st.sampled_from(["\n\n", " "]))
    def judged(text: str, beside: str) -> None:
        added = text.encode("utf-8", "ignore").decode()
        try:
            project.write(GLOSSARY, f"{whole.rstrip()}\n\nMore words.{beside}{added}\n")
            compiled = compile_guide(project.root, TODAY, last=before)
            found = errors(compiled.problems)
            told_well(found, project)
        finally:
            project.write(GLOSSARY, whole)
        seen["refused" if found else "shown"] += 1
        if not found:
            acts_not(compiled.pages["glossary.md"].html)

    judged()
    assert min(seen["refused"], seen["shown"]) >= PAGE_RUNS // 8, seen


def acts_not(page: str) -> None:
    """See that a page has no element that acts or leads away, and both its marks."""
    tree = html.fragment_fromstring(page, create_parent="div")
    for element in tree.iter(etree.Element):
        assert element.tag not in {"script", "style", "iframe", "form", "svg", "base", "meta"}
        assert not {a for a in element.attrib if str(a).startswith("on") or a == "style"}
        assert "script:" not in element.get("href", "")
    assert tree.xpath("count(//*[@data-guide='verify' or @data-guide='review'])") == 2
