"""What helps editors write: schemas, the reference of keys and rules, the draft of a category."""
