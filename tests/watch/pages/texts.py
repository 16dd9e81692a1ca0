"""Main parts of pages: the same words in several markups, and notices of each kind."""

GUIDANCE = """<p>This part holds guidance for officers of towns.</p>
<h2>Who may come</h2>
<p>A keeper needs 12&nbsp;months of practice in the last 3&nbsp;years.</p>
<ul><li>The lamp is the applicant’s own.</li><li>The tower has a door.</li></ul>
<h2>Length of stay</h2>
<p>A first stay is 24 months. See the list of <a href="/codes.html">codes</a>.</p>
<table class="table"><tr><th>Keeper</th><td>K61</td></tr>
<tr><th>Expert</th><td>K63</td></tr></table>
<h3>Spouses</h3>
<p>They apply on their own.</p>"""

REDESIGNED = """<section
class="mrgn-tp-lg gc-prtts row"><div class="col-md-8"><!-- new in spring -->
<div>This part holds guidance for&shy; <span class="nowrap">officers of</span>
towns.</div></div>
<details class="brdr-0" open><summary><h2 id="who">Who may come</h2></summary>
<div><p>A keeper needs <strong>12 months</strong> of practice in the last 3 years .</p>
<p>The lamp is the applicant's own.</p><p>The tower has a door.</p></div></details>
<h3 class="h2">Length of stay</h3>
<div>A first stay is 24 months. See the list of <a class="wb-lbx" href="/en/codes/">codes</a>.</div>
<dl class="dl-horizontal"><dt>Keeper</dt><dd>K61</dd><dt>Expert</dt><dd>K63</dd></dl>
<h4>Spouses</h4>They apply
on their own.</section>"""

IN_COMPONENTS = """<gcds-text>This part holds guidance for officers of towns.</gcds-text>
<gcds-details details-title="Who may come">
<gcds-text>A keeper needs 12 months of practice in the last 3 years.</gcds-text>
<ul><li>The lamp is the applicant’s own.</li><li>The tower has a door.</li></ul></gcds-details>
<gcds-heading tag="h2">Length of stay</gcds-heading>
<gcds-text>A first stay is 24 months. See the list of
<gcds-link href="/codes.html">codes</gcds-link>.</gcds-text>
<gcds-grid columns="1fr 1fr"><div>Keeper</div><div>K61</div>
<div>Expert</div><div>K63</div></gcds-grid>
<gcds-heading tag="h3">Spouses</gcds-heading>
<gcds-text>They apply on their own.</gcds-text>"""

ONE_NUMBER = GUIDANCE.replace("24 months", "36 months")

FRENCH = """<p>Cette partie contient des directives pour les agents des villes.</p>
<h2>Qui peut venir</h2>
<p>Un gardien doit avoir 12&nbsp;mois d’expérience.</p>"""

ARCHIVED_INSIDE = """<section id="archived" class="alert alert-warning wb-inview"
data-inview="archived-bnr"><h2>This page has been archived on the Web</h2>
<p>It is kept for those who look things up, and is not kept up.</p></section>
<section id="archived-bnr" class="wb-overlay modal-content overlay-def wb-bar-t">
<header><h2 class="wb-inv">Archived</h2></header>
<p><a href="#archived">This page has been archived on the Web.</a></p></section>"""

ARCHIVED_OUTSIDE = """<section class="gc-archv wb-inview" data-inview="archived-bnr"><div
class="container"><h2>We have archived this page and will not be updating it.</h2>
<p>You can use it to look things up.</p></div></section>"""

ARCHIVED_FRENCH = """<section id="archivee" class="alert alert-warning wb-inview">
<h2>Cette page Web a été archivée dans le Web</h2><p>Elle n’est plus tenue à jour.</p></section>"""

CODE_CHANGED = """<div class="alert alert-info"><p><strong>Important:</strong> The exemption code of
this category <a href="/codes.html">has changed</a>.</p><p>The list of codes has the new one.</p>
</div>"""

SUPERSEDED = """<section class="alert alert-danger"><h3>Superseded</h3>
<p>These instructions have been replaced by <a href="/new.html">newer ones</a>.</p></section>"""
