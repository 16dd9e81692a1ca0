"""The finder: each answer leads on, every way ends, and no category is left out."""

from collections.abc import Iterator
from datetime import date

from generator.model.finder import Finder, FinderAnswer
from generator.model.records import Entry, Records
from generator.problems.problem import Problem
from generator.rules.names import hint
from generator.rules.references import no_category
from generator.source.tree import PathStep

WHERE = "`questions`"


def finder_keys_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No two questions have one key, and no two answers of a question."""
    if (entry := records.finder) is None:
        return
    questions = [question.key for question in entry.record.questions]
    yield from _repeated(entry, questions, "questions")
    for number, question in enumerate(entry.record.questions):
        answers = [answer.key for answer in question.answers]
        yield from _repeated(entry, answers, "questions", number, "answers")


def finder_answers_lead_on(records: Records, _today: date) -> Iterator[Problem]:
    """Each answer leads to exactly one thing: a question, categories, or a programme."""
    if (entry := records.finder) is None:
        return
    known = [question.key for question in entry.record.questions]
    for path, answer in _answers(entry.record):
        named = [key for key in ("next", "categories", "programme") if getattr(answer, key)]
        if len(named) != 1:
            told = f"has {' and '.join(f'`{key}`' for key in named)}" if named else "leads nowhere"
            message = (
                f"the answer `{answer.key}` {told}: write one of `next:` with a question,"
                " `categories:` with slugs, or `programme: tfwp`"
            )
            yield Problem("finder-path", message, entry.place(*path, "key"))
        if answer.next and answer.next not in known:
            advice = hint(answer.next, known, WHERE)
            message = f"`next`: there is no question `{answer.next}`: {advice}"
            yield Problem("unknown-name", message, entry.place(*path, "next"))


def finder_categories_exist(records: Records, _today: date) -> Iterator[Problem]:
    """An answer leads to categories that exist, and names each once."""
    # A category that cannot be read exists all the same.
    known = records.slugs()
    if (entry := records.finder) is None or not known:
        return
    for path, answer in _answers(entry.record):
        for number, slug in enumerate(answer.categories):
            place = entry.place(*path, "categories", number)
            if slug not in known:
                message = f"`categories`: {no_category(slug, records)}"
                yield Problem("unknown-name", message, place)
            elif slug in answer.categories[:number]:
                message = f"`categories`: `{slug}` is listed twice: remove the second"
                yield Problem("repeated-name", message, place)


def finder_has_no_loop(records: Records, _today: date) -> Iterator[Problem]:
    """No answer leads back to a question that was asked on the way to it."""
    if (entry := records.finder) is None:
        return
    for path, answer in _answers(entry.record):
        asked = entry.record.questions[int(path[1])].key
        if answer.next and asked in _reached(entry.record, answer.next):
            message = (
                f"`next`: the way through `{answer.next}` comes back to `{asked}`: lead this"
                " answer to a question that comes later, or to categories"
            )
            yield Problem("finder-path", message, entry.place(*path, "next"))


def finder_reaches_all(records: Records, today: date) -> Iterator[Problem]:
    """Readers can come to every question, and to every category."""
    if (entry := records.finder) is None:
        return
    # Where an answer or a name is wrong, what it cuts off is no news.
    before = (finder_keys_differ, finder_answers_lead_on, finder_categories_exist)
    if any(True for rule in before for _ in rule(records, today)):
        return
    finder = entry.record
    asked = _reached(finder, finder.questions[0].key)
    for number, question in enumerate(finder.questions):
        if question.key not in asked:
            message = (
                f"no answer leads to the question `{question.key}`: name it as `next` of an answer,"
                " or remove it"
            )
            yield Problem("finder-path", message, entry.place("questions", number, "key"))
    shown = {slug for answer in finder.answers() for slug in answer.categories}
    for slug in sorted(records.categories.keys() - shown):
        message = (
            f"no answer leads to the category `{slug}`: name it under `categories` of each answer"
            " that it may fit"
        )
        yield Problem("finder-path", message, entry.place("questions", key=True))


def _answers(finder: Finder) -> Iterator[tuple[tuple[PathStep, ...], FinderAnswer]]:
    """Yield every answer with the way to it."""
    for number, question in enumerate(finder.questions):
        for position, answer in enumerate(question.answers):
            yield ("questions", number, "answers", position), answer


def _reached(finder: Finder, start: str) -> set[str]:
    """Return the questions that readers can come to from one, itself included."""
    by_key = {question.key: question for question in finder.questions}
    found: set[str] = set()
    ahead = [start]
    while ahead:
        key = ahead.pop()
        if key not in found and key in by_key:
            found.add(key)
            ahead += [answer.next for answer in by_key[key].answers if answer.next]
    return found


def _repeated(entry: Entry[Finder], keys: list[str], *path: PathStep) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            message = f"the key `{key}` is used twice: write one that tells them apart"
            yield Problem("repeated-name", message, entry.place(*path, number, "key"))
