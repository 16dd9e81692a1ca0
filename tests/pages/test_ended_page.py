"""The page at the address of a category that has ended."""

from lxml import html

from generator.guide import compile_guide
from generator.inspection.site import inspect_page
from generator.pages.article import Article
from tests.flaws import BARGES, FLAWS, SAID, flawed
from tests.pages.making import tree
from tests.project import ENDED, TODAY, Project

URI = f"categories/{ENDED}.md"

FITS = "Climbers who speak Alpine, with a place in a team on any mountain but West Peak"
ALL_THERE_IS = "What has ended is not due for review again. Review register"
NOTICE = (
    "A permit that was given before it ended may still count. Check yours before you throw it away."
)


def page(project: Project) -> Article:
    return compile_guide(project.root, TODAY).pages[URI]


def lines(article: Article) -> list[str]:
    return [" ".join(str(part.text_content()).split()) for part in tree(article)]


def test_it_says_first_that_it_ended_then_why_then_where_to_look(project: Project) -> None:
    assert lines(page(project)) == [
        "Barge towing",
        "This category ended in September 2021.",
        "The last horse that towed a barge has retired, and the towns ended its permit.",
        "Where to look instead",
        "This category may fit, but it has conditions of its own:",
        f"Mountain Rescue Team: {FITS}",
        "All categories that are open now are on the page of categories.",
        "Review and notice",
        f"Reviewed October 2021 by Review Desk One, RCIC, licence R000042. {ALL_THERE_IS}",
        f"Verify before you rely on this. {NOTICE} Check it on canada.ca",
    ]


def test_its_title_tells_too_and_its_parent_is_the_page_of_categories(project: Project) -> None:
    made = page(project)
    assert made.title == "Barge towing: ended in September 2021"
    assert made.description.startswith("This category ended in September 2021. The last horse")
    assert made.parent == "categories/index.md"


def test_it_is_never_called_overdue_and_names_no_day_on_which_it_is_due(project: Project) -> None:
    written = page(project).html
    assert 'data-guide="overdue"' not in written
    assert "data-due" not in written
    assert "due by" not in written


def test_several_are_offered_as_several_and_none_leads_to_all_of_them(project: Project) -> None:
    project.replace(
        BARGES, "    - mountain-rescue-team\n", "    - mountain-rescue-team\n    - orca\n"
    )
    assert "These categories may fit, but each has conditions of its own:" in lines(page(project))
    project.replace(BARGES, "  instead:\n    - mountain-rescue-team\n    - orca\n", "")
    said = lines(page(project))
    assert not [line for line in said if "may fit" in line]
    assert said[4] == "All categories that are open now are on the page of categories."


def test_a_problem_stands_above_where_to_look(project: Project) -> None:
    flawed(project, BARGES)
    said = lines(page(project))
    assert said[3] == (
        f"Our reviewer found something wrong here {SAID}: {FLAWS[BARGES]} Until it is mended, go"
        " by canada.ca."
    )
    assert said[4] == "Where to look instead"


def test_what_the_page_says_is_demanded(project: Project) -> None:
    flawed(project, BARGES)
    made = page(project)
    assert made.expected is not None
    whole = f"<article>{made.html}</article>"
    assert inspect_page(whole.encode(), made.expected) == []
    for part in range(len(tree(made))):
        root = html.fragment_fromstring(made.html, create_parent="article")
        lost = " ".join(str(root[part].text_content()).split())
        root.remove(root[part])
        found = inspect_page(html.tostring(root), made.expected)
        plain = ("Where to look", "This category may fit", "All categories", "Review and notice")
        assert bool(found) is not lost.startswith(plain), lost


def test_in_a_preview_it_stays_while_what_it_leads_to_cannot_be_read(project: Project) -> None:
    rescue = "data/categories/mountain-rescue-team.yml"
    project.remove_key(rescue, "title")
    broken = compile_guide(project.root, TODAY)
    assert "Mountain Rescue Team" not in broken.pages[URI].html
    assert not [problem for problem in broken.problems if problem.rule == "template"]
