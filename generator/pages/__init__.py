"""Records and people's Markdown to finished articles."""
