"""Whole pages in the markup that Canada.ca and its design system give them, with made-up words."""

FEEDBACK = """<div class="row row-no-gutters"><div class="gc-pft" id="gc-pft"><form action="#">
<fieldset><legend>Did you find what you were looking for?</legend>
<button type="submit" name="helpful" value="Yes">Yes</button></fieldset></form>
<p>Thank you for your feedback.</p></div></div>"""

DETAILS = """<section class="pagedetails"><h2 class="wb-inv">{details}</h2>
<div class="wb-share" data-wb-share='{{}}'><a href="#shr">Share this page</a></div>
<dl id="wb-dtmd"><dt>{label}</dt><dd><time property="dateModified">{modified}</time></dd></dl>
</section>"""

GCWEB = """<!DOCTYPE html>
<!--[if lt IE 9]><html class="no-js lt-ie9" lang="{lang}" dir="ltr"><![endif]-->
<!--[if gt IE 8]><!--><html class="no-js" lang="{lang}" dir="ltr"><!--<![endif]-->
<head><meta charset="utf-8"><title>{title} - Canada.ca</title>
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta name="dcterms.modified" title="W3CDTF" content="{modified}">
<noscript><link rel="stylesheet" href="/etc/noscript.min.css"></noscript>
<script>window.dataLayer = ["This page has been archived on the Web"];</script></head>
<body vocab="http://schema.org/" typeof="WebPage" class="cnt-wdth-lmtd">
<nav><ul id="wb-tphp"><li class="wb-slc"><a class="wb-sl" href="#wb-cont">Skip</a></li></ul></nav>
<header><div id="wb-bnr" class="container"><section id="wb-lng"><h2 class="wb-inv">Language</h2>
<ul class="list-inline"><li><a lang="fr" href="/fr/x.html">Français</a></li></ul></section></div>
<nav id="wb-bc" property="breadcrumb"><ol class="breadcrumb"><li><a href="/en.html">Canada.ca</a>
</li></ol></nav></header>
{above}
<main property="mainContentOfPage" resource="#wb-main" typeof="WebPageElement" class="container">
<h1 property="name" id="wb-cont">{title}</h1>
{main}
{feedback}
{details}
</main>
<footer id="wb-info"><h2 class="wb-inv">About</h2><p>All our services have changed.</p></footer>
<script src="/etc/wet-boew.min.js"></script></body></html>
"""

DESIGN_SYSTEM = """<!DOCTYPE html>
<html dir="ltr" lang="en"><head><meta charset="utf-8"><title>{title} - Canada.ca</title>
<script type="module" src="/gcds.esm.js"></script></head>
<body>
<gcds-header lang-href="#" skip-to-href="#main-content"><gcds-search slot="search"></gcds-search>
<gcds-breadcrumbs slot="breadcrumb"><gcds-breadcrumbs-item href="/">Towns</gcds-breadcrumbs-item>
</gcds-breadcrumbs></gcds-header>
<gcds-container id="main-content" main-container size="xl" centered tag="main">
<gcds-heading tag="h1">{title}</gcds-heading>
{main}
<gcds-date-modified>
  {modified}
</gcds-date-modified>
</gcds-container>
<gcds-footer display="full"><p>Contact us</p></gcds-footer></body></html>
"""


def canada(
    main: str,
    *,
    title: str = "Keepers of lighthouses",
    modified: str = "2022-04-01",
    french: bool = False,
    above: str = "",
) -> str:
    """Return a page of Canada.ca.

    Args:
        main: what stands below its title.
        title: its title.
        modified: the day on which it says that it was modified.
        french: whether it is one of the French pages.
        above: what stands between its header and its main part.
    """
    words = ("Détails de la page", "Date de modification :") if french else ("Page details", "Date")
    details = DETAILS.format(details=words[0], label=words[1], modified=modified)
    return GCWEB.format(
        lang="fr" if french else "en",
        title=title,
        modified=modified,
        above=above,
        main=main,
        feedback=FEEDBACK,
        details=details,
    )


def design_system(
    main: str, *, title: str = "Keepers of lighthouses", modified: str = "2022-04-01"
) -> str:
    """Return a page made of components of the design system."""
    return DESIGN_SYSTEM.format(title=title, main=main, modified=modified)
