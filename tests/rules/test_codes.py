from itertools import pairwise

import pytest

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity
from generator.rules import check
from tests.project import TODAY, Project, problems_of, told

ORCA = "data/categories/orca.yml"
SWAP = "data/categories/lighthouse-keeper-swap.yml"
CODES = "data/codes.yml"
PAGE = "content/codes.md"
LISTED = "codes: [P23, P22]"


def advice(project: Project) -> list[Problem]:
    found = check(load(project.root)[0], TODAY)
    return [problem for problem in found if problem.severity is Severity.ADVICE]


@pytest.mark.parametrize(
    ("codes", "rule", "column", "says"),
    [
        ("[P23, P99]", "unknown-code", 14, "P99"),
        ("[X77, P22]", "unknown-code", 9, "data/codes.yml"),
        ("[P23, p22]", "unknown-code", 14, "write `P22`"),
        ("[P23, K20]", "unknown-code", 14, "did you mean"),
        ("[P23, P22, P23]", "repeated-code", 19, "P23 is listed twice"),
        ("[K21+, K21+]", "repeated-code", 15, "K21+ is listed twice"),
        ("[P23, K20  series]", "unknown-code", 14, "write `K20 series`"),
    ],
)
def test_a_code_that_is_unknown_or_listed_twice_is_told_at_the_code(
    project: Project, codes: str, rule: str, column: int, says: str
) -> None:
    line = project.replace(ORCA, LISTED, f"codes: {codes}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == (rule, Place(ORCA, line, column))
    assert says in problem.message


@pytest.mark.parametrize("codes", ["[P23]", "[K20 series, K21+]", "['K16']"])
def test_codes_and_families_of_the_registry_may_be_listed(project: Project, codes: str) -> None:
    project.replace(ORCA, LISTED, f"codes: {codes}")
    assert not told(project)


@pytest.mark.parametrize(
    ("path", "old", "new", "column"),
    [
        (ORCA, "title: ORCA", "title: ORCA K99", 8),
        (ORCA, "- cider pressers on", "- K99 pressers on", 5),
        (ORCA, "- question: Which", "- question: K99", 15),
        ("data/terms.yml", "name: Labour", "name: K99", 11),
        (CODES, "note: The review", "note: K99", 13),
        (PAGE, "title: ", 'title: "K99" # ', 8),
        (PAGE, "## By category", "## By K99 category", 7),
        (PAGE, "## By category", "K99", 1),
        (PAGE, "## By category", "’K99’", 2),
    ],
)
def test_an_unknown_code_in_prose_is_told_on_its_line(
    project: Project, path: str, old: str, new: str, column: int
) -> None:
    line = project.replace(path, old, new)
    assert told(project) == [("unknown-code", Place(path, line, column))]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (ORCA, "orchard staff on loan"),
        (ORCA, "Begin as with any pact"),
        (PAGE, "Each code of this guide"),
    ],
)
def test_an_unknown_code_in_a_text_of_several_lines_is_told_on_the_line_that_has_it(
    project: Project, path: str, words: str
) -> None:
    line = project.replace(path, words, f"K99 {words}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.line) == ("unknown-code", line)


def test_each_unknown_code_of_a_line_has_its_own_column(project: Project) -> None:
    line = project.replace(PAGE, "## By category", "## K98, K12 and K99")
    assert told(project) == [
        ("unknown-code", Place(PAGE, line, 4)),
        ("unknown-code", Place(PAGE, line, 17)),
    ]


def test_what_has_a_letter_that_no_code_has_may_be_something_else(project: Project) -> None:
    line = project.replace(PAGE, "## By category", "## By G20 country")
    assert told(project) == []
    assert [p.place for p in advice(project) if "G20" in p.message] == [Place(PAGE, line, 7)]


def test_a_code_that_is_misspelt_in_its_category_is_not_told_as_unlisted(project: Project) -> None:
    project.replace(ORCA, LISTED, "codes: [P23, P2]")
    assert not [p for p in advice(project) if p.rule == "unlisted-code"]


def test_places_in_a_page_with_windows_line_ends_are_the_same(project: Project) -> None:
    line = project.replace(PAGE, "## By category", "## By K99")
    project.write(PAGE, project.read(PAGE).replace("\n", "\r\n"))
    assert told(project) == [("unknown-code", Place(PAGE, line, 7))]


@pytest.mark.parametrize("path", [ORCA, PAGE])
@pytest.mark.parametrize("text", ["K20 series", "K20", "K21+", "K21", "K12", "the K20 series."])
def test_codes_and_families_of_the_registry_may_be_named_in_prose(
    project: Project, path: str, text: str
) -> None:
    project.replace(path, "title: ", f'title: "{text}" #')
    assert not told(project)


@pytest.mark.parametrize("text", ["K12 series", "K12+", "K30 series", "K30+", "K99-based"])
def test_a_family_that_the_registry_does_not_have_is_unknown(project: Project, text: str) -> None:
    line = project.replace(ORCA, "title: ORCA", f"title: {text}")
    assert told(project) == [("unknown-code", Place(ORCA, line, 8))]


@pytest.mark.parametrize("text", ["R305", "R000042", "B2B", "K123", "AB12", "k99", "X-K99", "K9"])
def test_what_only_looks_like_a_code_is_none(project: Project, text: str) -> None:
    project.replace(ORCA, "title: ORCA", f"title: ORCA {text}")
    assert not told(project)


def test_a_code_is_told_once_where_a_category_lists_it(project: Project) -> None:
    project.replace(ORCA, LISTED, "codes: [K99]")
    assert [rule for rule, _ in told(project)] == ["unknown-code"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "down", "column", "says"),
    [
        ("  - code: K11\n", "  - code: K10\n", "repeated-code", 0, 11, "K10 is in the registry"),
        ("        - code: P34", "        - code: P39", "unknown-code", 0, 17, "P39"),
        ("standing: superseded", "standing: in use", "value", 1, 7, "in use has none"),
        (
            "      standing: in use\n      certainty: stated by IRCC\n",
            "      standing: in use\n",
            "missing-key",
            0,
            17,
            "`certainty:` (stated by IRCC",
        ),
        (
            "      successors:\n        - code: P34\n",
            "",
            "value",
            -1,
            17,
            "a superseded code has successors",
        ),
        ("        - code: P34", "        - code: P21", "repeated-code", 0, 17, "succeed itself"),
        (
            "        - code: K61\n          covers: new tower\n",
            "        - code: K62\n",
            "repeated-code",
            1,
            17,
            "K62 is listed twice",
        ),
        (
            "      standing: not recorded\n",
            "      standing: not recorded\n      source: exemption-codes\n",
            "value",
            1,
            15,
            "its standing is `not recorded`",
        ),
        (
            "      changed_on: 2018-12-15\n",
            "      changed_on: 2022-11-23\n",
            "value",
            0,
            19,
            "is not yet",
        ),
    ],
)
def test_a_registry_that_contradicts_itself_is_told_where_it_does(
    project: Project, old: str, new: str, rule: str, down: int, column: int, says: str
) -> None:
    line = project.replace(CODES, old, new)
    (problem,) = [found for found in problems_of(project) if found.rule == rule]
    assert (problem.rule, problem.place) == (rule, Place(CODES, line + down, column))
    assert says in problem.message


