"""The registry of the frozen guide held against the page of codes."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.guide import compile_guide
from generator.model.code import Code, Family, History
from generator.model.guide import Guide
from generator.watch.code_rows import Row
from generator.watch.code_tables import Listed, listed_codes
from generator.watch.page import parse
from generator.watch.registry import code_differences, known_codes
from tests.project import TODAY, Project
from tests.watch.pages.codes import (
    BEFORE,
    HARBA,
    PACTS,
    SINCE,
    codes_page,
    one_column,
    row,
    two_columns,
)

NEW = "is new among codes that the guide covers: add it to data/codes.yml if it concerns a category"
UTF8 = "text/html; charset=utf-8"


@pytest.fixture
def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def keys(guide: Guide, page: str) -> list[str]:
    listed = listed_codes(parse(page.encode(), UTF8), guide.today, known_codes(guide))
    return [d.key for d in code_differences(guide, listed)]


def with_code(guide: Guide, code: str, **changes: object) -> Guide:
    """Return a guide whose registry says something else of a code."""
    codes = tuple(
        each.model_copy(update=changes) if each.code == code else each for each in guide.codes.codes
    )
    return replaced(guide, codes=codes)


def replaced(
    guide: Guide,
    codes: Iterable[Code] | None = None,
    families: Iterable[Family] | None = None,
) -> Guide:
    registry = guide.codes.model_copy(
        update={
            "codes": tuple(guide.codes.codes if codes is None else codes),
            "families": tuple(guide.codes.families if families is None else families),
        }
    )
    return replace(guide, codes=registry)


def listing(*rows: tuple[str, str, str, str]) -> Listed:
    """Return rows of section, words, codes before and codes now."""
    return Listed(
        tuple(
            Row(section, words, frozenset(before.split()), frozenset(now.split()))
            for section, words, before, now in rows
        )
    )


def about(guide: Guide, code: str, *rows: tuple[str, str, str, str]) -> list[str]:
    """Return what is told of one code where a page has these rows."""
    told = code_differences(guide, listing(*rows))
    return [d.key for d in told if code in d.key.split() and not d.key.startswith("lost")]


def test_a_page_that_agrees_asks_for_nothing_though_many_pacts_had_the_same_codes(
    guide: Guide,
) -> None:
    assert keys(guide, codes_page()) == []
    assert keys(guide, codes_page(pacts=reversed(PACTS))) == []
    assert keys(guide, codes_page(pacts=())) == []


def test_another_successor_in_the_row_of_the_subject_is_told(guide: Guide) -> None:
    harba = [each if "P23" not in each else ("Boat mender", "P23", "P39") for each in HARBA]
    found = code_differences(guide, listed_codes(parse(codes_page(harba).encode(), UTF8)))
    assert [(d.key, d.sentence) for d in found] == [
        ("lost P36", "P36 is in data/codes.yml, but the page no longer lists it"),
        ("new P39", f"P39 (“Boat mender”) {NEW}"),
        (
            "no successor P23 P36",
            "data/codes.yml names P36 in place of P23; the page does not",
        ),
        (
            "successor P23 P39",
            "the page names P39 in place of P23 (“Boat mender”); data/codes.yml does not",
        ),
    ]


def test_the_order_of_rows_changes_nothing(guide: Guide) -> None:
    changed = [(words, before, "P39") for words, before, _ in HARBA]
    one = keys(guide, codes_page(changed))
    other = keys(guide, codes_page(list(reversed(changed)), pacts=reversed(PACTS)))
    assert one == other == sorted(one)
    assert len(set(one)) == len(one) > 5


def test_a_code_that_the_page_no_longer_lists_is_told(guide: Guide) -> None:
    page = codes_page().replace("K&#8203;16", "none")
    assert keys(guide, page) == ["lost K16"]


def test_a_code_in_use_that_only_the_column_before_has_is_told(guide: Guide) -> None:
    rows = [row("Mountain Rescue Team", "K16", "")]
    page = codes_page(extra=two_columns("Teams", rows)).replace("K&#8203;16", "none")
    assert keys(guide, page) == ["earlier K16"]
    assert keys(guide, codes_page(extra=two_columns("Teams", rows))) == []


def test_a_superseded_code_that_its_own_row_has_now_is_told(guide: Guide) -> None:
    harba = [("Ferryman", "P21", "P34 and P21"), *HARBA[1:]]
    assert keys(guide, codes_page(harba)) == ["current P21"]
    other = two_columns("The Pact of Orme", [row("Ferryman", "P21", "P21")])
    assert keys(guide, codes_page(extra=other)) == []


def test_a_new_code_among_those_covered_is_told_with_its_words(guide: Guide) -> None:
    extra = one_column([row("Lamp testers on the night watch " * 5, "K64"), row("x", "Z01")])
    (found,) = code_differences(guide, listed_codes(parse(codes_page(extra=extra).encode(), UTF8)))
    assert found.key == "new K64"
    assert found.sentence.startswith("K64 (“Lamp testers on the night watch Lamp")
    assert "…”) is new" in found.sentence
    listed_beside = "<h2>Unique work situations</h2><ul><li>Lamps K65</li></ul>"
    assert keys(guide, codes_page(extra=listed_beside)) == ["new K65"]


def test_a_code_that_was_there_before_is_not_new(guide: Guide) -> None:
    assert keys(guide, codes_page(extra=two_columns("Lamps", [row("x", "K64", "K64")]))) == []
    assert keys(guide, codes_page(extra=two_columns("Lamps", [row("x", "K71", "K64")]))) == [
        "new K64"
    ]


@pytest.mark.parametrize(
    ("kind", "members", "code", "told"),
    [
        ("series", (), "K25", []),
        ("and above", (), "K25", []),
        ("and above", (), "K20", ["new K20"]),
        ("series", ("K21",), "K25", ["new K25"]),
        ("series", ("K21", "K25"), "K25", []),
        ("and above", ("K25",), "K25", []),
    ],
)
def test_a_family_that_is_a_range_knows_its_members(
    guide: Guide, kind: str, members: tuple[str, ...], code: str, told: list[str]
) -> None:
    family = guide.codes.families[1].model_copy(update={"kind": kind, "members": members})
    with_family = replaced(guide, families=[family])
    extra = one_column([row("Sailors", code)])
    page = codes_page(extra=extra).replace("K21 to K23", "K21")
    assert keys(with_family, page) == told


def test_a_family_is_lost_with_its_members_or_with_all_that_it_may_cover(guide: Guide) -> None:
    without = codes_page().replace("K21 to K23", "none")
    assert keys(guide, without) == ["lost K21"]
    some = codes_page().replace("K21 to K23", "K23")
    assert keys(guide, some) == []
    first = guide.codes.families[0].model_copy(update={"members": ("K16", "K71")})
    assert keys(replaced(guide, families=[first]), some) == ["lost K71", "new K23"]


def test_a_code_under_another_part_of_the_regulations_is_told(guide: Guide) -> None:
    moved = with_code(guide, "K16", regulation="R205(c)")
    assert keys(moved, codes_page()) == ["regulation K16 R205(b)"]
    for agreeing in ("R205(b)", "R205"):
        assert keys(with_code(guide, "K16", regulation=agreeing), codes_page()) == []
    pact = with_code(guide, "P34", regulation="R205(a)")
    assert keys(pact, codes_page()) == ["regulation P34 R204(a)"]


def test_a_subject_without_a_name_is_known_by_its_words(guide: Guide) -> None:
    own = ("x", "Lighthouse keepers (new tower)", "K12", "K61")
    other = ("x", "Ship’s cook", "K12", "K99")
    assert about(guide, "K12", own, other) == ["no successor K12 K62", "no successor K12 K63"]
    assert about(guide, "K12", other, ("x", "Cooper", "K12", "K98")) == []
    plural = ("x", "Keepers", "K12", "K99")
    assert "successor K12 K99" in about(guide, "K12", plural)
    long = with_code(guide, "K12", subject="Lighthouse keeper with old lamps")
    near = ("x", "Lighthouse keeper, old lamps", "K12", "K61")
    far = ("x", "Ship with lamps", "K12", "K99")
    assert "successor K12 K99" not in about(long, "K12", near, far)
    mine = ("x", "Keepers of a lighthouse, others", "K12", "K99")
    assert "successor K12 K99" in about(guide, "K12", own, mine)


def test_the_category_tells_what_the_subject_does_not(guide: Guide) -> None:
    subject = with_code(guide, "K12", subject="Somebody who swaps")
    row_of_category = ("x", "Lighthouse keeper", "K12", "K99")
    assert "successor K12 K99" in about(subject, "K12", row_of_category)
    named = with_code(guide, "P23", subject="Mender")
    assert "successor P23 P99" in about(named, "P23", ("HARBA", "Boats", "P23", "P99"))


def test_a_pact_is_known_by_its_name_in_full_and_by_no_other(guide: Guide) -> None:
    full = ("Harbours, Apples and Rivers, Boats Agreement", "x", "P23", "P99")
    other = ("Avon Pact", "Boat mender", "P23", "P98")
    assert [k for k in about(guide, "P23", full, other) if k.startswith("succ")] == [
        "successor P23 P99"
    ]
    listed_above = ("Pacts: HARBA, AVON", "Boat mender (AVON)", "P23", "P98")
    own = ("Pacts: HARBA, AVON", "Boat mender (HARBA)", "P23", "P99")
    assert [k for k in about(guide, "P23", listed_above, own) if k.startswith("succ")] == [
        "successor P23 P99"
    ]


def test_a_page_that_names_no_pact_is_held_by_the_words_of_its_rows(guide: Guide) -> None:
    rows = [("", "Boat mender", "P23", "P99"), ("", "Ferry", "P23", "P98")]
    assert [k for k in about(guide, "P23", *rows) if k.startswith("succ")] == ["successor P23 P99"]


def test_a_row_without_a_code_of_now_says_nothing_of_successors(guide: Guide) -> None:
    assert about(guide, "P23", ("HARBA", "Boat mender", "P23", "")) == []
    assert about(guide, "P23", ("HARBA", "Boat mender", "P23", "P23 P36")) == ["current P23"]


def test_a_first_successor_of_a_code_that_had_none_is_told(guide: Guide) -> None:
    assert "successor P43 G10" in about(guide, "P43", ("ORCA", "Cider presser", "P43", "G10"))


def test_a_standing_that_is_not_recorded_is_nothing_to_hold_a_page_against(guide: Guide) -> None:
    history = History(standing="not recorded")
    assert about(with_code(guide, "K16", history=history), "K16", ("", "x", "K16", "")) == []


def test_the_only_row_that_has_a_code_is_its_own_whatever_its_words(guide: Guide) -> None:
    assert "successor K12 K99" in about(guide, "K12", ("x", "Other words", "K12", "K99"))
    assert about(guide, "K16", ("", "Other words", "K16", "K16")) == []
    other_pact = ("", "AVON boats", "P23", "P99")
    assert about(guide, "P23", other_pact) == []


def test_rows_that_name_another_country_or_pact_are_not_held_by_their_words(guide: Guide) -> None:
    own = ("", "Boat mender", "P23", "P99")
    for other in ("Peru – Boat mender", "AVON boat mender", "Korea, South – Boat mender"):
        told = about(guide, "P23", own, ("", other, "P23", "P98"))
        assert [k for k in told if k.startswith("succ")] == ["successor P23 P99"]
    told = about(guide, "P23", own, ("Pacts – Chile", "Boat mender", "P23", "P98"))
    assert [k for k in told if k.startswith("succ")] == ["successor P23 P99"]


def test_a_pact_whose_full_name_lacks_its_last_word_is_known(guide: Guide) -> None:
    own = ("", "Harbours–Apples–Rivers–Boats – Boat mender", "P23", "P99")
    other = ("", "Boat mender", "P23", "P98")
    told = about(guide, "P23", own, other)
    assert [k for k in told if k.startswith("succ")] == ["successor P23 P99"]


def test_codes_that_are_over_are_not_lost_where_a_page_has_no_column_for_them(
    guide: Guide,
) -> None:
    told = [d.key for d in code_differences(guide, listing(("", "x", "", "K10")))]
    assert "lost K16" in told
    assert not {"lost P23", "lost K12"} & set(told)
    told = [d.key for d in code_differences(guide, listing(("", "x", "K11", "K10")))]
    assert {"lost P23", "lost K12"} <= set(told)


def test_a_code_in_use_that_the_page_says_has_ended_is_told(guide: Guide) -> None:
    assert keys(guide, codes_page().replace("K&#8203;16", "K16 (expired)")) == ["earlier K16"]


def test_a_superseded_code_that_the_page_says_has_ended_is_not_told(guide: Guide) -> None:
    harba = [("Ferryman", "P21", "P34, P21 (superseded)"), *HARBA[1:]]
    assert keys(guide, codes_page(harba)) == []


@pytest.mark.parametrize(
    "heads",
    [("Permit code A", "Permit code B"), ("Code", "Code"), ("Latest code", "Code before it")],
)
def test_columns_that_their_heads_do_not_tell_apart_are_known_by_their_codes(
    guide: Guide, heads: tuple[str, str]
) -> None:
    page = codes_page().replace(BEFORE, heads[0]).replace(SINCE, heads[1])
    assert keys(guide, page) == []
    harba = [("Ferryman", "P21", "P34 and P21"), *HARBA[1:]]
    page = codes_page(harba).replace(BEFORE, heads[0]).replace(SINCE, heads[1])
    assert keys(guide, page) == ["current P21"]


def test_columns_that_nothing_tells_apart_are_told_once(guide: Guide) -> None:
    heads = "<tr><th>Part</th><th>Permit code A</th><th>Permit code B</th></tr>"
    rows = row("HARBA ferryman", "P21", "P22") + row("HARBA boat mender", "P24", "P23")
    twice = f"<h2>x</h2><table>{heads}{rows}</table><h2>y</h2><table>{heads}{rows}</table>"
    assert keys(guide, codes_page(extra=twice)) == ["columns Permit code A | Permit code B"]


@pytest.mark.parametrize(
    ("first", "head", "told"),
    [
        ("Form", "Document code", []), ("Country", "Country code", []), ("Town", "Code postal", []),
        ("Station", "Ticket code", []), ("Country", "Code", []), ("Pays", "Code du pays", []),
        ("Category", "Exemption code", ["new K64"]), ("Category", "Code", ["new K64"]),
        ("Category", "Corresponding code", ["new K64"]), ("Category", "New code", ["new K64"]),
        ("Country", "Permit code", ["new K64"]),
    ],
)  # fmt: skip
def test_codes_of_other_things_are_no_exemption_codes(
    guide: Guide, first: str, head: str, told: list[str]
) -> None:
    table = f"<table><tr><th>{first}</th><th>{head}</th></tr>{row('x', 'K64')}</table>"
    assert keys(guide, codes_page(extra=table)) == told


def test_a_code_beside_the_members_of_a_family_is_new_though_another_is_open(guide: Guide) -> None:
    series = guide.codes.families[0].model_copy(update={"members": ("K21", "K22", "K23")})
    both = replaced(guide, families=[series, guide.codes.families[1]])
    new = codes_page().replace("K21 to K23", "K21 to K24")
    assert keys(both, new) == ["new K24"]
    elsewhere = two_columns("Lamps", [row("Lamps", "", "K24")])
    assert keys(both, codes_page(extra=f"<h2>R207 Lamps</h2>{elsewhere}")) == []
    unnumbered = codes_page().replace("R205(b) Series", "Series").replace("to K23", "to K24")
    assert keys(both, unnumbered) == ["new K24"]
