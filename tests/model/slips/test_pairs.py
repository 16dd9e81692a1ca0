"""A key in other words and the key that is missing for it are one problem."""

import pytest

from generator.model.category import Category
from generator.model.decode import decode
from generator.model.slips.synonyms import key_meant, plain_key
from generator.problems.problem import Problem
from generator.source.yaml_text import parse
from tests.project import GUIDE

ORCA = (GUIDE / "data/categories/orca.yml").read_text(encoding="utf-8")


def only(old: str, new: str) -> Problem:
    assert old in ORCA
    node, problems = parse(ORCA.replace(old, new, 1), "x.yml")
    assert not problems
    assert node is not None
    problems = decode(node, Category).problems
    assert len(problems) == 1, problems
    assert problems[0].rule == "unknown-key"
    assert problems[0].place.line == ORCA[: ORCA.index(old)].count("\n") + 1 + old.startswith("\n")
    return problems[0]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("\ntitle", "Title TITLE titel titre name heading títle"),
        ("\ncodes", "CODES Codes code códes code_list"),
        ("\nsummary", "Summary résumé description sumary intro"),
        ("\nfits", "Fits fit who_it_fits"),
        ("\ngroup", "Group groupe grp"),
        ("\npermit_type", "permitType permit-type type PERMIT_TYPE permittype"),
        ("\nemployer", "Employer employeur employers"),
        ("\nhow_it_works", "how-it-works howItWorks HowItWorks howitworks"),
        ("\npermanent_residence", "permanent-residence pr permanentResidence"),
        ("\nreviewed_on", "reviewedOn reviewed-on checked_on review_on"),
        ("\nreviewed_by", "reviewer author reviewed-by"),
        ("\nrelated", "Related see_also relatd"),
        ("  offer", "Offer offers"),
        ("    answer", "réponse Answer body anwser"),
        ("  notice", "warning avis caution Notice disclaimer"),
        ("  url", "link lien URL href address website"),
    ],
)
def test_a_key_in_other_words_is_answered_with_the_key(key: str, written: str) -> None:
    lead, name = key[: len(key) - len(key.lstrip())], key.strip()
    for word in written.split():
        problem = only(f"{key}:", f"{lead}{word}:")
        assert problem.message == f"unknown key `{word}`: did you mean `{name}`?"


def test_a_key_with_spaces_is_answered_too() -> None:
    assert "did you mean `permit_type`?" in only("\npermit_type:", "\nPermit type:").message
    assert "did you mean `how_it_works`?" in only("\nhow_it_works:", "\nHow it works:").message


def test_the_one_unknown_key_and_the_one_missing_key_are_one_problem() -> None:
    message = only("\nbasis:", "\nfoundation:").message
    assert "unknown key `foundation`, and `basis` is missing: write `basis` in its place" in message


def test_several_unknown_keys_of_a_record_that_lacks_several_are_one_problem() -> None:
    text = ORCA.replace("  - question:", "  - xx:").replace("    answer:", "    yy:")
    node, _problems = parse(text, "x.yml")
    assert node is not None
    (problem,) = decode(node, Category).problems
    assert problem.message == "unknown keys `xx`, `yy`: the keys here are question, answer, source"


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Résumé", "resume"), ("permitType", "permit_type"), ("How it  works", "how_it_works")],
)
def test_a_word_is_written_as_keys_are(word: str, plain: str) -> None:
    assert plain_key(word) == plain


def test_no_key_is_meant_by_a_word_that_is_like_none() -> None:
    assert key_meant("zzz", ["title", "codes"]) is None