def test_two_families_of_one_name_are_repeated(project: Project) -> None:
    family = project.read(CODES).split("\nfamilies:\n")[1]
    project.write(CODES, f"{project.read(CODES)}\n{family}")
    lines = project.read(CODES).splitlines()
    second = [n for n, text in enumerate(lines, 1) if text.startswith("  - first:")][2:]
    assert told(project) == [("repeated-code", Place(CODES, line, 12)) for line in second]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("K20", "did you mean `K20 series`?"),
        ("k21", "did you mean `K21+`?"),
        ("p22", "write `P22`"),
        ("K50", "correct it, or add it to data/codes.yml"),
        ("K13", "correct it, or add it to data/codes.yml"),
    ],
)
def test_a_code_that_only_looks_alike_is_never_proposed(
    project: Project, written: str, advice: str
) -> None:
    project.replace(ORCA, "P22]", f"{written}]")
    (problem,) = problems_of(project)
    assert problem.rule == "unknown-code"
    assert advice in problem.message
    assert ("did you mean" in problem.message) == ("did you mean" in advice)


def test_a_superseded_code_is_advice_that_names_its_successors(project: Project) -> None:
    (problem,) = [found for found in advice(project) if found.place.path == SWAP]
    line = project.line_of(SWAP, "codes: [K12]")
    assert (problem.rule, problem.place) == ("superseded-code", Place(SWAP, line, 9))
    assert "K61, K62, K63" in problem.message


