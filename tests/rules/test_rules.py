"""For each rule of the register an input that breaks it, and one beside it that does not."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.engine.settings.guard import settings_problems
from generator.guide import compile_guide
from generator.inspection.foot import expected_foot
from generator.inspection.site import inspect_page, inspect_site
from generator.inspection.whole import lost_files, write_sums
from generator.model.load import load
from generator.problems.problem import Problem, errors
from generator.problems.rulebook import RULES
from generator.reviews.coverage import Branch, uncovered
from generator.reviews.echoes import echoes
from generator.source.clock import today
from generator.watch.kept_texts import fingerprint_of, keep
from generator.watch.kept_texts import problems_of as problems_of_the_watch
from generator.watch.lock import Seen
from tests.project import CATEGORIES, GUIDE, ROOT, TODAY, Project, problems_of

ORCA = "data/categories/orca.yml"
CODES = "data/codes.yml"
PAGE = "content/codes.md"
NOTE = "changes:\n  - date: {}\n    text: The permit is open now.\n"
OPEN = "permit_type: employer-specific or open"

LOOKED = """reviews:
  - date: 2022-05
    by: review-desk-one
    outcome: {}
    note: Another code.
reviewed_by: """

# The file, a text in it, what breaks the rule in its place, and what does not.
SLIPS = {
    "yaml": (ORCA, "title: ORCA", "title: ORCA: permits", 'title: "ORCA: permits"'),
    "duplicate-key": (ORCA, "title: ORCA", "title: ORCA\ntitle: ORCA", "title: ORCA permits"),
    "merge-marker": (ORCA, "title: ORCA", "<<<<<<< HEAD\ntitle: ORCA", "title: ORCA <<<<<<<"),
    "schema-line": (ORCA, "# yaml-language-server", "# yaml-server", "# yaml-language-server"),
    "missing-key": (ORCA, "group: ", "# group: ", "group:  "),
    "unknown-key": (ORCA, "permit_type: ", "permit_typ: ", "permit_type:  "),
    "value": (ORCA, "permit_type: employer-specific", "permit_type: closed", "permit_type: open"),
    "text": (ORCA, "title: ORCA", "title: TODO", "title: ORCA permits"),
    "review-date": (ORCA, "reviewed_on: 2022-05", "reviewed_on: May", "reviewed_on: 2022-05-14"),
    "review-due-soon": (
        ORCA,
        "reviewed_on: 2022-05",
        "reviewed_on: 2021-12",
        "reviewed_on: 2022-04",
    ),
    "review-overdue": (ORCA, ": 2022-05", ": 2021-10", ": 2021-11"),
    "review-problem": (
        ORCA,
        "reviewed_by: ",
        LOOKED.format("problem found"),
        LOOKED.format("changed"),
    ),
    "reviewer": (ORCA, ": review-desk-one", ": review", ":  review-desk-one"),
    "verify-notice": (ORCA, "  notice: >-", '  notice: ""\n  rest: >-', "  notice:  >-"),
    "official-link": ("data/sources.yml", "https://www.", "http://www.", "https://"),
    "unknown-code": (ORCA, "P22]", "P99]", "K12]"),
    "repeated-code": (ORCA, "P22]", "P23]", "K12]"),
    "superseded-code": (ORCA, "[P23, P22]", "[K12]", "[K16]"),
    "unlisted-code": (CODES, "    about: orca\n", "", "    about:  orca\n"),
    "unknown-name": (ORCA, "  - harba", "  - braha", "  - sailing-school-season"),
    "repeated-name": (ORCA, "  - harba", "  - harba\n  - harba", "  - harba\n"),
    "comparison-cell": (
        "data/comparison.yml",
        "      imp: No.",
        "      ipm: No.",
        "      imp: Yes.",
    ),
    "finder-path": (
        "data/finder.yml",
        "        next: work-rivers\n",
        "",
        "        next:  work-rivers\n",
    ),
    "front-matter": (PAGE, "---\ntitle", "title", "---\ntitle"),
    "component": (PAGE, "{{ codes_by_code() }}", "{{ codes() }}", "{{  codes_by_code()  }}"),
    "markdown": (PAGE, "[a spreadsheet](", "[a spreadsheet] (", "[one spreadsheet]("),
    "active-content": (PAGE, "**In use**", "<script></script>", "<b>In use</b>"),
    "section": (PAGE, "## By code", "#### By code", "## The codes"),
    "link-words": (PAGE, "[a spreadsheet]", "[here]", "[one spreadsheet]"),
    "code-spelling": (PAGE, "**In use**", "K1O", "K10"),
}


def rules(problems: Iterable[Problem]) -> set[str]:
    return {problem.rule for problem in problems}


def compiled(project: Project, path: str | None = None) -> set[str]:
    """Return what is told, or what is told of one file: others have advice of their own."""
    found = compile_guide(project.root, TODAY).problems
    return rules([problem for problem in found if path in (None, problem.place.path)])


def whole_day(_project: Project) -> tuple[set[str], set[str]]:
    wrong, right = (today({"GUIDE_TODAY": day}) for day in ("tomorrow", "2023-06-01"))
    return rules([p for p in (wrong,) if isinstance(p, Problem)]), rules(
        [p for p in (right,) if isinstance(p, Problem)]
    )


def removed(path: str) -> Callable[[Project], tuple[set[str], set[str]]]:
    def both(project: Project) -> tuple[set[str], set[str]]:
        right = compiled(project)
        project.delete(path)
        return compiled(project), right

    return both


def left_out(project: Project) -> tuple[set[str], set[str]]:
    """Leave a page out of the navigation."""
    right = compiled(project)
    project.replace("mkdocs.yml", "  - Glossary: glossary.md\n", "")
    return compiled(project), right


def written(wrong: str, right: str, source: str) -> Callable[[Project], tuple[set[str], set[str]]]:
    """Write a copy of a file under two names, one after the other."""

    def both(project: Project) -> tuple[set[str], set[str]]:
        raw = project.read(source).replace("title: ", "title: Another ", 1)
        project.write(wrong, raw)
        broken = compiled(project)
        project.delete(wrong)
        project.write(right, raw)
        return broken, compiled(project)

    return both


def encoded(project: Project) -> tuple[set[str], set[str]]:
    text = project.read(ORCA).replace("agreement", "agrément", 1)
    project.write(ORCA, text.encode("cp1252"))
    broken = compiled(project)
    project.write(ORCA, text)
    return broken, compiled(project)


def template(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], set[str]]:
    right = compiled(project)
    shutil.copytree(ROOT / "generator/pages/templates", project.root / "templates")
    project.replace("templates/category.html.j2", "category.fits", "category.fit")
    monkeypatch.setattr("generator.pages.environment.files", lambda _package: project.root)
    return compiled(project), right


def changed(project: Project, *slips: tuple[str, str], more: str = "") -> set[str]:
    """Change ORCA, tell what `check --base` says of it, and take the change back."""
    before = load(project.root)[0]
    for old, new in slips:
        project.replace(ORCA, old, new)
    project.write(ORCA, project.read(ORCA) + more)
    after, problems = load(project.root)
    assert not problems
    project.write(ORCA, (GUIDE / ORCA).read_bytes())
    return rules(uncovered(Branch(before, after, TODAY)))


def shown(part: str) -> Callable[[Project, Path], tuple[set[str], set[str]]]:
    """Take a part out of a page that was really built."""

    def both(project: Project, site: Path) -> tuple[set[str], set[str]]:
        expected = compile_guide(project.root, TODAY).pages["categories/orca.md"].expected
        assert expected is not None
        text = (site / expected.html).read_text(encoding="utf-8")
        assert part in text
        broken = text.replace(part, "")
        return (
            rules(inspect_page(broken.encode(), expected)),
            rules(inspect_page(text.encode(), expected)),
        )

    return both


def footless(project: Project, site: Path) -> tuple[set[str], set[str]]:
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    foot, folder = expected_foot(guide), project.root / "site"
    folder.mkdir()
    text = (site / "404.html").read_text(encoding="utf-8")
    (folder / "404.html").write_text(text, encoding="utf-8")
    right = rules(inspect_site(folder, [], foot=foot))
    (folder / "404.html").write_text(text.replace("licence R000042", ""), encoding="utf-8")
    return rules(inspect_site(folder, [], foot=foot)), right


def stray(_project: Project, site: Path) -> tuple[set[str], set[str]]:
    folder = _project.root / "site"
    (folder / "draft").mkdir(parents=True)
    right = rules(inspect_site(folder, []))
    (folder / "draft/index.html").write_bytes((site / "index.html").read_bytes())
    return rules(inspect_site(folder, [])), right


def malformed(_project: Project, site: Path) -> tuple[set[str], set[str]]:
    folder = _project.root / "site"
    folder.mkdir()
    feed = (site / "changes.xml").read_bytes()
    (folder / "changes.xml").write_bytes(feed)
    right = rules(inspect_site(folder, []))
    (folder / "changes.xml").write_bytes(feed.replace(b"<title>", b"<title>\xef\xbf\xbe", 1))
    return rules(inspect_site(folder, [])), right


def incomplete(_project: Project, site: Path) -> tuple[set[str], set[str]]:
    folder = shutil.copytree(site, _project.root / "site")
    write_sums(folder)
    right = rules(lost_files(folder))
    (folder / "changes.xml").unlink()
    return rules(lost_files(folder)), right


def echoed(project: Project) -> tuple[set[str], set[str]]:
    """Change a fact that its record states again, and then there as well."""
    before = load(project.root)[0]
    project.replace(ORCA, "  offer: yes", "  offer: no")
    broken = rules(echoes(Branch(before, load(project.root)[0], TODAY)))
    project.replace(ORCA, "It files its offer in the portal,", "It")
    project.replace(ORCA, "has to file its offer before", "has to be ready before")
    return broken, rules(echoes(Branch(before, load(project.root)[0], TODAY)))


def seen(project: Project) -> tuple[set[str], set[str]]:
    """Change by hand what the watch has kept of a page."""
    entry = Seen("https://www.canada.ca/x", "", fingerprint_of("One.\n"), "2022-11-15")
    keep(project.root, {"tide-law": entry}, {"tide-law": "One.\n"})
    right = rules(problems_of_the_watch(project.root, {"tide-law"}))
    project.write("data/seen/tide-law.txt", "Two.\n")
    return rules(problems_of_the_watch(project.root, {"tide-law"})), right


def led_elsewhere(project: Project) -> tuple[set[str], set[str]]:
    """Let the settings ask for a style of another host."""
    path = str(project.path("mkdocs.yml"))
    right = rules(settings_problems(load_config(path), project.root))
    project.replace("mkdocs.yml", "- assets/finder.css", "- https://a.example/finder.css")
    return rules(settings_problems(load_config(path), project.root)), right


WHOLE = {
    "seen-page": seen,
    "settings": led_elsewhere,
    "today": whole_day,
    "file": removed("data/terms.yml"),
    "missing-page": removed("content/employers.md"),
    "navigation": left_out,
    "file-name": written("data/code.yml", "content/other.md", "content/glossary.md"),
    "slug": written("data/categories/New One.yml", "data/categories/new-one.yml", ORCA),
    "encoding": encoded,
    "same-fact": echoed,
}


BUILT = {
    "shown-review": shown('<time datetime="2022-05">May 2022</time>'),
    "shown-notice": shown('data-guide="verify"'),
    "shown-facts": shown("Riverside nationals"),
    "shown-foot": footless,
    "unknown-page": stray,
    "broken-file": malformed,
    "lost-file": incomplete,
}

DONE = NOTE.format("2022-11-20")
FACT = ("permit_type: employer-specific", OPEN)
SENTENCE = ("may graft trees", "may prune trees")
REVIEW = ("reviewed_on: 2022-05", "reviewed_on: 2022-11-22")
SEEN = """reviews:
  - date: {}
    by: review-desk-one
    outcome: wording seen
