"""What a change of the data means: facts, wording and reviews, not lines."""
