"""What readers type for the same thing, by the signs that their keyboards have."""

from tests.project import BAKERY, FAIRS, HARBA, ORCA, RESCUE, SAILING, SWAP, Project

NAMES = {
    RESCUE: "Équipe d’été de l’œuvre",
    SWAP: "intra-company lamp",
    HARBA: "H&C berth",
    ORCA: "U.S. pippin",
    FAIRS: "TN visa",
    SAILING: "a purse of $1,500",
    BAKERY: "flour–yeast and rye;malt, the miller's#grist and $900",
}
"""Names with signs in them that the frozen guide lacks, by the category that also has them."""

_RESCUE = "categories/mountain-rescue-team/"
_SWAP = "categories/lighthouse-keeper-swap/"
_HARBA = "categories/harba/"
_ORCA = "categories/orca/"
_FAIRS = "categories/carnivals-and-fairs-misc/"
_SAILING = "categories/sailing-school-season/"
_BAKERY = "categories/village-bakery-help/"

SPELLINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    _RESCUE: (
        (
            "K16",
            "k16",
            "K-16",
            "k-16",
            "K 16",
            "k 16",
            "k.16",
            "K. 16",
            "K\u201016",
            "K\u201116",
            "K\u201216",
            "K\u201316",
            "K\u201416",
            "K\u201516",
            "K\u221216",
            "K - 16",
            "K\u00a016",
            "K\u202f16",
            "K\u200b16",
            "K\u00ad16",
            "#K16",
            "# K16",
            "K16;",
            "K16:",
            "K16,",
            "K16.",
            "K16?",
            "K16!",
            "(K16)",
            "[K16]",
            "K16/",
            "+K16",
            "-K16",
            "*K16*",
            "K16~",
            "K16^",
            "title: K16",
            "Ｋ１６",
        ),
        ("équipe", "equipe", "ÉQUIPE", "Equipe", "e\u0301quipe", "équipe;"),
        (
            "été de l’œuvre",
            "ete de l'oeuvre",
            "ÉTÉ DE L'ŒUVRE",
            "été de l\u02bcœuvre",
            "ete de l´oeuvre",
        ),
        ('"rescue team"', "“rescue team”", "«rescue team»", "„rescue team“"),
    ),
    _SWAP: (
        (
            "intra-company",
            "intra\u2010company",
            "intra\u2011company",
            "intra–company",
            "intra—company",
            "intra company",
            "Intra-Company",
            "intra/company",
            "intra\u00a0company",
        ),
        ("intracompany", "IntraCompany", "intra\u00adcompany"),
        (
            "lighthouse keeper’s swap",
            "lighthouse keeper's swap",
            "lighthouse keeper`s swap",
            "lighthouse keeper swap",
        ),
    ),
    _HARBA: (
        ("H&C", "h&c", "H & C", "H\u00a0&\u00a0C", "(H&C)", "H＆C"),
        ("BRAHA/OLDHA", "BRAHA; OLDHA", "BRAHA & OLDHA", "braha – oldha", "#BRAHA #OLDHA"),
    ),
    _ORCA: (("U.S. pippin", "US pippin", "u.s. Pippin", "us-pippin"),),
    _FAIRS: (("TN visa", "tn visa", "TN-visa", "TN\u00a0visa", "“TN” visa", "TN: visa"),),
    _SAILING: (("$1,500", "1,500", "1500", "$1500", "$ 1,500;"),),
    _BAKERY: (
        ("yeast", "–yeast"),
        ("malt", ";malt"),
        ("grist", "#grist"),
        ("900", "$900"),
        ("miller", "miller's", "miller’s"),
    ),
}
"""By page: spellings of which each has to find what the first one finds, and that page first."""


def with_signs(project: Project) -> Project:
    """Give categories of a project the names with signs in them."""
    for path, name in NAMES.items():
        project.replace(path, "also_known_as:\n", f'also_known_as:\n  - "{name}"\n')
    return project
