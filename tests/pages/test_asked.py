"""Answers as a page shows them."""

from dataclasses import replace

from generator.model.category import Question
from tests.pages.making import draft, finish

NAMES = {"LMIA": "Labour Market Impact Assessment"}
PAGE = (
    "<h1>A</h1><p>First.</p><h3>Do I need an&nbsp;LMIA?</h3>"
    "<p>No LMIA,   <a href='#x'>none</a>.</p>"
    "<p>Not even two.</p><p>Official page: b.</p><h3 id='x'>Next?</h3><p>c</p>"
)


def question(asked: str, *answer: str) -> Question:
    return Question.model_construct(question=asked, answer=answer, source=None)


def test_an_answer_is_what_stands_below_its_question() -> None:
    asked = (question("Do I need an LMIA?", "No LMIA, [none](#x).", "x"), question("Next?", "x"))
    first, second = finish(replace(draft(PAGE), questions=asked), NAMES).questions
    assert first.question == "Do I need an LMIA?"
    assert first.answer == (
        "No LMIA (Labour Market Impact Assessment), none.",
        "Not even two.",
    )
    assert second.answer == ("c",)


def test_a_question_that_is_no_heading_keeps_its_answer() -> None:
    asked = (question("Where?", "Here."),)
    assert finish(replace(draft(PAGE), questions=asked)).questions == asked
