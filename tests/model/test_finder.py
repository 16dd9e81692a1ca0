import pytest

from generator.model.finder import Finder, FinderAnswer, FinderQuestion
from generator.model.load import load
from generator.model.meaning import Meaning
from generator.model.review import Reviewed
from generator.model.shapes import fields_of, is_record, record_below
from tests.project import GUIDE


@pytest.mark.parametrize(
    ("keys", "result", "target"),
    [
        ({"next": "job"}, None, "q-job"),
        ({"categories": ("orca",)}, "r-orca", "r-orca"),
        ({"categories": ("orca", "c-d")}, "r-orca--c-d", "r-orca--c-d"),
        ({"programme": "tfwp"}, "r-tfwp", "r-tfwp"),
    ],
)
def test_an_answer_knows_where_it_leads(
    keys: dict[str, object], result: str | None, target: str
) -> None:
    answer = FinderAnswer.model_validate({"key": "a", "text": "One way", **keys})
    assert (answer.result, answer.target) == (result, target)


def test_two_results_never_share_an_anchor() -> None:
    one = FinderAnswer(key="a", text="One way", categories=("a-b", "c"))
    two = FinderAnswer(key="b", text="Another", categories=("a", "b-c"))
    assert one.result != two.result


def test_answers_that_lead_to_the_same_share_one_result() -> None:
    answers = tuple(
        FinderAnswer(key=key, text=f"Way {key}", categories=("orca",)) for key in ("a", "b")
    )
    entry = load(GUIDE)[0].finder
    assert entry is not None
    question = FinderQuestion(key="q", question="Which way?", answers=answers)
    finder = entry.record.model_copy(update={"questions": (question,)})
    assert finder.results() == {"r-orca": ("orca",)}


def test_the_finder_carries_a_review_and_every_key_has_a_meaning() -> None:
    assert issubclass(Finder, Reviewed)
    kinds: list[type] = [Finder]
    for kind in kinds:
        assert is_record(kind)
        for key, field in fields_of(kind).items():
            assert field.description, key
            if below := record_below(field.annotation):
                kinds.append(below)
            else:
                assert any(isinstance(mark, Meaning) for mark in field.metadata), key
