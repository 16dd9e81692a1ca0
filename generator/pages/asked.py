"""The questions of a page, with each answer word for word as the page shows it.

An answer in a record is not yet what readers see: the page spells abbreviations out.
"""

from collections.abc import Iterator

from generator.inspection.html import Element, words_of
from generator.model.category import Question
from generator.pages.elements import is_heading


def as_shown(root: Element, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return questions with the paragraphs that stand below each as their answers.

    Args:
        root: the page's content, its abbreviations spelled out and its headings without links.
        questions: those that the page shows as headings.
    """
    if not questions:
        return ()
    headings = {words_of(element): element for element in root.iter() if is_heading(element)}
    return tuple(_shown(question, headings) for question in questions)


def _shown(question: Question, headings: dict[str, Element]) -> Question:
    heading = headings.get(" ".join(question.question.split()))
    if heading is None:
        return question
    found = tuple(words_of(below) for below in _below(heading))
    return question.model_copy(update={"answer": found[: len(question.answer)]})


def _below(heading: Element) -> Iterator[Element]:
    for element in heading.itersiblings():
        if is_heading(element):
            return
        yield element
