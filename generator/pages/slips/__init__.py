"""What honest mistakes in a page look like, and what to write instead."""