"""

# What is changed and added to break the rule, and what is changed and added beside it.
CHANGES: dict[str, tuple[tuple[list[tuple[str, str]], str], tuple[list[tuple[str, str]], str]]] = {
    "unreviewed-change": (([FACT], DONE), ([FACT, REVIEW], DONE)),
    "change-note": (([FACT, REVIEW], ""), ([FACT, REVIEW], DONE)),
    "unseen-wording": (([SENTENCE], ""), ([SENTENCE], SEEN.format("2022-11-22"))),
    "review-record": (
        ([("reviewed_by: review-desk-one", "reviewed_by: review-desk-two")], ""),
        ([("reviewed_by: review-desk-one", "reviewed_by: review-desk-two"), REVIEW], ""),
    ),
}


@pytest.mark.parametrize("rule", SLIPS)
def test_one_text_breaks_the_rule_and_another_does_not(project: Project, rule: str) -> None:
    path, old, wrong, right = SLIPS[rule]
    original = project.read(path)
    project.replace(path, old, wrong)
    assert rule in compiled(project, path)
    project.write(path, original)
    project.replace(path, old, right)
    assert rule not in compiled(project, path)


@pytest.mark.parametrize("rule", WHOLE)
def test_one_state_of_the_files_breaks_the_rule_and_another_does_not(
    project: Project, rule: str
) -> None:
    broken, sound = WHOLE[rule](project)
    assert rule in broken
    assert rule not in sound


@pytest.mark.parametrize("rule", BUILT)
def test_one_built_page_breaks_the_rule_and_another_does_not(
    project: Project, site: Path, rule: str
) -> None:
    broken, sound = BUILT[rule](project, site)
    assert rule in broken
    assert rule not in sound


@pytest.mark.parametrize("rule", CHANGES)
def test_one_change_breaks_the_rule_and_another_does_not(project: Project, rule: str) -> None:
    (wrong, wrongly_added), (right, added) = CHANGES[rule]
    assert changed(project, *wrong, more=wrongly_added) == {rule}
    assert changed(project, *right, more=added) == set()


@pytest.mark.parametrize("day", ["2022-05", "2022-11-21"])
def test_a_look_of_before_the_work_began_has_seen_no_sentence_of_it(
    project: Project, day: str
) -> None:
    assert changed(project, SENTENCE, more=SEEN.format(day)) == {"unseen-wording"}


def test_a_template_that_asks_for_what_is_not_there_breaks_the_rule(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = template(project, monkeypatch)
    assert "template" in broken
    assert "template" not in sound


def test_no_rule_goes_without_such_a_pair() -> None:
    paired = [*SLIPS, *WHOLE, *BUILT, *CHANGES, "template"]
    assert sorted(paired) == sorted(RULES)


def test_the_frozen_data_breaks_no_rule(project: Project) -> None:
    assert not errors(problems_of(project))


@pytest.mark.parametrize("slug", CATEGORIES)
@pytest.mark.parametrize(
    ("key", "rule"), [("reviewed_on", "review-date"), ("verify", "verify-notice")]
)
def test_no_category_goes_without_review_date_or_notice(
    project: Project, slug: str, key: str, rule: str
) -> None:
    path = f"data/categories/{slug}.yml"
    project.remove_key(path, key)
    (problem,) = errors(problems_of(project))
    assert (problem.rule, problem.place.path, problem.place.line) == (rule, path, 2)
    written = "the reviewer writes" if key == "reviewed_on" else "write"
    assert f"{written} `{key}:`" in problem.message


def test_a_file_with_one_faulty_key_still_has_its_others_checked(project: Project) -> None:
    project.replace(ORCA, "order: 20", "order: ten")
    project.replace(ORCA, "P22", "P99")
    project.replace(ORCA, "reviewed_by: review-desk-one", "reviewed_by: nobody")
    told = [problem.rule for problem in errors(problems_of(project))]
    assert told == ["value", "unknown-code", "reviewer"]
