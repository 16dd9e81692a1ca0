"""What honest mistakes in the lines of a file look like, and what to write instead."""
