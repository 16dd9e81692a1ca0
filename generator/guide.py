"""The whole way from files to pages, without any site engine."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment

from generator.inspection.expected import Redirect
from generator.model.guide import Guide, assemble
from generator.model.load import load
from generator.model.records import Records
from generator.pages.category_page import category_page
from generator.pages.content_page import content_page
from generator.pages.environment import content_environment, problem_of, template_environment
from generator.pages.page import Page
from generator.pages.redirects import redirects
from generator.problems.problem import Problem, errors, in_order
from generator.rules import check


@dataclass(slots=True)
class Compiled:
    """A guide as far as it could be made.

    Attributes:
        read: everything that was read, sound or not.
        records: what of it pages can be made of.
        guide: the complete guide, or None where a file that every page needs is missing.
        pages: the pages that could be made, by URI.
        redirects: what stands at earlier addresses.
        problems: everything that was found, in the order of files and lines.
    """

    read: Records
    records: Records
    guide: Guide | None
    pages: dict[str, Page] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()
    problems: tuple[Problem, ...] = ()


def compile_guide(root: Path, today: date, earlier: Compiled | None = None) -> Compiled:
    """Read, check and render the project in a folder, as of a day.

    Args:
        root: the project's folder.
        today: the day to judge reviews by.
        earlier: a state whose records and pages stand in for what has errors now. Only the
            preview uses it; the problems are reported all the same.
    """
    records, problems = load(root)
    problems.extend(check(records, today))
    broken = {problem.place.path for problem in errors(problems)}
    usable = records.usable(broken, earlier.records if earlier else None)
    compiled = Compiled(records, usable, assemble(usable, today))
    if compiled.guide is not None:
        compiled.redirects = tuple(redirects(usable))
        problems.extend(_render(compiled, compiled.guide))
    compiled.problems = in_order(problems)
    return compiled


def _render(compiled: Compiled, guide: Guide) -> list[Problem]:
    templates = template_environment()
    templates.globals["guide"] = guide
    problems = _categories(compiled, guide, templates)
    sandbox = content_environment()
    for content in compiled.records.content.values():
        page, found = content_page(templates, sandbox, guide, compiled.records, content)
        problems.extend(found)
        if page is not None and not found:
            compiled.pages[page.uri] = page
    return problems


def _categories(compiled: Compiled, guide: Guide, templates: Environment) -> list[Problem]:
    problems: list[Problem] = []
    for slug, category in guide.categories.items():
        try:
            page = category_page(templates, guide, slug, category)
        except Exception as error:  # noqa: BLE001 - a template may fail in any way
            problems.append(problem_of(error, f"data/categories/{slug}.yml"))
        else:
            compiled.pages[page.uri] = page
    return problems
