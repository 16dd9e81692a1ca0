"""Records to Markdown: the templates, the components and the pages they make."""
