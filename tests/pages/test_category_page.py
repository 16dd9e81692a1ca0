from datetime import date

from generator.guide import Compiled, compile_guide
from tests.project import CATEGORIES, TODAY, Project

SHOWN = (
    "## At a glance",
    "## Who it fits",
    "## Exemption codes",
    "## How it works",
    "### The employer’s step",
    "## From this permit to permanent residence",
    "## Related categories",
    "## Review and notice",
)


def compiled(project: Project, today: date = TODAY) -> Compiled:
    return compile_guide(project.root, today)


def test_every_category_has_a_page_with_all_its_parts(project: Project) -> None:
    pages = compiled(project).pages
    for slug in CATEGORIES:
        page = pages[f"categories/{slug}.md"]
        assert page.source == f"data/categories/{slug}.yml"
        assert page.parent == "categories/index.md"
        assert page.expected is not None
        assert page.expected.html == f"categories/{slug}/index.html"
        positions = [page.markdown.index(f"\n{part}\n") for part in SHOWN]
        assert positions == sorted(positions)


def test_a_page_states_every_text_of_its_file(project: Project) -> None:
    result = compiled(project)
    assert result.guide is not None
    for slug, category in result.guide.categories.items():
        text = result.pages[f"categories/{slug}.md"].markdown
        said = [
            category.title,
            category.summary,
            category.fits,
            category.verify.notice,
            category.verify.url,
            *category.who,
            *category.also_known_as,
            *category.how_it_works,
            *category.basis,
            *category.permanent_residence,
            *category.employer.text,
            *(q.question for q in category.questions),
        ]
        missing = [part for part in said if " ".join(part.split()) not in text]
        assert not [part for part in missing if "+" not in part], missing


def test_the_banner_is_there_always_and_shown_when_overdue(project: Project) -> None:
    before = compiled(project, date(2023, 5, 31)).pages["categories/orca.md"].markdown
    after = compiled(project, date(2023, 6, 1)).pages["categories/orca.md"].markdown
    assert 'data-guide="overdue"' in before
    assert 'hidden="hidden"' in before
    assert "**This review is overdue.**" in after
    assert 'hidden="hidden"' not in after


def test_a_page_has_a_head_of_its_own(project: Project) -> None:
    page = compiled(project).pages["categories/orca.md"]
    head = page.text().split("---\n")[1]
    assert "title: 'ORCA: work permit without an LMIA, P23, P22'" in head
    assert "description: Citizens of Riverside countries" in head
    assert "reviewed_on: 2022-05" in head


def test_changes_are_told_newest_first_and_as_text(project: Project) -> None:
    path = "data/categories/orca.yml"
    notes = [
        ("2021-06", "Older."),
        ("2022-05-14", "<b>Newest</b> {{ 7 * 7 }}"),
        ("2022-05", "Old."),
    ]
    listed = "".join(f'  - date: {day}\n    text: "{text}"\n' for day, text in notes)
    project.write(path, f"{project.read(path)}changes:\n{listed}")
    text = compiled(project).pages["categories/orca.md"].markdown
    section = text[text.index("## What changed") :]
    order = [section.index(word) for word in ("14 May 2022", "Old.", "June 2021", "Older.")]
    assert order == sorted(order)
    assert '<time datetime="2022-05-14">' in section
    assert "<b>" not in section


def test_without_a_change_nothing_is_said_of_changes(project: Project) -> None:
    assert "What changed" not in compiled(project).pages["categories/orca.md"].markdown
