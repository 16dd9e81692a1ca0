"""Everything that knows the site engine, and what it remembers between its events."""
