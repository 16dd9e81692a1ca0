import subprocess
import sys

import pytest

from generator.reviews.slip import is_slip

TEXTS = (
    "No, offers are not needed.",
    "The fee is $155 (or 0.5% of C12), due by May 3, 2024 – see R205(a).",
    "wich",
    "",
)

MISSPELT = (
    ("recieve", "receive"),
    ("thier", "their"),
    ("teh", "the"),
    ("wich", "which"),
    ("employr", "employer"),
    ("goverment", "government"),
    ("permited", "permitted"),
    ("aplication", "application"),
    ("neccesary", "necessary"),
    ("begining", "beginning"),
    ("definately", "definitely"),
    ("foriegn", "foreign"),
    ("requirment", "requirement"),
    ("exempton", "exemption"),
    ("ilegal", "illegal"),
    ("labuor", "labour"),
)

BOTH_WAYS = (
    ("labour", "labor"),
    ("favourable", "favorable"),
    ("centre", "center"),
    ("programmes", "programs"),
    ("licence", "license"),
    ("travelled", "traveled"),
    ("counsellor", "counselor"),
    ("organise", "organize"),
    ("specialised", "specialized"),
    ("analyse", "analyze"),
)

OTHER_WORDS = (
    # Both are English.
    ("employer", "employee"),
    ("hire", "fire"),
    ("legal", "illegal"),
    ("inside", "outside"),
    ("two", "too"),
    ("form", "from"),
    ("a", "the"),
    ("work", "works"),
    ("advice", "advise"),
    ("practice", "practise"),
    ("kept", "dropped"),
    # Spelt alike, but not two spellings of one word.
    ("poured", "pored"),
    ("scoured", "scored"),
    ("filled", "filed"),
    ("cheque", "check"),
    ("prise", "prize"),
    # A word became none.
    ("receive", "recieve"),
    # Nobody knows which word the misspelling stood for.
    ("employe", "employee"),
    ("employr", "employee"),
    ("workes", "worker"),
    ("offerd", "offer"),
    ("ot", "to"),
    ("ework", "work"),
    ("ligible", "eligible"),
    ("acomadation", "accommodation"),
    ("exposé", "expose"),
    # Too short to tell by a rule.
    ("odour", "odor"),
    # Neither is English.
    ("lmai", "lmia"),
    ("zarbour", "zarbor"),
    ("nto", "into"),
    ("thre", "there"),
    ("aplicants", "applicant"),
    # A negation came or went.
    ("ilegal", "legal"),
    ("uneligible", "ineligible"),
    ("hopeles", "hopeless"),
    ("nonexempt", "exempt"),
    # The dictionary lacks the old word, which is one all the same.
    ("labourers", "laborer"),
    ("colour", "collar"),
    ("intraprovincial", "interprovincial"),
    ("storey", "story"),
    ("dehire", "rehire"),
    ("worklead", "workload"),
    # Guarded words.
    ("must", "may"),
    ("can", "can't"),
    ("dont", "don't"),
    ("before", "after"),
    ("onyl", "only"),
    ("adn", "and"),
    ("witout", "without"),
    ("firts", "first"),
    ("untill", "until"),
    ("forty-fiv", "forty-five"),
    # Whatever holds a digit.
    ("30", "31"),
    ("$155", "$150"),
    ("$155", "155"),
    ("5%", "5"),
    ("-5", "5"),
    ("T23", "T24"),
    ("C12", "c12"),
    ("C12", "C-12"),
    ("1,000", "1000"),
    ("3.5", "3,5"),
    ("10–15", "10-15"),
    ("2024-05-01", "2024-05-10"),
    ("½", "¼"),
    # Names.
    ("Kanada", "Canada"),
    ("Québec", "Quebec"),
    ("Quebec", "Québec"),
    ("Montréal", "Montreal"),
    ("Saint-Hyacinthe", "Saint Hyacinthe"),
    ("Labour", "Labor"),
    # Addresses and paths.
    ("canada.ca/wich", "canada.ca/which"),
    ("[it](wich)", "[it](which)"),
)

OTHER_CASE = (
    ("May", "may"),
    ("March", "march"),
    ("Will", "will"),
    ("And", "and"),
    ("US", "us"),
    ("IT", "it"),
    ("Who", "WHO"),
    ("WHO", "who"),
    ("ID", "id"),
    ("A", "a"),
    ("II", "ii"),
    ("Polish", "polish"),
    ("T23", "t23"),
)

SLIPS = (
    ("Send the form.", "Send the form"),
    ("It takes 30", "It takes 30."),
    ("In Quebec, the province decides.", "In Quebec the province decides."),
    ("The “open” permit’s holder", 'The "open" permit\'s holder'),
    ("Wait here - then go", "Wait here – then go"),
    ("a work–permit holder", "a work-permit holder"),
    ("Wait here... please", "Wait here… please"),
    ("a work permit holder", "a work-permit holder"),
    ("You apply on line here", "You apply online here"),
    ("A day-to-day job", "A day to day job"),
    ("You apply on-line here", "You apply online here"),
    ("Work Permit holders", "Work permit holders"),
    ("The PERMIT is sent", "The permit is sent"),
    ("An lmia is sent", "An LMIA is sent"),
    ("Emploers pay the fee", "Employers pay the fee"),
    ("Pay it now. Recieve a letter", "Pay it now. Receive a letter"),
    ("Labour rules apply", "Labor rules apply"),
    ("Labuor rules apply", "Labour rules apply"),
    ("The Cafe\u0301 rules apply", "The Caf\u00e9 rules apply"),
    ("In thier case, recieve the form.", "In their case receive the form"),
)