def test_a_changed_code_without_a_known_successor_is_advice(project: Project) -> None:
    line = project.replace(ORCA, LISTED, "codes: [P43]")
    (problem,) = [found for found in advice(project) if found.place.path == ORCA]
    assert (problem.rule, problem.place) == ("superseded-code", Place(ORCA, line, 9))
    assert "another code in place of P43" in problem.message


@pytest.mark.parametrize("code", ["K16", "K61", "K10", "K20 series"])
def test_a_code_in_use_or_not_recorded_asks_for_no_advice(project: Project, code: str) -> None:
    project.replace(ORCA, LISTED, f"codes: [{code}]")
    assert not [found for found in advice(project) if found.place.path == ORCA]


PRESSER = "subject: ORCA cider presser\n    about: orca\n"
UNLISTED = "subject: ORCA cider presser\n"


def test_a_code_from_which_no_way_leads_on_is_advice_at_the_code(project: Project) -> None:
    line = project.replace(CODES, PRESSER, UNLISTED) - 1
    (problem,) = [found for found in advice(project) if found.rule == "unlisted-code"]
    assert problem.place == Place(CODES, line, 11)
    assert "no category lists P43" in problem.message
    project.replace(ORCA, LISTED, "codes: [P23, P22, P43]")
    assert not [found for found in advice(project) if found.rule == "unlisted-code"]


def test_a_code_that_a_category_explains_in_its_text_leads_on(project: Project) -> None:
    project.replace(CODES, PRESSER, UNLISTED)
    project.replace(ORCA, "have a line of their own.", "have a line of their own. P43x is none.")
    assert [found for found in advice(project) if found.rule == "unlisted-code"]
    project.replace(ORCA, "P43x is none.", "P43 is none of them.")
    assert not [found for found in advice(project) if found.rule == "unlisted-code"]


def test_a_code_that_stands_in_another_s_place_leads_on(project: Project) -> None:
    project.replace(CODES, PRESSER, UNLISTED)
    project.replace(CODES, "        - code: K61", "        - code: P43")
    told = [found.message for found in advice(project) if found.rule == "unlisted-code"]
    assert not [message for message in told if "P43" in message]


def test_while_a_category_cannot_be_read_no_code_is_called_unlisted(project: Project) -> None:
    project.replace(CODES, PRESSER, UNLISTED)
    project.write("data/categories/harba.yml", "- a\n")
    assert not [found for found in advice(project) if found.rule == "unlisted-code"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/categories/harba.yml", "ircc_codes: [P36]", "ircc_codes: [P4]"),
        ("data/categories/harba.yml", "title: Boat menders", "title: TODO"),
        (CODES, "members: [K16, K61]", "members: [K16, K99]"),
    ],
)
def test_a_code_that_is_told_already_may_be_the_one_that_leads_on(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(CODES, PRESSER, UNLISTED)
    assert [found for found in advice(project) if found.rule == "unlisted-code"]
    project.replace(path, old, new)
    assert not [found for found in advice(project) if found.rule == "unlisted-code"]


NEWER = "    history:\n      standing: superseded\n      successors:\n        - code: {}\n"
IN_USE = "    history:\n      standing: in use\n      changed_on: 2018-12-15\n"


@pytest.mark.parametrize("way", [("P34", "P21"), ("P34", "P35", "P21"), ("P34", "P35", "P34")])
def test_codes_that_succeed_each_other_in_a_circle_are_told_once(
    project: Project, way: tuple[str, ...]
) -> None:
    for older, newer in pairwise(way):
        text = project.read(CODES)
        at = text.index(IN_USE, text.index(f"- code: {older}\n    subject"))
        changed = text[at:].replace(IN_USE, NEWER.format(newer), 1)
        project.write(CODES, text[:at] + changed)
    (problem,) = problems_of(project)
    assert problem.rule == "value"
    circle = way if way[0] == way[-1] else ("P21", *way)
    assert " → ".join(circle) in problem.message


def test_a_code_whose_successor_has_a_successor_is_sound(project: Project) -> None:
    text = project.read(CODES)
    at = text.index(IN_USE, text.index("- code: P34\n    subject"))
    project.write(CODES, text[:at] + text[at:].replace(IN_USE, NEWER.format("P35"), 1))
    assert not problems_of(project)


@pytest.mark.parametrize("codes", ["(P99)", "P99", "P99 and P23", "[P99"])
def test_an_unknown_code_in_a_list_that_is_none_is_told_once(project: Project, codes: str) -> None:
    project.replace(ORCA, LISTED, f"codes: {codes}")
    assert len(problems_of(project)) == 1
