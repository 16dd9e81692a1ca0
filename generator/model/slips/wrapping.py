"""Where a text goes on in the next line: was the line full, or was its end meant?"""

import re

# Who breaks lines by hand, or lets a program do it, does so here or further right.
_WIDTH = 80
_WORD = re.compile(r"\S+")

# At these words, or before them, an item is not at its end.
_WORDS = """
a about after all an and any are as at be been before between both by can could do does each
either every for from had has have if in into is it its like may more must no nor not of on
one only or our other over per shall should since so some such than that the their them these
they this those through to under until up upon was we were what when where whether which
while who whom whose will with within without would you your de des du et la le les ou
"""
_JOINTS = frozenset(_WORDS.split())


def ends_early(line: str, following: str) -> bool:
    """Tell whether the first word of the following line would have fitted on a line."""
    word = _WORD.search(following)
    return word is not None and len(line.rstrip()) + 1 + len(word[0]) <= _WIDTH


def is_joint(line: str, following: str) -> bool:
    """Tell whether the words beside a line's end show that one text goes on."""
    last, first = line.split()[-1:], following.split()[:1]
    if not last or not first:
        return False
    return (
        last[0][-1] in ",;:-–—(/&"
        or last[0].strip("(“\"'").lower() in _JOINTS
        or first[0].strip(".,;:)”\"'").lower() in _JOINTS
        or first[0][0] in "(–—&/"
    )
