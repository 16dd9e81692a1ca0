from generator.problems.problem import Place
from generator.source.tree import Listing, Mapping, Scalar, place_of, plain, scalars

PLACE = Place("a.yml", 1, 1)


def tree() -> Mapping:
    inner = Listing((Scalar("x", Place("a.yml", 2, 5)), Scalar("", Place("a.yml", 3, 5))), PLACE)
    keys = {"list": Place("a.yml", 1, 1), "empty": Place("a.yml", 4, 1)}
    return Mapping(PLACE, keys, {"list": inner, "empty": Scalar("", Place("a.yml", 4, 7))})


def test_plain_gives_texts_lists_and_dicts() -> None:
    assert plain(tree()) == {"list": ["x", ""], "empty": ""}


def test_scalars_come_in_the_order_of_the_file() -> None:
    assert [scalar.place.line for scalar in scalars(tree())] == [2, 3, 4]


def test_an_empty_value_is_pointed_at_by_its_key() -> None:
    assert place_of(tree(), ["empty"]) == Place("a.yml", 4, 1)


def test_a_path_that_leads_nowhere_ends_at_the_nearest_thing() -> None:
    assert place_of(tree(), ["list", 7]) == Place("a.yml", 1, 1)
    assert place_of(tree(), ["nothing"]) == PLACE


def test_a_key_is_pointed_at_where_it_is_asked_for() -> None:
    found = Mapping(PLACE, {"a": Place("a.yml", 2, 1)}, {"a": Scalar("x", Place("a.yml", 2, 4))})
    assert place_of(found, ["a"]) == Place("a.yml", 2, 4)
    assert place_of(found, ["a"], key=True) == Place("a.yml", 2, 1)
    assert place_of(found, []) == PLACE


def test_a_step_of_the_wrong_kind_leads_nowhere() -> None:
    assert place_of(tree(), ["list", "key"]) == Place("a.yml", 1, 1)
    assert place_of(tree(), [0]) == PLACE
    assert place_of(tree(), ["empty", "deeper"]) == Place("a.yml", 4, 1)
