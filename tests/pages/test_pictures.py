"""Pictures drawn from the records: every word inside its box, and every fact in it."""

from itertools import pairwise

import pytest

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.pages.pictures import WIDTH, Box, Picture, codes_then_and_now, path_of_steps
from tests.builds import find
from tests.pages.making import tree
from tests.project import TODAY, Project

TABLE = "data/comparison.yml"
SIDES = "imp-vs-tfwp.md"


@pytest.fixture
def guide(project: Project) -> Guide:
    made = compile_guide(project.root, TODAY).guide
    assert made is not None
    return made


def drawn(project: Project, uri: str) -> list[str]:
    """Return the lines of a page's first picture."""
    (picture, *_) = tree(compile_guide(project.root, TODAY).pages[uri]).find_class("guide-picture")
    return [str(text.text_content()) for text in find(picture, ".//text")]


def says(box: Box) -> str:
    return " ".join(line for _, line in box.lines)


def test_no_box_leaves_the_picture_or_lies_over_another(guide: Guide) -> None:
    for picture in (path_of_steps(guide), codes_then_and_now(guide)):
        for number, box in enumerate(picture.boxes):
            assert 0 < box.x < box.x + box.width < WIDTH
            assert 0 < box.y < box.foot < picture.height
            assert all(box.y < baseline < box.foot for baseline, _ in box.lines)
            for other in picture.boxes[:number]:
                beside = box.x >= other.x + other.width or other.x >= box.x + box.width
                assert beside or box.y > other.foot or other.y > box.foot


def test_an_old_code_stands_with_its_day_beside_what_it_became(guide: Guide) -> None:
    picture: Picture = codes_then_and_now(guide)
    told = [says(box) for box in picture.boxes]
    olds = {entry.label: entry for entry in guide.codes.entries() if entry.history.successors}
    assert {label: entry.history.changed_on is not None for label, entry in olds.items()} == {
        "K12": False,
        "P21": True,
        "P22": True,
        "P23": True,
        "P24": True,
    }
    assert "K12" in told
    assert [old for old in told if old.startswith("P23")] == ["P23 15 Dec 2018"]
    left = [box for box in picture.boxes if box.x == 1]
    assert all(after.y - before.foot >= 14 for before, after in pairwise(left))
    (words,) = (line for line in picture.words if line.startswith("P24"))
    assert words == "P24 became P37 (head keeper), P38 (lamp expert), since 15 December 2018."
    assert {arrow.x1 for arrow in picture.arrows} == {
        box.x + box.width for box in picture.boxes[:1]
    }


def test_the_side_without_an_lmia_is_yes_in_whatever_order_they_are_compared(
    project: Project,
) -> None:
    before = drawn(project, SIDES)
    text = project.read(TABLE)
    imp, tfwp = (
        "  - key: imp\n    title: IMP (no test)\n",
        "  - key: tfwp\n    title: TFWP (test first)\n",
    )
    project.write(TABLE, text.replace(imp + tfwp, tfwp + imp))
    assert project.read(TABLE) != text
    assert drawn(project, SIDES) == before
    assert before[:2] == ["Yes", "No"]
    assert " ".join(before).index("IMP (no test)") < " ".join(before).index("TFWP (test")


@pytest.mark.parametrize("lost", ["key: first-step", "key: tfwp"])
def test_a_choice_that_cannot_be_drawn_is_told_at_its_call(project: Project, lost: str) -> None:
    text = project.read(TABLE).replace("tfwp:", "other:") if "tfwp" in lost else project.read(TABLE)
    project.write(TABLE, text.replace(lost, "key: other"))
    found = [
        p for p in compile_guide(project.root, TODAY).problems if "picture_of_sides" in p.message
    ]
    assert [(p.rule, p.place.path) for p in found] == [("component", f"content/{SIDES}")]
    assert "`first-step`: keep these" in found[0].message
