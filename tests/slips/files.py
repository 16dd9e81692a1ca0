"""Slips in the names and places of files."""

from tests.slips.cases import (
    BARGE,
    CODES,
    FIRM,
    HARBA,
    HOME,
    LAMP,
    NAV,
    ORCA,
    SETTINGS,
    SOURCES,
    TERMS,
    WORDS,
    Slip,
    Table,
    added,
    copied,
    deleted,
    renamed,
)

_HEAD = "# yaml-language-server: $schema=../../generator/editing/schemas/category.json\n"


def _moved(old: str, new: str, words: str = "") -> Slip:
    """A file under another name, which is told as one thing, at the new name."""
    return Slip(
        new,
        "",
        "",
        words or f"rename|move|name;{old.rpartition('/')[2]}",
        at=None,
        do=renamed(old, new),
    )


def _gone(path: str, words: str, where: tuple[str, ...] = ()) -> Slip:
    return Slip(path, "", "", words, at=None, do=deleted(path), where=where)


# fmt: off
TABLE: Table = {
    "categories": [
        _moved(HARBA, "data/categories/harba.yaml"),
        _moved(ORCA, "data/categories/orca.YML"),
        _moved(LAMP, "data/categories/lighthouse-keeper-swap.yml.txt"),
        _moved(ORCA, "data/categories/Orca.yml"),
        _moved(LAMP, "data/categories/lighthouse_keeper_swap.yml"),
        _moved(LAMP, "data/categories/lighthouse keeper swap.yml"),
        _moved(HARBA, "data/harba.yml", "data/categories"),
        _moved(ORCA, "data/categories/agreements/orca.yml", "data/categories"),
        _moved(BARGE, "data/categories/barge-towing (1).yml"),
        _moved(HARBA, "data/categories/harba"),
        Slip("data/categories/orca copy.yml", "", "", "orca|copy;remove|rename|name", at=None,
             do=copied(ORCA, "data/categories/orca copy.yml")),
        Slip("data/categories/orca-2.yml", "", "", "ORCA;title|same|twice|finder", at=None,
             do=copied(ORCA, "data/categories/orca-2.yml"), most=2,
             where=(ORCA, "data/categories/orca-2.yml")),
        Slip("data/categories/orca.yml.orig", "", "", "orca.yml.orig;remove|name", at=None,
             do=copied(ORCA, "data/categories/orca.yml.orig")),
        Slip("data/categories/notes.txt", "", "", "notes.txt;remove|name", at=None,
             do=added("data/categories/notes.txt", "Ask Anna.\n")),
        Slip("data/categories/template.yml", "", "", "", at=None,
             do=added("data/categories/template.yml", _HEAD), most=20),
        _moved(HARBA, "data/categories/harba.json"),
        _moved(HARBA, "data/categories/harba.yml.part"),
        _moved(ORCA, "data/categories/orcayml"),
        _moved(ORCA, "content/categories/orca.md", "data/categories/orca.yml"),
        _moved(LAMP, "categories/lighthouse-keeper-swap.yml", "data/categories"),
        _gone(ORCA, "orca"),
    ],
    "other files": [
        _moved(TERMS, "data/term.yml"),
        _moved(CODES, "data/codes.yaml"),
        _moved(FIRM, "data/Firm.yml"),
        _moved(SOURCES, "data/source.yml"),
        _moved(SETTINGS, "data/settings.yml.bak"),
        _moved(TERMS, "content/terms.yml", "data/terms.yml"),
        _moved(TERMS, "data/vocabulary.yml", "data/terms.yml"),
        _moved(WORDS, "content/glossary.html", "content/glossary.md"),
        _moved(WORDS, "docs/glossary.md", "content/glossary.md"),
        _moved(SOURCES, "sources.yml", "data/sources.yml"),
        _gone(FIRM, "firm.yml;missing"),
        _gone(SETTINGS, "settings.yml;missing"),
        Slip("data/glossary.yml", "", "", "glossary.yml;name|remove|files here", at=None,
             do=copied(TERMS, "data/glossary.yml")),
        _moved(WORDS, "content/glossary.markdown"),
        _moved(WORDS, "content/Glossary.md"),
        _moved(WORDS, "content/glossary.md.txt"),
        _gone(WORDS, "glossary.md;missing|no page", (NAV, WORDS)),
        _gone(HOME, "index.md;missing"),
        Slip("content/my_page.md", "", "", "my-page|nav", at=None,
             do=copied(WORDS, "content/my_page.md"), most=2),
        Slip("content/My Page.md", "", "", "my-page|nav", at=None,
             do=copied(WORDS, "content/My Page.md"), most=2),
        Slip("content/categories/orca.md", "", "", "orca;data/categories|address|already|remove",
             at=None, do=copied(WORDS, "content/categories/orca.md"), most=2),
        Slip("content/added.md", "", "", "nav;mkdocs.yml", at=None,
             do=copied(WORDS, "content/added.md"), most=2),
    ],
}
