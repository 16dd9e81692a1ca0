"""A page of content/: Markdown that people write, with components filled in."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.inspection.expected import ExpectedPage, statement
from generator.model.guide import Guide
from generator.model.layout import CONTENT
from generator.model.records import ContentPage, Records
from generator.model.slips.page_text import place_in
from generator.pages.called import Called, called, how
from generator.pages.components import INLINE, ON_EVERY_PAGE, ON_PAGE, Components
from generator.pages.draft import Draft
from generator.pages.enclosed import enclosed, repeated_anchors
from generator.pages.environment import problem_of
from generator.pages.markdown import MisplacedError, PageConverter, filled
from generator.pages.slips.page import page_slips
from generator.problems.problem import Place, Problem
from generator.source.bounds import TOO_DEEP_IN_PAGE

WEIGHTS = {
    "categories/index.md": 2,
    "codes.md": 2,
    "employers.md": 8,
    "find.md": 2,
    "glossary.md": 1,
    "imp-vs-tfwp.md": 2,
}
"""How much a hit counts in the search, where that is less than on a page about one thing."""

_WEIGHT = 4


def content_page(
    templates: Environment,
    converter: PageConverter,
    guide: Guide,
    records: Records,
    content: ContentPage,
) -> tuple[Draft | None, list[Problem]]:
    """Fill in a page's components and convert its text.

    Args:
        templates: the environment of the generator's templates, with the guide.
        converter: what converts the text.
        guide: the guide that components show.
        records: everything that was read.
        content: the page.

    Returns:
        The page, or None where a call failed, and the problems found.
    """
    uri = content.path.removeprefix(f"{CONTENT}/")
    place = Place(content.path)
    head = content.record
    expected = ExpectedPage(uri, place, statement(uri.removesuffix(".md"), head, place))
    try:
        components = Components(templates, guide, records, expected, head)
    except Exception as error:  # noqa: BLE001 - a template may fail in any way
        return None, [problem_of(error, content.path)]
    html, problems = _filled(content, components, converter)
    if html is None:
        return None, problems
    draft = Draft(
        uri=uri,
        source=content.path,
        title=head.title,
        description=head.description,
        html=html,
        record=head,
        expected=expected,
        weight=WEIGHTS.get(uri, _WEIGHT),
        questions=guide.questions.questions if "questions" in components.called else (),
    )
    return draft, []


def _filled(
    content: ContentPage, components: Components, converter: PageConverter
) -> tuple[str | None, list[Problem]]:
    """Return a page's HTML, or None and everything that is wrong with its text."""
    found = called(content, components)
    problems = found.problems
    inline = [call.name in INLINE for call in found.calls]
    marked: str | None = None
    if not problems:
        try:
            marked = converter.marked(found.between(content.body), inline=inline)
        except MisplacedError as error:
            call = found.calls[error.number]
            says = f"`{call.name}` cannot stand here: {how(call.name)}"
            problems.append(Problem("component", says, place_in(content, call.start)))
        except RecursionError:  # however it came about: the bounds know the usual ways
            problems.append(Problem("text", TOO_DEEP_IN_PAGE, place_in(content, 0)))
    slips = _slips(content, found, marked)
    if marked is not None:
        # An element that is wrong itself is told once: what it encloses follows from that.
        if not any(problem.rule == "markdown" for problem in slips):
            problems += enclosed(content, found, marked)
        slips += repeated_anchors(content, found, marked)
        wanted = (*ON_EVERY_PAGE, *ON_PAGE.get(content.path.removeprefix(f"{CONTENT}/"), ()))
        missing = [_missing(n, content) for n in wanted if n not in components.called]
        problems += _late_answer(content, found)
        # Where a call is missing, nothing may stand under its heading: that is told once.
        slips = [problem for problem in slips if not (missing and problem.rule == "section")]
        problems += missing
    problems += slips
    if problems or marked is None:
        return None, problems
    return filled(marked, found.made, inline=inline), []


def _late_answer(content: ContentPage, found: Called) -> Iterator[Problem]:
    """Yield where the answer does not stand where readers look first: right below the title.

    Where the title itself is wrong, that is told, and the answer may be right.
    """
    for call in found.calls:
        if call.name == "in_short":
            above = [line for line in content.body[: call.start].split("\n") if line.strip()]
            if len(above) > 1 and sum(line.startswith("# ") for line in above) == 1:
                says = "`in_short` answers what the title asks: move its line right below the title"
                yield Problem("component", says, place_in(content, call.start))
            return


def _slips(content: ContentPage, found: Called, marked: str | None) -> list[Problem]:
    """Return what is wrong with a page's text, but on lines where a call is wrong."""
    told = {problem.place.line for problem in found.problems}
    slips = page_slips(content.body, found.spans, marked)
    placed = (Problem(slip.rule, slip.says, place_in(content, slip.start)) for slip in slips)
    return [problem for problem in placed if problem.place.line not in told]


def _missing(name: str, content: ContentPage) -> Problem:
    message = f"the page does not call `{name}`: {how(name)}"
    return Problem("component", message, Place(content.path))
