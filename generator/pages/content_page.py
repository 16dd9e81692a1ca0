"""A page of content/: Markdown that people write, with components filled in."""

import difflib

from jinja2 import Environment

from generator.inspection.expected import ExpectedPage, statement
from generator.model.guide import Guide
from generator.model.layout import CONTENT
from generator.model.records import ContentPage, Records
from generator.pages.calls import Call, NoCall, calls_in
from generator.pages.components import (
    COMPONENTS,
    INLINE,
    ON_EVERY_PAGE,
    ON_PAGE,
    ComponentError,
    Components,
)
from generator.pages.draft import Draft
from generator.pages.environment import problem_of
from generator.pages.markdown import MisplacedError, PageConverter
from generator.problems.problem import Place, Problem

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
    wanted = (*ON_EVERY_PAGE, *ON_PAGE.get(uri, ()))
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
    return draft, [_missing(name, content) for name in wanted if name not in components.called]


def place_in(content: ContentPage, start: int) -> Place:
    """Return the place in its file of a letter of a page's body."""
    before = content.body[:start]
    line = content.body_line + before.count("\n")
    return Place(content.path, line, start - (before.rfind("\n") + 1) + 1)


def _filled(
    content: ContentPage, components: Components, converter: PageConverter
) -> tuple[str | None, list[Problem]]:
    body = content.body
    calls: list[Call] = []
    made: list[str] = []
    problems: list[Problem] = []
    for call in calls_in(body):
        if isinstance(call, NoCall):
            problems.append(Problem("component", call.says, place_in(content, call.start)))
            continue
        calls.append(call)
        written = _called(call, components, content)
        if isinstance(written, Problem):
            problems.append(written)
        else:
            made.append(written)
    if problems:
        return None, problems
    ends = [0, *(call.end for call in calls)]
    starts = [*(call.start for call in calls), len(body)]
    parts = [body[end:start] for end, start in zip(ends, starts, strict=True)]
    try:
        return converter.html(parts, made, inline=[call.name in INLINE for call in calls]), []
    except MisplacedError as error:
        call = calls[error.number]
        says = f"`{call.name}` cannot stand here: {_how(call.name)}"
        return None, [Problem("component", says, place_in(content, call.start))]


def _called(call: Call, components: Components, content: ContentPage) -> str | Problem:
    """Return what a component makes, or what is wrong with its call."""
    place = place_in(content, call.start)
    function = components.names().get(call.name)
    if function is None:
        near = difflib.get_close_matches(call.name, COMPONENTS, 1)
        advice = f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(COMPONENTS)}"
        says = f"there is no component `{call.name}`: {advice}"
        return Problem(
            "component", says, place_in(content, content.body.index(call.name, call.start))
        )
    try:
        return function(*call.values, **call.named)
    except ComponentError as error:
        return Problem("component", str(error), place)
    except Exception as error:  # noqa: BLE001 - a template may fail in any way
        found = problem_of(error, content.path)
        if not isinstance(error, TypeError) or found.place.path != content.path:
            return found
        says = f"{call.name}() is given something that it does not take: compare it with the calls"
        return Problem("component", f"{says} on the other pages", place)


def _missing(name: str, content: ContentPage) -> Problem:
    """Return the problem of a component that is not called, where its name stands if anywhere."""
    if (start := content.body.find(name)) >= 0:
        message = f"`{name}` stands here, but calls nothing: write `{{{{ {name}() }}}}`"
        return Problem("component", message, place_in(content, start))
    return Problem(
        "component", f"the page does not call `{name}`: {_how(name)}", Place(content.path)
    )


def _how(name: str) -> str:
    call = f"{{{{ {name}() }}}}"
    if name == "review_byline":
        return f"write `{call}` on a line of its own below the heading"
    if name == "verify_notice":
        return f"write `{call}` on a line of its own where readers see it"
    if name in INLINE:
        return "write the call in a sentence, not within a link, a tag or a comment"
    return f"write `{call}` on a line of its own, with a blank line above and below"
