"""What honest mistakes in a record look like, and what to write instead."""