NO_SLIPS = (
    # Beside a guarded word, a comma changes the rule.
    ("No, offers are needed", "No offers are needed"),
    ("Workers, only if asked, may go", "Workers only if asked, may go"),
    ("Go if you can", "Go if you can."),
    ("Ask them, don't pay", "Ask them don't pay"),
    ("Take it, one-third is yours", "Take it one-third is yours"),
    ("Take it, everyone's fee is due", "Take it everyone's fee is due"),
    ("Send forms, fees, and letters", "Send forms, fees and letters"),
    ("Send forms, fees and letters", "Send forms fees and letters"),
    ("Workers, who hold permits, pay", "Workers who hold permits, pay"),
    ("Due on May 3, in the morning", "Due on May 3 in the morning"),
    ("Pay 1, 2", "Pay 1 2"),
    # Other marks.
    ("You are exempt?", "You are exempt."),
    ("They leave. Pay them", "They leave Pay them"),
    ("They leave; pay them", "They leave, pay them"),
    ("The fee (employer) is due", "The fee employer is due"),
    ("Send it and/or call", "Send it and or call"),
    ("He/she pays", "He she pays"),
    ("It is cold °", "It is cold"),
    ("The “old” permit", "The old permit"),
    # Words added, removed or in another order.
    ("They work", "They work here"),
    ("They work here", "They work"),
    ("They work here", "They here work"),
    ("It kept a level for it", "It dropped a level for it"),
    # Words that join to another one, or hold a guarded one.
    ("You can not work", "You cannot work"),
    ("It is now here", "It is nowhere"),
    ("Any one works", "Anyone works"),
    ("He took a part of it", "He took apart of it"),
    ("They re-sign it", "They resign it"),
    ("It is re form it", "It is reform it"),
    ("Go with-out it", "Go with out it"),
    ("Go with-out-it now", "Go with out it now"),
    ("Go to canada.ca/work permit now", "Go to canada.ca/work-permit now"),
    ("It is over time", "It is overtime"),
    ("They work, place it", "They workplace it"),
    ("A worker permit", "A workerpermit"),
    ("They pay 60 days", "They pay 60-days"),
    # A name at the beginning of a sentence, or after what is none.
    ("Kanada admits workers", "Canada admits workers"),
    ("Go to St. Jhon now", "Go to St. John now"),
    ("It comes from Emploers", "It comes from Employers"),
    ("Ask Smith. Emploers pay it", "Ask Smith. Employers pay it"),
    ("They say so vs. Emploers pay it", "They say so vs. Employers pay it"),
    ("Amercan rules apply", "American rules apply"),
    ("Teh man pays", "the man pays"),
    ("Pay plan Q", "Pay plan q"),
    # Values and components.
    ("wich", "which"),
    ("work-permit", "workpermit"),
    ("See https://a.ca for wich", "See https://a.ca for which"),
    ('{{ fee("x") }} for wich', '{{ fee("x") }} for which'),
    ("", "A text"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_white_space_is_a_slip(text: str) -> None:
    assert is_slip(text, text)
    assert is_slip(text, f"\n {text}\t")
    assert is_slip(text, text.replace(" ", " \n\u00a0"))


@pytest.mark.parametrize(("before", "after"), MISSPELT)
def test_the_repair_of_a_misspelling_is_a_slip_and_its_return_is_none(
    before: str, after: str
) -> None:
    old, new = (f"For this, {word} is here." for word in (before, after))
    assert is_slip(old, new)
    assert not is_slip(new, old)


@pytest.mark.parametrize(("canadian", "american"), BOTH_WAYS)
def test_two_spellings_of_a_word_are_a_slip(canadian: str, american: str) -> None:
    old, new = (f"This {word} is here." for word in (canadian, american))
    assert is_slip(old, new)
    assert is_slip(new, old)


@pytest.mark.parametrize(("before", "after"), [*OTHER_WORDS, *OTHER_CASE])
def test_another_word_is_no_slip(before: str, after: str) -> None:
    old, new = (f"This {word} is here." for word in (before, after))
    assert not is_slip(old, new)


@pytest.mark.parametrize(("before", "after"), OTHER_CASE)
def test_another_name_is_no_slip_in_either_direction(before: str, after: str) -> None:
    assert not is_slip(f"This {after} is here.", f"This {before} is here.")


@pytest.mark.parametrize(("before", "after"), SLIPS)
def test_what_changes_nothing_is_a_slip(before: str, after: str) -> None:
    assert is_slip(before, after)


@pytest.mark.parametrize(("before", "after"), NO_SLIPS)
def test_what_may_change_something_is_no_slip(before: str, after: str) -> None:
    assert not is_slip(before, after)


def test_the_dictionary_is_read_only_when_it_is_needed() -> None:
    program = (
        "import sys; from generator.reviews.slip import is_slip; "
        "assert is_slip('Pay, then  wait', 'Pay, then wait.'); "
        "sys.exit('spellchecker' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
