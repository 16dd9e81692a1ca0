"""mkdocs.yml, as the site engine has read it: what leads elsewhere, and what the pages need."""
