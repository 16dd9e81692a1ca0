"""Files as text: reading them safely and keeping the line and column of everything in them."""
