from pathlib import Path

import pytest

from generator.guide import compile_guide
from generator.inspection.foot import TEMPLATE, Foot, expected_foot, foot_problems
from generator.inspection.site import inspect_site
from generator.model.guide import Guide
from generator.outputs.policy import with_policy
from generator.problems.problem import Problem
from tests.builds import build, html_files
from tests.project import GUIDE, TODAY, Project

FOOT = Foot(("Licence R000042.", "The towns decide."), ("https://register.example/",))
GOOD = (
    "<footer><p>Licence  R000042.</p><p>The <b>towns</b> decide.</p>"
    '<a href="https://register.example/">Register</a></footer>'
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    made = compile_guide(GUIDE, TODAY).guide
    assert made is not None
    return made


def judged(folder: Path, body: str) -> list[Problem]:
    page = with_policy(f"<head></head><body>{body}</body>")
    (folder / "404.html").write_text(page, encoding="utf-8")
    return list(inspect_site(folder, [], foot=FOOT))


def test_a_foot_that_says_everything_is_good(tmp_path: Path) -> None:
    assert judged(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        ("R000042", "R000043", "say “Licence R000042.”"),
        ("<p>The <b>towns</b> decide.</p>", "", "say “The towns decide.”"),
        ("<p>The", "<p hidden>The", "say “The towns decide.”"),
        ('href="https://register.example/"', 'href="/"', "lead to https://register.example/"),
        (">Register<", "><", "lead to https://register.example/"),
    ],
)
def test_what_a_foot_lacks_is_a_problem(tmp_path: Path, old: str, new: str, lack: str) -> None:
    assert old in GOOD
    (problem,) = judged(tmp_path, GOOD.replace(old, new))
    assert (problem.rule, problem.place.path) == ("shown-foot", "overrides/404.html")
    assert f"does not {lack}: put it back into overrides/404.html" in problem.message


def test_what_any_other_page_lacks_too_is_told_at_their_foot() -> None:
    lacks = [(name, "say “a”") for name in ("404.html", "index.html")]
    (problem,) = foot_problems(lacks)
    assert problem.place.path == TEMPLATE


def test_what_stands_elsewhere_is_not_at_the_foot(tmp_path: Path) -> None:
    assert len(judged(tmp_path, GOOD.replace("footer>", "div>"))) == len(FOOT.texts + FOOT.links)


def test_the_foot_names_whoever_may_review_now(guide: Guide) -> None:
    foot = expected_foot(guide)
    one, two = guide.licensed()
    for by in (one, two):
        assert f"{by.name}, {by.title}, licence {by.licence}" in foot.texts
    assert foot.links == (one.public_register,)
    said = guide.firm.statements
    assert {guide.firm.legal_name, said.outcome, said.advice, said.government} < set(foot.texts)


def test_whoever_has_left_stands_at_no_foot(project: Project) -> None:
    project.replace(
        "data/reviewers.yml", "  github: desk-two", "  github: desk-two\n  left: 2022-06"
    )
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    assert not [text for text in expected_foot(guide).texts if "Desk Two" in text]


@pytest.mark.build
def test_each_built_page_has_the_foot_whole(guide: Guide, site: Path) -> None:
    assert "404.html" in html_files(site)
    found = inspect_site(site, [], foot=expected_foot(guide))
    assert [problem for problem in found if problem.rule == "shown-foot"] == []
    pages = [(site / name).read_text(encoding="utf-8") for name in html_files(site)]
    whole = [text for text in pages if 'http-equiv="refresh"' not in text]
    assert len(whole) > 10
    for text in whole:
        foot = text.partition("<footer")[2]
        assert guide.firm.statements.government in foot
        assert f'href="{guide.reviewers["review-desk-one"].public_register}"' in foot


@pytest.mark.build
@pytest.mark.parametrize("lost", ["firm.statements.advice", "by.licence"])
def test_a_theme_that_loses_a_statement_stops_the_build(project: Project, lost: str) -> None:
    project.with_templates()
    project.replace(TEMPLATE, f"{{{{ {lost} | e }}}}", "")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert f"{TEMPLATE}:1:1: error[shown-foot]: the foot of " in done.stdout
    assert not html_files(project.root / "site")
