"""The bench: what a build and an edit cost, here and with a peer, as the records become more."""
