"""The peer: the same guide as a gen-files user would make it."""
