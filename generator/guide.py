"""The whole way from files to pages, without any site engine."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.inspection.expected import Redirect
from generator.model.guide import Guide, assemble
from generator.model.layout import CATEGORIES, CONTENT, OUTPUTS, category_uri, uris_of
from generator.model.load import load
from generator.model.records import Entry, Records
from generator.pages.abbreviations import Abbreviations, abbreviations
from generator.pages.article import Article
from generator.pages.category_page import category_inputs, category_page, guide_inputs
from generator.pages.content_page import content_page
from generator.pages.dead_links import dead_links
from generator.pages.draft import Draft
from generator.pages.ended_page import ended_page
from generator.pages.environment import problem_of, template_environment, template_texts
from generator.pages.finish import finished
from generator.pages.markdown import page_converter
from generator.pages.redirects import redirects
from generator.problems.problem import Problem, errors, in_order
from generator.rules import check
from generator.rules.addresses import NEEDED
from generator.source.bounds import bounded


@dataclass(slots=True)
class Compiled:
    """A guide as far as it could be made.

    Attributes:
        read: everything that was read, sound or not.
        records: what of it pages can be made of.
        guide: the complete guide, or None where a file that every page needs is missing.
        pages: the pages that could be made, by URI.
        redirects: what stands at earlier addresses.
        inputs: what pages were made of, by URI: where it is the same, so is the page.
        problems: everything that was found, in the order of files and lines.
    """

    read: Records
    records: Records
    guide: Guide | None
    pages: dict[str, Article] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()
    inputs: dict[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def compile_guide(
    root: Path, today: date, earlier: Compiled | None = None, last: Compiled | None = None
) -> Compiled:
    """Read, check and render the project in a folder, as of a day.

    Args:
        root: the project's folder.
        today: the day to judge reviews by.
        earlier: a state whose records and pages stand in for what has errors now. Only the
            preview uses it; the problems are reported all the same.
        last: the state before this one, sound or not. Records whose files did not change, and pages
            that are made of the same, are taken over from it.
    """
    records, problems = load(root, _sound_entries(last))
    problems.extend(check(records, today))
    broken = {problem.place.path for problem in errors(problems)}
    usable = records.usable(broken, earlier.records if earlier else None)
    compiled = Compiled(records, usable, assemble(usable, today))
    if compiled.guide is not None:
        compiled.redirects = tuple(redirects(usable))
        problems.extend(_render(compiled, compiled.guide, last))
    compiled.problems = tuple(bounded(in_order(problems)))
    return compiled


def _sound_entries(last: Compiled | None) -> dict[str, Entry[Any]]:
    """Return the records of files without an error, which need not be read again."""
    if last is None:
        return {}
    broken = {problem.place.path for problem in errors(last.problems)}
    return {
        entry.path: entry
        for entry in last.read.entries()
        if entry.path not in broken and not entry.faulty
    }


def _render(compiled: Compiled, guide: Guide, last: Compiled | None) -> list[Problem]:
    problems: list[Problem] = []
    templates = template_environment()
    templates.globals["guide"] = guide
    names = abbreviations({term.term: term.name for term in guide.terms.terms})
    spelling = Abbreviations(names)
    shared = (guide_inputs(guide), tuple(names.items()), template_texts())
    for slug, category in guide.categories.items():
        uri = category_uri(slug)
        inputs = (slug, category, category_inputs(guide, category), shared)
        if _taken_over(compiled, last, uri, inputs):
            continue
        try:
            draft = category_page(templates, guide, slug, category)
        except Exception as error:  # noqa: BLE001 - a template may fail in any way
            problems.append(problem_of(error, f"data/categories/{slug}.yml"))
        else:
            compiled.pages[uri] = finished(draft, spelling)
    for slug, ended in guide.ended.items():
        try:
            draft = ended_page(templates, guide, slug, ended)
        except Exception as error:  # noqa: BLE001 - a template may fail in any way
            problems.append(problem_of(error, f"{CATEGORIES}/{slug}.yml"))
        else:
            compiled.pages[draft.uri] = finished(draft, spelling)
    for draft in _content(compiled, guide, templates, problems):
        if not _taken_over(compiled, last, draft.uri, (draft, tuple(names.items()))):
            compiled.pages[draft.uri] = finished(draft, spelling)
    problems.extend(_dead_links(compiled))
    return problems


def _taken_over(compiled: Compiled, last: Compiled | None, uri: str, inputs: object) -> bool:
    """Note what a page is made of; take it over from a state where it was made of the same."""
    compiled.inputs[uri] = inputs
    if last is None or uri not in last.pages or last.inputs.get(uri) != inputs:
        return False
    compiled.pages[uri] = last.pages[uri]
    return True


def _content(
    compiled: Compiled, guide: Guide, templates: Environment, problems: list[Problem]
) -> Iterator[Draft]:
    converter = page_converter()
    for content in compiled.records.content.values():
        draft, found = content_page(templates, converter, guide, compiled.records, content)
        problems.extend(found)
        if draft is not None and not found:
            yield draft


def _dead_links(compiled: Compiled) -> Iterator[Problem]:
    records = compiled.records
    known: dict[str, frozenset[str] | None] = dict.fromkeys((*OUTPUTS, *records.files))
    # What is missing or cannot be made is told once, not again at each link to it.
    known |= dict.fromkeys(uris_of(records) | {path.removeprefix(f"{CONTENT}/") for path in NEEDED})
    known |= {article.uri: article.ids for article in compiled.pages.values()}
    renamed = {category_uri(old): category_uri(new) for old, new in records.new_names().items()}
    for article in compiled.pages.values():
        content = records.content.get(article.source)
        yield from dead_links(article, content, known, renamed)
