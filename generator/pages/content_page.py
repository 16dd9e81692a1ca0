"""A page of content/: Markdown that people write, with components filled in."""

import difflib
import re
from dataclasses import replace

from jinja2 import Environment, UndefinedError

from generator.inspection.expected import ExpectedPage, statement
from generator.model.guide import Guide
from generator.model.records import ContentPage, Records
from generator.pages.components import COMPONENTS, ON_EVERY_PAGE, ON_PAGE, Components
from generator.pages.environment import problem_of
from generator.pages.page import Page
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
    sandbox: Environment,
    guide: Guide,
    records: Records,
    content: ContentPage,
) -> tuple[Page | None, list[Problem]]:
    """Fill in a page's components.

    Args:
        templates: the environment of the generator's templates, with the guide.
        sandbox: the environment that pages run in.
        guide: the guide that components show.
        records: everything that was read.
        content: the page.

    Returns:
        The page, or None where a call failed, and the problems found.
    """
    uri = content.path.removeprefix("content/")
    head = content.record
    place = Place(content.path)
    expected = ExpectedPage(uri, place, statement(uri.removesuffix(".md"), head, place))
    try:
        components = Components(templates, guide, records, expected, head)
        code = sandbox.compile(content.body, content.path, content.path)
        template = sandbox.template_class.from_code(sandbox, code, components.names())
        markdown = template.render()
    except Exception as error:  # noqa: BLE001 - a page may call a component in any wrong way
        return None, [_problem(error, content)]
    wanted = (*ON_EVERY_PAGE, *ON_PAGE.get(uri, ()))
    missing = [_missing(name, content) for name in wanted if name not in components.called]
    page = Page(
        uri=uri,
        source=content.path,
        title=head.title,
        description=head.description,
        markdown=markdown,
        record=head,
        expected=expected,
        weight=WEIGHTS.get(uri, _WEIGHT),
        questions=guide.questions.questions if "questions" in components.called else (),
    )
    return page, missing


def _problem(error: Exception, content: ContentPage) -> Problem:
    """Return what is wrong with a call, pointing at the call itself."""
    problem = problem_of(error, content.path, first_line=content.body_line)
    if problem.place.path != content.path:
        return problem
    name = re.match(r"'(\w+)' is undefined", str(error))
    message = problem.message
    if isinstance(error, UndefinedError) and name:
        near = difflib.get_close_matches(name[1], COMPONENTS, 1)
        advice = f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(COMPONENTS)}"
        message = f"there is no component `{name[1]}`: {advice}"
    line = content.body.split("\n")[problem.place.line - content.body_line]
    column = line.find(name[1] if name else "{{") + 1
    return replace(problem, message=message, place=replace(problem.place, column=max(column, 1)))


def _missing(name: str, content: ContentPage) -> Problem:
    """Return the problem of a component that is not called, where its name stands if anywhere."""
    for number, line in enumerate(content.body.split("\n")):
        if (column := line.find(name)) >= 0:
            place = Place(content.path, content.body_line + number, column + 1)
            message = f"`{name}` stands here, but calls nothing: write `{{{{ {name}() }}}}`"
            return Problem("component", message, place)
    return Problem(
        "component", f"the page does not call `{name}`: {_how(name)}", Place(content.path)
    )


def _how(name: str) -> str:
    call = f"{{{{ {name}() }}}}"
    if name == "review_byline":
        return f"write `{call}` on a line of its own below the heading"
    if name == "verify_notice":
        return f"write `{call}` on a line of its own where readers see it"
    return f"write `{call}` on a line of its own, with a blank line above and below"
