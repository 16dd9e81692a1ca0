"""What a built site must show, and finished HTML held against it."""
